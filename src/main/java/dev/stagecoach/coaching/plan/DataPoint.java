package dev.stagecoach.coaching.plan;

import java.time.LocalDate;

import dev.stagecoach.chat.DateText;
import dev.stagecoach.coaching.Count;
import dev.stagecoach.guide.Sides;
import dev.stagecoach.picture.Tally;

/** One count of a measure. */
public record DataPoint(LocalDate on, Count count) {

    /** For example "Oct 1". */
    String day() {
        return DateText.near(on);
    }

    Tally tally() {
        return new Tally(day(), count.n(), count.of());
    }

    /** For example "Oct 1: 7 of 20 lessons". */
    public String words(Sides sides) {
        return day() + ": " + count.words(sides);
    }
}
