package dev.stagecoach.coaching.goal;

import java.time.Instant;
import java.util.Optional;

import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.TeamId;

/**
 * A team's goal for one practice, in its present version.
 *
 * @param cycle 1 for the first goal for this practice, 2 for the one that followed it, and so on
 * @param idea what the report on the goal before it says comes next; may be empty
 * @param published when the team saw it first; empty while it is being written
 */
public record Goal(String id, TeamId team, String practice, int cycle, String idea, Optional<Instant> published,
        Version present) {

    /** How the work on a goal ended. */
    public enum Result {
        REACHED("We reached it"), PARTLY("We got part of the way"), STOPPED("We stopped for another reason");

        private final String words;

        Result(String words) {
            this.words = words;
        }

        /** As the team says it. */
        public String words() {
            return words;
        }
    }

    /** The end of the work on a goal. */
    public record Closing(Result result, String reason, PersonId by, Instant at) {}

    /** A goal whose work has ended. */
    public record Closed(String id, int cycle, String sentence, Closing closing) {}

    /** A state of the goal: what it said, by whom and since when. Number 0 is the empty canvas. */
    public record Version(int number, PersonId by, Instant at, Canvas canvas) {}

    /** The outbox's key of its message in the channel. */
    public String messageKey() {
        return "goal/" + id + "/card";
    }

    public Canvas canvas() {
        return present.canvas();
    }

    public int version() {
        return present.number();
    }
}
