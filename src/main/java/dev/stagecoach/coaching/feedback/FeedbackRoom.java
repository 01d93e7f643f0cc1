package dev.stagecoach.coaching.feedback;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.stagecoach.chat.Access;
import dev.stagecoach.chat.Action;
import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Carried;
import dev.stagecoach.chat.Carried.Begun;
import dev.stagecoach.chat.Feature;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.Counted;
import dev.stagecoach.coaching.MessageKind;
import dev.stagecoach.coaching.NextStep;
import dev.stagecoach.coaching.OwnItem;
import dev.stagecoach.coaching.Period;
import dev.stagecoach.coaching.Room;
import dev.stagecoach.coaching.Section;
import dev.stagecoach.coaching.feedback.SayForm.Target;
import dev.stagecoach.coaching.stage.JourneyStore;
import dev.stagecoach.guide.Fact;
import dev.stagecoach.guide.Feedback.Who;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.outbox.Composer;
import dev.stagecoach.outbox.Composer.Composition;
import dev.stagecoach.outbox.Delivery;
import dev.stagecoach.outbox.Job;
import dev.stagecoach.outbox.Outbox;
import dev.stagecoach.outbox.SendPolicy;
import dev.stagecoach.people.Member;
import dev.stagecoach.people.People;
import dev.stagecoach.people.Person;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Role;
import dev.stagecoach.people.Standing;
import dev.stagecoach.people.Subscription;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.people.View;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Transaction;

/** Asking colleagues for feedback, in the turns of the guide's protocol. A guide without one has no such room. */
public final class FeedbackRoom implements Room {
    private static final FeedbackStore STORE = new FeedbackStore();
    private static final Access READS = Access.reads(Access.Who.MEMBERS_AND_COACHES);
    private static final Access WRITES = Access.writes(Access.Who.MEMBERS_AND_COACHES);
    private static final String ASKER = "the person who asked";
    private static final String READERS = "the person who asked, and those who are asked";
    private static final Carried<String> THREAD = Carried.thing(STORE::team);
    private static final Carried<Target> TURN = Target.carried(STORE::team);
    /** Opens the form for a new thread. */
    public static final Action<TeamId> OPEN = Action.click("feedback.open", Carried.team(), READS);
    static final Action<Begun> SET = Action.form("feedback.table", Carried.begun(), WRITES).onlyFor(ASKER,
            (here, begun) -> STORE.find(here.tx(), begun.id()).map(
                    thread -> thread.team().equals(begun.team()) && thread.author().equals(here.person()))
                    .orElse(true));
    static final Action<String> CHANGE = own(Action.click("feedback.change", THREAD, READS));
    static final Action<Target> ON = Action.click("feedback.on", TURN, WRITES).onlyFor(ASKER,
            (here, target) -> asks(here, target.thread()));
    static final Action<String> CLOSE = own(Action.click("feedback.close", THREAD, WRITES));
    static final Action<String> DECIDE = own(Action.click("feedback.decide", THREAD, READS));
    static final Action<String> DECIDED = own(Action.form("feedback.decide", THREAD, WRITES));
    static final Action<String> REPORT = own(Action.click("feedback.report", THREAD, WRITES));
    static final Action<String> UNREPORT = own(Action.click("feedback.unreport", THREAD, WRITES));
    static final Action<String> ASKED = decided(Action.click("feedback.asked", THREAD, READS));
    static final Action<String> OUTCOME = decided(Action.form("feedback.outcome", THREAD, WRITES));
    static final Action<String> SAY = Action.click("feedback.say", THREAD, READS).onlyFor(READERS,
            FeedbackRoom::sees);
    static final Action<Target> SAID = Action.form("feedback.say", TURN, WRITES).onlyFor(READERS,
            (here, target) -> sees(here, target.thread()));
    static final Action<Target> PASS = Action.click("feedback.pass", TURN, WRITES).onlyFor("those who are asked",
            (here, target) -> sees(here, target.thread()) && !asks(here, target.thread()));
    static final Action<Target> READ = Action.click("feedback.read", TURN, READS).onlyFor(READERS,
            (here, target) -> sees(here, target.thread()));
    private static final int SHOWN = 5;

    private final JourneyStore journeys = new JourneyStore();
    private final Database database;
    private final People people;
    private final Guide guide;
    private final ProtocolProgress turns;
    private final Threads threads;
    private final PresenterActions presenting;
    private final ResponderActions answering;

    public FeedbackRoom(Database database, People people, Guide guide, Outbox outbox) {
        this.database = database;
        this.people = people;
        this.guide = guide;
        this.turns = new ProtocolProgress(people, guide, outbox);
        this.threads = new Threads(people, turns);
        this.presenting = new PresenterActions(guide, turns, threads);
        this.answering = new ResponderActions(people, turns, threads);
    }

    private static boolean asks(CallContext here, String id) {
        return STORE.find(here.tx(), id).filter(thread -> thread.author().equals(here.person())).isPresent();
    }

    private static boolean sees(CallContext here, String id) {
        return STORE.find(here.tx(), id, here.person())
                .filter(thread -> thread.shared() || thread.author().equals(here.person())).isPresent();
    }

    private static Action<String> own(Action<String> action) {
        return action.onlyFor(ASKER, FeedbackRoom::asks);
    }

    private static Action<String> decided(Action<String> action) {
        return action.onlyFor("the person who asked and has decided",
                (here, id) -> asks(here, id) && STORE.decided(here.tx(), id));
    }

    @Override
    public Feature feature() {
        var typed = new Action.Typed("feedback", "asks colleagues for feedback, in turns", OPEN.by(this::show));
        return new Feature("feedback", offered() ? List.of(typed) : List.of(),
                List.of(OPEN.by(presenting::open), SET.by(presenting::set), CHANGE.by(presenting::openChange),
                        ON.by(presenting::next), CLOSE.by(presenting::close), DECIDE.by(presenting::openDecision),
                        DECIDED.by(presenting::decide),
                        REPORT.by((here, id) -> presenting.report(here, id, true)),
                        UNREPORT.by((here, id) -> presenting.report(here, id, false)),
                        ASKED.by(presenting::openOutcome), OUTCOME.by(presenting::outcome), SAY.by(answering::open),
                        SAID.by(answering::say), PASS.by(answering::pass), READ.by(answering::read)));
    }

    private boolean offered() {
        return offered(guide);
    }

    /** Whether colleagues can be asked with this guide. */
    public static boolean offered(Guide guide) {
        return !guide.workbook().feedback().protocols().isEmpty();
    }

    @Override
    public Map<String, Composer> composers() {
        return Map.of(ProtocolProgress.CARD, Composer.echo(this::inChannel), ProtocolProgress.SAID,
                Composer.echo(this::said), ProtocolProgress.PART,
                Composer.asking(SendPolicy.REQUEST, Subscription.FEEDBACK, this::privately));
    }

    @Override
    public Map<String, MessageKind> kinds() {
        return Map.of(ProtocolProgress.CARD,
                MessageKind.of("Feedback thread", "somebody on %s asked the team for feedback"),
                ProtocolProgress.SAID, MessageKind.of("Feedback", "somebody on %s spoke in a feedback thread"),
                ProtocolProgress.PART,
                MessageKind.of("Feedback thread", "you take part in a feedback thread of %s"));
    }

    @Override
    public List<Job> jobs() {
        return List.of(new TurnTimeoutJob(database, people, turns));
    }

    /** What is open for this person, what became of the person's own questions, and the way to ask. */
    private Reply show(CallContext here, TeamId team) {
        var shown = new ArrayList<Card>();
        for (var thread : threads.open(here.tx(), team, here.person())) {
            shown.add(card(here.tx(), thread, here.person(), here.now()));
        }
        own(here.tx(), team, here.person()).stream().filter(thread -> !thread.course().open())
                .forEach(thread -> shown.add(card(here.tx(), thread, here.person(), here.now())));
        if (shown.isEmpty()) {
            return new Reply.ToYou(FeedbackCards.none(team));
        }
        var page = Card.titled("Feedback").heading("Feedback");
        for (var card : shown.stream().limit(SHOWN).toList()) {
            page = page.then(card).divider();
        }
        return new Reply.ToYou(page.buttons(FeedbackCards.ask(team)));
    }

    private Card card(Transaction tx, FeedbackThread thread, PersonId person, Instant now) {
        var scene = threads.scene(tx, thread, now);
        return thread.presentedBy(person)
                ? FeedbackCards.presenter(scene)
                : FeedbackCards.part(scene, threads.spoken(tx, thread, person));
    }

    private List<FeedbackThread> own(Transaction tx, TeamId team, PersonId person) {
        return people.gate().openAll(tx, person, STORE.presented(tx, team, person, SHOWN));
    }

    private Composition inChannel(Delivery delivery, Instant now) {
        return database.read(tx -> threads.inChannel(tx, delivery.subject())
                .<Composition>map(thread -> Composition.Send.of(FeedbackCards.part(threads.scene(tx, thread, now),
                        false)))
                .orElseGet(() -> new Composition.Skip("the thread is no longer there")));
    }

    private Composition privately(Delivery delivery, Instant now) {
        return database.read(tx -> Optional.of(delivery.to()).filter(PersonId.class::isInstance)
                .map(PersonId.class::cast)
                .flatMap(person -> threads.seenBy(tx, delivery.subject(), person)
                        .<Composition>map(thread -> Composition.Send.of(card(tx, thread, person, now))))
                .orElseGet(() -> new Composition.Skip("the thread is no longer theirs to see")));
    }

    /** What the whole team is asked, the whole team reads. */
    private Composition said(Delivery delivery, Instant now) {
        var parts = delivery.subject().split(" ", 3);
        return database.read(tx -> threads.inChannel(tx, parts[0])
                .flatMap(thread -> STORE.said(tx, parts[0], thread.setting().presenter())
                        .flatMap(closed -> people.gate().open(tx, thread.setting().presenter(), closed))
                        .flatMap(all -> all.stream().filter(one -> one.turn() == Integer.parseInt(parts[1])
                                && one.person().toString().equals(parts[2])).findFirst())
                        .flatMap(one -> threads.protocol(thread).flatMap(protocol -> protocol.turn(one.turn()))
                                .map(turn -> FeedbackCards.inThread(one, turn))))
                .<Composition>map(card -> new Composition.Send(card, Optional.of(card)))
                .orElseGet(() -> new Composition.Skip("the thread is no longer there")));
    }

    @Override
    public List<OwnItem> own(Transaction tx, Team team, PersonId person) {
        return threads.presented(tx, team.id(), person, SHOWN);
    }

    @Override
    public List<NextStep> steps(Transaction tx, Team team, PersonId person, Standing standing, Instant now) {
        if (!offered() || !standing.takesPart()) {
            return List.of();
        }
        var steps = new ArrayList<NextStep>();
        for (var thread : threads.open(tx, team.id(), person)) {
            waiting(tx, thread, person, now).ifPresent(steps::add);
        }
        own(tx, team.id(), person).stream().map(thread -> threads.scene(tx, thread, now))
                .forEach(scene -> scene.toBeAsked()
                        .ifPresent(decision -> steps.add(new NextStep(NextStep.Rank.OPEN_ANSWER,
                                "You set yourself a step: “" + decision.words() + "”. How did it go?",
                                ASKED.primary("Say how it went", scene.thread().id())))));
        if (journeys.current(tx, team.id()).isPresent()) {
            steps.add(new NextStep(NextStep.Rank.ANY_TIME, "Ask colleagues for feedback on something you tried.",
                    OPEN.button("Ask for feedback", team.id())));
        }
        return steps;
    }

    private Optional<NextStep> waiting(Transaction tx, FeedbackThread thread, PersonId person, Instant now) {
        var scene = threads.scene(tx, thread, now);
        if (thread.presentedBy(person)) {
            return scene.turn().filter(turn -> turn.who() == Who.PRESENTER)
                    .map(turn -> new NextStep(NextStep.Rank.OPEN_ANSWER,
                            "Your colleagues have given you feedback. Now it is your turn: " + turn.name() + ".",
                            scene.deciding()
                                    ? DECIDE.primary("Decide", thread.id())
                                    : SAY.primary("Take this turn", thread.id())));
        }
        return scene.turn().filter(turn -> turn.who() == Who.OTHERS)
                .filter(_ -> turns.awaited(tx, thread).contains(person) && !threads.spoken(tx, thread, person))
                .map(turn -> new NextStep(NextStep.Rank.OPEN_ANSWER,
                        scene.presenter() + " is asking for your feedback: " + turn.name() + ".",
                        SAY.primary("Take this turn", thread.id())));
    }

    /** How many threads there were, for all; a decision only where its presenter has put it in, and not for leaders. */
    @Override
    public List<Section> sections(Transaction tx, Team team, Period period, View view) {
        var sections = new ArrayList<Section>();
        var ended = STORE.ended(tx, team.id(), period);
        if (ended > 0 && view != View.OUTSIDER) {
            sections.add(FeedbackSections.count(ended));
        }
        var told = people.gate().openTo(view, STORE.reported(tx, team.id(), period));
        if (!told.isEmpty()) {
            sections.add(FeedbackSections.steps(told,
                    person -> people.members().person(tx, person).map(Person::name).orElse("A colleague")));
        }
        return sections;
    }

    /** Nobody learns who is missing. */
    @Override
    public List<Counted> counted(Transaction tx, Team team, String practice, Instant now) {
        if (!offered()) {
            return List.of();
        }
        var members = people.members().of(tx, team.id(), Role.MEMBER).stream().map(Member::person).toList();
        var there = STORE.tookPart(tx, team.id(), practice);
        var percent = members.isEmpty()
                ? 0
                : (int) (100 * members.stream().filter(there::contains).count() / members.size());
        return List.of(new Counted(Fact.VISITED_PERCENT, percent, List.of(), OPEN.id()));
    }
}
