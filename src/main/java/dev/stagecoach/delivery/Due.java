package dev.stagecoach.delivery;

import java.time.Instant;
import java.util.Optional;

/** Work that becomes due with time: planning, sending, closing. Driven by a tick; the rows decide. */
public interface Due {

    /** A short name for the log, the tick and the sandbox's clock. */
    String name();

    /** Does all that is due at {@code now}; one row's failure never stops the next row. */
    void run(Instant now);

    /** The earliest moment at which {@link #run} would have something to do; may lie in the past. */
    Optional<Instant> next();
}
