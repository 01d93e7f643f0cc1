package dev.stagecoach.coaching.slot;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import dev.stagecoach.calendar.Gathering;
import dev.stagecoach.calendar.SchoolYear;
import dev.stagecoach.chat.DateText;
import dev.stagecoach.chat.Plural;
import dev.stagecoach.coaching.workbook.Entries;
import dev.stagecoach.coaching.workbook.Filled;
import dev.stagecoach.guide.Tool.Kind;
import dev.stagecoach.people.Day;
import dev.stagecoach.people.PersonId;

/** A time that comes back, who is in charge of it, and how classes are covered meanwhile. */
public record Slot(Filled filled) {
    static final String MINUTES = "minutes";
    static final String WEEKS = "weeks";
    static final int LONGEST_MINUTES = 480;
    static final int MOST_WEEKS = 8;
    static final String FIRST = "first";
    static final String AT = "at";
    private static final String OWNER = "owner";
    private static final String COVER = "cover";
    /** What the guide's form has to ask for. */
    static final Map<String, Kind> NEEDS = Map.of(FIRST, Kind.DATE, AT, Kind.TIME, MINUTES, Kind.NUMBER, WEEKS,
            Kind.NUMBER, OWNER, Kind.PERSON, COVER, Kind.LINE);

    private Entries entries() {
        return filled.entries();
    }

    private LocalDate first() {
        return entries().day(FIRST).orElseThrow();
    }

    private LocalTime at() {
        return entries().time(AT).orElseThrow();
    }

    private int weeks() {
        return entries().number(WEEKS).orElseThrow();
    }

    public Optional<PersonId> owner() {
        return entries().person(OWNER);
    }

    String cover() {
        return entries().text(COVER);
    }

    /** For example "Tuesdays at 3:15 PM" and "Tuesdays at 3:15 PM, every 2 weeks". */
    public String words() {
        var weekly = DateText.weekly(first().getDayOfWeek(), at());
        return weeks() == 1 ? weekly : weekly + ", " + Plural.every(weeks(), "week");
    }

    /** The next time from this day on; days off and what lies in later school years are passed over. */
    Optional<LocalDate> next(LocalDate today, Day day) {
        return kept(today, day).filter(date -> !date.isBefore(today)).findFirst();
    }

    private Stream<LocalDate> kept(LocalDate today, Day day) {
        return times(today, day, first()).days().filter(date -> day.offOn(date).isEmpty());
    }

    /**
     * Until the end of the school year, beginning with the first time that is no day off; empty where none is left.
     *
     * @param day the team's, which knows its zone and its school's days off
     */
    Optional<Gathering.Times> times(LocalDate today, Day day) {
        return kept(today, day).findFirst().map(begin -> times(today, day, begin));
    }

    private Gathering.Times times(LocalDate today, Day day, LocalDate begin) {
        var last = SchoolYear.of(first().isAfter(today) ? first() : today).end();
        var off = Stream.iterate(begin, date -> !date.isAfter(last), date -> date.plusWeeks(weeks()))
                .filter(date -> day.offOn(date).isPresent()).toList();
        return new Gathering.Times(begin, at(), entries().number(MINUTES).orElseThrow(), weeks(), last, day.zone(),
                off);
    }
}
