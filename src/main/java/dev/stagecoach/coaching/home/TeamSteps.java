package dev.stagecoach.coaching.home;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.coaching.NextStep;
import dev.stagecoach.coaching.NextStep.Rank;
import dev.stagecoach.people.People;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Standing;
import dev.stagecoach.people.Team;
import dev.stagecoach.storage.Transaction;

/** One person in one team: how it stands there, and all the steps the person could take, the next one first. */
record TeamSteps(Team team, Standing standing, Optional<String> line, List<NextStep> steps) {
    private static final int MOST_AHEAD = 3;

    TeamSteps {
        steps = steps.stream().sorted(Comparator.comparing(NextStep::rank)).toList();
    }

    /** Who looks at which team, and when. */
    record Seat(Team team, PersonId person, Instant now) {}

    static TeamSteps of(Transaction tx, People people, HomeContent offer, Seat seat) {
        var standing = people.members().standing(tx, seat.team().id(), seat.person());
        if (!standing.belongs()) {
            return new TeamSteps(seat.team(), standing, Optional.empty(), List.of());
        }
        var steps = offer.rooms().stream()
                .flatMap(room -> room.steps(tx, seat.team(), seat.person(), standing, seat.now()).stream()).toList();
        return new TeamSteps(seat.team(), standing, offer.line().of(tx, seat.team()), steps);
    }

    /** What to do next: an open answer, else what brings the team on its way; empty where nothing waits. */
    Optional<NextStep> next() {
        return steps.stream().findFirst().filter(step -> step.rank().compareTo(Rank.ANY_TIME) < 0);
    }

    List<NextStep> openAnswers() {
        return steps.stream().filter(step -> step.rank() == Rank.OPEN_ANSWER).toList();
    }

    /** What fits now or at any time. */
    List<NextStep> choices() {
        return steps.stream().filter(step -> step.rank() != Rank.OPEN_ANSWER && step.rank() != Rank.AHEAD).toList();
    }

    /** What to know beforehand. */
    List<NextStep> ahead() {
        return steps.stream().filter(step -> step.rank() == Rank.AHEAD).limit(MOST_AHEAD).toList();
    }
}
