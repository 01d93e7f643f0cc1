package dev.stagecoach.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

import dev.stagecoach.calendar.CalendarFiles;
import dev.stagecoach.people.SchoolCalendarStore;
import dev.stagecoach.people.SchoolDays;
import dev.stagecoach.settings.Settings;
import dev.stagecoach.storage.Database;

/** Takes the calendar files beside the settings over into the database. */
final class SchoolCalendars {
    private SchoolCalendars() {}

    /**
     * What the files say now takes the place of what they said at the last start.
     *
     * @return how many schools have a file
     * @throws dev.stagecoach.calendar.CalendarUnusable where one of them cannot be used; nothing has changed then
     */
    static int takeOver(Settings settings, Database database, Instant now) {
        var store = new SchoolCalendarStore();
        var schools = CalendarFiles.read(settings.calendarFolder(), LocalDate.ofInstant(now, ZoneOffset.UTC));
        if (schools.isEmpty() && !database.read(store::hasFiles)) {
            return 0;
        }
        database.change(tx -> {
            store.forgetFiles(tx);
            schools.forEach((school, days) -> days.forEach(off -> store.add(tx, school,
                    new SchoolDays("", SchoolDays.Kind.guess(off), off, true), now)));
        });
        return schools.size();
    }
}
