package dev.stagecoach.coaching.home;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.coaching.Step;
import dev.stagecoach.coaching.Step.Rank;
import dev.stagecoach.people.People;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Standing;
import dev.stagecoach.people.Team;
import dev.stagecoach.storage.Transaction;

/** One person in one team: how it stands there, and all the steps the person could take, the next one first. */
record Standpoint(Team team, Standing standing, Optional<String> line, List<Step> steps) {
    Standpoint {
        steps = steps.stream().sorted(Comparator.comparing(Step::rank)).toList();
    }

    /** Who looks at which team, and when. */
    record Seat(Team team, PersonId person, Instant now) {}

    static Standpoint of(Transaction tx, People people, Offer offer, Seat seat) {
        var standing = people.members().standing(tx, seat.team().id(), seat.person());
        if (!standing.belongs()) {
            return new Standpoint(seat.team(), standing, Optional.empty(), List.of());
        }
        var steps = offer.rooms().stream()
                .flatMap(room -> room.steps(tx, seat.team(), seat.person(), standing, seat.now()).stream()).toList();
        return new Standpoint(seat.team(), standing, offer.line().of(tx, seat.team()), steps);
    }

    /** What to do next: an open answer, else what brings the team on its way; empty where nothing waits. */
    Optional<Step> next() {
        return steps.stream().findFirst().filter(step -> step.rank() != Rank.ANY_TIME);
    }

    List<Step> openAnswers() {
        return steps.stream().filter(step -> step.rank() == Rank.OPEN_ANSWER).toList();
    }

    /** What fits now or at any time. */
    List<Step> choices() {
        return steps.stream().filter(step -> step.rank() != Rank.OPEN_ANSWER).toList();
    }
}
