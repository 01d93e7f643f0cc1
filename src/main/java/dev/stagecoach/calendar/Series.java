package dev.stagecoach.calendar;

import java.time.LocalDate;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.Freq;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRule.RfcMode;

/** On which days an event comes round. Bounded for all events of a file together. */
final class Series {
    /** A school with a day off each week, in twenty series, has about a thousand. */
    static final int MOST_REPEATS = 10_000;
    private static final int MOST_STEPS = 200_000;
    private static final long LONGEST_NANOS = 2_000_000_000L;
    private static final Pattern UNTIL = Pattern.compile("UNTIL=([^;]*)");
    /** Hours within a day make no other days. */
    private static final Pattern HOURS = Pattern.compile("(UNTIL|BYHOUR|BYMINUTE|BYSECOND)=[^;]*");

    private final SchoolYear year;
    private final Place place;
    private final long begun = System.nanoTime();
    private int repeats;
    private int steps;

    Series(SchoolYear year, Place place) {
        this.year = year;
        this.place = place;
    }

    /** Too much for a school's calendar. */
    static final class TooMany extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooMany(String reason) {
            super(reason);
        }
    }

    /** The first days of each time that touches the school year, and perhaps some beside it. */
    SortedSet<LocalDate> of(Event event, WholeDays once) throws Unreadable {
        checkTime();
        var days = new TreeSet<LocalDate>();
        days.add(once.first());
        for (var rule : event.texts("RRULE")) {
            follow(rule, once, days);
        }
        for (var more : event.moments("RDATE")) {
            days.add(more.day(place.file()));
        }
        var except = new TreeSet<LocalDate>();
        for (var rule : event.texts("EXRULE")) {
            follow(rule, once, except);
        }
        for (var day : event.moments("EXDATE")) {
            except.add(day.day(place.file()));
        }
        days.removeAll(except);
        return days;
    }

    /** Whatever the library cannot follow is this one event's fault, not the file's. */
    private void follow(String written, WholeDays once, TreeSet<LocalDate> days) throws Unreadable {
        checkTime();
        try {
            var text = written.toUpperCase(Locale.ROOT);
            var rule = new RecurrenceRule(HOURS.matcher(text).replaceAll("").replaceAll(";{2,}", ";")
                    .replaceAll("^;|;$", ""), RfcMode.RFC5545_LAX);
            // By the hour or the second says nothing about days.
            if (rule.getFreq().compareTo(Freq.DAILY) > 0) {
                return;
            }
            var until = UNTIL.matcher(text);
            if (until.find()) {
                rule.setUntil(day(Moment.of(until.group(1), null).day(place.file())));
            }
            follow(rule, once, days);
        } catch (TooMany e) {
            throw e;
        } catch (InvalidRecurrenceRuleException | RuntimeException _) {
            throw new Unreadable(written);
        }
    }

    private void follow(RecurrenceRule rule, WholeDays once, TreeSet<LocalDate> days) {
        var next = rule.iterator(day(once.first()));
        var from = year.first().minusDays(once.length());
        if (from.isAfter(once.first())) {
            next.fastForward(day(from));
        }
        while (next.hasNext()) {
            var at = next.nextDateTime();
            var day = LocalDate.of(at.getYear(), at.getMonth() + 1, at.getDayOfMonth());
            count(day.isBefore(from));
            if (day.isAfter(year.last())) {
                return;
            }
            days.add(day);
        }
    }

    private void count(boolean before) {
        steps++;
        repeats += before ? 0 : 1;
        if (repeats > MOST_REPEATS || steps > MOST_STEPS) {
            throw new TooMany("its events repeat too often (more than 10,000 times in a year)");
        }
        checkTime();
    }

    /** Rules that no day meets are searched for long. */
    private void checkTime() {
        if (System.nanoTime() - begun > LONGEST_NANOS) {
            throw new TooMany("it takes too long to work out how its events repeat");
        }
    }

    private static DateTime day(LocalDate day) {
        return new DateTime(day.getYear(), day.getMonthValue() - 1, day.getDayOfMonth());
    }
}
