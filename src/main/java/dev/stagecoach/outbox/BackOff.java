package dev.stagecoach.outbox;

import java.time.Duration;
import java.util.Optional;

/**
 * How long to wait after a failed attempt, and when to stop. The wait doubles each time.
 *
 * @param first the wait after the first attempt
 * @param longest no wait is longer, unless the other side asks for it
 * @param attempts after so many there is no further one
 */
record BackOff(Duration first, Duration longest, int attempts) {

    /** For messages: 12 attempts within about half an hour. */
    static final BackOff SENDING = new BackOff(Duration.ofSeconds(1), Duration.ofMinutes(15), 12);

    /** For writing a message again: what stands there is only a little old, so it ends soon. */
    static final BackOff REWRITING = new BackOff(Duration.ofSeconds(2), Duration.ofMinutes(1), 6);

    /**
     * The wait after the given attempt (the first is 1); empty where it was the last.
     *
     * @param asked the least wait that the other side asks for
     */
    Optional<Duration> after(int attempt, Duration asked) {
        if (attempt >= attempts) {
            return Optional.empty();
        }
        var wait = first;
        for (var i = 1; i < attempt && wait.compareTo(longest) < 0; i++) {
            wait = wait.multipliedBy(2);
        }
        var bounded = wait.compareTo(longest) < 0 ? wait : longest;
        return Optional.of(bounded.compareTo(asked) < 0 ? asked : bounded);
    }
}
