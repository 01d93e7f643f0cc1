package dev.stagecoach.people;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.stagecoach.coaching.School;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.OnBothDatabases;

import static org.assertj.core.api.Assertions.assertThat;

class DayStoreTest {
    private static final Instant NOW = School.NOW;
    private static final SchoolDays BREAK = found("2026-11-23", "2026-11-27", "Thanksgiving break");
    private static final SchoolDays LABOR_DAY = found("2026-09-07", "2026-09-07", "Labor Day");

    private final DayStore days = new DayStore();
    private final SchoolCalendarStore calendars = new SchoolCalendarStore();
    private final PreferenceStore preferences = new PreferenceStore();

    @OnBothDatabases
    void aTeamsDayIsItsHoursAndItsSchoolsCalendar(Database database) {
        var school = new School(database);
        var usual = database.read(tx -> days.ofTeam(tx, School.SETTINGS));
        assertThat(usual).isEqualTo(new Day(School.SETTINGS.zone(), QuietHours.USUAL, List.of()));
        var hours = new TeamHours(new QuietHours(LocalTime.of(18, 0), LocalTime.of(6, 30), false),
                new NudgeBudget(2, false));
        database.change(tx -> {
            days.keep(tx, School.TEAM, hours, NOW);
            calendars.addFromFile(tx, "juniper-ridge", BREAK);
            calendars.addFromFile(tx, "Another school", found("2026-09-21", "2026-09-21", "Not ours"));
        });
        var changed = database.read(tx -> days.ofTeam(tx, School.SETTINGS));
        assertThat(changed).isEqualTo(new Day(School.SETTINGS.zone(), hours.quiet(), List.of(BREAK.days())));
        var budget = database.read(tx -> school.people.days().budget(tx, School.TEAM));
        assertThat(budget).isEqualTo(new NudgeBudget(2, false));
    }

    @OnBothDatabases
    void aPersonMakesTheDayOnlyQuieter(Database database) {
        new School(database);
        database.change(tx -> {
            new MemberStore().keep(tx,
                    new Person(School.ADA, "Ada", ZoneId.of("America/Los_Angeles"), Person.Kind.FULL, true), NOW);
            calendars.add(tx, School.TEAM, BREAK, NOW);
            preferences.keep(tx, School.ADA, new Preference(Set.of(Subscription.ROUNDS), Optional.empty(),
                    Optional.of(new DaysOff(LocalDate.of(2026, 10, 5), LocalDate.of(2026, 10, 9), "ignored")),
                    Optional.of(new QuietHours(LocalTime.of(20, 0), LocalTime.of(9, 0), false))), NOW);
        });
        var ada = database.read(tx -> days.ofPerson(tx, School.SETTINGS, School.ADA));
        assertThat(ada.zone().getId()).isEqualTo("America/Los_Angeles");
        assertThat(ada.quiet()).isEqualTo(new QuietHours(LocalTime.of(16, 30), LocalTime.of(9, 0), true));
        assertThat(ada.off()).extracting(DaysOff::name).containsExactlyInAnyOrder("Thanksgiving break",
                "your vacation");
        var wishes = database.read(tx -> preferences.of(tx, School.ADA));
        assertThat(wishes.wants(Subscription.ROUNDS)).isFalse();
        assertThat(wishes.wants(Subscription.REMINDERS)).isTrue();
        database.change(tx -> new MemberStore().keep(tx,
                new Person(School.BEN, "Ben", Person.NO_ZONE, Person.Kind.FULL, true), NOW));
        var ben = database.read(tx -> days.ofPerson(tx, School.SETTINGS, School.BEN));
        assertThat(ben).as("whose zone nobody tells lives by the team's")
                .isEqualTo(new Day(School.SETTINGS.zone(), QuietHours.USUAL, List.of(BREAK.days())));
    }

    @OnBothDatabases
    void aZoneThatThisJavaDoesNotKnowFailsNobodysTeam(Database database) {
        var school = new School(database);
        database.change(tx -> tx.handle().execute("update person set zone = 'Mars/Olympus'"));
        var ada = database.read(tx -> days.ofPerson(tx, School.SETTINGS, School.ADA));
        assertThat(ada.zone())
                .isEqualTo(School.SETTINGS.zone());
        var members = database.read(tx -> school.people.members().of(tx, School.TEAM));
        assertThat(members).hasSize(4);
    }

    @OnBothDatabases
    void theMostCarefulOfSomebodysTeamsSetsTheBudget(Database database) {
        var school = new School(database);
        var second = new Team(new TeamId("team-2"), new ChannelId("T1", "C2"), "Grade 8", "Juniper Ridge",
                School.SETTINGS.zone(), School.SETTINGS.meeting(), 1, School.SETTINGS.summary(), true);
        database.change(tx -> {
            school.people.teams().add(tx, second, School.COACH, NOW);
            school.people.members().join(tx, second.id(), School.ADA, Role.MEMBER, NOW);
            days.keep(tx, School.TEAM, new TeamHours(QuietHours.USUAL, new NudgeBudget(3, true)), NOW);
            days.keep(tx, second.id(), new TeamHours(QuietHours.USUAL, new NudgeBudget(2, true)), NOW);
        });
        assertThat(database.<Integer>read(tx -> days.nudgesPerWeek(tx, School.ADA))).isEqualTo(2);
        assertThat(database.<Integer>read(tx -> days.nudgesPerWeek(tx, School.BEN))).isEqualTo(3);
        assertThat(database.<Integer>read(tx -> days.nudgesPerWeek(tx, School.STRANGER))).isEqualTo(1);
    }

    @OnBothDatabases
    void whatIsWrongWithAFileIsKnownSinceItBeganUntilItIsMended(Database database) {
        new School(database);
        var begun = Instant.parse("2026-09-14T15:00:00Z");
        database.change(tx -> {
            assertThat(calendars.hasFiles(tx)).isFalse();
            calendars.note(tx, Map.of("juniper-ridge", List.of("a", "b"), "sage", List.of("c")), begun);
            calendars.note(tx, Map.of("juniper-ridge", List.of("a", "d")), begun.plusSeconds(60));
            assertThat(calendars.hasFiles(tx)).isTrue();
            assertThat(calendars.troubles(tx, School.TEAM, Instant.EPOCH)).containsExactly("a", "d");
            assertThat(calendars.troubles(tx, School.TEAM, begun.plusSeconds(1))).containsExactly("d");
            calendars.note(tx, Map.of(), begun);
            assertThat(calendars.hasFiles(tx)).isFalse();
        });
    }

    @OnBothDatabases
    void theSameDaysAreKeptOnceAndThoseOfAFileStay(Database database) {
        new School(database);
        database.change(tx -> {
            assertThat(calendars.add(tx, School.TEAM, BREAK, NOW)).isTrue();
            assertThat(calendars.add(tx, School.TEAM, BREAK, NOW)).isFalse();
            calendars.addFromFile(tx, " JUNIPER  ridge.", LABOR_DAY);
            assertThat(calendars.add(tx, School.TEAM, LABOR_DAY, NOW)).as("a file says so").isFalse();
        });
        var all = database.read(tx -> calendars.of(tx, School.TEAM));
        assertThat(all).extracting(one -> one.days().name()).containsExactly("Labor Day", "Thanksgiving break");
        database.change(tx -> {
            assertThat(calendars.remove(tx, School.TEAM, all.getFirst().id())).isFalse();
            assertThat(calendars.remove(tx, new TeamId("elsewhere"), all.getLast().id())).isFalse();
            assertThat(calendars.remove(tx, School.TEAM, all.getLast().id())).isTrue();
            calendars.forgetFiles(tx, List.of());
        });
        var left = database.read(tx -> calendars.of(tx, School.TEAM));
        assertThat(left).isEmpty();
    }

    private static SchoolDays found(String first, String last, String name) {
        return SchoolDays.found(new DaysOff(LocalDate.parse(first), LocalDate.parse(last), name));
    }
}
