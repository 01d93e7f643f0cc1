package dev.stagecoach.coaching.step;

import java.util.Map;

import dev.stagecoach.coaching.workbook.Filled;
import dev.stagecoach.guide.Tool.Kind;

/** A person's own plan for a practice; its heart is the when-then step. */
record OwnPlan(Filled filled) {
    static final String WHEN_THEN = "when_then";
    static final String IF_THEN = "if_then";
    /** Levels are ratings of one's own, so they stay with the author even where the plan is shared. */
    static final String[] LEVELS = {"present", "next_level"};
    /** When its author wants to look at it again. */
    static final String REVIEW = "review";
    static final String PRACTICE = "practice";
    /** What the guide's form has to ask for. */
    static final Map<String, Kind> NEEDS = Map.of(WHEN_THEN, Kind.LINE);

    String id() {
        return filled.id();
    }

    String whenThen() {
        return filled.entries().text(WHEN_THEN);
    }

    String ifThen() {
        return filled.entries().text(IF_THEN);
    }

    boolean shared() {
        return filled.shared().isPresent();
    }
}
