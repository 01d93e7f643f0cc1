package dev.stagecoach.coaching.rounds;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import dev.stagecoach.chat.Access;
import dev.stagecoach.chat.Access.Who;
import dev.stagecoach.chat.Action;
import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Carried;
import dev.stagecoach.chat.Feature;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.ChannelAudience;
import dev.stagecoach.coaching.Counted;
import dev.stagecoach.coaching.MessageKind;
import dev.stagecoach.coaching.NextStep;
import dev.stagecoach.coaching.Room;
import dev.stagecoach.coaching.rounds.VisibilityStore.Consent;
import dev.stagecoach.guide.Fact;
import dev.stagecoach.outbox.Composer;
import dev.stagecoach.outbox.Composer.Composition;
import dev.stagecoach.outbox.Delivery;
import dev.stagecoach.outbox.Job;
import dev.stagecoach.outbox.Outbox;
import dev.stagecoach.people.People;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Standing;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.people.VisibilityMode;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Transaction;

/** Who sees what the members say about their own work: each says yes or no in private, the team learns what holds. */
public final class VisibilityRoom implements Room {
    /** Shows who sees what, with the caller's own answer. */
    public static final Action<TeamId> OPEN = Action.click("visibility.open", Carried.team(),
            Access.reads(Who.TEAM));
    static final Action<TeamId> YES = Action.click("visibility.yes", Carried.team(), Access.writes(Who.MEMBERS));
    static final Action<TeamId> NO = Action.click("visibility.no", Carried.team(), Access.writes(Who.MEMBERS));
    static final Action<TeamId> ASK = Action.click("visibility.ask", Carried.team(),
            Access.writes(Who.MEMBERS_AND_COACHES));
    private static final String ASKED = "visibility.asked";
    private static final String AGREED = "visibility.agreed";

    private final Database database;
    private final People people;
    private final Outbox outbox;
    private final VisibilityStore store = new VisibilityStore();
    private final ReaderActions readers;

    public VisibilityRoom(Database database, People people, Outbox outbox) {
        this.database = database;
        this.people = people;
        this.outbox = outbox;
        this.readers = new ReaderActions(database, people, outbox);
    }

    @Override
    public Feature feature() {
        return new Feature("visibility",
                List.of(new Action.Typed("visibility", "shows who sees your results, and takes your yes or no",
                        OPEN.by(this::look)).also("privacy", "who can see")),
                Stream.concat(Stream.of(OPEN.by(this::look), YES.by((here, _) -> answer(here, true)),
                        NO.by((here, _) -> answer(here, false)), ASK.by(this::ask)), readers.actions().stream())
                        .toList());
    }

    @Override
    public Map<String, Composer> composers() {
        return Map.of(ASKED, Composer.echo(this::question), AGREED, Composer.echo(this::agreement),
                ReaderActions.NOTICE, Composer.echo(readers::notice));
    }

    @Override
    public List<Job> jobs() {
        return List.of(readers);
    }

    @Override
    public Map<String, MessageKind> kinds() {
        return Map.of(ASKED, MessageKind.of("Question about who sees what", "somebody on %s put it to the team"),
                AGREED,
                MessageKind.of("Agreement on who sees what", "enough members of %s had answered"),
                ReaderActions.NOTICE,
                MessageKind.of("A school leader can read the channel", "a leader of %s joined its channel"));
    }

    private Reply look(CallContext here, TeamId team) {
        return new Reply.ToYou(page(here));
    }

    /** What this member is asked about a leader who reads there comes first, until it is answered. */
    private Card page(CallContext here) {
        var asked = here.standing().isMember() && readers.open(here.tx(), here.teamId(), here.person());
        return asked
                ? readers.page(here).divider().then(results(here))
                : results(here).then(readers.page(here));
    }

    private Card results(CallContext here) {
        var seen = new VisibilityCards.Seen(here.standing(), own(here.tx(), here.teamId(), here.person()),
                store.asked(here.tx(), here.teamId()), ChannelAudience.agreed(here.tx(), people, here.teamId()));
        return VisibilityCards.page(here.team(), store.agreement(here.tx(), here.teamId(), here.now()), seen);
    }

    private Optional<Consent> own(Transaction tx, TeamId team, PersonId person) {
        return store.of(tx, team, person).flatMap(said -> people.gate().open(tx, person, said));
    }

    private Reply answer(CallContext here, boolean open) {
        var before = own(here.tx(), here.teamId(), here.person());
        var said = before.filter(one -> one.open() == open).orElseGet(() -> new Consent(open, here.now()));
        if (!before.equals(Optional.of(said))) {
            store.answer(here.tx(), here.teamId(), here.person(), said);
            tell(here.tx(), here.team(), here.now());
        }
        return new Reply.Replace(VisibilityCards.answered(page(here), said,
                !open && before.filter(Consent::open).isPresent()));
    }

    /** The channel learns of the first agreement. When it changes later, each round says what it was opened with. */
    private void tell(Transaction tx, Team team, Instant now) {
        outbox.refresh(tx, key(team, "ask"));
        store.agreement(tx, team.id(), now).agreed().ifPresent(mode -> outbox.plan(tx, team.id(), key(team, "agreed"),
                AGREED, team.channel(), team.id().value(), now));
    }

    private Reply ask(CallContext here, TeamId team) {
        if (store.ask(here.tx(), team, here.person(), here.now())) {
            outbox.plan(here.tx(), team, key(here.team(), "ask"), ASKED, here.team().channel(), team.value(),
                    here.now());
        }
        return new Reply.ToYou(Card.saying("The question is in the channel. Each member answers in private, and I "
                + "show how many have."));
    }

    private static String key(Team team, String what) {
        return "visibility/" + team.id() + "/" + what;
    }

    private Composition question(Delivery delivery, Instant now) {
        return database.read(tx -> people.teams().find(tx, new TeamId(delivery.subject()))
                .<Composition>map(team -> Composition.Send
                        .of(VisibilityCards.inChannel(team, store.agreement(tx, team.id(), now),
                                ChannelAudience.agreed(tx, people, team.id()))))
                .orElseGet(() -> new Composition.Skip("the team is gone")));
    }

    private Composition agreement(Delivery delivery, Instant now) {
        return database.read(tx -> people.teams().find(tx, new TeamId(delivery.subject()))
                .flatMap(team -> store.agreement(tx, team.id(), now).agreed()
                        .<Composition>map(mode -> Composition.Send.of(VisibilityCards.agreed(team, mode,
                                ChannelAudience.agreed(tx, people, team.id())))))
                .orElseGet(() -> new Composition.Skip("the team no longer agrees on this")));
    }

    @Override
    public List<NextStep> steps(Transaction tx, Team team, PersonId person, Standing standing, Instant now) {
        var agreement = store.agreement(tx, team.id(), now);
        var answer = OPEN.button("Answer in private", team.id());
        if (standing.isMember() && store.asked(tx, team.id()) && own(tx, team.id(), person).isEmpty()) {
            return List.of(new NextStep(NextStep.Rank.OPEN_ANSWER,
                    "Say whether your team may see what you place. One tap, in private.", answer));
        }
        if (standing.isMember() && readers.open(tx, team.id(), person)) {
            return List.of(new NextStep(NextStep.Rank.OPEN_ANSWER,
                    "A school leader can read your channel. Say in private whether that is fine with you.", answer));
        }
        return standing.isCoach() && agreement.members() > 0 && agreement.agreed().isEmpty()
                ? List.of(new NextStep(NextStep.Rank.ANY_TIME, "Let the team agree on who sees its results.",
                        OPEN.button("Who sees what", team.id())))
                : List.of();
    }

    @Override
    public List<Counted> counted(Transaction tx, Team team, String practice, Instant now) {
        var agreed = store.agreement(tx, team.id(), now).agreed();
        return List.of(new Counted(Fact.VISIBILITY_AGREED, agreed.isPresent() ? 1 : 0,
                agreed.map((VisibilityMode mode) -> ModeWords.name(mode) + ".").stream().toList(), OPEN.id()));
    }
}
