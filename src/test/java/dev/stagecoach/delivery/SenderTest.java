package dev.stagecoach.delivery;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

import dev.stagecoach.delivery.DeliveryStore.State;
import dev.stagecoach.delivery.ScriptedMessenger.Fault;
import dev.stagecoach.people.ChannelId;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.OnBothDatabases;

import static dev.stagecoach.delivery.LedgerDesk.CHANNEL;
import static dev.stagecoach.delivery.LedgerDesk.START;
import static dev.stagecoach.delivery.LedgerDesk.TEACHER;
import static org.assertj.core.api.Assertions.assertThat;

class SenderTest {

    @OnBothDatabases
    void whatIsDueGoesOutOnceAndInOrder(Database database) {
        var desk = new LedgerDesk(database);
        IntStream.range(0, 100).forEach(i -> desk.plan("m" + i, "plain", CHANNEL));
        desk.plan("m3", "plain", CHANNEL);
        desk.database.change(
                tx -> desk.ledger.plan(tx, LedgerDesk.TEAM, "later", "plain", TEACHER, "later", START.plusSeconds(60)));
        desk.run();
        desk.run();
        assertThat(desk.messenger.words(CHANNEL))
                .isEqualTo(IntStream.range(0, 100).mapToObj(i -> "m" + i).toList());
        assertThat(desk.messenger.words(TEACHER)).isEmpty();
        assertThat(desk.sender().next()).contains(START.plusSeconds(60));
        desk.runAfter(Duration.ofSeconds(60));
        assertThat(desk.messenger.words(TEACHER)).containsExactly("later");
        assertThat(desk.messenger.overlaps()).isZero();
        assertThat(desk.sender().next()).isEmpty();
        assertThat(desk.counts()).containsEntry(State.SENT, 101).containsEntry(State.DUE, 0);
    }

    @OnBothDatabases
    void theThreadFollowsItsMessage(Database database) {
        var desk = new LedgerDesk(database);
        desk.plan("reveal", "threaded", CHANNEL);
        desk.messenger.next(CHANNEL, Fault.UNCLEAR_ACCEPTED);
        desk.run();
        desk.messenger.next(CHANNEL, Fault.UNCLEAR_ACCEPTED);
        desk.runAfter(Duration.ofMinutes(1));
        desk.runAfter(Duration.ofMinutes(1));
        assertThat(desk.messenger.words(CHANNEL)).containsExactly("reveal", "details of reveal");
        var standing = desk.messenger.standing();
        assertThat(standing.getLast().parent()).contains(standing.getFirst().place());
        var place = desk.database.read(tx -> desk.ledger.sent(tx, "reveal"));
        assertThat(place).contains(standing.getFirst().place());
        assertThat(desk.fate("reveal/thread")).startsWith("sent");
    }

    @OnBothDatabases
    void answersStandInTheThreadOfTheirMessage(Database database) {
        var desk = new LedgerDesk(database);
        desk.plan("question", "plain", CHANNEL);
        var planned = desk.database.write(tx -> desk.ledger.answer(tx, "a1", "question", "threaded", "a1", START)
                && desk.ledger.answer(tx, "a2", "question", "threaded", "a2", START));
        assertThat(planned).isTrue();
        var again = desk.database.write(tx -> desk.ledger.answer(tx, "a1", "question", "threaded", "a1", START)
                || desk.ledger.answer(tx, "a3", "nowhere", "threaded", "a3", START));
        assertThat(again).isFalse();
        desk.run();
        assertThat(desk.messenger.words(CHANNEL)).containsExactly("question", "details of a1", "details of a2");
        var question = desk.messenger.standing().getFirst().place();
        assertThat(desk.messenger.standing()).filteredOn(one -> one.parent().equals(Optional.of(question))).hasSize(2);
        desk.news.put("a1", "other");
        desk.refresh("a1");
        desk.run();
        assertThat(desk.messenger.words(CHANNEL)).containsExactly("question", "details of other", "details of a2");
    }

    @OnBothDatabases
    void aBusyAddressWaitsAsLongAsItAsksAndKeepsItsOrder(Database database) {
        var desk = new LedgerDesk(database);
        // More than one batch, so that rows nobody has claimed yet wait too.
        IntStream.range(0, 100).forEach(i -> desk.plan("m" + i, "plain", CHANNEL));
        desk.plan("hello", "plain", TEACHER);
        desk.messenger.next(CHANNEL, Fault.BUSY);
        desk.run();
        assertThat(desk.messenger.words(CHANNEL)).isEmpty();
        assertThat(desk.messenger.words(TEACHER)).containsExactly("hello");
        assertThat(desk.sender().next()).contains(START.plus(ScriptedMessenger.RETRY_AFTER));
        desk.runAfter(ScriptedMessenger.RETRY_AFTER.minusSeconds(1));
        assertThat(desk.messenger.calls()).isEqualTo(2);
        desk.runAfter(Duration.ofSeconds(1));
        assertThat(desk.messenger.words(CHANNEL)).isEqualTo(IntStream.range(0, 100).mapToObj(i -> "m" + i).toList());
    }

    @OnBothDatabases
    void anAddressThatStaysBusyEndsInAReason(Database database) {
        var desk = new LedgerDesk(database);
        desk.plan("m", "plain", CHANNEL);
        for (var i = 0; i < BackOff.SENDING.attempts() + 3; i++) {
            desk.messenger.next(CHANNEL, Fault.BUSY);
            desk.runAfter(Duration.ofMinutes(15));
        }
        assertThat(desk.fate("m")).isEqualTo("failed I tried 12 times without success. The last time: slow down");
        assertThat(desk.messenger.calls()).isEqualTo(12);
        assertThat(desk.counts()).containsEntry(State.FAILED, 1);
    }

    @OnBothDatabases
    void whatCannotBeSentSaysWhy(Database database) {
        var desk = new LedgerDesk(database);
        desk.plan("archived", "plain", CHANNEL);
        desk.plan("closed", "mute", TEACHER);
        desk.messenger.next(CHANNEL, Fault.IMPOSSIBLE);
        desk.run();
        assertThat(desk.fate("archived")).isEqualTo("failed The channel is archived.");
        assertThat(desk.fate("closed")).isEqualTo("skipped The round is closed.");
    }

    @OnBothDatabases
    void anUnclearMessageIsLookedForAndNeverDoubled(Database database) {
        var desk = new LedgerDesk(database);
        for (var fault : new Fault[]{Fault.UNCLEAR_ACCEPTED, Fault.UNCLEAR_LOST, Fault.THROWS_ACCEPTED,
                Fault.THROWS_LOST}) {
            var channel = new ChannelId("T1", "C" + fault.ordinal());
            desk.plan(fault.name(), "plain", channel);
            desk.messenger.next(channel, fault);
        }
        desk.run();
        assertThat(desk.messenger.standing()).hasSize(2);
        assertThat(desk.counts()).containsEntry(State.SENDING, 4);
        desk.runAfter(Duration.ofSeconds(30));
        assertThat(desk.messenger.standing()).hasSize(4).extracting(one -> one.card().summary())
                .doesNotHaveDuplicates();
        assertThat(desk.counts()).containsEntry(State.SENT, 4);
    }

    @OnBothDatabases
    void whereNobodyCanTellANudgeIsSkippedAndAChannelHearsItAgain(Database database) {
        var desk = new LedgerDesk(database);
        desk.plan("nudge", "plain", TEACHER);
        desk.plan("summary", "plain", CHANNEL);
        desk.messenger.unreadable(TEACHER);
        desk.messenger.unreadable(CHANNEL);
        desk.messenger.next(TEACHER, Fault.UNCLEAR_ACCEPTED);
        desk.messenger.next(CHANNEL, Fault.UNCLEAR_LOST);
        desk.run();
        desk.runAfter(Duration.ofMinutes(5));
        assertThat(desk.counts()).containsEntry(State.SENDING, 2);
        desk.runAfter(Duration.ofMinutes(15));
        assertThat(desk.fate("nudge")).startsWith("skipped I could not find out whether this message arrived");
        assertThat(desk.messenger.words(TEACHER)).hasSize(1);
        assertThat(desk.messenger.words(CHANNEL)).containsExactly("summary");
    }

    @OnBothDatabases
    void aBrokenComposerFailsAloneAndInTheEnd(Database database) {
        var desk = new LedgerDesk(database);
        desk.plan("broken", "broken", CHANNEL);
        desk.plan("unknown", "nobody's", CHANNEL);
        desk.plan("fine", "plain", CHANNEL);
        desk.run();
        assertThat(desk.messenger.words(CHANNEL)).containsExactly("fine");
        assertThat(desk.fate("broken"))
                .startsWith("due Something went wrong while I wrote this message; the reference");
        for (var i = 0; i < BackOff.SENDING.attempts(); i++) {
            desk.runAfter(Duration.ofMinutes(15));
        }
        assertThat(desk.fate("broken")).startsWith("failed I tried 12 times");
        assertThat(desk.fate("unknown")).startsWith("failed I tried 12 times");
    }

    @OnBothDatabases
    void oneFailingChannelAmongFiveHundred(Database database) {
        var desk = new LedgerDesk(database);
        var failing = new ChannelId("T1", "C250");
        database.change(tx -> IntStream.range(0, 500).forEach(
                i -> desk.ledger.plan(tx, LedgerDesk.TEAM, "k" + i, "plain", new ChannelId("T1", "C" + i), "weekly",
                        START)));
        desk.messenger.next(failing, Fault.THROWS_LOST);
        desk.run();
        assertThat(desk.messenger.standing()).hasSize(499);
        assertThat(desk.messenger.words(failing)).isEmpty();
        assertThat(desk.counts()).containsEntry(State.SENT, 499).containsEntry(State.SENDING, 1);
    }

    @OnBothDatabases
    void tenThousandAtTheSameMinute(Database database) {
        var desk = new LedgerDesk(database);
        database.change(
                tx -> IntStream.range(0, 10_000).forEach(i -> desk.ledger.plan(tx, LedgerDesk.TEAM, "k" + i, "plain",
                        new PersonId("T1", "U" + i % 2_500), "s" + i, START)));
        desk.run();
        var standing = desk.messenger.standing();
        assertThat(standing).hasSize(10_000);
        assertThat(new HashSet<>(standing.stream().map(ScriptedMessenger.Standing::mark).toList())).hasSize(10_000);
        assertThat(desk.messenger.words(new PersonId("T1", "U7"))).containsExactly("s7", "s2507", "s5007", "s7507");
        assertThat(desk.messenger.overlaps()).isZero();
    }

    @OnBothDatabases
    void wakingMeansThatItIsSent(Database database) {
        var desk = new LedgerDesk(database);
        try (var sender = desk.sender()) {
            var sent = new CountDownLatch(1);
            desk.messenger.duringNextPost(sent::countDown);
            desk.plan("answer", "plain", TEACHER);
            IntStream.range(0, 50).forEach(_ -> sender.wake());
            sent.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        assertThat(desk.messenger.words(TEACHER)).containsExactly("answer");
        assertThat(desk.fate("answer")).isEqualTo("sent");
    }
}
