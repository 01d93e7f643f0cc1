package dev.stagecoach.coaching.tries;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import dev.stagecoach.chat.Access;
import dev.stagecoach.chat.Access.Who;
import dev.stagecoach.chat.Action;
import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Carried;
import dev.stagecoach.chat.Carried.Part;
import dev.stagecoach.chat.DateText;
import dev.stagecoach.chat.Feature;
import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.Counted;
import dev.stagecoach.coaching.MessageKind;
import dev.stagecoach.coaching.NextStep;
import dev.stagecoach.coaching.OwnItem;
import dev.stagecoach.coaching.OwnItems;
import dev.stagecoach.coaching.Period;
import dev.stagecoach.coaching.Room;
import dev.stagecoach.coaching.Section;
import dev.stagecoach.coaching.stage.JourneyStore;
import dev.stagecoach.coaching.tries.BeginForm.Beginning;
import dev.stagecoach.coaching.tries.TryStore.Whose;
import dev.stagecoach.coaching.workbook.Target;
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

/** Trying one change out for some school days, then deciding on it. A guide without the form for it has no tries. */
public final class TryRoom implements Room {
    private static final String OWNER = "its owner";
    private static final String WRITERS = "its owner, or everybody where it is the team’s";
    private static final Access READS = Access.reads(Who.MEMBERS_AND_COACHES);
    private static final Access WRITES = Access.writes(Who.MEMBERS_AND_COACHES);
    private static final Carried.TeamOf<String> TEAM_OF = (tx, id) -> Tries.RUNS.whose(tx, id).map(Whose::team);
    private static final Carried<String> TRY = Carried.thing(TEAM_OF);
    private static final Carried<Part> PART = Carried.part(TEAM_OF);
    private static final Carried<Part> DAYS = new Carried<>(PART.write(),
            text -> PART.read().apply(text).filter(one -> one.part().matches("\\d{1,3}")), PART.teamOf());
    /** Opens the form of a new try. */
    public static final Action<TeamId> START = Action.click("loop.start", Carried.team(), READS);
    static final Action<Beginning> BEGIN = Action.form("loop.begin", Beginning.CARRIED, WRITES);
    static final Action<String> LOOK = Action.click("loop.look", TRY, READS).onlyFor("its owner, or the team once it"
            + " is shared", (here, id) -> rule(here, id, one -> one.shared() || owns(here, one)));
    static final Action<String> NOTE = everybodys(Action.click("loop.note", TRY, READS));
    static final Action<Part> NOTED = Action.form("loop.note", PART, WRITES).onlyFor(WRITERS,
            (here, one) -> mayWrite(here, one.id()));
    static final Action<String> DECIDE = everybodys(Action.click("loop.decide", TRY, READS));
    static final Action<String> DECIDED = everybodys(Action.form("loop.decide", TRY, WRITES));
    static final Action<Part> EXTEND = Action.click("loop.extend", DAYS, WRITES).onlyFor(WRITERS,
            (here, one) -> mayWrite(here, one.id()));
    static final Action<String> AGAIN = everybodys(Action.click("loop.again", TRY, READS));
    static final Action<String> EDIT = own(Action.click("loop.edit", TRY, READS));
    static final Action<Target> EDITED = Action.form("loop.edit", Target.CARRIED, WRITES).onlyFor(OWNER,
            (here, target) -> rule(here, target.id(),
                    one -> one.team().equals(target.team()) && owns(here, one)));
    static final Action<String> SHARE = own(Action.click("loop.share", TRY, READS));
    static final Action<String> SHARED = own(Action.form("loop.share", TRY, WRITES));
    static final Action<String> KEEP = Action.click("loop.keep", TRY, WRITES).onlyFor(
            "its owner, where it is not the team’s",
            (here, id) -> rule(here, id, one -> !one.ofTeam() && owns(here, one)));
    static final Action<String> DELETE = own(Action.click("loop.delete", TRY, WRITES.deleting()));
    private static final int DAYS_AHEAD = 7;

    private final JourneyStore journeys = new JourneyStore();
    private final Optional<Tries> known;

    public TryRoom(Database database, People people, Guide guide, Outbox outbox) {
        this.known = guide.workbook().tool(Tries.TOOL).filter(tool -> !tool.fields().isEmpty())
                .map(tool -> new Tries(database, people, guide, outbox, tool));
    }

    private static boolean rule(CallContext here, String id, Predicate<Whose> holds) {
        return Tries.RUNS.whose(here.tx(), id).filter(holds).isPresent();
    }

    private static boolean owns(CallContext here, Whose one) {
        return one.owner().equals(here.person());
    }

    private static boolean mayWrite(CallContext here, String id) {
        return rule(here, id, one -> one.ofTeam() || owns(here, one));
    }

    private static Action<String> own(Action<String> action) {
        return action.onlyFor(OWNER, (here, id) -> rule(here, id, one -> owns(here, one)));
    }

    private static Action<String> everybodys(Action<String> action) {
        return action.onlyFor(WRITERS, TryRoom::mayWrite);
    }

    @Override
    public Feature feature() {
        return known.map(tries -> {
            var starting = new TryStartActions(tries);
            var running = new TryActions(tries, new TryCards(tries), starting);
            return new Feature("loop",
                    List.of(new Action.Typed("try", "starts a try of one change, or shows what is being tried",
                            START.by((here, _) -> here.typed().isEmpty() ? running.list(here) : starting.open(here)))),
                    List.of(START.by((here, _) -> starting.open(here)), BEGIN.by(starting::begin),
                            LOOK.by(running::look), NOTE.by(running::note), NOTED.by(running::noted),
                            DECIDE.by(running::decide), DECIDED.by(running::decided), EXTEND.by(running::extend),
                            AGAIN.by(starting::again), EDIT.by(starting::edit), EDITED.by(starting::edited),
                            SHARE.by(starting::share), SHARED.by(starting::shared), KEEP.by(starting::keep),
                            DELETE.by(starting::delete)));
        }).orElse(Feature.NONE);
    }

    @Override
    public Map<String, Composer> composers() {
        return known.<Map<String, Composer>>map(tries -> Map.of(Tries.CARD,
                Composer.echo((delivery, _) -> compose(tries, delivery)))).orElse(Map.of());
    }

    @Override
    public Map<String, MessageKind> kinds() {
        return Map.of(Tries.CARD, MessageKind.of("A try", "somebody on %s is trying something and shared it"));
    }

    private static Composer.Composition compose(Tries tries, Delivery delivery) {
        return tries.database().read(tx -> Composer.Composition.Send.of(tries
                .shownTo(tx, View.TEAM, delivery.team()).stream().filter(one -> one.id().equals(delivery.subject()))
                .findFirst().map(one -> new TryCards(tries).announced(one,
                        tries.people().days().ofTeam(tx, tries.team(tx, one))))
                .orElseGet(() -> Card.saying("This try is no longer shown here."))));
    }

    @Override
    public List<OwnItem> own(Transaction tx, Team team, PersonId person) {
        return known.map(tries -> new OwnItems(tx, tries.people().gate(), person).of(Tries.RUNS.of(tx, team.id()),
                one -> (one.ofTeam() ? "The team’s try since " : "Your own try since ")
                        + DateText.dayAndYear(one.started())))
                .orElse(List.of());
    }

    @Override
    public List<NextStep> steps(Transaction tx, Team team, PersonId person, Standing standing, Instant now) {
        if (!standing.takesPart()) {
            return List.of();
        }
        return known.map(tries -> steps(tries, tx, team, person, now)).orElse(List.of());
    }

    private List<NextStep> steps(Tries tries, Transaction tx, Team team, PersonId person, Instant now) {
        var open = open(tries, tx, team, person);
        var steps = new ArrayList<>(due(tries, tx, team, person, now));
        if (!open.isEmpty()) {
            steps.add(new NextStep(NextStep.Rank.ANY_TIME, "Add what you saw to your try.",
                    NOTE.button("Add to your try", open.getFirst().id())));
        } else if (asksForTries(tries, tx, team.id())) {
            steps.add(new NextStep(NextStep.Rank.ANY_TIME, "Try one small change.",
                    START.button("Start a try", team.id())));
        }
        return steps;
    }

    @Override
    public List<NextStep> due(Transaction tx, Team team, PersonId person, Standing standing, Instant now) {
        return known.filter(_ -> standing.takesPart()).map(tries -> due(tries, tx, team, person, now))
                .orElse(List.of());
    }

    private static List<NextStep> due(Tries tries, Transaction tx, Team team, PersonId person, Instant now) {
        return open(tries, tx, team, person).stream().filter(one -> tries.waitsFor(tx, team, person, one, now))
                .map(one -> new NextStep(NextStep.Rank.OPEN_ANSWER, "Time to decide on your try: " + tries.change(one),
                        DECIDE.primary("Decide", one.id())))
                .toList();
    }

    private static List<Try> open(Tries tries, Transaction tx, Team team, PersonId person) {
        return tries.seenBy(tx, person, team.id()).stream()
                .filter(one -> one.open() && Tries.mayWrite(person, one)).toList();
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
    public List<String> endings(Transaction tx, Team team, String practice, Instant since) {
        return known.map(tries -> {
            var closed = tries.shownTo(tx, View.TEAM, team.id()).stream()
                    .filter(one -> one.filled().practice().equals(practice))
                    .flatMap(one -> one.run().decision().stream()).filter(end -> !end.at().isBefore(since))
                    .map(TryRun.Decision::key).toList();
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
                    .map(one -> tries.change(one) + " (" + new TryCards(tries).ended(one) + ")").toList(), START.id()));
        }).orElse(List.of());
    }
}
