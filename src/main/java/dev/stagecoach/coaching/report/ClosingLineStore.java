package dev.stagecoach.coaching.report;

import java.util.List;

import dev.stagecoach.people.Confidential;
import dev.stagecoach.people.DataKind;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Transaction;

/** What reports said when their goals were closed; for members and coaches, like a report that is being written. */
final class ClosingLineStore {
    private static final PersonId NOBODY = new PersonId("-", "-");

    void keep(Transaction tx, String goal, List<ReportLine> lines) {
        for (var place = 0; place < lines.size(); place++) {
            tx.handle().createUpdate("""
                    insert into goal_closing_line (goal, place, heading, line) values (:goal, :place, :heading, :line)
                    """).bind("goal", goal).bind("place", place).bind("heading", lines.get(place).heading())
                    .bind("line", lines.get(place).words()).execute();
        }
    }

    void forget(Transaction tx, String goal) {
        tx.handle().createUpdate("delete from goal_closing_line where goal = :goal").bind("goal", goal).execute();
    }

    List<Confidential<ReportLine>> of(Transaction tx, TeamId team, String goal) {
        return tx.handle()
                .createQuery("select heading, line as words from goal_closing_line where goal = :goal order by place")
                .bind("goal", goal).mapTo(ReportLine.class)
                .map(line -> new Confidential<>(DataKind.CYCLE_REPORT, team, NOBODY, false, line)).list();
    }
}
