package dev.stagecoach.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.stagecoach.outbox.SendPolicy;
import dev.stagecoach.people.DaysOff;
import dev.stagecoach.sandbox.Posted;
import dev.stagecoach.sandbox.Sandbox;
import dev.stagecoach.sandbox.SandboxClock;
import dev.stagecoach.simulation.ExpectedState.Matter;
import dev.stagecoach.simulation.ExpectedState.Settled;
import dev.stagecoach.simulation.Violation.Law;
import dev.stagecoach.storage.TestDatabases;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Everything that must never be, planted: the auditor sees each of it, and nothing where all is well. */
class AuditTest {
    private static final String TEAM = "team";
    /** A Tuesday at 10:00 in Boise. */
    private static final Instant MORNING = Instant.parse("2026-09-15T16:00:00Z");
    private static final Instant EVENING = MORNING.plus(Duration.ofHours(9));

    private final Scope scope = Scope.of(LocalDate.of(2026, 9, 14), LocalDate.of(2026, 12, 18), 1, 1, 1);
    private final Population town = Population.of(scope);
    private final ExpectedState truth = new ExpectedState(scope, town);
    private final Group group = town.groups().getFirst();
    private final Teacher teacher = group.members().stream()
            .filter(one -> one.zone().getId().equals("America/Boise")).findFirst().orElseThrow();
    private final PostCheck posts = new PostCheck(truth, Map.of("checkin.ask", SendPolicy.NUDGE));
    private final RowCheck rows = new RowCheck(truth, posts);

    AuditTest() {
        truth.isSetUp(TEAM, group);
    }

    private Posted asks(String mark, Instant at, String occasion) {
        return new Posted("D1", Optional.of(teacher.id()), mark, Optional.empty(), at, Optional.of(mark), "A check-in",
                List.of(new Posted.Pressable("Answer", "checkin.answer", occasion)));
    }

    private Row row(String id, String state, Optional<Instant> sentAt, Optional<String> reason) {
        return new Row(id, "key/" + id, TEAM, "checkin.ask", "person:" + Population.WORKSPACE + "/" + teacher.id(), "",
                state,
                MORNING, MORNING, sentAt, sentAt.map(_ -> "D1 " + id), reason,
                new Row.Ties(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
    }

    private Row sent(String id, Instant at) {
        return row(id, "sent", Optional.of(at), Optional.empty());
    }

    private void check(String mark, Instant at, String occasion) {
        posts.check(asks(mark, at, occasion), List.of(sent(mark, at)));
    }

    private static Law broken(Runnable work) {
        return catchThrowableOfType(Violation.class, work::run).law();
    }

    @Test
    void whatIsAsItMustBePasses() {
        assertThatCode(() -> {
            check("row-000001", MORNING, "one");
            rows.done(sent("row-000001", MORNING), MORNING);
            check("row-000002", MORNING.plus(Duration.ofDays(7)), "two");
            rows.open(row("row-000003", "due", Optional.empty(), Optional.empty()), MORNING, Duration.ofDays(1));
            rows.done(row("row-000004", "skipped", Optional.empty(), Optional.of("the team is gone")), MORNING);
        }).doesNotThrowAnyException();
    }

    @Test
    void aMessageThatStandsTwice() {
        check("row-000001", MORNING, "one");
        assertThat(broken(() -> check("row-000001", MORNING.plusSeconds(60), "one"))).isEqualTo(Law.TWICE);
    }

    @Test
    void aMessageThatNobodyPlanned() {
        assertThat(broken(() -> posts.check(asks("row-000001", MORNING, "one"), List.of())))
                .isEqualTo(Law.UNEXPLAINED);
    }

    @Test
    void quietHoursWeekendsBreaksAndVacations() {
        assertThat(broken(() -> check("row-000001", EVENING, "one"))).isEqualTo(Law.QUIET);
        assertThat(broken(() -> check("row-000002", MORNING.plus(Duration.ofDays(4)), "two"))).isEqualTo(Law.QUIET);
        var thanksgiving = Instant.parse("2026-11-26T17:00:00Z");
        assertThat(broken(() -> check("row-000003", thanksgiving, "three"))).isEqualTo(Law.QUIET);
        truth.vacation(teacher, new DaysOff(LocalDate.of(2026, 9, 22), LocalDate.of(2026, 9, 23), "vacation"));
        assertThat(broken(() -> check("row-000004", MORNING.plus(Duration.ofDays(7)), "four"))).isEqualTo(Law.QUIET);
        truth.evenings(teacher, LocalTime.of(9, 0));
        assertThat(broken(() -> check("row-000005", MORNING.plus(Duration.ofDays(14)), "five"))).isEqualTo(Law.QUIET);
    }

    @Test
    void twoNudgesInAWeek() {
        check("row-000001", MORNING, "one");
        assertThat(broken(() -> check("row-000002", MORNING.plus(Duration.ofDays(1)), "two"))).isEqualTo(Law.BUDGET);
        truth.nudges(group, 3);
        assertThatCode(() -> check("row-000003", MORNING.plus(Duration.ofDays(2)), "three"))
                .doesNotThrowAnyException();
    }

    @Test
    void askingSomebodyWhoHasAnsweredStoppedOrLeft() {
        truth.nudges(group, 9);
        truth.settled(new Matter(teacher.id(), "one"), new Settled(MORNING, Map.of("q", "yes")));
        assertThat(broken(() -> check("row-000001", MORNING.plusSeconds(60), "one"))).isEqualTo(Law.UNWANTED);
        truth.stops(teacher);
        assertThat(broken(() -> check("row-000002", MORNING, "two"))).isEqualTo(Law.UNWANTED);
        truth.startsAgain(teacher);
        truth.leaves(teacher, group);
        assertThat(broken(() -> check("row-000003", MORNING.plus(Duration.ofDays(7)), "three")))
                .isEqualTo(Law.UNWANTED);
    }

    @Test
    void whatIsLost() {
        assertThat(broken(() -> rows.done(sent("row-000001", MORNING), MORNING))).isEqualTo(Law.LOST);
        var waiting = row("row-000002", "due", Optional.empty(), Optional.empty());
        assertThat(broken(() -> rows.open(waiting, EVENING, Duration.ofDays(1)))).isEqualTo(Law.LOST);
        assertThat(broken(() -> rows.over(waiting, EVENING))).isEqualTo(Law.LOST);
    }

    @Test
    void aRowThatNobodyExplains() {
        assertThat(broken(() -> rows.done(row("row-000001", "skipped", Optional.empty(), Optional.empty()), MORNING)))
                .isEqualTo(Law.UNEXPLAINED);
        assertThat(broken(() -> rows.done(row("row-000002", "failed", Optional.empty(), Optional.of("500")), MORNING)))
                .isEqualTo(Law.UNEXPLAINED);
        var late = MORNING.plus(Duration.ofHours(3));
        truth.nudges(group, 9);
        check("row-000003", late, "three");
        assertThat(broken(() -> rows.done(sent("row-000003", late), late))).isEqualTo(Law.UNEXPLAINED);
    }

    @Test
    void anAnswerThatIsNotStored() {
        try (var database = TestDatabases.sqlite(); var sandbox = Sandbox.headless(SandboxClock.still(MORNING))) {
            var audit = new Audit(sandbox, database, truth, Map.of(), Duration.ofMillis(200));
            assertThat(broken(() -> audit.stored(new Matter(teacher.id(), "one"),
                    new Settled(MORNING, Map.of("question", "yes"))))).isEqualTo(Law.ANSWER);
        }
    }

    /** What is for the whole team may be in a notification, as it stands in the channel; what is confided may not. */
    @Test
    void whatIsConfidedShowsOnALockedScreen() {
        assertThat(broken(() -> posts.check(says(Confidence.of(teacher) + "7"), List.of()))).isEqualTo(Law.PRIVATE);
        assertThat(broken(() -> posts.check(says(Confidence.of(teacher, group.coach()) + "7"), List.of())))
                .isEqualTo(Law.PRIVATE);
        assertThatCode(() -> posts.check(says(Confidence.ofTeam(teacher) + "7"), List.of()))
                .doesNotThrowAnyException();
    }

    @Test
    void whatStandsInALogOrAFilesName() {
        try (var database = TestDatabases.sqlite(); var sandbox = Sandbox.headless(SandboxClock.still(MORNING))) {
            var audit = new Audit(sandbox, database, truth, Map.of(), Duration.ZERO);
            for (var line : List.of("could not be read: " + Confidence.of(teacher) + "7",
                    "not kept: " + Confidence.ofTeam(teacher) + "7", "asked " + teacher.name(),
                    "refused " + group.coach().name(), "with " + sandbox.botToken(), "at jdbc:x?password=open")) {
                assertThat(broken(() -> audit.beside(List.of("all is well", line), MORNING))).as(line)
                        .isEqualTo(Law.PRIVATE);
            }
            assertThatCode(() -> audit.beside(List.of("the home tab of " + teacher.person() + " was not shown"),
                    MORNING)).doesNotThrowAnyException();
        }
    }

    /** A note to the coach may be read by the coach and its author. */
    @Test
    void whoMayReadWhatIsConfided() {
        var note = Confidence.of(teacher, group.coach()) + "7";
        assertThat(Confidence.leaked(note, teacher.id())).isEmpty();
        assertThat(Confidence.leaked(note, group.coach().id())).isEmpty();
        assertThat(Confidence.leaked(note, "U0T00P5")).contains(teacher.id());
        assertThat(Confidence.leaked(Confidence.of(teacher) + "7", group.coach().id())).contains(teacher.id());
    }

    private Posted says(String text) {
        return new Posted("D1", Optional.of(teacher.id()), "1.2", Optional.empty(), MORNING, Optional.empty(), text,
                List.of());
    }
}
