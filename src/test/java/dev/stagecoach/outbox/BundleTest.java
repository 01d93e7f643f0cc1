package dev.stagecoach.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.IntStream;

import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.outbox.ScriptedMessenger.Fault;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.OnBothDatabases;
import dev.stagecoach.storage.TestDatabases;
import org.junit.jupiter.api.Test;

import static dev.stagecoach.outbox.OutboxFixture.START;
import static dev.stagecoach.outbox.OutboxFixture.TEACHER;
import static dev.stagecoach.outbox.OutboxFixture.TEAM;
import static org.assertj.core.api.Assertions.assertThat;

class BundleTest {
    private static final Duration LAPSED = ClaimStore.LASTS.plusSeconds(1);
    private static final String ABC = "3 things for you, all in one message. a · b · c";

    private static OutboxFixture fixture(Database database) {
        var fixture = new OutboxFixture(database);
        fixture.plan("a", "nudge", TEACHER);
        fixture.plan("b", "request", TEACHER);
        fixture.plan("c", "nudge", TEACHER);
        return fixture;
    }

    private static void allStandAsOne(OutboxFixture fixture) {
        assertThat(fixture.messenger.words(TEACHER)).containsExactly(ABC);
        var place = fixture.messenger.standing().getFirst().place();
        for (var key : List.of("a", "b", "c")) {
            assertThat(fixture.status(key)).startsWith("sent");
            var found = fixture.database.read(tx -> fixture.outbox.sent(tx, key));
            assertThat(found).contains(place);
        }
        assertThat(fixture.sender().next()).isEmpty();
    }

    @OnBothDatabases
    void whatIsDueForOnePersonIsOneMessageAndOneNudge(Database database) {
        var fixture = fixture(database);
        fixture.run();
        allStandAsOne(fixture);
        fixture.clock.advance(Duration.ofHours(1));
        fixture.plan("more", "nudge", TEACHER);
        fixture.plan("asked", "request", TEACHER);
        fixture.run();
        assertThat(fixture.status("more"))
                .startsWith("skipped Not sent because I ask for something once a week at most");
        assertThat(fixture.messenger.words(TEACHER)).containsExactly(ABC);
        assertThat(fixture.status("asked")).startsWith("due Put off until Mon, Sep 21");
        // Monday has begun in Boise; the week is the person's own.
        var monday = Instant.parse("2026-09-21T13:30:00Z");
        fixture.planAt(monday, "next week", "nudge", TEACHER);
        fixture.runAt(monday);
        assertThat(fixture.messenger.words(TEACHER)).last()
                .isEqualTo("2 things for you, all in one message. asked · next week");
    }

    @OnBothDatabases
    void aBiggerBudgetIsUsedMessageByMessage(Database database) {
        var fixture = fixture(database);
        fixture.nudgesAWeek(2);
        fixture.run();
        for (var key : List.of("second", "third")) {
            fixture.clock.advance(Duration.ofHours(1));
            fixture.plan(key, "nudge", TEACHER);
            fixture.run();
        }
        assertThat(fixture.status("second")).isEqualTo("sent");
        assertThat(fixture.status("third")).startsWith("skipped Not sent because I ask for something twice a week");
    }

    @OnBothDatabases
    void aPartThatHasNothingToSayIsSkippedAlone(Database database) {
        var fixture = fixture(database);
        fixture.news.put("a", "over");
        fixture.plan("broken", "broken", TEACHER);
        fixture.run();
        assertThat(fixture.messenger.words(TEACHER)).containsExactly("2 things for you, all in one message. b · c");
        assertThat(fixture.status("a")).isEqualTo("skipped It is over.");
    }

    @OnBothDatabases
    void aChangeOfOnePartWritesAllOfItAgain(Database database) {
        var fixture = fixture(database);
        fixture.run();
        fixture.news.put("c", "news");
        fixture.refresh("c");
        fixture.run();
        assertThat(fixture.messenger.words(TEACHER))
                .containsExactly("3 things for you, all in one message. a · b · news");
        fixture.news.put("b", "over");
        fixture.refresh("a");
        fixture.run();
        var card = fixture.messenger.standing().getFirst().card();
        assertThat(card).isEqualTo(Bundle.of(List.of(Card.saying("a"), Bundle.over("It is over."),
                Card.saying("news"))));
        assertThat(fixture.sender().next()).isEmpty();
    }

    @OnBothDatabases
    void aChangeOfAPartWhileItIsOnItsWayIsNotLost(Database database) {
        var fixture = fixture(database);
        fixture.messenger.duringNextPost(() -> {
            fixture.news.put("b", "news");
            fixture.refresh("b");
        });
        fixture.run();
        assertThat(fixture.messenger.words(TEACHER))
                .containsExactly("3 things for you, all in one message. a · news · c");
    }

    @OnBothDatabases
    void anUnclearMessageIsFoundWithAllItsParts(Database database) {
        for (var fault : List.of(Fault.UNCLEAR_ACCEPTED, Fault.UNCLEAR_LOST, Fault.THROWS_ACCEPTED)) {
            database.change(tx -> tx.handle().execute("update delivery set lead = null"));
            database.change(tx -> tx.handle().execute("delete from delivery"));
            var fixture = fixture(database);
            fixture.messenger.next(TEACHER, fault);
            fixture.run();
            fixture.runAfter(Duration.ofSeconds(30));
            allStandAsOne(fixture);
        }
    }

    @OnBothDatabases
    void aBusyAddressHoldsAllPartsTogether(Database database) {
        var fixture = fixture(database);
        fixture.messenger.next(TEACHER, Fault.BUSY, Fault.BUSY);
        fixture.run();
        fixture.runAfter(ScriptedMessenger.RETRY_AFTER.minusSeconds(1));
        assertThat(fixture.messenger.calls()).isEqualTo(1);
        fixture.runAfter(Duration.ofSeconds(1));
        fixture.runAfter(ScriptedMessenger.RETRY_AFTER);
        allStandAsOne(fixture);
    }

    @OnBothDatabases
    void aWorkerThatDiedBeforeOrAfterSendingIsReplaced(Database database) {
        var fixture = fixture(database);
        var claims = fixture.claimAndDie();
        database.change(tx -> claims.stream().skip(1)
                .forEach(claim -> fixture.deliveries.joins(tx, claim, claims.getFirst())));
        fixture.runAfter(LAPSED);
        allStandAsOne(fixture);

        fixture.runAt(START.plus(Duration.ofDays(7)));
        List.of("d", "e").forEach(key -> fixture.plan(key, "nudge", TEACHER));
        var second = fixture.claimAndDie();
        database.change(tx -> fixture.deliveries.joins(tx, second.getLast(), second.getFirst()));
        fixture.messenger.post(TEACHER, Card.saying("d · e"), second.getFirst().id());
        fixture.runAfter(LAPSED);
        assertThat(fixture.messenger.words(TEACHER)).containsExactly(ABC, "d · e");
        assertThat(fixture.status("d")).isEqualTo("sent");
        assertThat(fixture.status("e")).isEqualTo("sent");
        fixture.plan("f", "nudge", TEACHER);
        fixture.run();
        assertThat(fixture.status("f")).startsWith("skipped");
    }

    @OnBothDatabases
    void whatDoesNotFitGoesOutInAnotherMessage(Database database) {
        var fixture = fixture(database);
        fixture.messenger.holdAtMost(5);
        fixture.run();
        assertThat(fixture.messenger.words(TEACHER)).containsExactly("2 things for you, all in one message. a · b",
                "c");
        assertThat(fixture.status("c")).isEqualTo("sent");
    }

    private static Function<Call.Click, Reply> kept(OutboxFixture fixture, Reply reply) {
        var updater = new BundleUpdater(fixture.database, fixture.outbox, "digest");
        return click -> updater.keep(click, reply);
    }

    @OnBothDatabases
    void aReplyOfOnePartLeavesTheOthersStanding(Database database) {
        var fixture = fixture(database);
        fixture.run();
        var at = fixture.messenger.standing().getFirst().place();
        var reply = new Reply.Replace(Card.saying("Skipped."));
        var skip = kept(fixture, reply);
        var click = new Call.Click(TEACHER, "room.skip", "", Optional.of(at), START);
        fixture.news.put("a", "done");
        assertThat(skip.apply(click)).isEqualTo(new Reply.Done());
        fixture.run();
        assertThat(fixture.messenger.words(TEACHER))
                .containsExactly("3 things for you, all in one message. done · b · c");

        var other = new PersonId("T1", "U2");
        fixture.plan("alone", "nudge", other);
        fixture.run();
        var alone = new Call.Click(other, "room.skip", "", Optional.of(fixture.messenger.standing().getLast().place()),
                START);
        assertThat(skip.apply(alone)).isEqualTo(reply);
        var ofOneKind = new BundleUpdater(fixture.database, fixture.outbox, "nudge");
        assertThat(ofOneKind.keep(alone, reply)).as("it holds several things itself").isEqualTo(new Reply.Done());
    }

    @OnBothDatabases
    void everybodysNudgesAreTogetherHoweverManyAreDue(Database database) {
        var fixture = new OutboxFixture(database);
        for (var round = 0; round < 2; round++) {
            var key = "r" + round;
            IntStream.range(0, 70).forEach(i -> fixture.plan(key + i, "nudge", new PersonId("T1", "U" + i)));
        }
        fixture.run();
        assertThat(fixture.messenger.standing()).hasSize(70);
        assertThat(fixture.messenger.words(new PersonId("T1", "U69")))
                .containsExactly("2 things for you, all in one message. r069 · r169");
    }

    @Test
    void twoNodesSendOneMessageToEach() throws Exception {
        var url = TestDatabases.postgresqlUrl();
        try (var one = Database.open(url); var two = Database.open(url)) {
            var fixture = new OutboxFixture(one);
            one.change(tx -> IntStream.range(0, 600).forEach(i -> fixture.outbox.plan(tx, TEAM, "k" + i, "nudge",
                    new PersonId("T1", "U" + i % 200), "s" + i, START)));
            try (var first = fixture.sender();
                    var second = new Sender(two, fixture.composers, fixture.messenger,
                            new Readers(fixture.people, fixture.directory), fixture.clock);
                    var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (var run : List.of(threads.submit(() -> first.run(START)),
                        threads.submit(() -> second.run(START)))) {
                    run.get();
                }
            }
            assertThat(fixture.messenger.standing()).hasSize(200);
            assertThat(fixture.counts()).containsEntry(DeliveryStore.State.SENT, 600);
        }
    }
}
