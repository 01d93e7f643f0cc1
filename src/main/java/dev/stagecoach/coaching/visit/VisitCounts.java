package dev.stagecoach.coaching.visit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.stagecoach.chat.Plural;
import dev.stagecoach.people.Team;
import dev.stagecoach.storage.Transaction;

/** What visits add to a report: how many there were, no names. */
public final class VisitCounts {
    private static final VisitCountStore STORE = new VisitCountStore();

    private VisitCounts() {}

    public static List<String> told(Transaction tx, Team team, String practice, Instant since) {
        var visits = STORE.visits(tx, team.id(), practice, since);
        var walks = STORE.walks(tx, team.id(), practice, since);
        return Stream.of(Optional.of(Plural.of(visits, "visit")).filter(_ -> visits > 0),
                Optional.of(Plural.of(walks, "learning walk")).filter(_ -> walks > 0)).flatMap(Optional::stream)
                .toList();
    }
}
