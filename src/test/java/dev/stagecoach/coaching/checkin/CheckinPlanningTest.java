package dev.stagecoach.coaching.checkin;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import dev.stagecoach.outbox.Recurrence.Weekly;
import dev.stagecoach.people.Day;
import dev.stagecoach.people.DaysOff;
import dev.stagecoach.people.Preference;
import dev.stagecoach.people.PreferenceStore;
import dev.stagecoach.people.QuietHours;
import dev.stagecoach.people.Team;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Ids;
import dev.stagecoach.storage.OnBothDatabases;
import org.junit.jupiter.api.Test;

import static dev.stagecoach.coaching.checkin.Classroom.BOISE;
import static dev.stagecoach.coaching.checkin.Classroom.MONDAY;
import static dev.stagecoach.coaching.checkin.Classroom.TEACHERS;
import static org.assertj.core.api.Assertions.assertThat;

class CheckinPlanningTest {
    private static final Instant TUESDAY = Instant.parse("2026-09-15T21:00:00Z");

    @OnBothDatabases
    void everyMemberIsAskedOnceAtTheTime(Database database) {
        var classroom = new Classroom(database);
        classroom.schedule("explore_weekly");
        classroom.tick(TUESDAY.minusSeconds(1));
        assertThat(classroom.planned("checkin.ask")).isEmpty();
        classroom.tick(TUESDAY);
        classroom.tick(TUESDAY);
        assertThat(classroom.planned("checkin.ask")).extracting(row -> row.delivery().to())
                .containsExactlyInAnyOrderElementsOf(TEACHERS);
        assertThat(classroom.room.jobs().getFirst().next()).contains(TUESDAY.plus(Duration.ofDays(7)));
    }

    @OnBothDatabases
    void afterABreakOnlyTheLatestIsAsked(Database database) {
        var classroom = new Classroom(database);
        classroom.schedule("explore_weekly");
        classroom.tick(TUESDAY.plus(Duration.ofDays(15)));
        assertThat(classroom.planned("checkin.ask")).hasSize(TEACHERS.size());
        assertThat(classroom.room.jobs().getFirst().next()).contains(TUESDAY.plus(Duration.ofDays(21)));
    }

    @OnBothDatabases
    void twoPlannersAtOnceMakeOneOccasion(Database database) {
        var classroom = new Classroom(database);
        classroom.schedule("explore_weekly");
        var planners = List.of(CompletableFuture.runAsync(() -> classroom.tick(TUESDAY)),
                CompletableFuture.runAsync(() -> classroom.tick(TUESDAY)));
        planners.forEach(CompletableFuture::join);
        assertThat(classroom.planned("checkin.ask")).hasSize(TEACHERS.size());
        var occasions = database.read(tx -> tx.handle().createQuery("select count(*) from checkin_occasion")
                .mapTo(Integer.class).one());
        assertThat(occasions).isEqualTo(1);
    }

    @OnBothDatabases
    void whoWantsNoneIsLeftInPeace(Database database) {
        var classroom = new Classroom(database);
        classroom.schedule("explore_weekly");
        var tired = TEACHERS.getFirst();
        database.change(tx -> {
            new PreferenceStore().keep(tx, tired, new Preference(false, Optional.empty()), MONDAY);
            classroom.people.members().leave(tx, classroom.team.id(), TEACHERS.getLast(), MONDAY);
        });
        classroom.tick(TUESDAY);
        assertThat(classroom.planned("checkin.ask")).extracting(row -> row.delivery().to())
                .containsExactlyInAnyOrderElementsOf(TEACHERS.subList(1, 5));
    }

    @OnBothDatabases
    void theSettingsBringOneScheduleOnTheEveOfTheMeeting(Database database) {
        var classroom = new Classroom(database);
        var room = classroom.room;
        database.change(tx -> room.teamChanged(tx, weeks(classroom.team, 2), MONDAY));
        database.change(tx -> room.teamChanged(tx, weeks(classroom.team, 2), MONDAY));
        var made = database.read(tx -> new ScheduleStore().of(tx, classroom.team.id()));
        assertThat(made).singleElement().satisfies(schedule -> {
            assertThat(schedule.recurrence().words()).isEqualTo("every 2 weeks on Tuesday at 3:00 PM");
            assertThat(schedule.set()).isEqualTo("explore_weekly");
            assertThat(schedule.nextDue()).isEqualTo(TUESDAY);
        });
        database.change(tx -> room.teamChanged(tx, weeks(classroom.team, 0), MONDAY));
        assertThat(room.jobs().getFirst().next()).isEmpty();
        database.change(tx -> room.teamChanged(tx, weeks(classroom.team, 1), MONDAY));
        var changed = database.read(tx -> new ScheduleStore().of(tx, classroom.team.id()));
        assertThat(changed).singleElement()
                .satisfies(schedule -> assertThat(schedule.recurrence().words()).startsWith("every week"));
        assertThat(room.jobs().getFirst().next()).contains(TUESDAY);
    }

    @OnBothDatabases
    void aCoachsEditAndDeletionOutliveTheSettings(Database database) {
        var classroom = new Classroom(database);
        database.change(tx -> classroom.room.teamChanged(tx, weeks(classroom.team, 1), MONDAY));
        var schedules = new ScheduleStore();
        var id = database.read(tx -> schedules.of(tx, classroom.team.id())).getFirst().id();
        var plan = new ScheduleDraft(classroom.team.id(), id, "concern_pulse",
                new Weekly(4, Set.of(DayOfWeek.MONDAY), LocalTime.of(9, 0), LocalDate.of(2026, 9, 21)), List.of());
        classroom.submit("checkin.confirm", PreviewForm.CONFIRM.write(plan), Classroom.COACH, MONDAY, Map.of());
        database.change(tx -> classroom.room.teamChanged(tx, weeks(classroom.team, 2), MONDAY));
        var kept = database.read(tx -> schedules.find(tx, id)).orElseThrow();
        assertThat(kept.recurrence()).isEqualTo(plan.recurrence());
        classroom.click("checkin.delete", id, Classroom.COACH, MONDAY);
        database.change(tx -> classroom.room.teamChanged(tx, weeks(classroom.team, 1), MONDAY));
        var left = database.read(tx -> schedules.of(tx, classroom.team.id()));
        assertThat(left).isEmpty();
    }

    @Test
    void theLatestSlotIsTheLastBeforeNowWhateverTheClocksDo() {
        var random = new Random(7);
        for (var i = 0; i < 500; i++) {
            var zone = List.of(BOISE, ZoneId.of("Europe/Berlin"), ZoneId.of("Australia/Lord_Howe"))
                    .get(random.nextInt(3));
            var rhythm = new Weekly(1 + random.nextInt(4), Set.of(DayOfWeek.of(1 + random.nextInt(5))),
                    LocalTime.of(random.nextInt(24), 30), LocalDate.of(2026, 1, 1).plusDays(random.nextInt(300)));
            var due = rhythm.next(Instant.parse("2026-01-01T00:00:00Z"), zone);
            var now = due.plus(Duration.ofHours(random.nextInt(9000)));
            var slots = Slots.at(rhythm, due, now, zone);
            assertThat(slots.latest()).isBetween(due, now);
            assertThat(slots.next()).isAfter(now).isEqualTo(rhythm.next(slots.latest(), zone));
        }
    }

    @OnBothDatabases
    void aSecondScheduleOnTheSameWeekdayWorks(Database database) {
        var classroom = new Classroom(database);
        classroom.schedule("explore_weekly");
        classroom.schedule("concern_pulse");
        classroom.tick(TUESDAY);
        classroom.tick(TUESDAY);
        assertThat(classroom.planned("checkin.ask")).hasSize(2 * TEACHERS.size());
    }

    @OnBothDatabases
    void aTimeThatTheClocksSkipComesAtTheFirstValidMinute_oneThatComesTwiceComesOnce(Database database) {
        var classroom = new Classroom(database);
        for (var zone : List.of(BOISE, ZoneId.of("America/Los_Angeles"))) {
            assertThat(asked(classroom, zone, LocalDate.of(2027, 3, 14), LocalTime.of(2, 30)))
                    .containsExactly(LocalDate.of(2027, 3, 14).atTime(3, 0).atZone(zone).toInstant());
            assertThat(asked(classroom, zone, LocalDate.of(2026, 11, 1), LocalTime.of(1, 30)))
                    .containsExactly(LocalDate.of(2026, 11, 1).atTime(1, 30).atZone(zone).toInstant());
        }
    }

    /** When a schedule asked on that day, ticked every ten minutes. */
    private static List<Instant> asked(Classroom classroom, ZoneId zone, LocalDate date, LocalTime time) {
        var database = classroom.database;
        var id = Ids.next();
        var from = date.atStartOfDay(zone).toInstant();
        var rhythm = new Weekly(1, Set.of(DayOfWeek.SUNDAY), time, date);
        database.change(tx -> {
            var team = classroom.team;
            classroom.people.teams().change(tx, new Team(team.id(), team.channel(), team.name(), team.school(), zone,
                    team.meeting(), 0, team.summary(), true), from);
            new ScheduleStore().add(tx, new Schedule(id, team.id(), "explore_weekly", rhythm, List.of(),
                    Schedule.Origin.COACH, Optional.empty(), rhythm.next(from, zone)), from);
        });
        for (var i = 0; i < 60; i++) {
            classroom.tick(from.plus(Duration.ofMinutes(10L * i)));
        }
        return database.read(tx -> tx.handle().createQuery("select asked_at from checkin_occasion where schedule = :id")
                .bind("id", id).mapTo(Long.class).map(Instant::ofEpochMilli).list());
    }

    @Test
    void theRepeatComesAfterTwoWholeSchoolDaysAtTheSameTimeOfDay() {
        var off = new DaysOff(LocalDate.of(2026, 11, 2), LocalDate.of(2026, 11, 2), "a holiday");
        var day = new Day(BOISE, QuietHours.USUAL, List.of(off));
        var friday = LocalDate.of(2026, 10, 30).atTime(15, 0).atZone(BOISE).toInstant();
        // A weekend, the end of summer time and a holiday lie in between.
        assertThat(Hours.repeat(friday, day))
                .isEqualTo(LocalDate.of(2026, 11, 4).atTime(15, 0).atZone(BOISE).toInstant());
    }

    @Test
    void theEveOfAMeetingIsASchoolDay() {
        assertThat(Hours.eve(DayOfWeek.MONDAY)).isEqualTo(DayOfWeek.FRIDAY);
        assertThat(Hours.eve(DayOfWeek.SUNDAY)).isEqualTo(DayOfWeek.FRIDAY);
        assertThat(Hours.eve(DayOfWeek.THURSDAY)).isEqualTo(DayOfWeek.WEDNESDAY);
    }

    private static Team weeks(Team team, int weeks) {
        return new Team(team.id(), team.channel(), team.name(), team.school(), team.zone(), team.meeting(), weeks,
                team.summary(), team.summaryOn());
    }
}
