package dev.stagecoach.coaching;

import java.util.List;
import java.util.Optional;

import dev.stagecoach.chat.Text;
import dev.stagecoach.picture.Tally;

/**
 * A room's part of an evidence summary.
 *
 * @param eventful whether anything happened; a summary without one eventful section is a quiet week
 * @param tallies for the picture; may be empty
 * @param trend counts of the same thing, for a picture that tells more than the lines
 */
public record Section(Place place, boolean eventful, List<Text> lines, List<Tally> tallies, Optional<Trend> trend) {
    public Section {
        lines = List.copyOf(lines);
        tallies = List.copyOf(tallies);
    }

    public Section(Place place, boolean eventful, List<Text> lines, List<Tally> tallies) {
        this(place, eventful, lines, tallies, Optional.empty());
    }

    /** What students did, with its counts so far; it happened in the period. */
    public static Section of(Trend trend) {
        return new Section(Place.STUDENTS, true, List.of(trend.line()), List.of(), Optional.of(trend));
    }

    /** Where a section stands, from top to bottom. */
    public enum Place {
        STUDENTS, HIGHLIGHTS, HELP, GOAL, COMMITMENTS, NEXT, QUESTION, PARTICIPATION
    }
}
