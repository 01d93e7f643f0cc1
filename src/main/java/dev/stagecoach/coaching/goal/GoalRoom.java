package dev.stagecoach.coaching.goal;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import dev.stagecoach.chat.Access;
import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.Command;
import dev.stagecoach.chat.Feature;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.Counted;
import dev.stagecoach.coaching.FormReader;
import dev.stagecoach.coaching.MessageKind;
import dev.stagecoach.coaching.NextStep;
import dev.stagecoach.coaching.Period;
import dev.stagecoach.coaching.Room;
import dev.stagecoach.coaching.Section;
import dev.stagecoach.coaching.stage.Journey;
import dev.stagecoach.coaching.stage.JourneyStore;
import dev.stagecoach.coaching.stage.Move;
import dev.stagecoach.guide.Fact;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.outbox.Composer;
import dev.stagecoach.outbox.Delivery;
import dev.stagecoach.outbox.Outbox;
import dev.stagecoach.people.People;
import dev.stagecoach.people.Person;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.ReachabilityStore;
import dev.stagecoach.people.Standing;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.people.View;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Transaction;

/** Choosing the practice and writing the goal for it. */
public final class GoalRoom implements Room {
    /** The click that opens the choice of a practice; its value is the team. */
    public static final String CHOOSE = "goal.choose";
    /** The click that opens the goal canvas; its value is the goal. */
    public static final String EDIT = "goal.edit";
    /** The click that opens the canvas of the present goal, or the choice before it; its value is the team. */
    public static final String WRITE = "goal.write";
    /** The click that shows what changed when; its value is the goal. */
    public static final String HISTORY = "goal.history";
    private static final Reply NOT_YOURS = Reply.Refused
            .because("The team's members and coaches write the goal. /coach goal shows it to you.");
    private static final Reply GONE = Reply.Refused
            .because("I cannot find this goal. /coach goal shows the present one.");

    private final ReachabilityStore places = new ReachabilityStore();
    private final Database database;
    private final People people;
    private final Guide guide;
    private final GoalStore store = new GoalStore();
    private final LadderStore stands = new LadderStore();
    private final JourneyStore journeys = new JourneyStore();
    private final GoalActions actions;
    private final GoalCards cards;

    public GoalRoom(Database database, People people, Guide guide, Outbox outbox) {
        this.database = database;
        this.people = people;
        this.guide = guide;
        this.actions = new GoalActions(guide, outbox);
        this.cards = new GoalCards(guide);
    }

    @Override
    public Feature feature() {
        return new Feature("goal",
                List.of(new Command("goal", "Shows the team's goal, or starts it", Access.Who.TEAM, this::show)),
                Map.of(CHOOSE, this::openChoice, EDIT, this::openCanvas, WRITE, this::write, HISTORY, this::history),
                Map.of(ChoiceForm.ID, this::choose, AimForm.ID, this::aim, MeansForm.ID, this::means), Map.of());
    }

    @Override
    public Map<String, Composer> composers() {
        return Map.of(GoalActions.CARD, Composer.echo(this::card));
    }

    @Override
    public Map<String, MessageKind> kinds() {
        return Map.of(GoalActions.CARD,
                MessageKind.of("The team’s goal", "somebody of %s showed the goal to the team"));
    }

    private Reply show(Call.Typed call) {
        return database.read(tx -> {
            var team = call.inTeam();
            var standing = standing(tx, team, call.person());
            return new Reply.ToYou(store.current(tx, team).map(goal -> goal.canvas().written()
                    ? cards.shown(goal, around(tx, goal), standing)
                    : cards.unwritten(goal, standing)).orElseGet(() -> cards.none(team, standing)));
        });
    }

    private Reply openChoice(Call.Click click) {
        return database.read(tx -> {
            var team = new TeamId(click.value());
            if (!mayWrite(standing(tx, team, click.person()))) {
                return NOT_YOURS;
            }
            return new Reply.Open(ChoiceForm.form(guide, team, journeys.current(tx, team).map(Journey::practice)));
        });
    }

    private Reply choose(Call.Submission sent) {
        var reading = new FormReader(sent.answers());
        var choice = ChoiceForm.read(reading, guide);
        return reading.mend().orElseGet(() -> database.write(tx -> {
            var team = people.teams().find(tx, new TeamId(sent.context()));
            if (team.isEmpty() || !mayWrite(standing(tx, team.get().id(), sent.person()))) {
                return NOT_YOURS;
            }
            var goal = actions.choose(tx, team.get(), choice, sent.person(), sent.now());
            return new Reply.Next(AimForm.form(guide, goal, cards.practiceName(goal.practice())));
        }));
    }

    private Reply openCanvas(Call.Click click) {
        return database.read(tx -> actions.find(tx, click.value()).map(goal -> canvas(tx, goal, click.person()))
                .orElse(GONE));
    }

    private Reply write(Call.Click click) {
        return database.read(tx -> store.current(tx, new TeamId(click.value()))
                .map(goal -> canvas(tx, goal, click.person()))).orElseGet(() -> openChoice(click));
    }

    private Reply canvas(Transaction tx, Goal goal, PersonId person) {
        return mayWrite(standing(tx, goal.team(), person))
                ? new Reply.Open(AimForm.form(guide, goal, cards.practiceName(goal.practice())))
                : NOT_YOURS;
    }

    private Reply aim(Call.Submission sent) {
        return withGoal(sent, (tx, goal, seen) -> {
            var reading = new FormReader(sent.answers());
            var today = sent.now().atZone(team(tx, goal).zone()).toLocalDate();
            var aim = AimForm.read(reading, guide, today);
            return reading.mend()
                    .orElseGet(() -> switch (actions.save(tx, goal, seen.version(), goal.canvas().with(aim),
                            author(sent))) {
                        case GoalActions.Outcome.Saved(var saved) -> new Reply.Next(MeansForm.form(guide, saved));
                        case GoalActions.Outcome.Overtaken(var present) -> overtaken(tx, AimForm.SENTENCE, present);
                    });
        });
    }

    private Reply means(Call.Submission sent) {
        return withGoal(sent, (tx, goal, seen) -> {
            var reading = new FormReader(sent.answers());
            var means = MeansForm.read(reading);
            return reading.mend().orElseGet(() -> switch (actions.save(tx, goal, seen.version(),
                    goal.canvas().with(means), author(sent))) {
                case GoalActions.Outcome.Saved(var saved) -> published(tx, saved, sent.now());
                case GoalActions.Outcome.Overtaken(var present) -> overtaken(tx, MeansForm.MEASURE, present);
            });
        });
    }

    private Reply published(Transaction tx, Goal goal, Instant now) {
        var team = team(tx, goal);
        actions.publish(tx, team, goal, now);
        return new Reply.ToYou(cards.saved(goal, places.resting(tx, team).isEmpty()));
    }

    private Reply overtaken(Transaction tx, String field, Goal present) {
        var who = people.members().person(tx, present.present().by()).map(Person::name).orElse("Somebody");
        return new Reply.Mend(Map.of(field, who + " changed this goal while you were writing, so it is not saved."
                + " Copy what you want to keep, close this form, and press Edit goal again."));
    }

    private Reply history(Call.Click click) {
        return database.read(tx -> actions.find(tx, click.value())
                .filter(goal -> standing(tx, goal.team(), click.person()).belongs())
                .<Reply>map(goal -> new Reply.ToYou(
                        cards.history(store.history(tx, goal.id()), team(tx, goal).zone())))
                .orElse(GONE));
    }

    private Reply withGoal(Call.Submission sent, Save save) {
        var seen = AimForm.Seen.parse(sent.context());
        if (seen.isEmpty()) {
            return GONE;
        }
        return database.write(tx -> actions.find(tx, seen.get().goal())
                .map(goal -> mayWrite(standing(tx, goal.team(), sent.person()))
                        ? save.with(tx, goal, seen.get())
                        : NOT_YOURS)
                .orElse(GONE));
    }

    /** Reads a page and saves it. */
    private interface Save {
        Reply with(Transaction tx, Goal goal, AimForm.Seen seen);
    }

    private Composer.Composition card(Delivery delivery, Instant now) {
        return database.read(tx -> actions
                .find(tx, delivery.subject()).<Composer.Composition>map(
                        goal -> Composer.Composition.Send.of(cards.goal(goal, around(tx, goal))))
                .orElseGet(() -> new Composer.Composition.Skip("the goal is no longer there")));
    }

    @Override
    public List<NextStep> steps(Transaction tx, Team team, PersonId person, Standing standing, Instant now) {
        if (!mayWrite(standing)) {
            return List.of();
        }
        var rank = standing.isCoach() ? NextStep.Rank.NEXT : NextStep.Rank.ANY_TIME;
        var goal = store.current(tx, team.id());
        if (goal.isEmpty()) {
            return List.of(new NextStep(rank, "Choose the practice your team works on next.",
                    Button.primary("Choose the practice", CHOOSE, team.id().value())));
        }
        return goal.filter(one -> one.published().isEmpty())
                .map(one -> new NextStep(NextStep.Rank.NEXT,
                        "Write the goal for " + cards.practiceName(one.practice()) + ".",
                        Button.primary("Write the goal", EDIT, one.id())))
                .stream().toList();
    }

    @Override
    public List<Section> sections(Transaction tx, Team team, Period period, View view) {
        return store.current(tx, team.id()).filter(goal -> goal.published().isPresent())
                .map(goal -> GoalSections.of(goal, team, period)).orElse(List.of());
    }

    @Override
    public List<Counted> counted(Transaction tx, Team team, String practice, Instant now) {
        var reason = journeys.choice(tx, team.id(), practice).map(Move::reason).filter(why -> !why.isBlank());
        var goal = store.with(tx, team.id(), practice).filter(one -> one.published().isPresent());
        return List.of(
                new Counted(Fact.PRACTICE_CHOSEN, reason.isPresent() ? 1 : 0, reason.stream().toList(), CHOOSE),
                new Counted(Fact.GOAL_COMPLETE, goal.filter(one -> one.canvas().complete()).isPresent() ? 1 : 0,
                        goal.map(one -> one.canvas().aim().sentence()).stream().toList(), WRITE));
    }

    private GoalCards.Around around(Transaction tx, Goal goal) {
        return new GoalCards.Around(
                journeys.choice(tx, goal.team(), goal.practice()).map(Move::reason).orElse(""),
                stands.agreed(tx, goal.id()));
    }

    private Team team(Transaction tx, Goal goal) {
        return people.teams().find(tx, goal.team()).orElseThrow();
    }

    private Standing standing(Transaction tx, TeamId team, PersonId person) {
        return people.members().standing(tx, team, person);
    }

    private static boolean mayWrite(Standing standing) {
        return standing.takesPart();
    }

    private static GoalActions.Author author(Call.Submission sent) {
        return new GoalActions.Author(sent.person(), sent.now());
    }
}
