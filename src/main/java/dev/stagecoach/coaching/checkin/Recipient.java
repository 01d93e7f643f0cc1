package dev.stagecoach.coaching.checkin;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import dev.stagecoach.coaching.checkin.Cadence.Turn;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Standing;

/**
 * Somebody asked at an occasion.
 *
 * @param turn whether a message came, and which kind
 * @param snoozes how often the question was put off; each time it comes in a message of its own
 * @param newest whether its schedule has not asked again since
 */
record Recipient(CheckinRun run, PersonId person, State state, Turn turn, int snoozes, Optional<Instant> snoozedUntil,
        boolean newest) {
    /** Stands for the repeat where messages are numbered by snoozes; the first message is 0. */
    static final int REPEAT = -1;

    enum State {
        OPEN, ANSWERED, SKIPPED
    }

    /** The outbox's key of the message that came after so many snoozes, or of the {@link #REPEAT}. */
    String key(int snooze) {
        var first = "checkin/" + run.id() + "/" + person;
        return switch (snooze) {
            case 0 -> first;
            case REPEAT -> first + "/again";
            default -> first + "/" + snooze;
        };
    }

    /** Of the last message that there may be about this. */
    int latest() {
        return snoozes > 0 ? snoozes : REPEAT;
    }

    /** Of all messages that there may be about this. */
    List<Integer> numbers() {
        return IntStream.rangeClosed(REPEAT, snoozes).boxed().toList();
    }

    /** {@link #key} of all {@link #numbers}. */
    List<String> keys() {
        return numbers().stream().map(this::key).toList();
    }

    /** What a delivery carries, for {@link Subject#parse}. */
    String subject(int snooze) {
        return run.id() + " " + person + " " + snooze;
    }

    /** Whether somebody who is this in the team may answer it: leaders are asked nothing about worries. */
    boolean fits(Standing standing) {
        return standing.belongs() && !(standing.isLeader() && Questions.aboutConcerns(run.set()));
    }

    /** Whether it is still worth asking. */
    boolean waits(Instant now) {
        return state == State.OPEN && newest && run.takesAnswers(now)
                && now.isBefore(run.askedAt().plus(CheckinRun.FRESH));
    }

    /** Whether a repeat is in place: nothing was done about it, and it can still be answered. */
    boolean unheard(Instant now) {
        return state == State.OPEN && snoozes == 0 && newest && run.takesAnswers(now);
    }

    Recipient in(State changed) {
        return new Recipient(run, person, changed, turn, snoozes, Optional.empty(), newest);
    }

    Recipient snoozed(Instant until) {
        return new Recipient(run, person, State.OPEN, turn, snoozes + 1, Optional.of(until), newest);
    }

    /** Which message a delivery is. */
    record Subject(String run, PersonId person, int snooze) {
        static Subject parse(String text) {
            var parts = text.split(" ", 3);
            return new Subject(parts[0], PersonId.parse(parts[1]), Integer.parseInt(parts[2]));
        }
    }
}
