package dev.stagecoach.coaching.team;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.stagecoach.chat.Answers;
import dev.stagecoach.people.PersonId;

/** The set-up form filled in well, but for what a test wants different. */
final class SetupAnswers {
    private SetupAnswers() {}

    static Answers with(PersonId coach, PersonId leader, Map<String, List<String>> different) {
        var values = new HashMap<String, List<String>>();
        values.put(SetupForm.NAME, List.of("Grade 7"));
        values.put(SetupForm.SCHOOL, List.of("Juniper Ridge"));
        values.put(SetupForm.COACHES, List.of(coach.toString()));
        values.put(SetupForm.LEADERS, List.of(leader.toString()));
        values.put(SetupForm.ZONE, List.of("America/Boise"));
        values.put(SetupForm.MEETING_DAY, List.of("TUESDAY"));
        values.put(SetupForm.MEETING_TIME, List.of("15:45"));
        values.put(SetupForm.CHECKINS, List.of("2"));
        values.put(SetupForm.SUMMARY, List.of("off"));
        values.put(SetupForm.SUMMARY_DAY, List.of("FRIDAY"));
        values.put(SetupForm.SUMMARY_TIME, List.of("15:00"));
        values.putAll(different);
        // Nobody is both unless a test says so.
        if (!different.containsKey(SetupForm.LEADERS)
                && values.getOrDefault(SetupForm.COACHES, List.of()).contains(leader.toString())) {
            values.put(SetupForm.LEADERS, List.of());
        }
        return new Answers(values);
    }
}
