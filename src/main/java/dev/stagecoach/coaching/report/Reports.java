package dev.stagecoach.coaching.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.chat.CallContext;
import dev.stagecoach.coaching.goal.Goal;
import dev.stagecoach.coaching.goal.GoalStore;
import dev.stagecoach.coaching.workbook.Filled;
import dev.stagecoach.coaching.workbook.FilledStore;
import dev.stagecoach.coaching.workbook.Target;
import dev.stagecoach.people.DataKind;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.PrivacyGate;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.people.View;
import dev.stagecoach.storage.Transaction;

/** The report of each of a team's cycles, one for each goal, with what was proposed and approved of it. */
record Reports(PrivacyGate gate, Draft draft) {
    static final String TOOL = "cycle_report";
    static final String NEXT = "next_goal";
    static final FilledStore FILLED = new FilledStore(TOOL, DataKind.CYCLE_REPORT);
    private static final ApprovalStore APPROVALS = new ApprovalStore();

    private static final GoalStore GOALS = new GoalStore();

    /** One for a cycle, so that two who begin it at once write the same one. */
    private static String id(Transaction tx, TeamId team, String practice) {
        return id(team, practice, GOALS.with(tx, team, practice).map(Goal::cycle).orElse(1));
    }

    private static String id(TeamId team, String practice, int cycle) {
        return "report/" + team + "/" + practice + (cycle == 1 ? "" : "/" + cycle);
    }

    Target target(Transaction tx, TeamId team, String practice) {
        return written(tx, team, practice).map(Target::of)
                .orElseGet(() -> new Target(team, practice, id(tx, team, practice), 0));
    }

    /** As members and coaches read it. */
    Optional<Filled> written(Transaction tx, TeamId team, String practice) {
        return gate.openTo(View.TEAM, FILLED.find(tx, id(tx, team, practice)).stream().toList()).stream().findFirst();
    }

    /** What waits for somebody else to confirm it; a change of the report or a newer proposal ends the wait. */
    Optional<Approval> proposed(Transaction tx, TeamId team, String practice) {
        return written(tx, team, practice).flatMap(report -> gate.openTo(View.TEAM, APPROVALS.of(tx, report.id()))
                .stream().findFirst().filter(one -> !one.confirmed() && one.version() == report.version().number()));
    }

    /** What leaders may read now. */
    Optional<Approval> approved(Transaction tx, TeamId team, String practice) {
        return approved(tx, id(tx, team, practice));
    }

    /** What leaders may read of an earlier cycle. */
    Optional<Approval> approved(Transaction tx, TeamId team, String practice, int cycle) {
        return approved(tx, id(team, practice, cycle));
    }

    private Optional<Approval> approved(Transaction tx, String report) {
        return gate.openTo(View.LEADER, APPROVALS.of(tx, report)).stream().findFirst();
    }

    List<ReportLine> lines(CallContext here) {
        return draft.lines(here, written(here.tx(), here.teamId(), here.chosenPractice()));
    }

    void propose(CallContext here, Filled report, String id) {
        APPROVALS.propose(here.tx(), new Approval(id, report.id(), report.version().number(), here.person(),
                here.now(), Optional.empty(), lines(here)));
    }

    void confirm(Transaction tx, Approval approval, PersonId by, Instant now) {
        APPROVALS.confirm(tx, approval.id(), by, now);
        FILLED.share(tx, approval.report(), Optional.of(now));
    }

    /** Leaders read it no more, until it is proposed and confirmed again. */
    void close(Transaction tx, TeamId team, String practice) {
        FILLED.share(tx, id(tx, team, practice), Optional.empty());
    }
}
