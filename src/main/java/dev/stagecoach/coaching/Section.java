package dev.stagecoach.coaching;

import java.util.List;

import dev.stagecoach.chat.Text;
import dev.stagecoach.picture.Tally;

/**
 * A room's part of an evidence summary.
 *
 * @param eventful whether anything happened; a summary without one eventful section is a quiet week
 * @param tallies for the picture; may be empty
 */
public record Section(Place place, boolean eventful, List<Text> lines, List<Tally> tallies) {
    public Section {
        lines = List.copyOf(lines);
        tallies = List.copyOf(tallies);
    }

    /** Where a section stands, from top to bottom. */
    public enum Place {
        PARTICIPATION, EVIDENCE, GOAL, COMMITMENTS, HIGHLIGHTS, NEXT
    }
}
