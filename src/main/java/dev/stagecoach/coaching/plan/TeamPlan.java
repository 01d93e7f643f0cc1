package dev.stagecoach.coaching.plan;

import java.util.List;
import java.util.Optional;

import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.goal.Canvas;
import dev.stagecoach.coaching.slot.Slot;
import dev.stagecoach.people.ResponseRate;

/**
 * The plan of a team for one practice, as far as its reader may see it.
 *
 * @param goal what the team has shown
 * @param series what was counted, oldest first
 * @param steps how many members have written a when-then step
 * @param slot the time that the team keeps for it
 * @param promise what a leader promised for the goal
 */
record TeamPlan(Optional<Canvas> goal, List<Session> sessions, Optional<Measure> measure, List<DataPoint> series,
        Optional<Agreement> agreement, ResponseRate steps, Optional<Slot> slot, Optional<Text> promise) {
    TeamPlan {
        sessions = List.copyOf(sessions);
        series = List.copyOf(series);
    }
}
