package dev.stagecoach.sandbox;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.function.Consumer;

/** Where in its eight weeks the story is. */
final class StoryCalendar {
    static final int WEEKS = 8;
    /** Real time; what was done is answered long before. */
    private static final Duration BOUND = Duration.ofSeconds(10);
    /** Short, because it is waited for fifty times; what comes later still comes, only at a later hour. */
    private static final Duration QUIET = Duration.ofMillis(40);
    private final Sandbox sandbox;
    private final Consumer<String> say;
    private int week;

    StoryCalendar(Sandbox sandbox, Consumer<String> say) {
        this.sandbox = sandbox;
        this.say = say;
    }

    void week(int number, String what) {
        week = number;
        say.accept("Week %d of %d: %s".formatted(number, WEEKS, what));
    }

    /** Moves on to a local time of the present week; everything due until then happens at its own moment or here. */
    void on(DayOfWeek day, String time) {
        on(week, day, time);
    }

    /** The Monday morning after the last week. */
    void afterwards(String time) {
        on(WEEKS + 1, DayOfWeek.MONDAY, time);
    }

    /** Until everything that was done is answered. */
    void settles() {
        sandbox.settle(BOUND, QUIET);
    }

    /** For messages about what went wrong. */
    String place() {
        return "week " + week;
    }

    private void on(int number, DayOfWeek day, String time) {
        // What is on its way goes out before the clock moves on.
        sandbox.advance(Duration.ZERO);
        if (!sandbox.settle(BOUND, QUIET)) {
            throw new IllegalStateException(
                    "The story stopped in " + place() + ": it did not become quiet before " + day
                            + " " + time + ".");
        }
        var monday = SandboxClock.START.atZone(SandboxClock.ZONE).toLocalDate();
        var date = monday.plusWeeks(number - 1L).plusDays(day.getValue() - 1L);
        var moment = date.atTime(LocalTime.parse(time)).atZone(SandboxClock.ZONE).toInstant();
        var step = Duration.between(sandbox.clock().instant(), moment);
        sandbox.advance(step.isNegative() ? Duration.ZERO : step);
    }
}
