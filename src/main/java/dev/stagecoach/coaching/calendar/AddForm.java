package dev.stagecoach.coaching.calendar;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.chat.Access;
import dev.stagecoach.chat.Access.Who;
import dev.stagecoach.chat.Action;
import dev.stagecoach.chat.Answers;
import dev.stagecoach.chat.Carried;
import dev.stagecoach.chat.Field;
import dev.stagecoach.chat.Form;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.FormReader;
import dev.stagecoach.people.DaysOff;
import dev.stagecoach.people.SchoolDays;
import dev.stagecoach.people.SchoolDays.Kind;
import dev.stagecoach.people.TeamId;

/** The form that adds days off by hand. */
final class AddForm {
    static final Action<TeamId> ADDED = Action.form("calendar.add", Carried.team(),
            Access.writes(Who.COACHES_AND_LEADERS));
    static final String NAME = "name";
    static final String KIND = "kind";
    static final String FIRST = "first";
    static final String LAST = "last";
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_DAYS = 120;
    private static final int YEARS_AHEAD = 2;

    private AddForm() {}

    /** What was sent in. */
    sealed interface Read {
        record Filled(SchoolDays days) implements Read {}

        record Faulty(Reply mend) implements Read {}
    }

    static Form of(TeamId team) {
        var kinds = Arrays.stream(Kind.values()).map(kind -> Field.Option.of(kind.name(), Text.capital(kind.words())))
                .toList();
        return ADDED.form("Add days off", "Add", team, List.of(
                new Field.ShortText(NAME, "Name", "For example, Thanksgiving break.", false, LONGEST_NAME, ""),
                new Field.Pick(KIND, "Kind", "", false, kinds, Optional.of(Kind.HOLIDAY.name())),
                new Field.Day(FIRST, "First day", "", false, Optional.empty()),
                new Field.Day(LAST, "Last day", "Leave it empty for a single day.", true, Optional.empty())));
    }

    static Read read(Answers answers, LocalDate today) {
        var reading = new FormReader(answers);
        var name = reading.required(NAME, LONGEST_NAME, "Give the days a name, so that people know why it is quiet.")
                .replaceAll("\\s+", " ");
        var kind = reading.oneOf(KIND, Arrays.stream(Kind.values()).map(Kind::name).toList(), Kind.HOLIDAY.name());
        var first = reading.day(FIRST);
        var last = reading.day(LAST).or(() -> first);
        if (first.isEmpty()) {
            reading.mend(FIRST, "Choose the first day off.");
        } else {
            last.flatMap(until -> problem(first.get(), until, today)).ifPresent(
                    reason -> reading.mend(answers.one(LAST).isPresent() ? LAST : FIRST, reason));
        }
        return reading.mend().<Read>map(Read.Faulty::new).orElseGet(() -> new Read.Filled(new SchoolDays("",
                Kind.valueOf(kind), new DaysOff(first.orElseThrow(), last.orElseThrow(), name), false)));
    }

    private static Optional<String> problem(LocalDate first, LocalDate last, LocalDate today) {
        if (last.isBefore(first)) {
            return Optional.of("The last day is before the first. Choose " + CalendarWords.of(first) + " or later.");
        }
        if (last.isBefore(today)) {
            return Optional.of("These days have passed. Choose days to come.");
        }
        if (last.isAfter(today.plusYears(YEARS_AHEAD))) {
            return Optional.of("That is more than two years ahead. Choose an earlier day.");
        }
        return ChronoUnit.DAYS.between(first, last) >= LONGEST_DAYS
                ? Optional.of("At most " + LONGEST_DAYS + " days in a row can be off. Choose an earlier last day.")
                : Optional.empty();
    }
}
