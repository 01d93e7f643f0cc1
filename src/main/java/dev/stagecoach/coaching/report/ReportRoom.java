package dev.stagecoach.coaching.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.chat.Access;
import dev.stagecoach.chat.Access.Who;
import dev.stagecoach.chat.Action;
import dev.stagecoach.chat.Carried;
import dev.stagecoach.chat.Carried.Begun;
import dev.stagecoach.chat.Feature;
import dev.stagecoach.coaching.Counted;
import dev.stagecoach.coaching.NextStep;
import dev.stagecoach.coaching.Room;
import dev.stagecoach.coaching.Ways;
import dev.stagecoach.coaching.goal.GoalStore;
import dev.stagecoach.coaching.stage.JourneyStore;
import dev.stagecoach.coaching.workbook.Filled;
import dev.stagecoach.coaching.workbook.Target;
import dev.stagecoach.guide.Fact;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.people.People;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Standing;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Transaction;

/** The report on a coaching cycle. A guide without the form for it has none. */
public final class ReportRoom implements Room {
    private static final Access WRITES = Access.writes(Who.MEMBERS_AND_COACHES).withPractice();
    /** Shows the report on the practice in focus. */
    static final Action<TeamId> OPEN = Ways.REPORT;
    static final Action<TeamId> WRITE = Action.click("report.write", Carried.team(),
            Access.reads(Who.MEMBERS_AND_COACHES).withPractice());
    static final Action<Target> WRITTEN = Action.form("report.write", Target.CARRIED, WRITES);
    /** Carries the approval that it begins. */
    static final Action<Begun> PROPOSE = Action.click("report.propose", Carried.begun(), WRITES);
    /** Carries the approval that is meant. */
    static final Action<Begun> CONFIRM = Action.click("report.confirm", Carried.begun(), WRITES);
    static final Action<TeamId> CLOSE = Action.click("report.close", Carried.team(), WRITES);

    private final GoalStore goals = new GoalStore();
    private final JourneyStore journeys = new JourneyStore();
    private final Optional<ReportActions> known;

    /** @param sources what else than the goal reports are drafted from */
    public ReportRoom(People people, Guide guide, List<ReportSource> sources) {
        this.known = guide.workbook().tool(Reports.TOOL).map(tool -> new ReportActions(people,
                new Reports(people.gate(), new Draft(guide, tool, sources))));
    }

    /** Where reports are kept; none in a guide without the form for them. */
    Optional<Reports> reports() {
        return known.map(ReportActions::reports);
    }

    @Override
    public Feature feature() {
        return known.map(writing -> new Feature("report",
                List.of(new Action.Typed("report", "shows the report on the work on your goal",
                        OPEN.by((here, _) -> writing.page(here))).also("stats", "statistics", "numbers")),
                List.of(OPEN.by((here, _) -> writing.page(here)), WRITE.by((here, _) -> writing.write(here)),
                        WRITTEN.by(writing::written), PROPOSE.by(writing::propose), CONFIRM.by(writing::confirm),
                        CLOSE.by((here, _) -> writing.close(here)))))
                .orElse(Feature.NONE);
    }

    /** Leaders find what they may read; the others are asked to confirm what a colleague proposed. */
    @Override
    public List<NextStep> steps(Transaction tx, Team team, PersonId person, Standing standing, Instant now) {
        var steps = new ArrayList<NextStep>();
        known.map(ReportActions::reports).ifPresent(reports -> journeys.current(tx, team.id()).ifPresent(journey -> {
            if (standing.isLeader()) {
                reports.approved(tx, team.id(), journey.practice()).ifPresent(_ -> steps.add(new NextStep(
                        NextStep.Rank.ANY_TIME, "The team has a report for you.",
                        OPEN.button("Read the report", team.id()))));
            } else if (standing.takesPart()) {
                reports.proposed(tx, team.id(), journey.practice()).filter(one -> !one.by().equals(person))
                        .ifPresent(_ -> steps.add(new NextStep(NextStep.Rank.OPEN_ANSWER,
                                "A colleague proposes showing your report to leaders. Do you agree?",
                                OPEN.primary("Look at it", team.id()))));
            }
        }));
        return steps;
    }

    /** The work on the last goal is closed, and the next one is still to be written. */
    private Optional<String> closed(Transaction tx, Team team, String practice) {
        return goals.with(tx, team.id(), practice).filter(goal -> !goal.canvas().written())
                .flatMap(_ -> goals.closed(tx, team.id(), practice).stream().findFirst())
                .map(one -> "Closed: " + one.closing().result().words());
    }

    @Override
    public List<Counted> counted(Transaction tx, Team team, String practice, Instant now) {
        return known.map(ReportActions::reports).map(reports -> {
            var approved = reports.approved(tx, team.id(), practice).isPresent();
            var next = reports.written(tx, team.id(), practice).map(Filled::entries)
                    .map(entries -> entries.text(Reports.NEXT)).filter(words -> !words.isEmpty())
                    .or(() -> closed(tx, team, practice));
            return List.of(new Counted(Fact.REPORT_APPROVED, approved ? 1 : 0,
                    approved ? List.of("Two of you agreed that leaders can read it.") : List.of(), OPEN.id()),
                    new Counted(Fact.NEXT_DRAFTED, next.isPresent() ? 1 : 0, next.stream().toList(), WRITE.id()));
        }).orElse(List.of());
    }
}
