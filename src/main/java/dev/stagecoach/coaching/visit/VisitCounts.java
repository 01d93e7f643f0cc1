package dev.stagecoach.coaching.visit;

import java.util.List;

import dev.stagecoach.chat.Plural;
import dev.stagecoach.people.Team;
import dev.stagecoach.storage.Transaction;

/** What visits add to a report: how many there were, no names. */
public final class VisitCounts {
    private static final VisitCountStore STORE = new VisitCountStore();

    private VisitCounts() {}

    public static List<String> told(Transaction tx, Team team, String practice) {
        var visits = STORE.visits(tx, team.id(), practice);
        return visits == 0 ? List.of() : List.of(Plural.of(visits, "visit"));
    }
}
