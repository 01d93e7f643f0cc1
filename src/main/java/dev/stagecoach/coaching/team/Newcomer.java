package dev.stagecoach.coaching.team;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.stagecoach.guide.SustainTools.InductionStep;
import dev.stagecoach.guide.SustainTools.Who;
import dev.stagecoach.people.Member;
import dev.stagecoach.people.PersonId;

/**
 * A member who joined when the team was under way.
 *
 * @param steps of the whole month
 * @param done keys of those that are done
 */
record Newcomer(Member member, Optional<PersonId> buddy, List<InductionStep> steps, Set<String> done) {
    Newcomer {
        steps = List.copyOf(steps);
        done = Set.copyOf(done);
    }

    PersonId person() {
        return member.person();
    }

    /** Counted from 1, the week of joining. */
    int week(Instant now) {
        return 1 + (int) ChronoUnit.DAYS.between(member.since(), now) / 7;
    }

    /** What waits for those people by this week, first things first. */
    List<InductionStep> open(Who who, Instant now) {
        return steps.stream().filter(step -> step.who() == who && step.week() <= week(now))
                .filter(step -> !done.contains(step.key())).toList();
    }

    /** Whether the newcomer's own steps are all done. */
    boolean settled() {
        return steps.stream().filter(step -> step.who() == Who.NEWCOMER).map(InductionStep::key)
                .allMatch(done::contains);
    }
}
