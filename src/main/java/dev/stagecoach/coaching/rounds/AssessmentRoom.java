package dev.stagecoach.coaching.rounds;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import dev.stagecoach.chat.Action;
import dev.stagecoach.chat.Action.Handled;
import dev.stagecoach.chat.DateText;
import dev.stagecoach.chat.Feature;
import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.Counted;
import dev.stagecoach.coaching.MessageKind;
import dev.stagecoach.coaching.NextStep;
import dev.stagecoach.coaching.OwnItem;
import dev.stagecoach.coaching.Period;
import dev.stagecoach.coaching.Room;
import dev.stagecoach.coaching.Section;
import dev.stagecoach.coaching.Ways;
import dev.stagecoach.guide.Fact;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.outbox.Composer;
import dev.stagecoach.outbox.Job;
import dev.stagecoach.outbox.Outbox;
import dev.stagecoach.outbox.SendPolicy;
import dev.stagecoach.people.People;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.ResponseRate;
import dev.stagecoach.people.Standing;
import dev.stagecoach.people.Subscription;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.people.View;
import dev.stagecoach.picture.Tally;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Transaction;

/** Self-assessment: a coach opens a round, members place the practices privately, the team sees the result at once. */
public final class AssessmentRoom implements Room {
    /** So long a result is something to talk about. */
    private static final Duration FRESH = Duration.ofDays(42);

    private final FigureStore figures = new FigureStore();
    private final People people;
    private final Guide guide;
    private final Rounds rounds;
    private final RoundActions coaches;
    private final RatingActions members;
    private final RevealActions reveals;
    private final RoundClosingJob closing;
    private final ReassessmentReminder again;
    private final DeclineAlert slips;
    private final JointActions joint;
    private final SchoolGoalActions school;
    private final PooledSection pools;
    private final RoundStore store = new RoundStore();
    private final RatingStore ratings = new RatingStore();
    private final ChangeStore changes = new ChangeStore();

    public AssessmentRoom(Database database, People people, Guide guide, Outbox outbox) {
        this.people = people;
        this.guide = guide;
        this.rounds = new Rounds(people, guide, outbox);
        this.coaches = new RoundActions(people, guide, rounds);
        this.members = new RatingActions(people, guide, rounds);
        this.reveals = new RevealActions(database, people, guide, outbox);
        this.closing = new RoundClosingJob(database, rounds);
        this.again = new ReassessmentReminder(database, people, guide, outbox);
        this.slips = new DeclineAlert(database, people, guide);
        this.joint = new JointActions(guide, rounds);
        this.school = new SchoolGoalActions(guide, rounds);
        this.pools = new PooledSection(new RoundWords(guide));
    }

    @Override
    public Feature feature() {
        return new Feature("assessment", List.of(
                new Action.Typed("round", "opens a self-assessment round, or shows how it is going", coaches.state()),
                new Action.Typed("rate", "asks where you stand, in private", members.now())
                        .also("assess", "assessment", "self-assessment", "survey").orElse("round"),
                new Action.Typed("results", "shows the last self-assessment result, only to you", reveals.results())),
                Stream.of(coaches.actions(), members.actions(), List.<Handled<?>>of(reveals.results()),
                        joint.actions(), school.actions()).<Handled<?>>flatMap(List::stream).toList());
    }

    @Override
    public Map<String, Composer> composers() {
        return Map.of(Rounds.INVITE,
                Composer.asking(SendPolicy.REQUEST, Subscription.ROUNDS, (delivery, _) -> reveals.invite(delivery)),
                Rounds.REVEAL,
                Composer.echo((delivery, _) -> reveals.reveal(delivery)), Rounds.SLIP,
                Composer.asking(SendPolicy.REQUEST, Subscription.COACHING, (delivery, _) -> slips.composed(delivery)),
                ReassessmentReminder.KIND,
                Composer.asking(SendPolicy.NUDGE, Subscription.COACHING, (delivery, _) -> again.composed(delivery)));
    }

    @Override
    public Map<String, MessageKind> kinds() {
        return Map.of(
                Rounds.INVITE,
                MessageKind.of("Invitation to the self-assessment", "a coach of %s opened a self-assessment round"),
                Rounds.REVEAL,
                MessageKind.of("Result of the self-assessment", "a self-assessment round of %s closed"), Rounds.SLIP,
                MessageKind.of("Lower than before", "you coach %s, and the same people placed something lower than "
                        + "before"),
                ReassessmentReminder.KIND,
                MessageKind.of("Time to look again", "you coach %s, which is keeping a practice going"));
    }

    @Override
    public List<Job> jobs() {
        return List.of(closing, again);
    }

    @Override
    public List<OwnItem> own(Transaction tx, Team team, PersonId person) {
        return Stream.concat(store.openIn(tx, team.id()).stream(), store.closed(tx, team.id()).stream())
                .flatMap(round -> ratings.placements(tx, round).stream().filter(one -> one.author().equals(person))
                        .limit(1).map(one -> new OwnItem("Where you placed yourself in the round of "
                                + DateText.dayAndYear(round.openedAt(), team.zone()), one)))
                .toList();
    }

    @Override
    public List<NextStep> steps(Transaction tx, Team team, PersonId person, Standing standing, Instant now) {
        var steps = new ArrayList<NextStep>();
        var open = store.openIn(tx, team.id());
        open.filter(round -> standing.isMember() && round.takesAnswers(now)).ifPresent(round -> {
            var finished = ratings.finished(tx, round.id(), person);
            steps.add(finished
                    ? new NextStep(NextStep.Rank.ANY_TIME,
                            "Look at your self-assessment again while the round is open.",
                            RatingActions.RATE.button("Look again", round.id()))
                    : new NextStep(NextStep.Rank.OPEN_ANSWER,
                            "Say where your " + guide.sides().group() + " stands; it takes about three minutes.",
                            RatingActions.RATE.primary("Place my " + guide.sides().group(), round.id())));
        });
        if (standing.isCoach() && open.isPresent()) {
            steps.add(new NextStep(NextStep.Rank.NEXT, "See how the self-assessment round is going.",
                    RoundActions.STATE.button("See the round", team.id())));
        }
        if (standing.isCoach() && !store.any(tx, team.id())) {
            steps.add(new NextStep(NextStep.Rank.NEXT, "Open your first self-assessment round.",
                    Ways.OPEN_ROUND.primary("Open a round", team.id())));
        }
        if (standing.isCoach() && open.isEmpty() && store.any(tx, team.id())) {
            steps.add(new NextStep(NextStep.Rank.ANY_TIME, "Open another self-assessment round.",
                    Ways.OPEN_ROUND.button("Open a new round", team.id())));
        }
        steps.addAll(school.steps(tx, team.id(), standing));
        return steps;
    }

    @Override
    public List<Section> sections(Transaction tx, Team team, Period period, View view) {
        var sections = new ArrayList<Section>();
        for (var round : store.in(tx, team.id(), period)) {
            var progress = round.closed().map(end -> new Rounds.Progress(end.tookPart(), end.asked(), 0))
                    .orElseGet(() -> rounds.progress(tx, round));
            var rate = new ResponseRate(progress.tookPart(), progress.asked());
            var over = round.closed().isPresent();
            var count = over ? rate.words(view).orElse("some") + " took part." : rate.soFar() + " begun.";
            sections.add(new Section(Section.Place.PARTICIPATION, progress.tookPart() > 0,
                    List.of(Text.of("Self-assessment: " + count)),
                    over && rate.exact(view)
                            ? List.of(new Tally("Self-assessment", progress.tookPart(), progress.asked()))
                            : List.of()));
            round.closed().filter(end -> end.at().isBefore(period.until()))
                    .ifPresentOrElse(end -> highlight(end).ifPresent(sections::add),
                            () -> sections.add(next(round, team)));
        }
        if (view == View.LEADER) {
            pools.section(tx, team.id(), period).ifPresent(sections::add);
        }
        return sections;
    }

    @Override
    public List<Counted> counted(Transaction tx, Team team, String practice, Instant now) {
        var last = store.lastClosed(tx, team.id()).filter(round -> round.practices().contains(practice));
        var end = last.flatMap(Round::closed);
        var percent = end.filter(one -> one.asked() > 0).map(one -> 100 * one.tookPart() / one.asked()).orElse(0);
        var shown = last.filter(Round::hasResult).isPresent();
        var receipts = shown ? List.of("The last round has a result.") : List.<String>of();
        return List.of(new Counted(Fact.RATED_PERCENT, percent, receipts, Ways.OPEN_ROUND.id()),
                new Counted(Fact.RESULTS_SHOWN, shown ? 1 : 0, receipts, Ways.OPEN_ROUND.id()),
                new Counted(Fact.ROUNDS_REPEATED, changes.repeated(tx, team.id(), practice), List.of(),
                        Ways.OPEN_ROUND.id()),
                new Counted(Fact.REPEATED_AFTER_MONTHS, again.seen(tx, team, practice), List.of(),
                        Ways.OPEN_ROUND.id()));
    }

    @Override
    public void teamChanged(Transaction tx, Team team, Instant now) {
        again.watch(tx, team.id(), now);
    }

    /** How the same people moved with the practice in the last round that asked about it, a sentence for each side. */
    public List<String> moved(Transaction tx, Team team, String practice, Instant since) {
        return store.closed(tx, team.id()).stream().filter(round -> round.practices().contains(practice)).findFirst()
                .filter(round -> !round.closing().at().isBefore(since))
                .stream().flatMap(round -> reveals.moved(tx, round, practice, team.zone()).stream()).toList();
    }

    /** What the same people placed higher or lower in the last result, as it reads after "because"; for the coach. */
    public Optional<String> movedLately(Transaction tx, Team team, Instant now) {
        return lastResult(tx, team, now).flatMap(reveal -> reveal.all().stream().flatMap(figure -> reveal.moved(figure)
                .flatMap(ChangeStore.Compared::change).filter(change -> change.up() != change.down())
                .map(change -> named(figure) + " is placed " + (change.up() > change.down() ? "higher" : "lower")
                        + " than last time")
                .stream()).findFirst());
    }

    /** On what the team's views lie far apart in the last result, as it reads after "because"; for the coach. */
    public Optional<String> farApart(Transaction tx, Team team, Instant now) {
        return lastResult(tx, team, now).flatMap(reveal -> reveal.all().stream()
                .filter(figure -> reveal.of(figure.practice(), figure.side()).filter(one -> one.twoCamps()
                        || one.spread() == Distribution.Spread.FAR_APART).isPresent())
                .map(figure -> "the team is far apart on " + named(figure)).findFirst());
    }

    private Optional<Reveal> lastResult(Transaction tx, Team team, Instant now) {
        return store.lastClosed(tx, team.id()).filter(round -> round.closing().at().plus(FRESH).isAfter(now))
                .map(round -> figures.of(tx, round));
    }

    private String named(Reveal.Figure figure) {
        var words = new RoundWords(guide);
        return words.shortName(figure.practice()) + " (" + words.side(figure.side()) + ")";
    }

    /** Where the person last placed the practice, for that person alone. */
    public Optional<Integer> ownLevel(Transaction tx, TeamId team, PersonId person, String practice) {
        return Stream.of(store.openIn(tx, team), store.lastClosed(tx, team)).flatMap(Optional::stream)
                .flatMap(round -> people.gate().open(tx, person, ratings.of(tx, round, person)).stream())
                .flatMap(own -> own.level(practice).stream()).findFirst();
    }

    /** A round in which nobody took part is none. */
    private static Optional<Section> highlight(Round.Closing end) {
        return Optional.of(end).filter(one -> one.tookPart() > 0).map(_ -> new Section(Section.Place.HIGHLIGHTS, true,
                List.of(Text.of("The self-assessment closed, and the team saw where it stands.")),
                List.of()));
    }

    private static Section next(Round round, Team team) {
        var line = RoundWords.moment(Text.of("The self-assessment round closes "), round.closesAt(), team.zone());
        return new Section(Section.Place.NEXT, false, List.of(line.plus(".")), List.of());
    }
}
