package dev.stagecoach.coaching.goal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import dev.stagecoach.chat.Access;
import dev.stagecoach.chat.Access.Who;
import dev.stagecoach.chat.Action;
import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Carried;
import dev.stagecoach.chat.Feature;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.Counted;
import dev.stagecoach.coaching.FormReader;
import dev.stagecoach.coaching.NextStep;
import dev.stagecoach.coaching.Room;
import dev.stagecoach.guide.Fact;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.outbox.Outbox;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Standing;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Transaction;

/** The team agrees where it stands on its goal's ladder: one proposes, another confirms. */
public final class LadderRoom implements Room {
    private static final GoalStore GOALS = new GoalStore();
    private static final LadderStore STANDS = new LadderStore();
    private static final Carried<String> GOAL = Carried.thing(GOALS::team);
    /** Shows the ladder of the present goal. */
    private static final Action<TeamId> OPEN = Action.click("ladder.open", Carried.team(), Access.reads(Who.TEAM));
    static final Action<String> LOOK = Action.click("ladder.look", GOAL, Access.reads(Who.TEAM));
    static final Action<String> PROPOSE = Action.click("ladder.propose", GOAL,
            Access.reads(Who.MEMBERS_AND_COACHES));
    static final Action<String> CONFIRM = Action.click("ladder.confirm", Carried.thing(STANDS::team),
            Access.writes(Who.MEMBERS_AND_COACHES));
    private static final Reply NO_GOAL = Reply.Refused
            .because("There is no goal here yet. /coach goal starts it.");
    private static final Reply OWN = Reply.Refused
            .because("This is your own proposal, so another member or a coach needs to confirm it.");
    private static final Reply NEWER = Reply.Refused
            .because("Somebody has since proposed something else. Open the ladder again to see it.");

    private final Guide guide;
    private final Outbox outbox;
    private final LadderCards cards;

    public LadderRoom(Guide guide, Outbox outbox) {
        this.guide = guide;
        this.outbox = outbox;
        this.cards = new LadderCards(guide);
    }

    @Override
    public Feature feature() {
        return new Feature("ladder", List.of(),
                List.of(OPEN.by((here, _) -> shown(GOALS.current(here.tx(), here.teamId()), goal -> page(here, goal))),
                        LOOK.by((here, id) -> shown(GOALS.find(here.tx(), id), goal -> page(here, goal))),
                        PROPOSE.by((here, id) -> shown(GOALS.find(here.tx(), id),
                                goal -> new Reply.Open(LadderForm.form(guide, goal)))),
                        CONFIRM.by(this::confirm), LadderForm.SEND.by(this::proposed)));
    }

    private Reply proposed(CallContext here, LadderForm.Target target) {
        return shown(GOALS.find(here.tx(), target.goal()), goal -> {
            var reading = new FormReader(here.submission().answers());
            var stand = LadderForm.read(reading, guide, target, here);
            return reading.mend().orElseGet(() -> {
                STANDS.propose(here.tx(), stand);
                return new Reply.ToYou(Card.saying("Proposed. The others see it on their Home tab; once one of them "
                        + "confirms it, I show it with the goal.")
                        .buttons(LOOK.button("Where we stand", goal.id())));
            });
        });
    }

    private Reply confirm(CallContext here, String id) {
        var stand = STANDS.find(here.tx(), id).orElseThrow();
        return shown(GOALS.find(here.tx(), stand.goal()), goal -> confirmed(here, goal, stand));
    }

    private Reply confirmed(CallContext here, Goal goal, LadderPlacement stand) {
        if (stand.by().equals(here.person())) {
            return OWN;
        }
        if (stand.open() && !STANDS.proposed(here.tx(), goal.id()).equals(Optional.of(stand))) {
            return NEWER;
        }
        STANDS.confirm(here.tx(), stand.id(), new LadderPlacement.Agreed(here.person(), here.now()));
        outbox.refresh(here.tx(), goal.messageKey());
        return page(here, goal);
    }

    private Reply page(CallContext here, Goal goal) {
        return new Reply.ToYou(cards.page(here, goal, STANDS.of(here.tx(), goal.id())));
    }

    /** A goal that the team has not seen yet is nothing to stand on. */
    private static Reply shown(Optional<Goal> goal, Function<Goal, Reply> work) {
        return goal.filter(one -> one.published().isPresent()).map(work).orElse(NO_GOAL);
    }

    /** Whoever proposed waits for somebody else, so only the others are asked. */
    @Override
    public List<NextStep> steps(Transaction tx, Team team, PersonId person, Standing standing, Instant now) {
        if (!standing.takesPart()) {
            return List.of();
        }
        return GOALS.current(tx, team.id()).flatMap(goal -> STANDS.proposed(tx, goal.id())).stream()
                .filter(stand -> !stand.by().equals(person))
                .map(stand -> new NextStep(NextStep.Rank.OPEN_ANSWER, "Do you agree with where the team stands on "
                        + "its goal? "
                        + LadderCards.line(guide, stand), LOOK.primary("Look at it", stand.goal())))
                .toList();
    }

    @Override
    public List<Counted> counted(Transaction tx, Team team, String practice, Instant now) {
        var agreed = GOALS.with(tx, team.id(), practice).flatMap(goal -> STANDS.agreed(tx, goal.id()));
        return List.of(new Counted(Fact.LADDER_AGREED, agreed.isPresent() ? 1 : 0,
                agreed.map(stand -> LadderCards.line(guide, stand)).stream().toList(), OPEN.id()));
    }
}
