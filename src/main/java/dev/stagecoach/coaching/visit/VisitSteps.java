package dev.stagecoach.coaching.visit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import dev.stagecoach.coaching.NextStep;
import dev.stagecoach.coaching.NextStep.Rank;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Standing;
import dev.stagecoach.people.Team;
import dev.stagecoach.storage.Transaction;

/** What a member or coach could do about visits; nobody is asked to have one. */
final class VisitSteps {
    private final Visits visits;

    VisitSteps(Visits visits) {
        this.visits = visits;
    }

    /** @param begun whether the team works on a practice */
    List<NextStep> of(Transaction tx, Team team, PersonId person, Standing standing, Instant now, boolean begun) {
        if (!standing.takesPart()) {
            return List.of();
        }
        var steps = new ArrayList<>(toNote(tx, team, person, standing, now));
        for (var visit : visits.mine(tx, team.id(), person, now)) {
            if (visit.open(now) && !visit.begunBy(person)) {
                steps.add(new NextStep(Rank.OPEN_ANSWER,
                        visits.name(tx, visit.parties().person()) + " would like to visit you back.",
                        VisitRoom.SHOW.primary("Look", team.id())));
            } else if (visit.ahead(now)) {
                steps.add(new NextStep(Rank.AHEAD, visits.words(tx, visit, person, now) + ", "
                        + Visits.when(team, visit.slot().at(), now) + ".",
                        VisitRoom.SHOW.button("See visits", team.id())));
            }
        }
        visits.open(tx, team.id(), person, now).stream().limit(1)
                .forEach(first -> steps.add(new NextStep(Rank.AHEAD, visits.name(tx, first.parties().person())
                        + (first.parties().kind() == Visit.Kind.OFFER ? " offers a visit, " : " would like to visit, ")
                        + Visits.when(team, first.slot().at(), now) + ": “" + first.slot().lookFor() + "”.",
                        VisitRoom.SHOW.button("See visits", team.id()))));
        if (begun) {
            steps.add(new NextStep(Rank.ANY_TIME, "Visit a colleague’s class, or let somebody see yours.",
                    VisitRoom.SHOW.button("See visits", team.id())));
        }
        return steps;
    }

    /** One thing seen and one question, for each visit that was. */
    List<NextStep> toNote(Transaction tx, Team team, PersonId person, Standing standing, Instant now) {
        return standing.takesPart()
                ? visits.mine(tx, team.id(), person, now).stream()
                        .filter(visit -> visits.toNote(tx, visit, person, now))
                        .map(visit -> new NextStep(Rank.OPEN_ANSWER, visits.words(tx, visit, person, now)
                                + ". One thing you saw, one question?",
                                VisitRoom.NOTE.primary("Note what I saw", visit.id())))
                        .toList()
                : List.of();
    }
}
