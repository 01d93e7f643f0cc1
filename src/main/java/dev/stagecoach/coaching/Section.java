package dev.stagecoach.coaching;

import java.util.List;

import dev.stagecoach.chat.Text;

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

    /** So many of so many, for example check-ins answered; {@code of} is 0 where there is no whole. */
    public record Tally(String label, int count, int of) {}
}
