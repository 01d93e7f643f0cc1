package dev.stagecoach.coaching.report;

import java.time.Instant;
import java.util.List;

import dev.stagecoach.people.Team;
import dev.stagecoach.storage.Transaction;

/** Something else than the goal that a report is drafted from; the wiring knows which rooms have it. */
@FunctionalInterface
public interface ReportSource {

    /**
     * What it has to tell of the team's work on a practice: counts, never what one person said.
     *
     * @param since when the cycle began that is reported on
     */
    List<ReportLine> of(Transaction tx, Team team, String practice, Instant since);
}
