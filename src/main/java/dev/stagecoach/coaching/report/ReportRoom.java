package dev.stagecoach.coaching.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.stagecoach.chat.Access;
import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.Command;
import dev.stagecoach.chat.Feature;
import dev.stagecoach.coaching.Counted;
import dev.stagecoach.coaching.NextStep;
import dev.stagecoach.coaching.Room;
import dev.stagecoach.coaching.stage.JourneyStore;
import dev.stagecoach.coaching.tool.Filled;
import dev.stagecoach.guide.Fact;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.people.People;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Standing;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Transaction;

/** The report on a coaching cycle. A guide without the form for it has none. */
public final class ReportRoom implements Room {
    /** The click that shows the report on the practice in focus; its value is the team. */
    public static final String OPEN = "report.open";
    static final String WRITE = "report.write";
    static final String PROPOSE = "report.propose";
    static final String CONFIRM = "report.confirm";
    static final String CLOSE = "report.close";

    private final JourneyStore journeys = new JourneyStore();
    private final Optional<ReportActions> known;

    /** @param sources what else than the goal reports are drafted from */
    public ReportRoom(Database database, People people, Guide guide, List<ReportSource> sources) {
        this.known = guide.workbook().tool(Reports.TOOL).map(tool -> new ReportActions(database, people,
                new Reports(people.gate(), new Draft(guide, tool, sources))));
    }

    @Override
    public Feature feature() {
        return known.map(writing -> new Feature("report",
                List.of(new Command("report", "Shows the report on the work on your goal", Access.Who.TEAM,
                        call -> writing.show(call, call.inTeam()))),
                Map.of(OPEN, click -> writing.show(click, new TeamId(click.value())), WRITE, writing::write, PROPOSE,
                        writing::propose, CONFIRM, writing::confirm, CLOSE, writing::close),
                Map.of(ReportActions.FORM, writing::written), Map.of()))
                .orElseGet(() -> new Feature("report", List.of(), Map.of(), Map.of(), Map.of()));
    }

    /** Leaders find what they may read; the others are asked to confirm what a colleague proposed. */
    @Override
    public List<NextStep> steps(Transaction tx, Team team, PersonId person, Standing standing, Instant now) {
        var steps = new ArrayList<NextStep>();
        known.map(ReportActions::reports).ifPresent(reports -> journeys.current(tx, team.id()).ifPresent(journey -> {
            if (standing.isLeader()) {
                reports.approved(tx, team.id(), journey.practice()).ifPresent(_ -> steps.add(new NextStep(
                        NextStep.Rank.ANY_TIME, "The team has a report for you.",
                        Button.of("Read the report", OPEN, team.id().value()))));
            } else if (standing.takesPart()) {
                reports.proposed(tx, team.id(), journey.practice()).filter(one -> !one.by().equals(person))
                        .ifPresent(_ -> steps.add(new NextStep(NextStep.Rank.OPEN_ANSWER,
                                "May leaders read your report? A colleague proposes it.",
                                Button.primary("Look at it", OPEN, team.id().value()))));
            }
        }));
        return steps;
    }

    @Override
    public List<Counted> counted(Transaction tx, Team team, String practice, Instant now) {
        return known.map(ReportActions::reports).map(reports -> {
            var approved = reports.approved(tx, team.id(), practice).isPresent();
            var next = reports.written(tx, team.id(), practice).map(Filled::entries)
                    .map(entries -> entries.text(Reports.NEXT)).filter(words -> !words.isEmpty());
            return List.of(new Counted(Fact.REPORT_APPROVED, approved ? 1 : 0,
                    approved ? List.of("Two of you agreed that leaders may read it.") : List.of(), OPEN),
                    new Counted(Fact.NEXT_DRAFTED, next.isPresent() ? 1 : 0, next.stream().toList(), WRITE));
        }).orElse(List.of());
    }
}
