package dev.stagecoach.coaching.team;

import java.time.Instant;
import java.util.Optional;

import dev.stagecoach.outbox.Job;
import dev.stagecoach.people.Roster;
import dev.stagecoach.people.Team;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Compares each team with the people of its channel once a day, in case an event got lost. */
final class RosterJob implements Job {
    private static final Logger LOG = LoggerFactory.getLogger(RosterJob.class);

    private final Roster roster;

    RosterJob(Roster roster) {
        this.roster = roster;
    }

    @Override
    public String name() {
        return "roster";
    }

    @Override
    public void run(Instant now) {
        roster.due(now).forEach(team -> compare(team, now));
    }

    private void compare(Team team, Instant now) {
        try {
            roster.sync(team, now);
        } catch (RuntimeException e) {
            LOG.warn("the people of team {} could not be compared with its channel", team.id(), e);
            roster.retryLater(team, now);
        }
    }

    /** None that anybody waits for: the comparison comes by itself, at the next tick after its time. */
    @Override
    public Optional<Instant> next() {
        return Optional.empty();
    }
}
