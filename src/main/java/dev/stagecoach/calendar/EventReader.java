package dev.stagecoach.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import dev.stagecoach.calendar.Reading.LeftOut;
import dev.stagecoach.chat.DateText;
import dev.stagecoach.people.DaysOff;

/** Sorts a calendar's events into days off and what is left out. */
final class EventReader {
    /** Longer ones are semesters, not breaks. */
    private static final int LONGEST_DAYS = 120;
    private static final Comparator<DaysOff> IN_ORDER = Comparator.comparing(DaysOff::first)
            .thenComparing(DaysOff::last).thenComparing(DaysOff::name);

    private final CalendarLines lines;
    private final SchoolYear year;
    private final Place place;
    private final Series series;
    private final Set<String> moved = new HashSet<>();
    private final Map<String, TreeSet<DaysOff>> found = new TreeMap<>();
    private final List<LeftOut> leftOut = new ArrayList<>();
    private final List<String> unreadable = new ArrayList<>();

    EventReader(CalendarLines lines, SchoolYear year, ZoneId school) {
        this.lines = lines;
        this.year = year;
        this.place = new Place(lines.zone().orElse(school), school);
        this.series = new Series(year, place);
    }

    Reading reading() {
        var newest = newest(lines.events());
        newest.forEach(this::noteMoved);
        newest.forEach(this::take);
        var off = new ArrayList<DaysOff>();
        found.values().forEach(days -> merged(days).forEach(one -> judge(one, off)));
        off.sort(IN_ORDER);
        leftOut.sort(Comparator.comparing(LeftOut::days, IN_ORDER));
        return new Reading(off, leftOut, warnings(off));
    }

    /** Some feeds hold an event's earlier versions, too. */
    private static List<Event> newest(List<Event> events) {
        var versions = new HashMap<String, Integer>();
        events.forEach(event -> versions.merge(identity(event), version(event), Math::max));
        return events.stream().filter(event -> event.uid().isEmpty()
                || version(event) == versions.getOrDefault(identity(event), 0)).toList();
    }

    private static String identity(Event event) {
        return event.uid() + " " + event.text("RECURRENCE-ID").orElse("");
    }

    private static int version(Event event) {
        return event.text("SEQUENCE").filter(text -> text.matches("\\d{1,9}")).map(Integer::valueOf).orElse(0);
    }

    private void noteMoved(Event event) {
        try {
            event.moment("RECURRENCE-ID").ifPresent(at -> moved.add(event.uid() + " " + at.day(place.file())));
        } catch (Unreadable e) {
            unreadable.add(event.name());
        }
    }

    private void take(Event event) {
        try {
            var whole = WholeDays.of(event, place);
            if (whole.isEmpty()) {
                var day = event.moment("DTSTART").orElseThrow().in(place.file()).toLocalDate();
                leave(new DaysOff(day, day, event.name()), "it has a time of day", false);
            } else if (event.cancelled()) {
                leave(days(event, whole.get().first(), whole.get().length()), "it is cancelled", false);
            } else {
                take(event, whole.get());
            }
        } catch (Unreadable e) {
            unreadable.add(event.name());
        }
    }

    private void take(Event event, WholeDays whole) throws Unreadable {
        var alone = event.text("RECURRENCE-ID").isPresent();
        var firsts = alone ? Set.of(whole.first()) : series.of(event, whole);
        var inYear = 0;
        for (var first : firsts) {
            var days = days(event, first, whole.length());
            if (year.touches(days.first(), days.last()) && (alone || !moved.contains(event.uid() + " " + first))) {
                found.computeIfAbsent(days.name(), _ -> new TreeSet<>(IN_ORDER)).add(days);
                inYear++;
            }
        }
        if (inYear == 0 && !firsts.isEmpty()) {
            leave(days(event, whole.first(), whole.length()), "it is not in this school year", false);
        }
    }

    private static DaysOff days(Event event, LocalDate first, long length) {
        return new DaysOff(first, first.plusDays(length - 1), event.name());
    }

    private void leave(DaysOff days, String reason, boolean choosable) {
        leftOut.add(new LeftOut(days, reason, choosable));
    }

    /** Days with the same name that follow each other are one stretch. */
    private static List<DaysOff> merged(TreeSet<DaysOff> days) {
        var merged = new ArrayList<DaysOff>();
        for (var next : days) {
            var before = merged.isEmpty() ? null : merged.getLast();
            if (before == null || next.first().isAfter(before.last().plusDays(1))) {
                merged.add(next);
            } else if (next.last().isAfter(before.last())) {
                merged.set(merged.size() - 1, new DaysOff(before.first(), next.last(), next.name()));
            }
        }
        return merged;
    }

    private void judge(DaysOff days, List<DaysOff> off) {
        var name = DayName.of(days.name());
        if (days.first().plusDays(LONGEST_DAYS).isBefore(days.last().plusDays(1))) {
            leave(days, "it takes more than " + LONGEST_DAYS + " days: a semester, not a break", false);
        } else if (name == DayName.OFF) {
            off.add(days);
        } else {
            leave(days, name.reason(), true);
        }
    }

    private List<String> warnings(List<DaysOff> off) {
        var warnings = new ArrayList<String>();
        if (lines.cut()) {
            warnings.add("The file ends in the middle; the download may have stopped early. Later days may be "
                    + "missing; please download it again.");
        }
        if (!unreadable.isEmpty()) {
            warnings.add("I cannot read the days of these: " + String.join("; ", unreadable.stream().distinct()
                    .limit(10).toList()) + (unreadable.size() > 10 ? "; and others." : "."));
        }
        if (off.isEmpty()) {
            warnings.add(leftOut.stream().anyMatch(LeftOut::choosable)
                    ? "Nothing in it looks like a day off (" + DateText.daysAndYear(year.first(), year.last()) + ")."
                    : "It has no days off for " + DateText.daysAndYear(year.first(), year.last())
                            + ". Is it an earlier year's calendar?");
        }
        if (offAtHalf(off)) {
            warnings.add("Half of all school days would be off. Is this the calendar of days off, or a class "
                    + "schedule?");
        }
        return warnings;
    }

    /** From September to May, Monday to Friday: summer is off everywhere. */
    private boolean offAtHalf(List<DaysOff> off) {
        var from = LocalDate.of(year.first().getYear(), 9, 1);
        var days = from.datesUntil(LocalDate.of(year.first().getYear() + 1, 6, 1))
                .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0).toList();
        var free = days.stream().filter(day -> off.stream()
                .anyMatch(one -> !day.isBefore(one.first()) && !day.isAfter(one.last()))).count();
        return 2 * free >= days.size();
    }
}
