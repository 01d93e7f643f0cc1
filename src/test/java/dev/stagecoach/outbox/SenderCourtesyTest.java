package dev.stagecoach.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;

import dev.stagecoach.outbox.DeliveryStore.State;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.OnBothDatabases;

import static dev.stagecoach.outbox.OutboxFixture.CHANNEL;
import static dev.stagecoach.outbox.OutboxFixture.START;
import static dev.stagecoach.outbox.OutboxFixture.TEACHER;
import static dev.stagecoach.outbox.OutboxFixture.TEAM;
import static org.assertj.core.api.Assertions.assertThat;

class SenderCourtesyTest {
    /** Monday, 17:00 in Boise, and the end of its quiet hours. */
    private static final Instant EVENING = Instant.parse("2026-09-14T23:00:00Z");
    private static final Instant MORNING = Instant.parse("2026-09-15T13:30:00Z");

    @OnBothDatabases
    void whatComesDueInQuietHoursWaitsAndGoesOutAsOne(Database database) {
        var fixture = new OutboxFixture(database);
        fixture.planAt(EVENING, "a", "nudge", TEACHER);
        fixture.planAt(EVENING.plusSeconds(60), "b", "nudge", TEACHER);
        fixture.runAt(EVENING);
        fixture.runAt(EVENING.plusSeconds(60));
        assertThat(fixture.messenger.standing()).isEmpty();
        var reason = "Put off until Tue, Sep 15, 7:30 AM, because these are quiet hours.";
        var waiting = database.read(tx -> fixture.deliveries.ofPerson(tx, TEACHER, START, 1)).getFirst();
        assertThat(waiting).isEqualTo(
                new DeliveryStatus(TEAM, "nudge", "b", MORNING, State.DUE, Optional.empty(), Optional.of(reason)));
        assertThat(fixture.sender().next()).contains(MORNING);
        fixture.runAt(MORNING.plus(Duration.ofHours(2)));
        assertThat(fixture.messenger.words(TEACHER)).containsExactly("2 things for you, all in one message. a · b");
        assertThat(fixture.status("a")).isEqualTo("sent " + reason);
    }

    @OnBothDatabases
    void beingPutOffIsNoAttempt(Database database) {
        var fixture = new OutboxFixture(database);
        fixture.plan("a", "request", TEACHER);
        for (var i = 1; i <= 2 * BackOff.SENDING.attempts(); i++) {
            fixture.directory.doNotDisturb(TEACHER, fixture.clock.instant().plus(Duration.ofMinutes(1)));
            fixture.runAfter(Duration.ofMinutes(1).minusSeconds(1));
        }
        assertThat(fixture.status("a")).startsWith("due Put off until");
        fixture.runAfter(Duration.ofMinutes(2));
        assertThat(fixture.status("a")).startsWith("sent");
    }

    @OnBothDatabases
    void aLateNudgeIsSkippedAndWhatComesLateIsExplained(Database database) {
        var fixture = new OutboxFixture(database);
        fixture.plan("a", "nudge", TEACHER);
        fixture.plan("b", "request", TEACHER);
        fixture.plan("weekly", "report", CHANNEL);
        fixture.runAfter(Duration.ofHours(3));
        assertThat(fixture.status("a")).startsWith("skipped Not sent because it was late: it was due on Mon,"
                + " Sep 14, 9:00 AM");
        assertThat(fixture.status("b")).startsWith("sent It came late: it was due on Mon, Sep 14, 9:00 AM");
        assertThat(fixture.status("weekly"))
                .startsWith("sent It came late: it was due on Mon, Sep 14, 9:00 AM");
        var late = "This came late: it was due on ";
        assertThat(fixture.messenger.standing().getLast().card().toString()
                + fixture.messenger.standing().getFirst().card()).contains(late);
        fixture.news.put("weekly", "news");
        fixture.refresh("weekly");
        fixture.run();
        assertThat(fixture.messenger.words(CHANNEL)).containsExactly("news");
        assertThat(fixture.messenger.standing().toString()).contains(late);
    }

    @OnBothDatabases
    void aRepeatAndWhatWasPutOffNeedNoBudget(Database database) {
        var fixture = new OutboxFixture(database);
        fixture.plan("a", "nudge", TEACHER);
        fixture.run();
        fixture.plan("no more", "nudge", TEACHER);
        var dueAt = START.plus(Duration.ofDays(2));
        assertThat(database.<Boolean>write(tx -> fixture.outbox.repeat(tx, "a/2", "a", "again", dueAt))).isTrue();
        assertThat(database.<Boolean>write(tx -> fixture.outbox.repeat(tx, "a/2", "a", "again", dueAt))).isFalse();
        assertThat(database.<Boolean>write(tx -> fixture.outbox.repeat(tx, "x/2", "x", "x", dueAt))).isFalse();
        database.change(tx -> fixture.outbox.repeat(tx, "no more/2", "no more", "never", dueAt));
        database.change(tx -> fixture.outbox.snooze(tx, "a/3", "a", "later", dueAt.plus(Duration.ofDays(1))));
        fixture.runAt(dueAt);
        assertThat(fixture.messenger.words(TEACHER)).containsExactly("a", "again");
        assertThat(fixture.status("no more/2")).isEqualTo(
                "skipped Not sent because the message it repeats was not sent either.");
        fixture.runAt(dueAt.plus(Duration.ofDays(1)).plus(Duration.ofHours(4)));
        assertThat(fixture.messenger.words(TEACHER)).containsExactly("a", "again", "later");
    }

    @OnBothDatabases
    void aRequestUsesTheBudgetUp(Database database) {
        var fixture = new OutboxFixture(database);
        database.change(tx -> fixture.outbox.request(tx, TEAM, "now", "nudge", TEACHER, "now", START));
        fixture.run();
        fixture.plan("a", "nudge", TEACHER);
        fixture.run();
        assertThat(fixture.messenger.words(TEACHER)).containsExactly("now");
        assertThat(fixture.status("a")).startsWith("skipped");
    }

    @OnBothDatabases
    void whoWantsToBeDisturbedIsAskedOnceForABatch(Database database) {
        var fixture = new OutboxFixture(database);
        IntStream.range(0, 40).forEach(i -> fixture.plan("k" + i, "nudge", new PersonId("T1", "U" + i)));
        fixture.plan("echo", "plain", CHANNEL);
        fixture.directory.doNotDisturb(TEACHER, START.plus(Duration.ofHours(1)));
        fixture.run();
        assertThat(fixture.directory.askedForDisturbance()).isEqualTo(1);
        assertThat(fixture.messenger.standing()).hasSize(40);
        assertThat(fixture.status("k1")).isEqualTo("due Put off until Mon, Sep 14, 10:00 AM, because “do not"
                + " disturb” was on in Slack.");
        fixture.directory.down(true);
        fixture.runAfter(Duration.ofHours(1));
        assertThat(fixture.messenger.words(TEACHER)).containsExactly("k1");
    }
}
