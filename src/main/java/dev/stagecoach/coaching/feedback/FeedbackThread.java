package dev.stagecoach.coaching.feedback;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.TeamId;

/**
 * A question to colleagues, and how far their answers have come.
 *
 * @param practice the practice's key in the guide; empty where the team had none yet
 */
public record FeedbackThread(String id, TeamId team, String practice, Setting setting, Table table, Course course,
        Optional<Decision> decision) {

    /** @param protocol its key in the guide */
    public record Setting(String protocol, PersonId presenter, Audience audience) {}

    /** Who is invited. */
    public enum Audience {
        /** Everybody, in the team's channel. */
        TEAM,
        /** A few, each privately. */
        SOME
    }

    /** What the presenter sets out. */
    public record Table(String goal, String tried, String evidence, String question) {}

    /**
     * Where the thread is.
     *
     * @param turn counted from 1
     * @param until when the turn ends at the latest; empty where only the presenter ends it, and once all is over
     * @param deadline when the last of the others' turns ends at the latest
     */
    public record Course(State state, int turn, Instant since, Optional<Instant> until, Instant deadline) {

        boolean open() {
            return state == State.OPEN;
        }
    }

    /** How a thread stands. */
    public enum State {
        OPEN,
        /** All turns are over. */
        DONE,
        /** Its presenter ended it before that. */
        CLOSED
    }

    /** What somebody said in a turn; no words mean that there was nothing to add. */
    public record Said(int turn, PersonId person, String words, Instant at) {}

    /**
     * What the presenter does next.
     *
     * @param reported whether the presenter has put it into the team's summaries
     */
    public record Decision(Choice choice, String words, LocalDate on, boolean reported, Optional<Outcome> outcome) {}

    /** What becomes of the thing that was tried. */
    public enum Choice {
        KEEP("Keep"), CHANGE("Change"), TRY("Try");

        private final String words;

        Choice(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** How a decision went. */
    public enum Outcome {
        DONE("Yes, as planned"), PARTLY("In part"), NOT_YET("Not yet"), DROPPED("I dropped it");

        private final String words;

        Outcome(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    boolean presentedBy(PersonId person) {
        return setting.presenter().equals(person);
    }
}
