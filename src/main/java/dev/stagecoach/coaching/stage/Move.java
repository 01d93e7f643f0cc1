package dev.stagecoach.coaching.stage;

import java.time.Instant;
import java.util.Optional;

import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.TeamId;

/**
 * A step in the history of a journey.
 *
 * @param from the stage before; empty where the journey began here, the same as {@code to} where the team chose the
 *     practice again
 * @param by who proposed it
 * @param backing who stood behind it beside its proposer
 * @param reason in the words of {@code by}
 */
public record Move(String id, TeamId team, String practice, String from, String to, PersonId by,
        Backing backing, String reason, Instant at) {

    /**
     * Nobody moves a team alone.
     *
     * @param countersigner the coach who answered a move
     * @param seconder the member who answered the move of a team's only coach
     * @param yes how many members said yes to a choice
     * @param members of how many
     */
    public record Backing(Optional<PersonId> countersigner, Optional<PersonId> seconder, int yes, int members) {
        static Backing countersigned(PersonId coach) {
            return new Backing(Optional.of(coach), Optional.empty(), 0, 0);
        }

        static Backing seconded(PersonId member) {
            return new Backing(Optional.empty(), Optional.of(member), 0, 0);
        }

        public static Backing agreed(int yes, int members) {
            return new Backing(Optional.empty(), Optional.empty(), yes, members);
        }

        /** For example "3 of 5 agreed". */
        String agreement() {
            return yes + " of " + members + " agreed";
        }
    }

    /** Whether the practice was chosen, rather than the stage changed. */
    public boolean choice() {
        return from.isEmpty() || from.equals(to);
    }
}
