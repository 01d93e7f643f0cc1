package dev.stagecoach.coaching.team;

import java.util.ArrayList;
import java.util.List;

import dev.stagecoach.chat.DateText;
import dev.stagecoach.chat.Plural;
import dev.stagecoach.people.Meeting;

/** What somebody else has set differently while a form was being filled in. */
final class EditConflicts {
    private EditConflicts() {}

    /** One line for each setting that is not as {@code mine} has it, with what stands now. */
    static List<String> of(Setup now, Setup mine) {
        var lines = new ArrayList<String>();
        differ(lines, "Team name", now.name(), mine.name());
        differ(lines, "School", now.school(), mine.school());
        people(lines, "Coaches", now.coaches().equals(mine.coaches()));
        people(lines, "Leaders and admins", now.leaders().equals(mine.leaders()));
        people(lines, "People left out", now.leftOut().equals(mine.leftOut()));
        differ(lines, "Time zone", Zones.label(now.zone()), Zones.label(mine.zone()));
        differ(lines, "Team meeting", words(now.meeting()), words(mine.meeting()));
        differ(lines, "Check-ins", rhythm(now.checkinWeeks()), rhythm(mine.checkinWeeks()));
        differ(lines, "Weekly summary", now.summaryOn() ? "on" : "off", mine.summaryOn() ? "on" : "off");
        differ(lines, "Summary time", words(now.summary()), words(mine.summary()));
        return lines;
    }

    private static void differ(List<String> lines, String label, String now, String mine) {
        if (!now.equals(mine)) {
            lines.add(label + ": now “" + now + "”");
        }
    }

    private static void people(List<String> lines, String label, boolean same) {
        if (!same) {
            lines.add(label + ": not the same people as below");
        }
    }

    private static String words(Meeting at) {
        return DateText.weekly(at.day(), at.time());
    }

    private static String rhythm(int weeks) {
        return weeks == 0 ? "none" : Plural.every(weeks, "week");
    }
}
