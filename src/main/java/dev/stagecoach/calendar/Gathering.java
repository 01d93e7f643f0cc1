package dev.stagecoach.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Stream;

/**
 * A time that comes back every so many weeks, as a program for calendars takes it in.
 *
 * @param id the same whenever it is written, so that a later file takes an earlier one's place
 */
public record Gathering(Id id, String title, String details, Times times) {

    /**
     * @param name unlike that of any other
     * @param version higher with each change
     * @param at when that version was made
     */
    public record Id(String name, int version, Instant at) {}

    /**
     * When it is.
     *
     * @param at as the clocks of the zone show it, in summer and winter
     * @param last no later than this day
     * @param off the days on which it would come, and does not
     */
    public record Times(LocalDate first, LocalTime at, int minutes, int weeks, LocalDate last, ZoneId zone,
            List<LocalDate> off) {
        public Times {
            off = List.copyOf(off);
            if (weeks < 1 || minutes < 1) {
                throw new IllegalArgumentException("every " + weeks + " weeks, " + minutes + " minutes");
            }
        }

        /** All the days on which it would come, those off among them. */
        public Stream<LocalDate> days() {
            return Stream.iterate(first, day -> !day.isAfter(last), day -> day.plusWeeks(weeks));
        }

        ZonedDateTime start(LocalDate day) {
            return day.atTime(at).atZone(zone);
        }
    }

    /** As an {@code .ics} file. */
    public String text() {
        return new GatheringWriter(this).text();
    }
}
