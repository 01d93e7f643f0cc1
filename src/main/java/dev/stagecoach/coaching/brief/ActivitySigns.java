package dev.stagecoach.coaching.brief;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Transaction;

/**
 * What other rooms know of a team's life.
 *
 * @param asked when check-ins that run asked first since a moment
 * @param signs one of each room in which people are active
 */
public record ActivitySigns(Asked asked, List<Sign> signs) {
    public ActivitySigns {
        signs = List.copyOf(signs);
    }

    /** When somebody in the team last did something in a room; empty where nobody ever did. */
    @FunctionalInterface
    public interface Sign {
        Optional<Instant> last(Transaction tx, TeamId team);
    }

    /** When the team was first asked, not before {@code after}, by check-ins that run; empty where it was not. */
    @FunctionalInterface
    public interface Asked {
        Optional<Instant> since(Transaction tx, TeamId team, Instant after);
    }

    Optional<Instant> last(Transaction tx, TeamId team) {
        return signs.stream().flatMap(sign -> sign.last(tx, team).stream()).max(Instant::compareTo);
    }
}
