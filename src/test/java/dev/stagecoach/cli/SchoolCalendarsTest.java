package dev.stagecoach.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.coaching.School;
import dev.stagecoach.people.ChannelId;
import dev.stagecoach.people.DaysOff;
import dev.stagecoach.people.Retention;
import dev.stagecoach.people.SchoolCalendarStore;
import dev.stagecoach.people.SchoolDays;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.people.TeamStore;
import dev.stagecoach.settings.Settings;
import dev.stagecoach.settings.SlackSettings;
import dev.stagecoach.storage.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

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
        database.change(tx -> List.of("Juniper Ridge", "Sage Hill", "Old")
                .forEach(school -> new TeamStore().add(tx, at(school), School.COACH, NOW)));
    }

    @AfterEach
    void end() {
        database.close();
    }

    @Test
    void eachStartTakesTheFilesAsTheyAreThenAndKeepsWhatPeopleAdded() throws IOException {
        database.change(tx -> new SchoolCalendarStore().add(tx, at("Juniper Ridge").id(),
                SchoolDays.found(new DaysOff(LocalDate.of(2026, 9, 16), LocalDate.of(2026, 9, 16), "Founders’ day")),
                NOW));
        write("juniper-ridge.ics", "20261123", "Thanksgiving");
        assertThat(start()).isEmpty();
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
    void aBadFileAndLastYearsStopNobodyAndTheSchoolHearsOfIt() throws IOException {
        write("sage-hill.ics", "20261009", "No school");
        write("juniper-ridge.ics", "20261123", "Thanksgiving");
        assertThat(start()).isEmpty();
        var bad = Files.writeString(files.resolve("juniper-ridge.ics"), "hello");
        Files.copy(Path.of("src/test/resources/calendars/06-last-years-calendar.ics"), files.resolve("old.ics"));
        write("sage-hill.ics", "20261221", "Winter break");
        assertThat(start()).containsExactly(SchoolCalendars.TO_MEND);
        assertThat(names("Juniper Ridge")).containsExactly("Thanksgiving");
        assertThat(names("Sage Hill")).containsExactly("Winter break");
        assertThat(troubles("Juniper Ridge", NOW)).singleElement().asString()
                .startsWith("juniper-ridge.ics: I cannot use it: it is not a calendar");
        assertThat(troubles("Juniper Ridge", NOW.plusSeconds(1))).isEmpty();
        assertThat(troubles("Old", NOW)).hasSize(1);
        assertThat(troubles("Sage Hill", NOW)).isEmpty();
        write("juniper-ridge.ics", "20261124", "Thanksgiving");
        Files.delete(files.resolve("old.ics"));
        assertThat(start()).isEmpty();
        assertThat(troubles("Juniper Ridge", Instant.EPOCH)).isEmpty();
        assertThat(troubles("Old", Instant.EPOCH)).isEmpty();
    }

    @Test
    void withoutFilesTheLibrariesAreNotLoaded() throws Exception {
        var java = ProcessHandle.current().info().command().orElseThrow();
        var run = new ProcessBuilder(java, "-Xlog:class+load", "-cp", System.getProperty("java.class.path"),
                NoFiles.class.getName(), folder.toString()).redirectErrorStream(true).start();
        var loaded = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(run.waitFor()).isZero();
        assertThat(loaded).contains("dev.stagecoach.calendar.CalendarFiles").doesNotContain("com.github.mangstadt",
                "org.dmfs", "dev.stagecoach.calendar.CalendarText ");
    }

    /** A start without calendar files, in a process of its own. */
    static final class NoFiles {
        private NoFiles() {}

        public static void main(String[] args) {
            var folder = Path.of(args[0]);
            try (var database = Database.open("jdbc:sqlite:" + folder.resolve("b.db"))) {
                SchoolCalendars.takeOver(settings(folder), database, NOW);
            }
        }
    }

    private List<String> start() {
        return SchoolCalendars.takeOver(settings(folder), database, NOW);
    }

    private static Settings settings(Path folder) {
        return new Settings(new SlackSettings("", "", "", ""), "", new Settings.Web(Optional.empty(), 0),
                new Settings.Folders(folder.resolve("guide"), folder.resolve("calendars")), Retention.USUAL);
    }

    private List<String> troubles(String school, Instant since) {
        return database.read(tx -> new SchoolCalendarStore().troubles(tx, at(school).id(), since));
    }

    /** A team at that school. */
    private static Team at(String school) {
        var like = School.SETTINGS;
        return new Team(new TeamId(school), new ChannelId("T1", "C" + school.hashCode()), school, school, like.zone(),
                like.meeting(), 1, like.summary(), true);
    }

    private List<String> names() {
        return names("Juniper Ridge");
    }

    private List<String> names(String school) {
        return database.read(tx -> new SchoolCalendarStore().of(tx, at(school).id())).stream()
                .map(one -> one.days().name()).toList();
    }

    private void write(String name, String day, String event) throws IOException {
        Files.writeString(files.resolve(name), "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:"
                + day + "\r\nSUMMARY:" + event + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
    }
}
