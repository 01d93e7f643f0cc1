package dev.stagecoach.coaching.report;

import java.time.Instant;
import java.util.List;

import dev.stagecoach.people.PersonId;

/**
 * A report as somebody proposed that leaders may read it.
 *
 * @param version of what the team wrote
 * @param lines what the report said then
 */
record Approval(String id, String report, int version, PersonId by, Instant at, boolean confirmed,
        List<ReportLine> lines) {
    Approval {
        lines = List.copyOf(lines);
    }
}
