package dev.stagecoach.coaching.goal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Feature;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.Counted;
import dev.stagecoach.coaching.FormReader;
import dev.stagecoach.coaching.NextStep;
import dev.stagecoach.coaching.Room;
import dev.stagecoach.guide.Fact;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.outbox.Outbox;
import dev.stagecoach.people.People;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Standing;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Transaction;

/** The team agrees where it stands on its goal's ladder: one proposes, another confirms. */
public final class LadderRoom implements Room {
    /** The click that shows the ladder of the present goal; its value is the team. */
    public static final String OPEN = "ladder.open";
    static final String LOOK = "ladder.look";
    static final String PROPOSE = "ladder.propose";
    static final String CONFIRM = "ladder.confirm";
    private static final Reply NOT_YOURS = Reply.Refused
            .because("The team's members and coaches say where it stands. /coach goal shows what they agreed on.");
    private static final Reply NO_GOAL = Reply.Refused
            .because("There is no goal here to stand on yet. /coach goal starts it.");
    private static final Reply OWN = Reply.Refused
            .because("This is your own proposal, so another member or a coach confirms it.");
    private static final Reply NEWER = Reply.Refused
            .because("Somebody has proposed something else meanwhile. Open the ladder again to see it.");

    private final Database database;
    private final People people;
    private final Guide guide;
    private final Outbox outbox;
    private final GoalStore goals = new GoalStore();
    private final LadderStore stands = new LadderStore();
    private final LadderCards cards;

    public LadderRoom(Database database, People people, Guide guide, Outbox outbox) {
        this.database = database;
        this.people = people;
        this.guide = guide;
        this.outbox = outbox;
        this.cards = new LadderCards(guide);
    }

    @Override
    public Feature feature() {
        return new Feature("ladder", List.of(),
                Map.of(OPEN, this::open, LOOK, this::look, PROPOSE, this::propose, CONFIRM, this::confirm),
                Map.of(LadderForm.ID, this::proposed), Map.of());
    }

    private Reply open(Call.Click click) {
        return database.read(tx -> goals.current(tx, new TeamId(click.value())).filter(LadderRoom::shown)
                .filter(goal -> standing(tx, goal, click.person()).belongs())
                .<Reply>map(goal -> new Reply.ToYou(page(tx, goal, click.person()))).orElse(NO_GOAL));
    }

    private Reply look(Call.Click click) {
        return database.read(tx -> goals.find(tx, click.value()).filter(LadderRoom::shown)
                .filter(goal -> standing(tx, goal, click.person()).belongs())
                .<Reply>map(goal -> new Reply.ToYou(page(tx, goal, click.person()))).orElse(NO_GOAL));
    }

    private Reply propose(Call.Click click) {
        return database.read(tx -> writing(tx, click.value(), click.person(),
                goal -> new Reply.Open(LadderForm.form(guide, goal))));
    }

    private Reply proposed(Call.Submission sent) {
        return LadderForm.Target.parse(sent.context()).map(target -> database.write(tx -> writing(tx, target.goal(),
                sent.person(), goal -> {
                    var reading = new FormReader(sent.answers());
                    var stand = LadderForm.read(reading, guide, target, sent);
                    return reading.mend().orElseGet(() -> {
                        stands.propose(tx, stand);
                        return new Reply.ToYou(Card.saying("Proposed. The others see it on their Home tab; once one"
                                + " of them confirms it, it stands with the goal.")
                                .buttons(Button.of("Where we stand", LOOK, goal.id())));
                    });
                }))).orElse(NO_GOAL);
    }

    private Reply confirm(Call.Click click) {
        return database.write(tx -> stands.find(tx, click.value()).map(stand -> writing(tx, stand.goal(),
                click.person(), goal -> confirmed(tx, goal, stand, click))).orElse(NO_GOAL));
    }

    private Reply confirmed(Transaction tx, Goal goal, LadderPlacement stand, Call.Click click) {
        if (stand.by().equals(click.person())) {
            return OWN;
        }
        if (stand.open() && !stands.proposed(tx, goal.id()).equals(Optional.of(stand))) {
            return NEWER;
        }
        stands.confirm(tx, stand.id(), new LadderPlacement.Agreed(click.person(), click.now()));
        outbox.refresh(tx, GoalActions.key(goal));
        return new Reply.ToYou(page(tx, goal, click.person()));
    }

    private Card page(Transaction tx, Goal goal, PersonId person) {
        var zone = people.teams().find(tx, goal.team()).orElseThrow().zone();
        return cards.page(goal, stands.of(tx, goal.id()),
                new LadderCards.Viewer(person, mayWrite(standing(tx, goal, person)), zone));
    }

    /** Whoever proposed waits for somebody else, so only the others are asked. */
    @Override
    public List<NextStep> steps(Transaction tx, Team team, PersonId person, Standing standing, Instant now) {
        if (!mayWrite(standing)) {
            return List.of();
        }
        return goals.current(tx, team.id()).flatMap(goal -> stands.proposed(tx, goal.id())).stream()
                .filter(stand -> !stand.by().equals(person))
                .map(stand -> new NextStep(NextStep.Rank.OPEN_ANSWER, "Do you agree where the team stands on its goal? "
                        + LadderCards.line(guide, stand), Button.primary("Look at it", LOOK, stand.goal())))
                .toList();
    }

    @Override
    public List<Counted> counted(Transaction tx, Team team, String practice, Instant now) {
        var agreed = goals.with(tx, team.id(), practice).flatMap(goal -> stands.agreed(tx, goal.id()));
        return List.of(new Counted(Fact.LADDER_AGREED, agreed.isPresent() ? 1 : 0,
                agreed.map(stand -> LadderCards.line(guide, stand)).stream().toList(), OPEN));
    }

    private Reply writing(Transaction tx, String goal, PersonId person, Function<Goal, Reply> work) {
        return goals.find(tx, goal).filter(LadderRoom::shown)
                .map(one -> mayWrite(standing(tx, one, person)) ? work.apply(one) : NOT_YOURS).orElse(NO_GOAL);
    }

    /** A goal that the team has not seen yet is nothing to stand on. */
    private static boolean shown(Goal goal) {
        return goal.published().isPresent();
    }

    private Standing standing(Transaction tx, Goal goal, PersonId person) {
        return people.members().standing(tx, goal.team(), person);
    }

    private static boolean mayWrite(Standing standing) {
        return standing.takesPart();
    }
}
