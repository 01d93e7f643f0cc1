package dev.stagecoach.coaching.plan;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

import dev.stagecoach.coaching.workbook.Filled;
import dev.stagecoach.guide.Tool.Kind;
import dev.stagecoach.people.Day;
import dev.stagecoach.people.PersonId;

/**
 * What coach and team have agreed on.
 *
 * @param model the key of the guide's way of coaching; empty where none of them was chosen
 * @param contactDays at most so many days between two contacts
 */
public record Agreement(Filled filled, PersonId coach, String model, int weeks, int contactDays) {
    static final String COACH = "coach";
    static final String WEEKS = "weeks";
    static final String CONTACT = "contact";
    /** Where the guide's form asks for it. */
    static final String MODEL = "model";
    /** What the guide's form has to ask for. */
    static final Map<String, Kind> NEEDS = Map.of(COACH, Kind.PERSON, WEEKS, Kind.NUMBER, CONTACT, Kind.NUMBER);

    static Agreement of(Filled filled) {
        var entries = filled.entries();
        return new Agreement(filled, entries.person(COACH).orElseThrow(), entries.text(MODEL),
                entries.number(WEEKS).orElseThrow(), entries.number(CONTACT).orElseThrow());
    }

    /** Whether the agreed days have passed since the last contact, or since it was agreed; days off do not count. */
    boolean overdue(Optional<LocalDate> last, LocalDate today, Day day, ZoneId zone) {
        var since = last.orElse(filled.made().atZone(zone).toLocalDate());
        return since.isBefore(today)
                && since.datesUntil(today).filter(date -> day.offOn(date).isEmpty()).count() >= contactDays;
    }
}
