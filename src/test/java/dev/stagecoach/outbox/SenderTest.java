package dev.stagecoach.outbox;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

import dev.stagecoach.outbox.DeliveryStore.State;
import dev.stagecoach.outbox.ScriptedMessenger.Fault;
import dev.stagecoach.people.ChannelId;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.OnBothDatabases;

import static dev.stagecoach.outbox.OutboxFixture.CHANNEL;
import static dev.stagecoach.outbox.OutboxFixture.START;
import static dev.stagecoach.outbox.OutboxFixture.TEACHER;
import static org.assertj.core.api.Assertions.assertThat;

class SenderTest {

    @OnBothDatabases
    void whatIsDueGoesOutOnceAndInOrder(Database database) {
        var fixture = new OutboxFixture(database);
        IntStream.range(0, 100).forEach(i -> fixture.plan("m" + i, "plain", CHANNEL));
        fixture.plan("m3", "plain", CHANNEL);
        fixture.database.change(
                tx -> fixture.outbox.plan(tx, OutboxFixture.TEAM, "later", "plain", TEACHER, "later",
                        START.plusSeconds(60)));
        fixture.run();
        fixture.run();
        assertThat(fixture.messenger.words(CHANNEL))
                .isEqualTo(IntStream.range(0, 100).mapToObj(i -> "m" + i).toList());
        assertThat(fixture.messenger.words(TEACHER)).isEmpty();
        assertThat(fixture.sender().next()).contains(START.plusSeconds(60));
        fixture.runAfter(Duration.ofSeconds(60));
        assertThat(fixture.messenger.words(TEACHER)).containsExactly("later");
        assertThat(fixture.messenger.overlaps()).isZero();
        assertThat(fixture.sender().next()).isEmpty();
        assertThat(fixture.counts()).containsEntry(State.SENT, 101).containsEntry(State.DUE, 0);
    }

    @OnBothDatabases
    void theThreadFollowsItsMessage(Database database) {
        var fixture = new OutboxFixture(database);
        fixture.plan("reveal", "threaded", CHANNEL);
        fixture.messenger.next(CHANNEL, Fault.UNCLEAR_ACCEPTED);
        fixture.run();
        fixture.messenger.next(CHANNEL, Fault.UNCLEAR_ACCEPTED);
        fixture.runAfter(Duration.ofMinutes(1));
        fixture.runAfter(Duration.ofMinutes(1));
        assertThat(fixture.messenger.words(CHANNEL)).containsExactly("reveal", "details of reveal");
        var standing = fixture.messenger.standing();
        assertThat(standing.getLast().parent()).contains(standing.getFirst().place());
        var place = fixture.database.read(tx -> fixture.outbox.sent(tx, "reveal"));
        assertThat(place).contains(standing.getFirst().place());
        assertThat(fixture.status("reveal/thread")).startsWith("sent");
    }

    @OnBothDatabases
    void answersStandInTheThreadOfTheirMessage(Database database) {
        var fixture = new OutboxFixture(database);
        fixture.plan("question", "plain", CHANNEL);
        var planned = fixture.database.write(tx -> fixture.outbox.answer(tx, "a1", "question", "threaded", "a1", START)
                && fixture.outbox.answer(tx, "a2", "question", "threaded", "a2", START));
        assertThat(planned).isTrue();
        var again = fixture.database.write(tx -> fixture.outbox.answer(tx, "a1", "question", "threaded", "a1", START)
                || fixture.outbox.answer(tx, "a3", "nowhere", "threaded", "a3", START));
        assertThat(again).isFalse();
        fixture.run();
        assertThat(fixture.messenger.words(CHANNEL)).containsExactly("question", "details of a1", "details of a2");
        var question = fixture.messenger.standing().getFirst().place();
        assertThat(fixture.messenger.standing()).filteredOn(one -> one.parent().equals(Optional.of(question)))
                .hasSize(2);
        fixture.news.put("a1", "other");
        fixture.refresh("a1");
        fixture.run();
        assertThat(fixture.messenger.words(CHANNEL)).containsExactly("question", "details of other", "details of a2");
    }

    @OnBothDatabases
    void aBusyAddressWaitsAsLongAsItAsksAndKeepsItsOrder(Database database) {
        var fixture = new OutboxFixture(database);
        // More than one batch, so that rows nobody has claimed yet wait too.
        IntStream.range(0, 100).forEach(i -> fixture.plan("m" + i, "plain", CHANNEL));
        fixture.plan("hello", "plain", TEACHER);
        fixture.messenger.next(CHANNEL, Fault.BUSY);
        fixture.run();
        assertThat(fixture.messenger.words(CHANNEL)).isEmpty();
        assertThat(fixture.messenger.words(TEACHER)).containsExactly("hello");
        assertThat(fixture.sender().next()).contains(START.plus(ScriptedMessenger.RETRY_AFTER));
        fixture.runAfter(ScriptedMessenger.RETRY_AFTER.minusSeconds(1));
        assertThat(fixture.messenger.calls()).isEqualTo(2);
        fixture.runAfter(Duration.ofSeconds(1));
        assertThat(fixture.messenger.words(CHANNEL)).isEqualTo(IntStream.range(0, 100).mapToObj(i -> "m" + i).toList());
    }

    @OnBothDatabases
    void anAddressThatStaysBusyEndsInAReason(Database database) {
        var fixture = new OutboxFixture(database);
        fixture.plan("m", "plain", CHANNEL);
        for (var i = 0; i < BackOff.SENDING.attempts() + 3; i++) {
            fixture.messenger.next(CHANNEL, Fault.BUSY);
            fixture.runAfter(Duration.ofMinutes(15));
        }
        assertThat(fixture.status("m")).isEqualTo("failed I tried 12 times without success. The last time: trouble");
        assertThat(fixture.messenger.calls()).isEqualTo(12);
        assertThat(fixture.counts()).containsEntry(State.FAILED, 1);
    }

    @OnBothDatabases
    void whatComesTooFastUsesUpNoAttempt(Database database) {
        var fixture = new OutboxFixture(database);
        fixture.plan("m", "plain", CHANNEL);
        for (var i = 0; i < BackOff.SENDING.attempts() * 3; i++) {
            fixture.messenger.next(CHANNEL, Fault.TOO_FAST);
            fixture.runAfter(ScriptedMessenger.RETRY_AFTER);
            assertThat(fixture.status("m")).isEqualTo("due slow down");
            assertThat(fixture.sender().next()).contains(fixture.clock.instant().plus(ScriptedMessenger.RETRY_AFTER));
        }
        fixture.runAfter(ScriptedMessenger.RETRY_AFTER);
        assertThat(fixture.messenger.words(CHANNEL)).containsExactly("m");
        fixture.news.put("m", "news");
        fixture.refresh("m");
        for (var i = 0; i < BackOff.REWRITING.attempts() * 3; i++) {
            fixture.messenger.nextUpdate(Fault.TOO_FAST);
            fixture.runAfter(ScriptedMessenger.RETRY_AFTER);
        }
        fixture.runAfter(ScriptedMessenger.RETRY_AFTER);
        assertThat(fixture.messenger.words(CHANNEL)).containsExactly("news");
    }

    @OnBothDatabases
    void whatCannotBeSentSaysWhy(Database database) {
        var fixture = new OutboxFixture(database);
        fixture.plan("archived", "plain", CHANNEL);
        fixture.plan("closed", "mute", TEACHER);
        fixture.messenger.next(CHANNEL, Fault.IMPOSSIBLE);
        fixture.run();
        assertThat(fixture.status("archived")).isEqualTo("failed The channel is archived.");
        assertThat(fixture.status("closed")).isEqualTo("skipped The round is closed.");
    }

    @OnBothDatabases
    void anUnclearMessageIsLookedForAndNeverDoubled(Database database) {
        var fixture = new OutboxFixture(database);
        for (var fault : new Fault[]{Fault.UNCLEAR_ACCEPTED, Fault.UNCLEAR_LOST, Fault.THROWS_ACCEPTED,
                Fault.THROWS_LOST}) {
            var channel = new ChannelId("T1", "C" + fault.ordinal());
            fixture.plan(fault.name(), "plain", channel);
            fixture.messenger.next(channel, fault);
        }
        fixture.run();
        assertThat(fixture.messenger.standing()).hasSize(2);
        assertThat(fixture.counts()).containsEntry(State.SENDING, 4);
        fixture.runAfter(Duration.ofSeconds(30));
        assertThat(fixture.messenger.standing()).hasSize(4).extracting(one -> one.card().summary())
                .doesNotHaveDuplicates();
        assertThat(fixture.counts()).containsEntry(State.SENT, 4);
    }

    @OnBothDatabases
    void whereNobodyCanTellANudgeIsSkippedAndAChannelHearsItAgain(Database database) {
        var fixture = new OutboxFixture(database);
        fixture.plan("nudge", "plain", TEACHER);
        fixture.plan("summary", "plain", CHANNEL);
        fixture.messenger.unreadable(TEACHER);
        fixture.messenger.unreadable(CHANNEL);
        fixture.messenger.next(TEACHER, Fault.UNCLEAR_ACCEPTED);
        fixture.messenger.next(CHANNEL, Fault.UNCLEAR_LOST);
        fixture.run();
        fixture.runAfter(Duration.ofMinutes(5));
        assertThat(fixture.counts()).containsEntry(State.SENDING, 2);
        fixture.runAfter(Duration.ofMinutes(15));
        assertThat(fixture.status("nudge")).startsWith("skipped I could not find out whether this message arrived");
        assertThat(fixture.messenger.words(TEACHER)).hasSize(1);
        assertThat(fixture.messenger.words(CHANNEL)).containsExactly("summary");
    }

    @OnBothDatabases
    void aComposerWhoseClassesCannotBeLoadedStopsNoOther(Database database) {
        var fixture = new OutboxFixture(database);
        fixture.composers.put("unloadable", Composer.in(SendPolicy.ECHO, (_, _) -> {
            throw new ExceptionInInitializerError("on purpose");
        }));
        fixture.plan("1", "unloadable", CHANNEL);
        fixture.plan("2", "plain", TEACHER);
        fixture.plan("3", "plain", CHANNEL);
        fixture.run();
        assertThat(fixture.messenger.words(TEACHER)).containsExactly("2");
        assertThat(fixture.messenger.words(CHANNEL)).containsExactly("3");
        assertThat(fixture.status("1")).startsWith("due Something went wrong while I wrote this message");
    }

    @OnBothDatabases
    void aBrokenComposerFailsAloneAndInTheEnd(Database database) {
        var fixture = new OutboxFixture(database);
        fixture.plan("broken", "broken", CHANNEL);
        fixture.plan("unknown", "nobody's", CHANNEL);
        fixture.plan("fine", "plain", CHANNEL);
        fixture.run();
        assertThat(fixture.messenger.words(CHANNEL)).containsExactly("fine");
        assertThat(fixture.status("broken"))
                .startsWith("due Something went wrong while I wrote this message; the reference");
        for (var i = 0; i < BackOff.SENDING.attempts(); i++) {
            fixture.runAfter(Duration.ofMinutes(15));
        }
        assertThat(fixture.status("broken")).startsWith("failed I tried 12 times");
        assertThat(fixture.status("unknown")).startsWith("failed I tried 12 times");
    }

    @OnBothDatabases
    void oneFailingChannelAmongFiveHundred(Database database) {
        var fixture = new OutboxFixture(database);
        var failing = new ChannelId("T1", "C250");
        database.change(tx -> IntStream.range(0, 500).forEach(
                i -> fixture.outbox.plan(tx, OutboxFixture.TEAM, "k" + i, "plain", new ChannelId("T1", "C" + i),
                        "weekly",
                        START)));
        fixture.messenger.next(failing, Fault.THROWS_LOST);
        fixture.run();
        assertThat(fixture.messenger.standing()).hasSize(499);
        assertThat(fixture.messenger.words(failing)).isEmpty();
        assertThat(fixture.counts()).containsEntry(State.SENT, 499).containsEntry(State.SENDING, 1);
    }

    @OnBothDatabases
    void tenThousandAtTheSameMinute(Database database) {
        var fixture = new OutboxFixture(database);
        database.change(
                tx -> IntStream.range(0, 10_000)
                        .forEach(i -> fixture.outbox.plan(tx, OutboxFixture.TEAM, "k" + i, "plain",
                                new PersonId("T1", "U" + i % 2_500), "s" + i, START)));
        fixture.run();
        var standing = fixture.messenger.standing();
        assertThat(standing).hasSize(10_000);
        assertThat(new HashSet<>(standing.stream().map(ScriptedMessenger.Standing::mark).toList())).hasSize(10_000);
        assertThat(fixture.messenger.words(new PersonId("T1", "U7"))).containsExactly("s7", "s2507", "s5007", "s7507");
        assertThat(fixture.messenger.overlaps()).isZero();
    }

    @OnBothDatabases
    void wakingMeansThatItIsSent(Database database) {
        var fixture = new OutboxFixture(database);
        try (var sender = fixture.sender()) {
            var sent = new CountDownLatch(1);
            fixture.messenger.duringNextPost(sent::countDown);
            fixture.plan("answer", "plain", TEACHER);
            IntStream.range(0, 50).forEach(_ -> sender.wake());
            sent.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        assertThat(fixture.messenger.words(TEACHER)).containsExactly("answer");
        assertThat(fixture.status("answer")).isEqualTo("sent");
    }
}
