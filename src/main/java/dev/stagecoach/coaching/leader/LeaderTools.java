package dev.stagecoach.coaching.leader;

import java.util.Optional;

import dev.stagecoach.coaching.FormReader;
import dev.stagecoach.coaching.workbook.Entries;
import dev.stagecoach.coaching.workbook.ToolForm;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.Tool;

/** What the guide has for leaders: a goal and a log. */
public record LeaderTools(Guide guide, Tool goal, Tool log) {
    static final String GOAL = "leader_goal";
    /** What the guide calls it among the kinds of entries. */
    private static final String BARRIER_REMOVED = "barrier removed";
    static final String LOG = "admin_log";

    /** Empty where the guide lacks one of the two: then there is nothing for leaders to fill in. */
    public static Optional<LeaderTools> of(Guide guide) {
        var work = guide.workbook();
        return work.tool(GOAL).flatMap(goal -> work.tool(LOG).map(log -> new LeaderTools(guide, goal, log)));
    }

    /** A barrier that was removed has a name, where the guide asks for it. */
    void mendBarrier(FormReader reading, Entries entries) {
        if (log.field(LogItem.BARRIER).isPresent() && entries.text(LogItem.WHAT).equals(BARRIER_REMOVED)
                && entries.text(LogItem.BARRIER).isEmpty()) {
            reading.mend(LogItem.BARRIER, "Please say in a line which barrier you removed.");
        }
    }

    Tool tool(LogItem.Kind kind) {
        return switch (kind) {
            case GOAL -> goal;
            case ENTRY -> log;
        };
    }

    /** Without the question who sees it, which {@link ShareChoice} asks. */
    ToolForm form(LogItem.Kind kind) {
        return switch (kind) {
            case GOAL -> new ToolForm(guide, goal, LeaderRoom.GOAL_FORM.id(), "My goal").without(ShareChoice.KEY);
            case ENTRY -> new ToolForm(guide, log, LeaderRoom.ENTRY_FORM.id(), "My log").without(ShareChoice.KEY);
        };
    }
}
