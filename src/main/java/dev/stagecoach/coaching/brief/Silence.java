package dev.stagecoach.coaching.brief;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

import dev.stagecoach.people.Day;

/**
 * How long a team has been quiet.
 *
 * @param last when anybody last did something; empty where nobody ever did
 * @param asked when the team was first asked lately; empty where no check-ins run
 */
record Silence(Optional<Instant> last, Optional<Instant> asked) {
    /** Two weeks in which nobody answers make a quiet team (checklist.md, part 3); days off do not count. */
    private static final int DAYS = 14;
    /** How far back an asking tells that check-ins run now, and did before a pause: longer than the days that count. */
    static final Duration LATELY = Duration.ofDays(21);

    boolean quiet(Instant now, Day day) {
        return asked.filter(first -> counted(last.filter(first::isBefore).orElse(first), now, day) >= DAYS)
                .isPresent();
    }

    /** The days since, days off left out. */
    private static long counted(Instant since, Instant now, Day day) {
        var from = LocalDate.ofInstant(since, day.zone());
        var until = LocalDate.ofInstant(now, day.zone());
        return from.isAfter(until)
                ? 0
                : from.datesUntil(until).filter(date -> day.offOn(date).isEmpty()).count();
    }
}
