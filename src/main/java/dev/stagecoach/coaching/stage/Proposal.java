package dev.stagecoach.coaching.stage;

import java.time.Instant;

import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.TeamId;

/**
 * Somebody's wish to move a journey, on or back.
 *
 * @param from the stage that the proposer saw
 * @param reason the team reads it
 */
record Proposal(String id, TeamId team, String practice, String from, String to, PersonId by, String reason,
        Instant at, Answer answer) {

    /** What became of it. */
    sealed interface Answer {
        record Open() implements Answer {}

        /** By a coach. */
        record Countersigned(PersonId by, Instant at) implements Answer {}

        /** By a member, where the team's only coach proposed it. */
        record Seconded(PersonId by, Instant at) implements Answer {}

        /** @param word what is missing; the team reads it */
        record NotYet(PersonId by, String word, Instant at) implements Answer {}

        /** By its proposer. */
        record TakenBack(Instant at) implements Answer {}

        /** The journey left the stage in another way. */
        record Overtaken(Instant at) implements Answer {}
    }

    boolean open() {
        return answer instanceof Answer.Open;
    }

    /** Whether the members answer it: the team's only coach proposed it. */
    boolean forMembers(Roles roles) {
        return roles.onlyCoach(by);
    }

    /**
     * Whether this person may answer. Two people decide: a coach's own proposal is for another coach, or for any
     * member where there is no other.
     */
    boolean answeredBy(PersonId person, Roles roles) {
        return !person.equals(by) && (forMembers(roles) ? roles.members() : roles.coaches()).contains(person);
    }

    boolean sameWish(String stage, PersonId person, String why) {
        return to.equals(stage) && by.equals(person) && reason.equals(why);
    }
}
