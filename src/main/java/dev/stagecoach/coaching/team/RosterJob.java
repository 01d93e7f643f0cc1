package dev.stagecoach.coaching.team;

import java.time.Instant;
import java.util.Optional;

import dev.stagecoach.outbox.Job;
import dev.stagecoach.people.Roster;
import dev.stagecoach.people.Team;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at each team's channel and the people in it once a day, in case an event got lost. */
final class RosterJob implements Job {
    private static final Logger LOG = LoggerFactory.getLogger(RosterJob.class);

    private final Roster roster;
    private final ReachabilityCheck looking;

    RosterJob(Roster roster, ReachabilityCheck looking) {
        this.roster = roster;
        this.looking = looking;
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
            if (!looking.look(team.channel(), now)) {
                roster.retryLater(team, now);
            }
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
