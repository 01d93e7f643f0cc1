package dev.stagecoach.coaching.leader;

import java.util.Optional;

import dev.stagecoach.coaching.workbook.ToolForm;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.Tool;

/** What the guide has for leaders: a goal and a log. */
public record LeaderTools(Guide guide, Tool goal, Tool log) {
    static final String GOAL = "leader_goal";
    static final String LOG = "admin_log";

    /** Empty where the guide lacks one of the two: then there is nothing for leaders to fill in. */
    public static Optional<LeaderTools> of(Guide guide) {
        var work = guide.workbook();
        return work.tool(GOAL).flatMap(goal -> work.tool(LOG).map(log -> new LeaderTools(guide, goal, log)));
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
