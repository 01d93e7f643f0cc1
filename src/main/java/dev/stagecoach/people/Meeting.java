package dev.stagecoach.people;

import java.time.DayOfWeek;
import java.time.LocalTime;

/** A weekly moment, in the team's time zone. */
public record Meeting(DayOfWeek day, LocalTime time) {
    /** The day before, or the Friday before where that is a weekend: when people may be asked to get ready. */
    public DayOfWeek eve() {
        var eve = day.minus(1);
        return eve == DayOfWeek.SATURDAY || eve == DayOfWeek.SUNDAY ? DayOfWeek.FRIDAY : eve;
    }
}
