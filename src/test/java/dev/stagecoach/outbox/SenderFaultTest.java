package dev.stagecoach.outbox;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.MessageRef;
import dev.stagecoach.outbox.DeliveryStore.State;
import dev.stagecoach.outbox.ScriptedMessenger.Fault;
import dev.stagecoach.people.ChannelId;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.OnBothDatabases;
import dev.stagecoach.storage.TestDatabases;
import org.junit.jupiter.api.Test;

import static dev.stagecoach.outbox.OutboxFixture.CHANNEL;
import static dev.stagecoach.outbox.OutboxFixture.START;
import static org.assertj.core.api.Assertions.assertThat;

class SenderFaultTest {
    private static final DeliveryStore.Said SAID = new DeliveryStore.Said(false, Optional.empty());
    private static final Duration LAPSED = ClaimStore.LASTS.plusSeconds(1);

    @OnBothDatabases
    void aWorkerThatDiedBeforeSendingIsReplaced(Database database) {
        var fixture = new OutboxFixture(database);
        fixture.plan("m", "threaded", CHANNEL);
        assertThat(fixture.claimAndDie()).hasSize(1);
        fixture.run();
        assertThat(fixture.messenger.standing()).isEmpty();
        fixture.runAfter(LAPSED);
        fixture.run();
        assertThat(fixture.messenger.words(CHANNEL)).containsExactly("m", "details of m");
    }

    @OnBothDatabases
    void aWorkerThatDiedAfterSendingIsNotRepeated(Database database) {
        var fixture = new OutboxFixture(database);
        fixture.plan("m", "threaded", CHANNEL);
        var claim = fixture.claimAndDie().getFirst();
        fixture.messenger.post(CHANNEL, Card.saying("m"), claim.id());
        fixture.runAfter(LAPSED);
        fixture.run();
        assertThat(fixture.messenger.words(CHANNEL)).containsExactly("m", "details of m");
        assertThat(fixture.status("m")).isEqualTo("sent");
    }

    /** It was taken and the answer to it was lost: its reader can say "not this time" before that is found out. */
    @OnBothDatabases
    void whatStandsTakesAnAnswerBeforeItIsKnownToStand(Database database) {
        var fixture = new OutboxFixture(database);
        fixture.plan("m", "plain", CHANNEL);
        var claim = fixture.claimAndDie().getFirst();
        fixture.messenger.post(CHANNEL, Card.saying("m"), claim.id());
        var nudges = new NudgeStore();
        var parts = database.read(tx -> nudges.open(tx, claim.id()));
        assertThat(parts).hasSize(1);
        database.change(tx -> nudges.leave(tx, fixture.outbox, parts.getFirst(), fixture.clock.instant()));
        var left = database.read(tx -> nudges.open(tx, claim.id()));
        assertThat(left).isEmpty();
        fixture.runAfter(LAPSED);
        fixture.run();
        assertThat(fixture.messenger.words(CHANNEL)).containsExactly("m");
        assertThat(fixture.status("m")).isEqualTo("sent");
    }

    @OnBothDatabases
    void aLateAnswerToALapsedClaimKeepsWhatWasRecordedFirst(Database database) {
        var fixture = new OutboxFixture(database);
        fixture.plan("m", "plain", CHANNEL);
        fixture.messenger.duringNextPost(() -> fixture.runAfter(LAPSED));
        fixture.run();
        assertThat(fixture.status("m")).isEqualTo("sent The first attempt did not arrive.");
        var first = fixture.messenger.standing().getFirst().place();
        var place = fixture.database.read(tx -> fixture.outbox.sent(tx, "m"));
        assertThat(place).contains(first);
    }

    @OnBothDatabases
    void onlyTheOwnerOfAClaimChangesItsRow(Database database) {
        var fixture = new OutboxFixture(database);
        fixture.plan("m", "plain", CHANNEL);
        var old = fixture.claimAndDie().getFirst();
        fixture.clock.advance(LAPSED);
        var mine = fixture.claimAndDie().getFirst();
        assertThat(mine.work()).isEqualTo(Claim.Work.FIND_OUT);
        var now = fixture.clock.instant();
        var store = fixture.deliveries;
        assertThat(database.<Boolean>write(tx -> store.failed(tx, old, "late"))).isFalse();
        assertThat(database.<Boolean>write(tx -> store.skipped(tx, old, "late"))).isFalse();
        assertThat(database.<Boolean>write(tx -> store.dueAgain(tx, old, now, "late"))).isFalse();
        assertThat(database.<Boolean>write(tx -> store.unclear(tx, old, now, "late"))).isFalse();
        var renewed = database.write(tx -> fixture.claims.renew(tx, old, now));
        assertThat(renewed).isEmpty();
        assertThat(database.<Boolean>write(tx -> store.sent(tx, mine, new MessageRef(CHANNEL, "1"), now, SAID)))
                .isTrue();
        assertThat(database.<Boolean>write(tx -> store.sent(tx, old, new MessageRef(CHANNEL, "2"), now, SAID)))
                .isFalse();
    }

    @OnBothDatabases
    void aChangedMessageIsWrittenAgainWithItsThread(Database database) {
        var fixture = new OutboxFixture(database);
        fixture.plan("m", "threaded", CHANNEL);
        fixture.run();
        fixture.news.put("m", "news");
        fixture.database.change(tx -> fixture.outbox.refresh(tx, "m"));
        assertThat(fixture.sender().next()).isPresent();
        fixture.run();
        assertThat(fixture.messenger.words(CHANNEL)).containsExactly("news", "details of news");
        assertThat(fixture.sender().next()).isEmpty();
    }

    @OnBothDatabases
    void aChangeWhileTheMessageIsOnItsWayIsNotLost(Database database) {
        var fixture = new OutboxFixture(database);
        fixture.plan("m", "plain", CHANNEL);
        fixture.messenger.duringNextPost(() -> {
            fixture.news.put("m", "news");
            fixture.database.change(tx -> fixture.outbox.refresh(tx, "m"));
        });
        fixture.run();
        assertThat(fixture.messenger.words(CHANNEL)).containsExactly("news");
    }

    @OnBothDatabases
    void writingAgainIsTriedAFewTimesAndThenGivenUp(Database database) {
        var fixture = new OutboxFixture(database);
        fixture.plan("m", "plain", CHANNEL);
        fixture.run();
        fixture.news.put("m", "news");
        fixture.messenger.nextUpdate(Fault.BUSY, Fault.BUSY);
        fixture.database.change(tx -> fixture.outbox.refresh(tx, "m"));
        fixture.run();
        assertThat(fixture.sender().next()).contains(START.plus(ScriptedMessenger.RETRY_AFTER));
        fixture.runAfter(Duration.ofMinutes(1));
        assertThat(fixture.messenger.words(CHANNEL)).containsExactly("m");
        fixture.runAfter(Duration.ofMinutes(1));
        assertThat(fixture.messenger.words(CHANNEL)).containsExactly("news");

        fixture.messenger.nextUpdate(Fault.BUSY, Fault.BUSY, Fault.BUSY, Fault.BUSY, Fault.BUSY, Fault.BUSY);
        fixture.database.change(tx -> fixture.outbox.refresh(tx, "m"));
        IntStream.range(0, 6).forEach(_ -> fixture.runAfter(Duration.ofMinutes(2)));
        assertThat(fixture.sender().next()).isEmpty();
        assertThat(fixture.status("m")).isEqualTo("sent");
    }

    @OnBothDatabases
    void aRewritingWorkerThatDiedIsReplaced(Database database) {
        var fixture = new OutboxFixture(database);
        fixture.plan("m", "plain", CHANNEL);
        fixture.run();
        fixture.news.put("m", "news");
        fixture.database.change(tx -> fixture.outbox.refresh(tx, "m"));
        assertThat(fixture.claimAndDie()).hasSize(1);
        fixture.run();
        assertThat(fixture.messenger.words(CHANNEL)).containsExactly("m");
        assertThat(fixture.sender().next()).contains(START.plus(ClaimStore.LASTS));
        fixture.runAfter(LAPSED);
        assertThat(fixture.messenger.words(CHANNEL)).containsExactly("news");
    }

    @Test
    void twoNodesShareTheWork() throws Exception {
        var url = TestDatabases.postgresqlUrl();
        try (var one = Database.open(url); var two = Database.open(url)) {
            var fixture = new OutboxFixture(one);
            one.change(
                    tx -> IntStream.range(0, 2_000)
                            .forEach(i -> fixture.outbox.plan(tx, OutboxFixture.TEAM, "k" + i, "plain",
                                    new ChannelId("T1", "C" + i % 700), "s" + i, START)));
            try (var first = fixture.sender();
                    var second = new Sender(two, fixture.composers, fixture.messenger,
                            new Readers(fixture.people, fixture.directory), fixture.clock);
                    var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var runs = List.of(threads.submit(() -> first.run(START)),
                        threads.submit(() -> second.run(START)));
                for (var run : runs) {
                    run.get();
                }
                first.run(START);
            }
            var marks = fixture.messenger.standing().stream().map(ScriptedMessenger.Standing::mark).toList();
            assertThat(marks).hasSize(2_000);
            assertThat(new HashSet<>(marks)).hasSize(2_000);
            assertThat(fixture.counts()).containsEntry(State.SENT, 2_000);
        }
    }
}
