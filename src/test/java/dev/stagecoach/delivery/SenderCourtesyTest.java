package dev.stagecoach.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;

import dev.stagecoach.delivery.DeliveryStore.State;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.OnBothDatabases;

import static dev.stagecoach.delivery.LedgerDesk.CHANNEL;
import static dev.stagecoach.delivery.LedgerDesk.START;
import static dev.stagecoach.delivery.LedgerDesk.TEACHER;
import static dev.stagecoach.delivery.LedgerDesk.TEAM;
import static org.assertj.core.api.Assertions.assertThat;

class SenderCourtesyTest {
    /** Monday, 17:00 in Boise, and the end of its quiet hours. */
    private static final Instant EVENING = Instant.parse("2026-09-14T23:00:00Z");
    private static final Instant MORNING = Instant.parse("2026-09-15T13:30:00Z");

    @OnBothDatabases
    void whatComesDueInQuietHoursWaitsAndGoesOutAsOne(Database database) {
        var desk = new LedgerDesk(database);
        desk.planAt(EVENING, "a", "nudge", TEACHER);
        desk.planAt(EVENING.plusSeconds(60), "b", "nudge", TEACHER);
        desk.runAt(EVENING);
        desk.runAt(EVENING.plusSeconds(60));
        assertThat(desk.messenger.standing()).isEmpty();
        var reason = "Put off until Tuesday, September 15, at 7:30, because these are quiet hours.";
        var waiting = database.read(tx -> desk.deliveries.ofPerson(tx, TEACHER, START, 1)).getFirst();
        assertThat(waiting).isEqualTo(
                new Fate(TEAM, "nudge", "b", MORNING, State.DUE, Optional.empty(), Optional.of(reason)));
        assertThat(desk.sender().next()).contains(MORNING);
        desk.runAt(MORNING.plus(Duration.ofHours(2)));
        assertThat(desk.messenger.words(TEACHER)).containsExactly("2 things for you, all in one message. a · b");
        assertThat(desk.fate("a")).isEqualTo("sent " + reason);
    }

    @OnBothDatabases
    void beingPutOffIsNoAttempt(Database database) {
        var desk = new LedgerDesk(database);
        desk.plan("a", "request", TEACHER);
        for (var i = 1; i <= 2 * BackOff.SENDING.attempts(); i++) {
            desk.directory.doNotDisturb(TEACHER, desk.clock.instant().plus(Duration.ofMinutes(1)));
            desk.runAfter(Duration.ofMinutes(1).minusSeconds(1));
        }
        assertThat(desk.fate("a")).startsWith("due Put off until");
        desk.runAfter(Duration.ofMinutes(2));
        assertThat(desk.fate("a")).startsWith("sent");
    }

    @OnBothDatabases
    void aLateNudgeIsSkippedAndWhatComesLateIsExplained(Database database) {
        var desk = new LedgerDesk(database);
        desk.plan("a", "nudge", TEACHER);
        desk.plan("b", "request", TEACHER);
        desk.plan("weekly", "report", CHANNEL);
        desk.runAfter(Duration.ofHours(3));
        assertThat(desk.fate("a")).startsWith("skipped Not sent because it was late: it was due on Monday,"
                + " September 14, at 9:00");
        assertThat(desk.fate("b")).startsWith("sent It came late: it was due on Monday, September 14, at 9:00");
        assertThat(desk.fate("weekly")).startsWith("sent It came late: it was due on Monday, September 14, at 9:00");
        var late = "This came late: it was due on ";
        assertThat(desk.messenger.standing().getLast().card().toString()
                + desk.messenger.standing().getFirst().card()).contains(late);
        desk.news.put("weekly", "news");
        desk.refresh("weekly");
        desk.run();
        assertThat(desk.messenger.words(CHANNEL)).containsExactly("news");
        assertThat(desk.messenger.standing().toString()).contains(late);
    }

    @OnBothDatabases
    void aRepeatAndWhatWasPutOffNeedNoBudget(Database database) {
        var desk = new LedgerDesk(database);
        desk.plan("a", "nudge", TEACHER);
        desk.run();
        desk.plan("no more", "nudge", TEACHER);
        var dueAt = START.plus(Duration.ofDays(2));
        assertThat(database.<Boolean>write(tx -> desk.ledger.repeat(tx, "a/2", "a", "again", dueAt))).isTrue();
        assertThat(database.<Boolean>write(tx -> desk.ledger.repeat(tx, "a/2", "a", "again", dueAt))).isFalse();
        assertThat(database.<Boolean>write(tx -> desk.ledger.repeat(tx, "x/2", "x", "x", dueAt))).isFalse();
        database.change(tx -> desk.ledger.repeat(tx, "no more/2", "no more", "never", dueAt));
        database.change(tx -> desk.ledger.snooze(tx, "a/3", "a", "later", dueAt.plus(Duration.ofDays(1))));
        desk.runAt(dueAt);
        assertThat(desk.messenger.words(TEACHER)).containsExactly("a", "again");
        assertThat(desk.fate("no more/2")).isEqualTo(
                "skipped Not sent because the message that it was to repeat was not sent either.");
        desk.runAt(dueAt.plus(Duration.ofDays(1)).plus(Duration.ofHours(4)));
        assertThat(desk.messenger.words(TEACHER)).containsExactly("a", "again", "later");
    }

    @OnBothDatabases
    void aRequestUsesTheBudgetUp(Database database) {
        var desk = new LedgerDesk(database);
        database.change(tx -> desk.ledger.request(tx, TEAM, "now", "nudge", TEACHER, "now", START));
        desk.run();
        desk.plan("a", "nudge", TEACHER);
        desk.run();
        assertThat(desk.messenger.words(TEACHER)).containsExactly("now");
        assertThat(desk.fate("a")).startsWith("skipped");
    }

    @OnBothDatabases
    void whoWantsToBeDisturbedIsAskedOnceForABatch(Database database) {
        var desk = new LedgerDesk(database);
        IntStream.range(0, 40).forEach(i -> desk.plan("k" + i, "nudge", new PersonId("T1", "U" + i)));
        desk.plan("echo", "plain", CHANNEL);
        desk.directory.doNotDisturb(TEACHER, START.plus(Duration.ofHours(1)));
        desk.run();
        assertThat(desk.directory.askedForDisturbance()).isEqualTo(1);
        assertThat(desk.messenger.standing()).hasSize(40);
        assertThat(desk.fate("k1")).isEqualTo("due Put off until Monday, September 14, at 10:00, because “do not"
                + " disturb” was on in Slack.");
        desk.directory.down(true);
        desk.runAfter(Duration.ofHours(1));
        assertThat(desk.messenger.words(TEACHER)).containsExactly("k1");
    }
}
