package dev.stagecoach.coaching.goal;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.Period;
import dev.stagecoach.coaching.Section;
import dev.stagecoach.people.Team;

/** What the goal adds to a summary. A goal is for every role, so every view reads the same. */
final class GoalSections {
    private static final long DAYS_AHEAD = 30;

    private GoalSections() {}

    static List<Section> of(Goal goal, Team team, Period period) {
        var sections = new ArrayList<Section>();
        sections.add(goal(goal, period));
        var means = goal.canvas().means();
        var promises = new ArrayList<Text>();
        add(promises, "Support wanted: ", means.support());
        add(promises, "If-then: ", means.obstacle());
        if (!promises.isEmpty()) {
            sections.add(new Section(Section.Place.COMMITMENTS, false, promises, List.of()));
        }
        var today = period.until().atZone(team.zone()).toLocalDate();
        goal.canvas().aim().target().on().filter(day -> near(today, day))
                .ifPresent(day -> sections.add(new Section(Section.Place.NEXT, false,
                        List.of(Text.of("Target day of the goal: " + GoalCards.day(day) + ", " + ahead(today, day)
                                + ".")),
                        List.of())));
        return sections;
    }

    private static Section goal(Goal goal, Period period) {
        var aim = goal.canvas().aim();
        var changed = !goal.present().at().isBefore(period.from()) && goal.present().at().isBefore(period.until());
        var lines = new ArrayList<Text>();
        lines.add(Text.of(aim.sentence()));
        if (!aim.span().isEmpty()) {
            lines.add(Text.of(aim.span()));
        }
        return new Section(Section.Place.GOAL, changed, lines, List.of());
    }

    private static boolean near(LocalDate today, LocalDate day) {
        var days = ChronoUnit.DAYS.between(today, day);
        return days >= 0 && days <= DAYS_AHEAD;
    }

    private static String ahead(LocalDate today, LocalDate day) {
        var days = ChronoUnit.DAYS.between(today, day);
        return days == 0 ? "today" : days == 1 ? "tomorrow" : "in " + days + " days";
    }

    private static void add(List<Text> lines, String label, String words) {
        if (!words.isEmpty()) {
            lines.add(Text.bolded(label).plus(words));
        }
    }
}
