package dev.stagecoach.outbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.people.Address;

/**
 * What is worked on in one go: one row, or all that is due for one person and may go out as one message.
 *
 * @param disturbable when the person wants to be disturbed again, where not now
 */
record SendTask(List<Claim> claims, Optional<Instant> disturbable) {
    SendTask {
        if (claims.isEmpty()) {
            throw new IllegalArgumentException("an errand without rows");
        }
        claims = List.copyOf(claims);
    }

    Address to() {
        return claims.getFirst().delivery().to();
    }

    Claim.Work work() {
        return claims.getFirst().work();
    }
}
