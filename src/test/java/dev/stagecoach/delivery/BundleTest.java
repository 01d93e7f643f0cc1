package dev.stagecoach.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.IntStream;

import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Feature;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.delivery.ScriptedMessenger.Fault;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.OnBothDatabases;
import dev.stagecoach.storage.TestDatabases;
import org.junit.jupiter.api.Test;

import static dev.stagecoach.delivery.LedgerDesk.START;
import static dev.stagecoach.delivery.LedgerDesk.TEACHER;
import static dev.stagecoach.delivery.LedgerDesk.TEAM;
import static org.assertj.core.api.Assertions.assertThat;

class BundleTest {
    private static final Duration LAPSED = ClaimStore.LASTS.plusSeconds(1);
    private static final String ABC = "3 things for you, all in one message. a · b · c";

    private static LedgerDesk desk(Database database) {
        var desk = new LedgerDesk(database);
        desk.plan("a", "nudge", TEACHER);
        desk.plan("b", "request", TEACHER);
        desk.plan("c", "nudge", TEACHER);
        return desk;
    }

    private static void allStandAsOne(LedgerDesk desk) {
        assertThat(desk.messenger.words(TEACHER)).containsExactly(ABC);
        var place = desk.messenger.standing().getFirst().place();
        for (var key : List.of("a", "b", "c")) {
            assertThat(desk.fate(key)).startsWith("sent");
            var found = desk.database.read(tx -> desk.ledger.sent(tx, key));
            assertThat(found).contains(place);
        }
        assertThat(desk.sender().next()).isEmpty();
    }

    @OnBothDatabases
    void whatIsDueForOnePersonIsOneMessageAndOneNudge(Database database) {
        var desk = desk(database);
        desk.run();
        allStandAsOne(desk);
        desk.clock.advance(Duration.ofHours(1));
        desk.plan("more", "nudge", TEACHER);
        desk.plan("asked", "request", TEACHER);
        desk.run();
        assertThat(desk.fate("more")).startsWith("skipped Not sent because I ask for something once a week at most");
        assertThat(desk.messenger.words(TEACHER)).containsExactly(ABC, "asked");
        // Monday has begun in Boise; the week is the person's own.
        desk.runAt(Instant.parse("2026-09-21T14:00:00Z"));
        desk.plan("next week", "nudge", TEACHER);
        desk.run();
        assertThat(desk.messenger.words(TEACHER)).last().isEqualTo("next week");
    }

    @OnBothDatabases
    void aBiggerBudgetIsUsedMessageByMessage(Database database) {
        var desk = desk(database);
        desk.nudgesAWeek = 2;
        desk.run();
        for (var key : List.of("second", "third")) {
            desk.clock.advance(Duration.ofHours(1));
            desk.plan(key, "nudge", TEACHER);
            desk.run();
        }
        assertThat(desk.fate("second")).isEqualTo("sent");
        assertThat(desk.fate("third")).startsWith("skipped Not sent because I ask for something twice a week");
    }

    @OnBothDatabases
    void aPartThatHasNothingToSayIsSkippedAlone(Database database) {
        var desk = desk(database);
        desk.news.put("a", "over");
        desk.plan("broken", "broken", TEACHER);
        desk.run();
        assertThat(desk.messenger.words(TEACHER)).containsExactly("2 things for you, all in one message. b · c");
        assertThat(desk.fate("a")).isEqualTo("skipped It is over.");
    }

    @OnBothDatabases
    void aChangeOfOnePartWritesAllOfItAgain(Database database) {
        var desk = desk(database);
        desk.run();
        desk.news.put("c", "news");
        desk.refresh("c");
        desk.run();
        assertThat(desk.messenger.words(TEACHER))
                .containsExactly("3 things for you, all in one message. a · b · news");
        desk.news.put("b", "over");
        desk.refresh("a");
        desk.run();
        var card = desk.messenger.standing().getFirst().card();
        assertThat(card).isEqualTo(Bundle.of(List.of(Card.saying("a"), Bundle.over("It is over."),
                Card.saying("news"))));
        assertThat(desk.sender().next()).isEmpty();
    }

    @OnBothDatabases
    void aChangeOfAPartWhileItIsOnItsWayIsNotLost(Database database) {
        var desk = desk(database);
        desk.messenger.duringNextPost(() -> {
            desk.news.put("b", "news");
            desk.refresh("b");
        });
        desk.run();
        assertThat(desk.messenger.words(TEACHER))
                .containsExactly("3 things for you, all in one message. a · news · c");
    }

    @OnBothDatabases
    void anUnclearMessageIsFoundWithAllItsParts(Database database) {
        for (var fault : List.of(Fault.UNCLEAR_ACCEPTED, Fault.UNCLEAR_LOST, Fault.THROWS_ACCEPTED)) {
            database.change(tx -> tx.handle().execute("update delivery set lead = null"));
            database.change(tx -> tx.handle().execute("delete from delivery"));
            var desk = desk(database);
            desk.messenger.next(TEACHER, fault);
            desk.run();
            desk.runAfter(Duration.ofSeconds(30));
            allStandAsOne(desk);
        }
    }

    @OnBothDatabases
    void aBusyAddressHoldsAllPartsTogether(Database database) {
        var desk = desk(database);
        desk.messenger.next(TEACHER, Fault.BUSY, Fault.BUSY);
        desk.run();
        desk.runAfter(ScriptedMessenger.RETRY_AFTER.minusSeconds(1));
        assertThat(desk.messenger.calls()).isEqualTo(1);
        desk.runAfter(Duration.ofSeconds(1));
        desk.runAfter(ScriptedMessenger.RETRY_AFTER);
        allStandAsOne(desk);
    }

    @OnBothDatabases
    void aWorkerThatDiedBeforeOrAfterSendingIsReplaced(Database database) {
        var desk = desk(database);
        var claims = desk.claimAndDie();
        database.change(tx -> claims.stream().skip(1)
                .forEach(claim -> desk.deliveries.joins(tx, claim, claims.getFirst())));
        desk.runAfter(LAPSED);
        allStandAsOne(desk);

        desk.runAt(START.plus(Duration.ofDays(7)));
        List.of("d", "e").forEach(key -> desk.plan(key, "nudge", TEACHER));
        var second = desk.claimAndDie();
        database.change(tx -> desk.deliveries.joins(tx, second.getLast(), second.getFirst()));
        desk.messenger.post(TEACHER, Card.saying("d · e"), second.getFirst().id());
        desk.runAfter(LAPSED);
        assertThat(desk.messenger.words(TEACHER)).containsExactly(ABC, "d · e");
        assertThat(desk.fate("d")).isEqualTo("sent");
        assertThat(desk.fate("e")).isEqualTo("sent");
        desk.plan("f", "nudge", TEACHER);
        desk.run();
        assertThat(desk.fate("f")).startsWith("skipped");
    }

    @OnBothDatabases
    void whatDoesNotFitGoesOutInAnotherMessage(Database database) {
        var desk = desk(database);
        desk.messenger.holdAtMost(5);
        desk.run();
        assertThat(desk.messenger.words(TEACHER)).containsExactly("2 things for you, all in one message. a · b", "c");
        assertThat(desk.fate("c")).isEqualTo("sent");
    }

    private static Function<Call.Click, Reply> kept(LedgerDesk desk, Reply reply) {
        var feature = new Feature("room", List.of(), Map.of("room.skip", _ -> reply), Map.of(), Map.of());
        return new Whole(desk.database, desk.ledger).keep(feature).clicks().values().iterator().next();
    }

    @OnBothDatabases
    void aReplyOfOnePartLeavesTheOthersStanding(Database database) {
        var desk = desk(database);
        desk.run();
        var at = desk.messenger.standing().getFirst().place();
        var reply = new Reply.Replace(Card.saying("Skipped."));
        var skip = kept(desk, reply);
        var click = new Call.Click(TEACHER, "room.skip", "", Optional.of(at), START);
        desk.news.put("a", "done");
        assertThat(skip.apply(click)).isEqualTo(new Reply.Done());
        desk.run();
        assertThat(desk.messenger.words(TEACHER))
                .containsExactly("3 things for you, all in one message. done · b · c");

        var other = new PersonId("T1", "U2");
        desk.plan("alone", "nudge", other);
        desk.run();
        var alone = new Call.Click(other, "room.skip", "", Optional.of(desk.messenger.standing().getLast().place()),
                START);
        assertThat(skip.apply(alone)).isEqualTo(reply);
    }

    @OnBothDatabases
    void everybodysNudgesAreTogetherHoweverManyAreDue(Database database) {
        var desk = new LedgerDesk(database);
        for (var round = 0; round < 2; round++) {
            var key = "r" + round;
            IntStream.range(0, 70).forEach(i -> desk.plan(key + i, "nudge", new PersonId("T1", "U" + i)));
        }
        desk.run();
        assertThat(desk.messenger.standing()).hasSize(70);
        assertThat(desk.messenger.words(new PersonId("T1", "U69")))
                .containsExactly("2 things for you, all in one message. r069 · r169");
    }

    @Test
    void twoNodesSendOneMessageToEach() throws Exception {
        var url = TestDatabases.postgresqlUrl();
        try (var one = Database.open(url); var two = Database.open(url)) {
            var desk = new LedgerDesk(one);
            one.change(tx -> IntStream.range(0, 600).forEach(i -> desk.ledger.plan(tx, TEAM, "k" + i, "nudge",
                    new PersonId("T1", "U" + i % 200), "s" + i, START)));
            try (var first = desk.sender();
                    var second = new Sender(two, desk.composers, desk.messenger,
                            new Readers(desk.people, desk.directory, Budget.USUAL), desk.clock);
                    var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (var run : List.of(threads.submit(() -> first.run(START)),
                        threads.submit(() -> second.run(START)))) {
                    run.get();
                }
            }
            assertThat(desk.messenger.standing()).hasSize(200);
            assertThat(desk.counts()).containsEntry(DeliveryStore.State.SENT, 600);
        }
    }
}
