package dev.stagecoach.coaching.checkin;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import dev.stagecoach.people.PersonId;

/**
 * Somebody asked at an occasion.
 *
 * @param snoozes how often the question was put off; each time it comes in a message of its own
 * @param newest whether its schedule has not asked again since
 */
record Asked(Occasion occasion, PersonId person, State state, int snoozes, Optional<Instant> snoozedUntil,
        boolean newest) {

    enum State {
        OPEN, ANSWERED, SKIPPED
    }

    /** The ledger's key of the message that came after so many snoozes. */
    String key(int snooze) {
        return "checkin/" + occasion.id() + "/" + person + (snooze == 0 ? "" : "/" + snooze);
    }

    /** The keys of all messages about this, oldest first. */
    List<String> keys() {
        return IntStream.rangeClosed(0, snoozes).mapToObj(this::key).toList();
    }

    /** What a delivery carries, for {@link Subject#parse}. */
    String subject(int snooze) {
        return occasion.id() + " " + person + " " + snooze;
    }

    /** Whether it is still worth asking. */
    boolean waits(Instant now) {
        return state == State.OPEN && newest && occasion.takesAnswers(now)
                && now.isBefore(occasion.askedAt().plus(Occasion.FRESH));
    }

    Asked in(State changed) {
        return new Asked(occasion, person, changed, snoozes, Optional.empty(), newest);
    }

    Asked snoozed(Instant until) {
        return new Asked(occasion, person, State.OPEN, snoozes + 1, Optional.of(until), newest);
    }

    /** Which message a delivery is. */
    record Subject(String occasion, PersonId person, int snooze) {
        static Subject parse(String text) {
            var parts = text.split(" ", 3);
            return new Subject(parts[0], PersonId.parse(parts[1]), Integer.parseInt(parts[2]));
        }
    }
}
