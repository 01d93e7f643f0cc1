package dev.stagecoach.coaching.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.people.Confidential;
import dev.stagecoach.people.DataKind;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Transaction;

/** What was proposed for leaders to read; open to them only while it is confirmed and the report has not changed. */
final class ApprovalStore {
    private static final PersonId NOBODY = new PersonId("-", "-");

    /** Nothing happens where it is there already. */
    void propose(Transaction tx, Approval approval) {
        var made = tx.handle().createUpdate("""
                insert into report_approval (id, filled, version, person, at, confirmed_by)
                values (:id, :filled, :version, :person, :at, '') on conflict (id) do nothing
                """).bind("id", approval.id()).bind("filled", approval.report()).bind("version", approval.version())
                .bind("person", approval.by()).bind("at", approval.at()).execute() == 1;
        for (var place = 0; made && place < approval.lines().size(); place++) {
            var line = approval.lines().get(place);
            tx.handle().createUpdate("""
                    insert into report_line (approval, place, heading, line) values (:id, :place, :heading, :line)
                    """).bind("id", approval.id()).bind("place", place).bind("heading", line.heading())
                    .bind("line", line.words()).execute();
        }
    }

    /** Nothing happens where somebody has confirmed it before. */
    void confirm(Transaction tx, String id, PersonId by, Instant now) {
        tx.handle().createUpdate("""
                update report_approval set confirmed_by = :by, confirmed_at = :at
                where id = :id and confirmed_at is null
                """).bind("by", by).bind("at", now).bind("id", id).execute();
    }

    /** All of a report's, newest first. */
    List<Confidential<Approval>> of(Transaction tx, String report) {
        return tx.handle().createQuery("""
                select a.id, a.filled as report, a.version, a.person as by, a.at,
                    a.confirmed_at as approved, f.team,
                    case when f.shared_at is not null and f.version = a.version then 1 else 0 end as present
                from report_approval a join filled f on f.id = a.filled
                where a.filled = :report order by a.at desc, a.id desc
                """).bind("report", report).mapTo(Row.class).map(row -> row.closed(lines(tx, row.id()))).list();
    }

    /** @param present whether the report is shared and says what it did then */
    private record Row(String id, String report, int version, PersonId by, Instant at, Optional<Instant> approved,
            TeamId team,
            boolean present) {
        Confidential<Approval> closed(List<ReportLine> lines) {
            var approval = new Approval(id, report, version, by, at, approved, lines);
            // Who proposed it is no author: a member who has become a leader reads as a leader does.
            return new Confidential<>(DataKind.CYCLE_REPORT, team, NOBODY, approved.isPresent() && present, approval);
        }
    }

    private static List<ReportLine> lines(Transaction tx, String id) {
        return tx.handle()
                .createQuery("select heading, line as words from report_line where approval = :id order by place")
                .bind("id", id).mapTo(ReportLine.class).list();
    }
}
