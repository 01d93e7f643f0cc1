package dev.stagecoach.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.stagecoach.calendar.CalendarFiles;
import dev.stagecoach.calendar.CalendarText;
import dev.stagecoach.calendar.CalendarUnusable;
import dev.stagecoach.calendar.SchoolFile;
import dev.stagecoach.calendar.SchoolYear;
import dev.stagecoach.people.SchoolCalendarStore;
import dev.stagecoach.people.SchoolDays;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamStore;
import dev.stagecoach.settings.Settings;
import dev.stagecoach.storage.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes the calendar files beside the settings over into the database. */
final class SchoolCalendars {
    /** For files that name no zone, of schools that no team names yet. */
    static final ZoneId USUAL_ZONE = ZoneId.of("America/Boise");
    static final String TO_MEND = "a school's calendar file needs a look; the log tells which and why";
    private static final Logger LOG = LoggerFactory.getLogger(SchoolCalendars.class);

    private SchoolCalendars() {}

    /**
     * What the files say now takes the place of what they said at the last start. A bad file stops nobody: what it
     * said last goes on, and the school's coaches and leaders hear of it.
     *
     * @return that something is to be mended, in words that anybody may read, or nothing; what it is, the log tells
     */
    static List<String> takeOver(Settings settings, Database database, Instant now) {
        try {
            var files = CalendarFiles.read(settings.calendarFolder(),
                    SchoolYear.around(LocalDate.ofInstant(now, USUAL_ZONE)), zones(database));
            if (!files.isEmpty() || database.read(new SchoolCalendarStore()::hasFiles)) {
                keep(files, database, now);
            }
            return told(troubles(files));
        } catch (CalendarUnusable e) {
            return told(List.of(String.valueOf(e.getMessage())));
        }
    }

    private static List<String> told(List<String> troubles) {
        troubles.forEach(LOG::warn);
        return troubles.isEmpty() ? List.of() : List.of(TO_MEND);
    }

    static List<String> troubles(List<SchoolFile> files) {
        return files.stream().flatMap(file -> file.troubles().stream()
                .map(words -> "calendar file " + file.file() + ": " + words)).toList();
    }

    /** Where each school's teams are; asked only once a file needs it. */
    private static Function<String, ZoneId> zones(Database database) {
        return school -> database.read(tx -> new TeamStore().all(tx)).stream()
                .filter(team -> SchoolDays.key(team.school()).equals(SchoolDays.key(school))).map(Team::zone)
                .findFirst().orElse(USUAL_ZONE);
    }

    private static void keep(List<SchoolFile> files, Database database, Instant now) {
        var store = new SchoolCalendarStore();
        var unusable = files.stream().filter(SchoolFile::unusable).map(SchoolFile::school).toList();
        Map<String, List<String>> troubles = files.stream().filter(file -> !file.troubles().isEmpty())
                .collect(Collectors.toMap(SchoolFile::school, file -> file.troubles().stream()
                        .map(words -> file.file().getFileName() + ": " + words).toList(), (one, _) -> one));
        database.change(tx -> {
            store.forgetFiles(tx, unusable);
            store.note(tx, troubles, now);
            for (var file : files) {
                if (file.read() instanceof CalendarText.Read.Days(var reading)) {
                    reading.off().forEach(off -> store.addFromFile(tx, file.school(),
                            new SchoolDays("", SchoolDays.Kind.guess(off), off, true)));
                }
            }
        });
    }
}
