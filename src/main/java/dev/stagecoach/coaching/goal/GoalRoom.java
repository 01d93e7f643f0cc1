package dev.stagecoach.coaching.goal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import dev.stagecoach.chat.Access;
import dev.stagecoach.chat.Access.Who;
import dev.stagecoach.chat.Action;
import dev.stagecoach.chat.Action.Handled;
import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Carried;
import dev.stagecoach.chat.Feature;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.Counted;
import dev.stagecoach.coaching.MessageKind;
import dev.stagecoach.coaching.NextStep;
import dev.stagecoach.coaching.Period;
import dev.stagecoach.coaching.Room;
import dev.stagecoach.coaching.Section;
import dev.stagecoach.coaching.Ways;
import dev.stagecoach.coaching.leader.SharedPromises;
import dev.stagecoach.coaching.stage.JourneyStore;
import dev.stagecoach.coaching.stage.Journeys;
import dev.stagecoach.coaching.stage.Move;
import dev.stagecoach.guide.Fact;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.outbox.Composer;
import dev.stagecoach.outbox.Delivery;
import dev.stagecoach.outbox.Job;
import dev.stagecoach.people.People;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Standing;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.people.View;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Transaction;

/** Choosing the practice and writing the goal for it. */
public final class GoalRoom implements Room {
    private static final GoalStore STORE = new GoalStore();
    private static final Carried<String> GOAL = Carried.thing(STORE::team);
    /** Shows the goal, and the practice that the team is asked about. */
    static final Action<TeamId> SHOW = Action.click("goal.show", Carried.team(), Access.reads(Who.TEAM));
    /** Opens the goal canvas. */
    static final Action<String> EDIT = Action.click("goal.edit", GOAL, Access.reads(Who.MEMBERS_AND_COACHES));
    /** Opens the words for the ladder. */
    static final Action<String> LADDER = Action.click("goal.ladder", GOAL, Access.reads(Who.MEMBERS_AND_COACHES));
    /** Shows what changed when. */
    static final Action<String> HISTORY = Action.click("goal.history", GOAL, Access.reads(Who.TEAM));

    private final Database database;
    private final People people;
    private final LadderStore stands = new LadderStore();
    private final JourneyStore journeys = new JourneyStore();
    private final GoalCards cards;
    private final GoalPages pages;
    private final PracticeProposals proposals;
    private final PracticeProposalActions choosing;

    public GoalRoom(Database database, People people, Guide guide, Journeys moves) {
        this.database = database;
        this.people = people;
        this.cards = new GoalCards(guide);
        this.pages = new GoalPages(people, guide, new GoalActions(moves.outbox()), cards);
        this.proposals = new PracticeProposals(people, guide, moves);
        this.choosing = new PracticeProposalActions(people, guide, proposals);
    }

    @Override
    public Feature feature() {
        var actions = new ArrayList<Handled<?>>(choosing.actions());
        actions.addAll(pages.actions());
        actions.addAll(List.of(SHOW.by((here, _) -> show(here)), Ways.WRITE_GOAL.by((here, _) -> write(here)),
                HISTORY.by(this::history)));
        return new Feature("goal", List.of(new Action.Typed("goal", "Shows the team's goal, or starts it",
                SHOW.by((here, _) -> show(here)))), actions);
    }

    @Override
    public Map<String, Composer> composers() {
        return Map.of(GoalActions.CARD, Composer.echo(this::card), PracticeProposals.PROPOSED,
                Composer.echo((delivery, _) -> database
                        .read(tx -> choosing.announcement(tx, delivery.subject()))),
                PracticeProposals.NOT_CHOSEN,
                Composer.echo((delivery, _) -> database.read(tx -> choosing.notChosen(tx, delivery.subject()))));
    }

    @Override
    public Map<String, MessageKind> kinds() {
        return Map.of(GoalActions.CARD,
                MessageKind.of("The team’s goal", "somebody on %s showed the goal to the team"),
                PracticeProposals.PROPOSED,
                MessageKind.of("Proposed practice", "somebody on %s proposed a practice"),
                PracticeProposals.NOT_CHOSEN,
                MessageKind.of("End of a vote", "the members of %s have voted on a practice"));
    }

    @Override
    public List<Job> jobs() {
        return List.of(new PracticeVoteClosingJob(database, people, proposals));
    }

    private Reply show(CallContext here) {
        var goal = STORE.current(here.tx(), here.teamId()).map(one -> one.canvas().written()
                ? cards.shown(one, around(here.tx(), one).with(promise(here, one)), here.standing())
                : cards.unwritten(one, here.standing()));
        var vote = choosing.page(here);
        return new Reply.ToYou(goal.map(one -> vote.map(page -> one.divider().then(page)).orElse(one)).or(() -> vote)
                .orElseGet(() -> cards.none(here)));
    }

    private Reply write(CallContext here) {
        return STORE.current(here.tx(), here.teamId()).map(goal -> pages.canvas(here, goal))
                .orElseGet(() -> choosing.choice(here));
    }

    private Reply history(CallContext here, String goal) {
        return new Reply.ToYou(cards.history(STORE.history(here.tx(), goal), here.team().zone()));
    }

    private Composer.Composition card(Delivery delivery, Instant now) {
        return database.read(tx -> STORE
                .find(tx, delivery.subject()).<Composer.Composition>map(
                        goal -> Composer.Composition.Send.of(cards.goal(goal, around(tx, goal))))
                .orElseGet(() -> new Composer.Composition.Skip("the goal is no longer there")));
    }

    @Override
    public List<NextStep> steps(Transaction tx, Team team, PersonId person, Standing standing, Instant now) {
        if (!standing.takesPart()) {
            return List.of();
        }
        var rank = standing.isCoach() ? NextStep.Rank.NEXT : NextStep.Rank.GATE;
        var goal = STORE.current(tx, team.id());
        var vote = choosing.step(tx, team, person, standing, now);
        if (goal.isEmpty()) {
            return List.of(vote.orElseGet(() -> new NextStep(rank, "Choose the practice your team will work on next.",
                    Ways.CHOOSE_PRACTICE.primary("Choose the practice", team.id()))));
        }
        var write = goal.filter(one -> one.published().isEmpty())
                .map(one -> new NextStep(NextStep.Rank.NEXT,
                        "Write the goal for " + cards.practiceName(one.practice()) + ".",
                        EDIT.primary("Write the goal", one.id())));
        return Stream.concat(vote.stream(), write.stream()).toList();
    }

    @Override
    public List<Section> sections(Transaction tx, Team team, Period period, View view) {
        return STORE.current(tx, team.id()).filter(goal -> goal.published().isPresent())
                .map(goal -> GoalSections.of(goal, team, period)).orElse(List.of());
    }

    @Override
    public List<Counted> counted(Transaction tx, Team team, String practice, Instant now) {
        var reason = journeys.choice(tx, team.id(), practice).map(Move::reason).filter(why -> !why.isBlank());
        var goal = STORE.with(tx, team.id(), practice).filter(one -> one.published().isPresent());
        return List.of(
                new Counted(Fact.PRACTICE_CHOSEN, reason.isPresent() ? 1 : 0, reason.stream().toList(),
                        Ways.CHOOSE_PRACTICE.id()),
                new Counted(Fact.GOAL_COMPLETE, goal.filter(one -> one.canvas().complete()).isPresent() ? 1 : 0,
                        goal.map(one -> one.canvas().aim().sentence()).stream().toList(), Ways.WRITE_GOAL.id()));
    }

    /** What a leader promised for the goal, as far as the reader may know of it. */
    private Optional<Text> promise(CallContext here, Goal goal) {
        return new SharedPromises(people)
                .find(here.tx(), here.teamId(), here.standing().view(), goal.canvas().means().promise())
                .map(one -> one.line(here.today()));
    }

    /** For everybody who reads the goal in the channel: without what leaders promised, which can be taken back. */
    private GoalCards.Around around(Transaction tx, Goal goal) {
        return new GoalCards.Around(
                journeys.choice(tx, goal.team(), goal.practice()).map(Move::reason).orElse(""),
                stands.agreed(tx, goal.id()), STORE.closed(tx, goal.id()).map(Goal.Closed::closing),
                Optional.empty());
    }
}
