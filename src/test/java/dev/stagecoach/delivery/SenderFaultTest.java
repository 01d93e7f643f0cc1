package dev.stagecoach.delivery;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.MessageRef;
import dev.stagecoach.delivery.DeliveryStore.State;
import dev.stagecoach.delivery.ScriptedMessenger.Fault;
import dev.stagecoach.people.ChannelId;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.OnBothDatabases;
import dev.stagecoach.storage.TestDatabases;
import org.junit.jupiter.api.Test;

import static dev.stagecoach.delivery.LedgerDesk.CHANNEL;
import static dev.stagecoach.delivery.LedgerDesk.START;
import static org.assertj.core.api.Assertions.assertThat;

class SenderFaultTest {
    private static final DeliveryStore.Said SAID = new DeliveryStore.Said(false, Optional.empty());
    private static final Duration LAPSED = ClaimStore.LASTS.plusSeconds(1);

    @OnBothDatabases
    void aWorkerThatDiedBeforeSendingIsReplaced(Database database) {
        var desk = new LedgerDesk(database);
        desk.plan("m", "threaded", CHANNEL);
        assertThat(desk.claimAndDie()).hasSize(1);
        desk.run();
        assertThat(desk.messenger.standing()).isEmpty();
        desk.runAfter(LAPSED);
        desk.run();
        assertThat(desk.messenger.words(CHANNEL)).containsExactly("m", "details of m");
    }

    @OnBothDatabases
    void aWorkerThatDiedAfterSendingIsNotRepeated(Database database) {
        var desk = new LedgerDesk(database);
        desk.plan("m", "threaded", CHANNEL);
        var claim = desk.claimAndDie().getFirst();
        desk.messenger.post(CHANNEL, Card.saying("m"), claim.id());
        desk.runAfter(LAPSED);
        desk.run();
        assertThat(desk.messenger.words(CHANNEL)).containsExactly("m", "details of m");
        assertThat(desk.fate("m")).isEqualTo("sent");
    }

    @OnBothDatabases
    void aLateAnswerToALapsedClaimKeepsWhatWasRecordedFirst(Database database) {
        var desk = new LedgerDesk(database);
        desk.plan("m", "plain", CHANNEL);
        desk.messenger.duringNextPost(() -> desk.runAfter(LAPSED));
        desk.run();
        assertThat(desk.fate("m")).isEqualTo("sent The first attempt did not arrive.");
        var first = desk.messenger.standing().getFirst().place();
        var place = desk.database.read(tx -> desk.ledger.sent(tx, "m"));
        assertThat(place).contains(first);
    }

    @OnBothDatabases
    void onlyTheOwnerOfAClaimChangesItsRow(Database database) {
        var desk = new LedgerDesk(database);
        desk.plan("m", "plain", CHANNEL);
        var old = desk.claimAndDie().getFirst();
        desk.clock.advance(LAPSED);
        var mine = desk.claimAndDie().getFirst();
        assertThat(mine.work()).isEqualTo(Claim.Work.FIND_OUT);
        var now = desk.clock.instant();
        var store = desk.deliveries;
        assertThat(database.<Boolean>write(tx -> store.failed(tx, old, "late"))).isFalse();
        assertThat(database.<Boolean>write(tx -> store.skipped(tx, old, "late"))).isFalse();
        assertThat(database.<Boolean>write(tx -> store.dueAgain(tx, old, now, "late"))).isFalse();
        assertThat(database.<Boolean>write(tx -> store.unclear(tx, old, now, "late"))).isFalse();
        var renewed = database.write(tx -> desk.claims.renew(tx, old, now));
        assertThat(renewed).isEmpty();
        assertThat(database.<Boolean>write(tx -> store.sent(tx, mine, new MessageRef(CHANNEL, "1"), now, SAID)))
                .isTrue();
        assertThat(database.<Boolean>write(tx -> store.sent(tx, old, new MessageRef(CHANNEL, "2"), now, SAID)))
                .isFalse();
    }

    @OnBothDatabases
    void aChangedMessageIsWrittenAgainWithItsThread(Database database) {
        var desk = new LedgerDesk(database);
        desk.plan("m", "threaded", CHANNEL);
        desk.run();
        desk.news.put("m", "news");
        desk.database.change(tx -> desk.ledger.refresh(tx, "m"));
        assertThat(desk.sender().next()).isPresent();
        desk.run();
        assertThat(desk.messenger.words(CHANNEL)).containsExactly("news", "details of news");
        assertThat(desk.sender().next()).isEmpty();
    }

    @OnBothDatabases
    void aChangeWhileTheMessageIsOnItsWayIsNotLost(Database database) {
        var desk = new LedgerDesk(database);
        desk.plan("m", "plain", CHANNEL);
        desk.messenger.duringNextPost(() -> {
            desk.news.put("m", "news");
            desk.database.change(tx -> desk.ledger.refresh(tx, "m"));
        });
        desk.run();
        assertThat(desk.messenger.words(CHANNEL)).containsExactly("news");
    }

    @OnBothDatabases
    void writingAgainIsTriedAFewTimesAndThenGivenUp(Database database) {
        var desk = new LedgerDesk(database);
        desk.plan("m", "plain", CHANNEL);
        desk.run();
        desk.news.put("m", "news");
        desk.messenger.nextUpdate(Fault.BUSY, Fault.BUSY);
        desk.database.change(tx -> desk.ledger.refresh(tx, "m"));
        desk.run();
        assertThat(desk.sender().next()).contains(START.plus(ScriptedMessenger.RETRY_AFTER));
        desk.runAfter(Duration.ofMinutes(1));
        assertThat(desk.messenger.words(CHANNEL)).containsExactly("m");
        desk.runAfter(Duration.ofMinutes(1));
        assertThat(desk.messenger.words(CHANNEL)).containsExactly("news");

        desk.messenger.nextUpdate(Fault.BUSY, Fault.BUSY, Fault.BUSY, Fault.BUSY, Fault.BUSY, Fault.BUSY);
        desk.database.change(tx -> desk.ledger.refresh(tx, "m"));
        IntStream.range(0, 6).forEach(_ -> desk.runAfter(Duration.ofMinutes(2)));
        assertThat(desk.sender().next()).isEmpty();
        assertThat(desk.fate("m")).isEqualTo("sent");
    }

    @OnBothDatabases
    void aRewritingWorkerThatDiedIsReplaced(Database database) {
        var desk = new LedgerDesk(database);
        desk.plan("m", "plain", CHANNEL);
        desk.run();
        desk.news.put("m", "news");
        desk.database.change(tx -> desk.ledger.refresh(tx, "m"));
        assertThat(desk.claimAndDie()).hasSize(1);
        desk.run();
        assertThat(desk.messenger.words(CHANNEL)).containsExactly("m");
        assertThat(desk.sender().next()).contains(START.plus(ClaimStore.LASTS));
        desk.runAfter(LAPSED);
        assertThat(desk.messenger.words(CHANNEL)).containsExactly("news");
    }

    @Test
    void twoNodesShareTheWork() throws Exception {
        var url = TestDatabases.postgresqlUrl();
        try (var one = Database.open(url); var two = Database.open(url)) {
            var desk = new LedgerDesk(one);
            one.change(
                    tx -> IntStream.range(0, 2_000).forEach(i -> desk.ledger.plan(tx, LedgerDesk.TEAM, "k" + i, "plain",
                            new ChannelId("T1", "C" + i % 700), "s" + i, START)));
            try (var first = desk.sender();
                    var second = new Sender(two, desk.composers, desk.messenger,
                            new Readers(desk.people, desk.directory, Budget.USUAL), desk.clock);
                    var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var runs = List.of(threads.submit(() -> first.run(START)),
                        threads.submit(() -> second.run(START)));
                for (var run : runs) {
                    run.get();
                }
                first.run(START);
            }
            var marks = desk.messenger.standing().stream().map(ScriptedMessenger.Standing::mark).toList();
            assertThat(marks).hasSize(2_000);
            assertThat(new HashSet<>(marks)).hasSize(2_000);
            assertThat(desk.counts()).containsEntry(State.SENT, 2_000);
        }
    }
}
