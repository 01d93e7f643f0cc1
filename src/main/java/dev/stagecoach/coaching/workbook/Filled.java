package dev.stagecoach.coaching.workbook;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.TeamId;

/**
 * A tool of the guide, filled in.
 *
 * @param tool its key in the guide
 * @param practice the practice's key in the guide; empty where it belongs to none
 * @param author who began it
 * @param guide the version of the guide that it was filled in on
 * @param shared since when others may read it who otherwise may not
 */
public record Filled(String id, TeamId team, String tool, String practice, PersonId author, String guide, Instant made,
        Optional<Instant> shared, Version version) {

    /** @param number counted from 1 */
    public record Version(int number, PersonId by, Instant at, Entries entries) {}

    /** The day in this field, once it has come and nobody has written on it since. */
    public Optional<LocalDate> dueAgain(String field, LocalDate today, ZoneId zone) {
        return entries().day(field)
                .filter(day -> !day.isAfter(today) && LocalDate.ofInstant(version.at(), zone).isBefore(day));
    }

    public Entries entries() {
        return version.entries();
    }
}
