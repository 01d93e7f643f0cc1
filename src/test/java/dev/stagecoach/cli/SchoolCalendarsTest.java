package dev.stagecoach.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import dev.stagecoach.calendar.CalendarUnusable;
import dev.stagecoach.people.DaysOff;
import dev.stagecoach.people.SchoolCalendarStore;
import dev.stagecoach.people.SchoolDays;
import dev.stagecoach.settings.Settings;
import dev.stagecoach.settings.SlackSettings;
import dev.stagecoach.storage.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Calendar files beside the settings, from start to start. */
class SchoolCalendarsTest {
    private static final Instant NOW = Instant.parse("2026-09-14T15:00:00Z");

    @TempDir
    Path folder;

    private Path files;
    private Database database;

    @BeforeEach
    void begin() throws IOException {
        files = Files.createDirectory(folder.resolve("calendars"));
        database = Database.open("jdbc:sqlite:" + folder.resolve("a.db"));
    }

    @AfterEach
    void end() {
        database.close();
    }

    @Test
    void eachStartTakesTheFilesAsTheyAreThenAndKeepsWhatPeopleAdded() throws IOException {
        database.change(tx -> new SchoolCalendarStore().add(tx, "Juniper Ridge",
                SchoolDays.found(new DaysOff(LocalDate.of(2026, 9, 16), LocalDate.of(2026, 9, 16), "Founders’ day")),
                NOW));
        write("juniper-ridge.ics", "20261123", "Thanksgiving");
        assertThat(start()).isEqualTo(1);
        assertThat(names()).containsExactly("Founders’ day", "Thanksgiving");
        write("juniper-ridge.ics", "20261221", "Winter break");
        start();
        start();
        assertThat(names()).containsExactly("Founders’ day", "Winter break");
        Files.delete(files.resolve("juniper-ridge.ics"));
        start();
        assertThat(names()).containsExactly("Founders’ day");
    }

    @Test
    void aBadFileStopsTheStartAndChangesNothing() throws IOException {
        write("juniper-ridge.ics", "20261123", "Thanksgiving");
        start();
        var bad = Files.writeString(files.resolve("sage-hill.ics"), "hello");
        assertThatThrownBy(this::start).isInstanceOf(CalendarUnusable.class).hasMessageContaining(bad.toString());
        assertThat(names()).containsExactly("Thanksgiving");
    }

    private int start() {
        return SchoolCalendars.takeOver(
                new Settings(new SlackSettings("", "", "", ""), "", 0, folder.resolve("guide"), files), database, NOW);
    }

    private List<String> names() {
        return database.read(tx -> new SchoolCalendarStore().of(tx, "Juniper Ridge")).stream()
                .map(one -> one.days().name()).toList();
    }

    private void write(String name, String day, String event) throws IOException {
        Files.writeString(files.resolve(name), "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:"
                + day + "\r\nSUMMARY:" + event + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
    }
}
