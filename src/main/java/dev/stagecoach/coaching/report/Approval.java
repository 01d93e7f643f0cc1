package dev.stagecoach.coaching.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.people.PersonId;

/**
 * A report as somebody proposed that leaders may read it.
 *
 * @param version of what the team wrote
 * @param approved when somebody else confirmed it; empty until then
 * @param lines what the report said then
 */
record Approval(String id, String report, int version, PersonId by, Instant at, Optional<Instant> approved,
        List<ReportLine> lines) {
    Approval {
        lines = List.copyOf(lines);
    }

    boolean confirmed() {
        return approved.isPresent();
    }
}
