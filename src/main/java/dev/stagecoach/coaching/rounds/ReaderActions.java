package dev.stagecoach.coaching.rounds;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.stagecoach.chat.Access;
import dev.stagecoach.chat.Access.Who;
import dev.stagecoach.chat.Action;
import dev.stagecoach.chat.Action.Handled;
import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Carried;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.outbox.Composer.Composition;
import dev.stagecoach.outbox.Delivery;
import dev.stagecoach.outbox.Job;
import dev.stagecoach.outbox.Outbox;
import dev.stagecoach.people.ChannelReaderStore;
import dev.stagecoach.people.ChannelReaderStore.Reader;
import dev.stagecoach.people.ChannelReaderStore.ReaderConsent;
import dev.stagecoach.people.Part;
import dev.stagecoach.people.People;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Transaction;

/** A school leader in the team's channel: the team is told, and each member says in private whether it is fine. */
final class ReaderActions implements Job {
    /** Which leader of which team is meant. */
    record Asked(TeamId team, PersonId leader) {
        static final Carried<Asked> CARRIED = new Carried<>(one -> one.team() + " " + one.leader(),
                text -> Carried.parts(text, 2).filter(two -> two.get(1).matches("[^/\\s]{1,50}/[^/\\s]{1,50}"))
                        .map(two -> new Asked(new TeamId(two.get(0)), PersonId.parse(two.get(1)))),
                (_, one) -> Optional.of(one.team()));
    }

    static final String NOTICE = "visibility.reader";
    static final Action<Asked> FINE = answer("visibility.reader_fine");
    static final Action<Asked> RATHER_NOT = answer("visibility.reader_not");
    static final Action<TeamId> WAYS = Action.click("visibility.reader_ways", Carried.team(), Access.reads(Who.TEAM));

    private static final ChannelReaderStore READERS = new ChannelReaderStore();

    private final Database database;
    private final People people;
    private final Outbox outbox;

    ReaderActions(Database database, People people, Outbox outbox) {
        this.database = database;
        this.people = people;
        this.outbox = outbox;
    }

    private static Action<Asked> answer(String id) {
        return Action.click(id, Asked.CARRIED, Access.writes(Who.MEMBERS)).onlyFor("while the leader reads there",
                (here, asked) -> READERS.of(here.tx(), asked.team()).stream()
                        .anyMatch(reader -> reader.person().equals(asked.leader())));
    }

    List<Handled<?>> actions() {
        return List.of(FINE.by((here, asked) -> answered(here, asked, true)),
                RATHER_NOT.by((here, asked) -> answered(here, asked, false)),
                WAYS.by((here, team) -> new Reply.ToYou(
                        ReaderCards.ways(READERS.of(here.tx(), team), team))));
    }

    private Reply answered(CallContext here, Asked asked, boolean agrees) {
        var before = own(here.tx(), asked, here.person());
        if (before.filter(said -> said.agrees() == agrees).isEmpty()) {
            READERS.answer(here.tx(), new Part(asked.team(), here.person()), asked.leader(),
                    new ReaderConsent(agrees, here.now()));
            READERS.of(here.tx(), asked.team()).forEach(reader -> outbox.refresh(here.tx(), key(reader)));
        }
        return new Reply.Replace(ReaderCards.said(agrees).divider().then(page(here)));
    }

    /** What stands on the page of who sees what; without any parts where no leader reads in the channel. */
    Card page(CallContext here) {
        var card = Card.titled("Who reads in the channel");
        for (var reader : READERS.of(here.tx(), here.teamId())) {
            var asked = new Asked(reader.team(), reader.person());
            card = ReaderCards.reader(card, reader, READERS.vote(here.tx(), reader.team(), reader.person()),
                    new ReaderCards.Seen(here.standing(), own(here.tx(), asked, here.person())));
        }
        return card;
    }

    /** Whether this member has yet to say something to a leader who reads there. */
    boolean open(Transaction tx, TeamId team, PersonId person) {
        return READERS.of(tx, team).stream()
                .anyMatch(reader -> own(tx, new Asked(team, reader.person()), person).isEmpty());
    }

    private Optional<ReaderConsent> own(Transaction tx, Asked asked, PersonId person) {
        return READERS.said(tx, asked.team(), asked.leader(), person)
                .flatMap(said -> people.gate().open(tx, person, said));
    }

    @Override
    public String name() {
        return "others in team channels";
    }

    @Override
    public void run(Instant now) {
        Job.each(database.read(READERS::unannounced), reader -> "the notice to team " + reader.team(),
                reader -> database.change(tx -> announce(tx, reader, now)));
        Job.each(database.read(tx -> READERS.uncounted(tx, now.minus(VisibilityStore.TIME_TO_ANSWER))),
                reader -> "the answers of team " + reader.team(), reader -> database.change(tx -> {
                    READERS.count(tx, reader, now);
                    outbox.refresh(tx, key(reader));
                }));
    }

    private void announce(Transaction tx, Reader reader, Instant now) {
        if (READERS.announce(tx, reader, now)) {
            people.teams().find(tx, reader.team()).ifPresent(team -> outbox.plan(tx, team.id(), key(reader), NOTICE,
                    team.channel(), key(reader), now));
        }
    }

    @Override
    public Optional<Instant> next() {
        return database.read(tx -> Stream.concat(READERS.unannounced(tx).stream().map(Reader::since),
                READERS.firstUncounted(tx).map(told -> told.plus(VisibilityStore.TIME_TO_ANSWER)).stream()).sorted()
                .findFirst());
    }

    /** The subject is the message's own key, which names the team, the leader and the coming. */
    Composition notice(Delivery delivery, Instant now) {
        return database.read(tx -> READERS.of(tx, delivery.team()).stream()
                .filter(reader -> key(reader).equals(delivery.subject())).findFirst()
                .<Composition>map(reader -> Composition.Send
                        .of(ReaderCards.notice(reader, READERS.vote(tx, reader.team(), reader.person()))))
                .orElseGet(() -> outbox.sent(tx, delivery.subject()).isPresent()
                        ? Composition.Send.of(Card.saying("They have left the channel."))
                        : new Composition.Skip("they have left the channel")));
    }

    private static String key(Reader reader) {
        return "visibility/" + reader.team() + "/reader/" + reader.person() + "/" + reader.since().toEpochMilli();
    }
}
