package dev.stagecoach.coaching.checkin;

import java.time.Instant;
import java.util.Optional;

import dev.stagecoach.guide.Stage;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Transaction;

/**
 * What check-ins learn from the rest of the bot, and tell it.
 *
 * @param focus which practice a team is taking up
 * @param stage which stage a team is in with it
 * @param alongside what else a person hears at that moment
 */
public record Surroundings(Focus focus, StageOf stage, Alongside alongside) {

    /** Which stage a team is in; empty before it has chosen a practice. */
    @FunctionalInterface
    public interface StageOf {
        Optional<Stage> of(Transaction tx, TeamId team);
    }

    /** Plans what goes out as one message with a check-in, in the same transaction, so that neither goes alone. */
    @FunctionalInterface
    public interface Alongside {
        void plan(Transaction tx, Team team, PersonId person, Instant at);
    }
}
