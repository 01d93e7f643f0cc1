package dev.stagecoach.coaching.calendar;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

import dev.stagecoach.calendar.DayName;
import dev.stagecoach.calendar.Reading;
import dev.stagecoach.calendar.Reading.LeftOut;
import dev.stagecoach.people.DaysOff;
import dev.stagecoach.people.SchoolDays;

/**
 * What was found in an uploaded calendar under one name.
 *
 * @param place the place of the first of them among all that was found
 * @param name whether school is off on them, as far as their name says
 * @param days at least one
 */
record Found(int place, DayName name, List<SchoolDays> days) {
    /** More choices do not fit into one list. */
    private static final int MOST_NAMES = 100;
    private static final int MOST_DAYS = 1_000;

    /** All whole days of a calendar: a person may know better than their names. */
    static List<DaysOff> in(Reading reading) {
        return Stream.concat(reading.off().stream(),
                reading.leftOut().stream().filter(LeftOut::choosable).map(LeftOut::days))
                .sorted(Comparator.comparing(DaysOff::first).thenComparing(DaysOff::last)).toList();
    }

    /** As many as fit into the two lists. */
    static List<SchoolDays> fitting(List<SchoolDays> found) {
        var off = groups(found).stream().filter(Found::off).limit(MOST_NAMES);
        var open = groups(found).stream().filter(group -> !group.off()).limit(MOST_NAMES);
        return Stream.concat(off, open).flatMap(group -> group.days().stream()).limit(MOST_DAYS)
                .sorted(Comparator.comparing(one -> one.days().first())).toList();
    }

    /** By name, in the order of the first days. */
    static List<Found> groups(List<SchoolDays> found) {
        var groups = new LinkedHashMap<String, Found>();
        for (var place = 0; place < found.size(); place++) {
            var name = found.get(place).days().name();
            groups.putIfAbsent(name, new Found(place, DayName.of(name), new ArrayList<>()));
            groups.get(name).days().add(found.get(place));
        }
        return List.copyOf(groups.values());
    }

    boolean off() {
        return name == DayName.OFF;
    }
}
