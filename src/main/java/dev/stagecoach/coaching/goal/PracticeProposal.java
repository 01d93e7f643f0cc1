package dev.stagecoach.coaching.goal;

import java.time.Instant;
import java.time.ZoneId;

import dev.stagecoach.people.Day;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.TeamId;

/**
 * Somebody's wish that the team takes up a practice, a first one or another.
 *
 * @param reason the team reads it
 * @param ofCoach whether a coach proposed it
 * @param closes when it is decided at the latest
 */
record PracticeProposal(String id, TeamId team, String practice, String reason, PersonId by, boolean ofCoach,
        Instant at, Instant closes, Outcome outcome) {
    private static final int SCHOOL_DAYS = 2;

    /** What became of it. */
    sealed interface Outcome {
        record Open() implements Outcome {}

        /** The team works on the practice since then; so many of so many members had said yes. */
        record Chosen(Instant at, int yes, int members) implements Outcome {}

        record NotChosen(Instant at, int yes, int members) implements Outcome {}

        /** By its proposer. */
        record TakenBack(Instant at) implements Outcome {}

        /** The guide no longer held the practice when it was decided. */
        record Overtaken(Instant at) implements Outcome {}
    }

    /** The same hour two school days later. */
    static Instant closes(Instant now, Day team) {
        ZoneId zone = team.zone();
        var local = now.atZone(zone);
        return team.schoolDayAfter(local.toLocalDate(), SCHOOL_DAYS).atTime(local.toLocalTime()).atZone(zone)
                .toInstant();
    }

    boolean open() {
        return outcome instanceof Outcome.Open;
    }

    /** Its time is up. */
    boolean over(Instant now) {
        return !now.isBefore(closes);
    }

    boolean sameWish(String otherPractice, PersonId person, String why) {
        return practice.equals(otherPractice) && by.equals(person) && reason.equals(why);
    }
}
