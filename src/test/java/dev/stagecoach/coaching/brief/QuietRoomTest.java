package dev.stagecoach.coaching.brief;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import dev.stagecoach.chat.Button;
import dev.stagecoach.coaching.School;
import dev.stagecoach.people.Day;
import dev.stagecoach.people.DaysOff;
import dev.stagecoach.people.QuietHours;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.OnBothDatabases;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class QuietRoomTest {
    private static final Duration DAY = Duration.ofDays(1);
    private final AtomicReference<Optional<Instant>> last = new AtomicReference<>(Optional.empty());
    private final AtomicReference<Optional<Instant>> asked = new AtomicReference<>(Optional.of(School.NOW));

    @OnBothDatabases
    void twoQuietWeeksAreToldOnceToTheCoaches_againOnlyAfterALife(Database database) {
        var school = new School(database);
        var room = room(school);
        run(room, 0, 13);
        assertThat(told(database)).isEmpty();
        run(room, 14, 30);
        assertThat(told(database)).containsExactly("person:" + School.COACH);
        last.set(Optional.of(School.NOW.plus(DAY.multipliedBy(31))));
        asked.set(Optional.of(School.NOW.plus(DAY.multipliedBy(28))));
        run(room, 31, 44);
        assertThat(told(database)).hasSize(1);
        run(room, 45, 60);
        assertThat(told(database)).hasSize(2);
    }

    @OnBothDatabases
    void withoutCheckinsNothingIsTold_andNobodyIsNamed(Database database) {
        var school = new School(database);
        var room = room(school);
        asked.set(Optional.empty());
        run(room, 0, 40);
        assertThat(told(database)).isEmpty();
        asked.set(Optional.of(School.NOW.minus(DAY.multipliedBy(20))));
        run(room, 41, 42);
        assertThat(school.composed(room)).singleElement().asString().contains("checkin.list")
                .doesNotContain("UADA", "UBEN").doesNotContain("active again");
    }

    @Test
    void daysOffDoNotCount() {
        var off = new DaysOff(LocalDate.of(2026, 9, 16), LocalDate.of(2026, 9, 25), "a break");
        var day = new Day(School.SETTINGS.zone(), QuietHours.USUAL, List.of(off));
        var silence = new Silence(Optional.empty(), Optional.of(School.NOW));
        assertThat(silence.quiet(School.NOW.plus(DAY.multipliedBy(23)), day)).isFalse();
        assertThat(silence.quiet(School.NOW.plus(DAY.multipliedBy(24)), day)).isTrue();
        assertThat(new Silence(Optional.of(School.NOW.plus(DAY.multipliedBy(30))), Optional.of(School.NOW))
                .quiet(School.NOW.plus(DAY.multipliedBy(31)), day)).isFalse();
    }

    private QuietRoom room(School school) {
        var room = new QuietRoom(school.database, school.people, school.outbox,
                new ActivitySigns((_, _, _) -> asked.get(), List.of((_, _) -> last.get())),
                team -> List.of(Button.of("Look", "checkin.list", team.value())));
        school.database.change(tx -> room.teamChanged(tx, School.SETTINGS, School.NOW));
        return room;
    }

    private static void run(QuietRoom room, int from, int until) {
        for (var i = from; i <= until; i++) {
            var now = School.NOW.plus(DAY.multipliedBy(i)).plusSeconds(7200);
            room.jobs().forEach(due -> due.run(now));
        }
    }

    private static List<String> told(Database database) {
        return database.read(tx -> tx.handle().createQuery("select address from delivery where kind = 'quiet.notice'")
                .mapTo(String.class).list());
    }
}
