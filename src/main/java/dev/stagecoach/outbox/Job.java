package dev.stagecoach.outbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

import org.slf4j.LoggerFactory;

/** Work that becomes due with time: planning, sending, closing. Driven by a tick; the rows decide. */
public interface Job {

    /** A short name for the log, the tick and the sandbox's clock. */
    String name();

    /** For whom the next thing is, by the chat service's own id, where that is known; for the sandbox's clock. */
    default Optional<String> nextFor() {
        return Optional.empty();
    }

    /** Does all that is due at {@code now}; one row's failure never stops the next row. */
    void run(Instant now);

    /**
     * Does the work for each row. One that fails is logged and stops no other; it comes again with the next tick.
     *
     * @param name of a row in the log, such as "check-in schedule 17"
     */
    static <T> void each(List<T> rows, Function<T, String> name, Consumer<T> work) {
        for (var row : rows) {
            try {
                work.accept(row);
            } catch (RuntimeException | LinkageError | StackOverflowError e) {
                LoggerFactory.getLogger(Job.class).error("{} failed; the next tick tries again", name.apply(row), e);
            }
        }
    }

    /** The earliest moment at which {@link #run} would have something to do; may lie in the past. */
    Optional<Instant> next();
}
