package dev.stagecoach.coaching.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.stagecoach.chat.CallContext;
import dev.stagecoach.coaching.goal.Goal;
import dev.stagecoach.coaching.goal.GoalStore;
import dev.stagecoach.coaching.goal.LadderStore;
import dev.stagecoach.coaching.stage.JourneyStore;
import dev.stagecoach.coaching.workbook.Filled;
import dev.stagecoach.coaching.workbook.ToolFacts;
import dev.stagecoach.guide.GoalCanvas;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.Practice;
import dev.stagecoach.guide.Tool;
import dev.stagecoach.storage.Transaction;

/** What a report says as of now: what the bot knows already, then what the team wrote. */
record Draft(Guide guide, Tool tool, List<ReportSource> sources) {
    private static final GoalStore GOALS = new GoalStore();
    private static final LadderStore STANDS = new LadderStore();
    private static final JourneyStore JOURNEYS = new JourneyStore();

    Draft {
        sources = List.copyOf(sources);
    }

    List<ReportLine> lines(CallContext here, Optional<Filled> written) {
        var tx = here.tx();
        var lines = new ArrayList<ReportLine>();
        lines.add(new ReportLine("Practice",
                guide.practice(here.chosenPractice()).map(Practice::name).orElse(here.chosenPractice())));
        var since = GOALS.cycleBegan(tx, here.teamId(), here.chosenPractice());
        JOURNEYS.choice(tx, here.teamId(), here.chosenPractice()).map(choice -> choice.at())
                .map(chosen -> chosen.isBefore(since) ? since : chosen)
                .ifPresent(from -> lines
                        .add(new ReportLine("Cycle", day(here, from) + " to " + day(here, here.now()))));
        GOALS.with(tx, here.teamId(), here.chosenPractice()).filter(goal -> goal.published().isPresent())
                .ifPresent(goal -> goal(tx, goal, lines));
        sources.forEach(source -> lines.addAll(source.of(tx, here.team(), here.chosenPractice(), since)));
        written.ifPresent(filled -> tool.fields().stream().map(field -> new ReportLine(field.label(),
                filled.entries().text(field.key()))).filter(line -> !line.words().isEmpty()).forEach(lines::add));
        return lines;
    }

    private void goal(Transaction tx, Goal goal, List<ReportLine> lines) {
        lines.add(new ReportLine("Goal", goal.canvas().aim().sentence()));
        Optional.of(goal.canvas().aim().span()).filter(words -> !words.isEmpty())
                .ifPresent(words -> lines.add(new ReportLine("From and to", words)));
        var measure = goal.canvas().means().measure();
        Stream.of(measure.what(), measure.often()).filter(words -> !words.isEmpty())
                .reduce((what, often) -> what + ", " + often)
                .ifPresent(words -> lines.add(new ReportLine("Measured by", words)));
        STANDS.agreed(tx, goal.id()).ifPresent(stand -> lines.add(new ReportLine("Where it stands",
                rung(goal, stand.rung()) + ": " + stand.line())));
    }

    /** With what it means to the team, where it has said so. */
    private String rung(Goal goal, int value) {
        var meaning = guide.goal().ladder().stream().filter(one -> one.value() == value)
                .map(GoalCanvas.Rung::meaning).findFirst().orElse(Integer.toString(value));
        var words = goal.canvas().ladder().of(value);
        return words.isEmpty() ? meaning : meaning + " (" + words + ")";
    }

    private static String day(CallContext here, Instant at) {
        return ToolFacts.day(at.atZone(here.team().zone()).toLocalDate());
    }
}
