package dev.stagecoach.coaching.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

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
                .bind("person", approval.by().toString()).bind("at", approval.at().toEpochMilli()).execute() == 1;
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
                """).bind("by", by.toString()).bind("at", now.toEpochMilli()).bind("id", id).execute();
    }

    /** All of a report's, newest first. */
    List<Confidential<Approval>> of(Transaction tx, String report) {
        return tx.handle().createQuery("""
                select a.id, a.filled, a.version, a.person, a.at, a.confirmed_at, f.team, f.version as present,
                    f.shared_at
                from report_approval a join filled f on f.id = a.filled
                where a.filled = :report order by a.at desc, a.id desc
                """).bind("report", report).map((row, _) -> approval(tx, row)).list();
    }

    private static Confidential<Approval> approval(Transaction tx, ResultSet row) throws SQLException {
        var confirmed = row.getObject("confirmed_at") != null;
        var open = confirmed && row.getObject("shared_at") != null && row.getInt("version") == row.getInt("present");
        var approval = new Approval(row.getString("id"), row.getString("filled"), row.getInt("version"),
                PersonId.parse(row.getString("person")), Instant.ofEpochMilli(row.getLong("at")), confirmed,
                lines(tx, row.getString("id")));
        // Who proposed it is no author: a member who has become a leader reads as a leader does.
        return new Confidential<>(DataKind.CYCLE_REPORT, new TeamId(row.getString("team")), NOBODY, open, approval);
    }

    private static List<ReportLine> lines(Transaction tx, String id) {
        return tx.handle().createQuery("select heading, line from report_line where approval = :id order by place")
                .bind("id", id).map((row, _) -> new ReportLine(row.getString("heading"), row.getString("line"))).list();
    }
}
