package dev.stagecoach.coaching.tries;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import dev.stagecoach.chat.Access;
import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Command;
import dev.stagecoach.chat.Feature;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.Counted;
import dev.stagecoach.coaching.MessageKind;
import dev.stagecoach.coaching.NextStep;
import dev.stagecoach.coaching.Period;
import dev.stagecoach.coaching.Room;
import dev.stagecoach.coaching.Section;
import dev.stagecoach.coaching.stage.JourneyStore;
import dev.stagecoach.guide.Fact;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.outbox.Composer;
import dev.stagecoach.outbox.Delivery;
import dev.stagecoach.outbox.Outbox;
import dev.stagecoach.people.People;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Standing;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.people.View;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Transaction;

import static java.util.Map.entry;

/** Trying one change out for some school days, then deciding on it. A guide without the form for it has no tries. */
public final class TryRoom implements Room {
    /** The click that opens the form of a new try; its value is the team. */
    public static final String START = "loop.start";
    static final String LOOK = "loop.look";
    static final String NOTE = "loop.note";
    static final String DECIDE = "loop.decide";
    static final String EXTEND = "loop.extend";
    static final String AGAIN = "loop.again";
    static final String EDIT = "loop.edit";
    static final String SHARE = "loop.share";
    static final String KEEP = "loop.keep";
    static final String DELETE = "loop.delete";
    private static final int DAYS_AHEAD = 7;

    private final JourneyStore journeys = new JourneyStore();
    private final Optional<Tries> known;

    public TryRoom(Database database, People people, Guide guide, Outbox outbox) {
        this.known = guide.workbook().tool(Tries.TOOL).filter(tool -> !tool.fields().isEmpty())
                .map(tool -> new Tries(database, people, guide, outbox, tool));
    }

    @Override
    public Feature feature() {
        return known.map(tries -> {
            var cards = new TryCards(tries);
            var starting = new TryStartActions(tries);
            var running = new TryActions(tries, cards, starting);
            return new Feature("loop",
                    List.of(new Command("try", "Starts a try of one change, or shows what is tried",
                            Access.Who.MEMBERS_AND_COACHES, call -> call.rest().isBlank()
                                    ? running.list(call, call.inTeam())
                                    : starting.open(call, call.inTeam(), call.rest().strip()))),
                    clicks(starting, running), Map.of(BeginForm.ID, starting::begin, BeginForm.EDIT, starting::edited,
                            NoteForm.ID, running::noted, DecideForm.ID, running::decided),
                    Map.of());
        }).orElseGet(() -> new Feature("loop", List.of(), Map.of(), Map.of(), Map.of()));
    }

    private static Map<String, Function<Call.Click, Reply>> clicks(TryStartActions starting, TryActions running) {
        return Map.ofEntries(entry(START, click -> starting.open(click, new TeamId(click.value()), "")),
                entry(AGAIN, starting::again), entry(EDIT, starting::edit), entry(SHARE, starting::share),
                entry(KEEP, starting::keep), entry(DELETE, starting::delete), entry(LOOK, running::look),
                entry(NOTE, running::note), entry(DECIDE, running::decide), entry(EXTEND, running::extend));
    }

    @Override
    public Map<String, Composer> composers() {
        return known.<Map<String, Composer>>map(tries -> Map.of(Tries.CARD,
                Composer.echo((delivery, _) -> compose(tries, delivery)))).orElse(Map.of());
    }

    @Override
    public Map<String, MessageKind> kinds() {
        return Map.of(Tries.CARD, MessageKind.of("A try", "somebody of %s tries something and shares it"));
    }

    private static Composer.Composition compose(Tries tries, Delivery delivery) {
        return tries.database().read(tx -> Composer.Composition.Send.of(tries
                .shownTo(tx, View.TEAM, delivery.team()).stream().filter(one -> one.id().equals(delivery.subject()))
                .findFirst().map(one -> new TryCards(tries).announced(one,
                        tries.people().days().ofTeam(tx, tries.team(tx, one))))
                .orElseGet(() -> Card.saying("This try is no longer shown here."))));
    }

    @Override
    public List<NextStep> steps(Transaction tx, Team team, PersonId person, Standing standing, Instant now) {
        if (!Tries.takesPart(standing)) {
            return List.of();
        }
        return known.map(tries -> steps(tries, tx, team, person, now)).orElse(List.of());
    }

    private List<NextStep> steps(Tries tries, Transaction tx, Team team, PersonId person, Instant now) {
        var open = tries.seenBy(tx, person, team.id()).stream()
                .filter(one -> one.open() && tries.mayWrite(tx, person, one)).toList();
        var steps = new ArrayList<NextStep>();
        for (var one : open) {
            if (tries.waitsFor(tx, team, person, one, now)) {
                steps.add(new NextStep(NextStep.Rank.OPEN_ANSWER, "Time to decide on your try: " + tries.change(one),
                        Button.primary("Decide", DECIDE, one.id())));
            }
        }
        if (!open.isEmpty()) {
            steps.add(new NextStep(NextStep.Rank.ANY_TIME, "Add what you saw to your try.",
                    Button.of("Add to your try", NOTE, open.getFirst().id())));
        } else if (asksForTries(tries, tx, team.id())) {
            steps.add(new NextStep(NextStep.Rank.ANY_TIME, "Try one small change.",
                    Button.of("Start a try", START, team.id().value())));
        }
        return steps;
    }

    private boolean asksForTries(Tries tries, Transaction tx, TeamId team) {
        return journeys.current(tx, team).flatMap(journey -> tries.guide().stage(journey.stage())).stream()
                .flatMap(stage -> stage.gates().stream()).flatMap(gate -> gate.needs().stream())
                .anyMatch(need -> need.fact() == Fact.LOOPS_CLOSED);
    }

    @Override
    public List<Section> sections(Transaction tx, Team team, Period period, View view) {
        return known.map(tries -> {
            var shown = tries.shownTo(tx, view, team.id());
            var sections = new ArrayList<Section>();
            add(sections, Section.Place.COMMITMENTS, true,
                    shown.stream().filter(one -> one.run().decision().filter(it -> !it.at().isBefore(period.from())
                            && it.at().isBefore(period.until())).isPresent())
                            .map(one -> Text.of("Tried: " + tries.change(one) + " ").quiet(new TryCards(tries)
                                    .ended(one)))
                            .toList());
            var calendar = tries.people().days().ofTeam(tx, team);
            var soon = period.until().atZone(team.zone()).toLocalDate().plusDays(DAYS_AHEAD);
            add(sections, Section.Place.NEXT, false,
                    shown.stream().filter(one -> one.open() && !one.run().due(calendar).isAfter(soon))
                            .map(one -> Text.of("To decide by " + TryCards.day(one.run().due(calendar))
                                    + ", with /coach try: " + tries.change(one)))
                            .toList());
            return List.copyOf(sections);
        }).orElse(List.of());
    }

    /** How the tries on a practice that the team may see ended, such as "Keep: 2", without a word of what was tried. */
    public List<String> endings(Transaction tx, Team team, String practice) {
        return known.map(tries -> {
            var closed = tries.shownTo(tx, View.TEAM, team.id()).stream()
                    .filter(one -> one.filled().practice().equals(practice))
                    .flatMap(one -> one.run().decision().stream()).map(TryRun.Decision::key).toList();
            return tries.loop().decisions().stream().filter(term -> closed.contains(term.key())).map(term -> term.name()
                    + ": " + Collections.frequency(closed, term.key())).toList();
        }).orElse(List.of());
    }

    private static void add(List<Section> sections, Section.Place place, boolean eventful, List<Text> lines) {
        if (!lines.isEmpty()) {
            sections.add(new Section(place, eventful, lines, List.of()));
        }
    }

    /** A try that its owner keeps private is not counted: what it rests on is for the whole team to read. */
    @Override
    public List<Counted> counted(Transaction tx, Team team, String practice, Instant now) {
        return known.map(tries -> {
            var closed = tries.shownTo(tx, View.TEAM, team.id()).stream()
                    .filter(one -> !one.open() && one.filled().practice().equals(practice)).toList();
            return List.of(new Counted(Fact.LOOPS_CLOSED, closed.size(), closed.stream()
                    .map(one -> tries.change(one) + " (" + new TryCards(tries).ended(one) + ")").toList(), START));
        }).orElse(List.of());
    }
}
