package dev.stagecoach.coaching.plan;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

import dev.stagecoach.chat.DateText;
import dev.stagecoach.coaching.workbook.Filled;
import dev.stagecoach.guide.Tool.Kind;
import dev.stagecoach.people.PersonId;

/**
 * One session of the team's own learning.
 *
 * @param on its day, in the team's zone
 * @param owner who prepares it
 * @param task what people try afterwards
 */
public record Session(Filled filled, LocalDate on, String purpose, Optional<PersonId> owner, String task) {
    static final String ON = "on";
    static final String PURPOSE = "purpose";
    static final String OWNER = "owner";
    static final String TASK = "task";
    static final String FOLLOW_UP = "follow_up";
    /** Not of the guide's form: what came of it is written when the session is over. */
    static final String NOTED = "noted";
    /** What the guide's form has to ask for. */
    static final Map<String, Kind> NEEDS = Map.of(ON, Kind.DATE, PURPOSE, Kind.LINE, OWNER, Kind.PERSON, TASK,
            Kind.LINE);

    static Session of(Filled filled) {
        var entries = filled.entries();
        return new Session(filled, entries.day(ON).orElseThrow(), entries.text(PURPOSE), entries.person(OWNER),
                entries.text(TASK));
    }

    String id() {
        return filled.id();
    }

    String followUp() {
        return filled.entries().text(FOLLOW_UP);
    }

    String noted() {
        return filled.entries().text(NOTED);
    }

    boolean ownedBy(PersonId person) {
        return owner.filter(person::equals).isPresent();
    }

    boolean over(LocalDate today) {
        return on.isBefore(today);
    }

    /** For example "Thu, Oct 1". */
    public String day() {
        return day(on);
    }

    static String day(LocalDate day) {
        return DateText.near(day);
    }

    /** As it was typed, with a full stop where it has no end of its own. */
    static String sentence(String words) {
        return words.matches("(?s).*\\p{Po}") ? words : words + ".";
    }

    /** For example "Thu, Oct 1: Plan one small try together". */
    String line() {
        return day() + ": " + purpose;
    }
}
