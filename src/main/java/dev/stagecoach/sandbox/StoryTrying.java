package dev.stagecoach.sandbox;

import java.time.LocalDate;

import dev.stagecoach.sandbox.StoryTeacher.Seen;
import dev.stagecoach.sandbox.StoryTeacher.Week;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;

/** Weeks 4 to 8: the team tries, counts, looks, rests for a week, and looks at itself again. */
record StoryTrying(StoryTeam team) {
    private static final String PLANNED = "did it as planned";
    private static final String DIFFERENT = "did it differently";
    private static final String NOT_YET = "not yet";
    private static final String IN_THE_WAY = "something got in the way";
    private static final String KEEP = "keep";
    private static final String ADAPT = "adapt";
    private static final String STUDENTS_FIRST = "What it does for my students";
    private static final String HELP = "I would like help";

    void fourth() {
        team.calendar().week(4, "first tries.");
        team.calendar().on(MONDAY, "08:30");
        team.poppy().tells(new Week(PLANNED, 6, 20, "Wait, that is not what the map says.", true, KEEP));
        team.larch().tells(new Week(NOT_YET, 3, 20, "", false, KEEP));
        team.fern().snoozes();
        team.sage().tells(new Week(DIFFERENT, 5, 20, "They answered one another, then looked at me.", false, ADAPT));
        team.flint().tells(new Week(NOT_YET, 2, 20, "", false, HELP));
        team.calendar().on(MONDAY, "09:35");
        team.fern().tells(new Week(PLANNED, 5, 20, "Four hands went down when I sat down.", false, KEEP));
        team.calendar().on(WEDNESDAY, "11:15");
        team.larch().logs(new Seen("Nobody looked at me for three minutes in the talk about the river dam.", 0, 0,
                "I chose the liveliest class.", false));
        team.fern().offersVisit("Who speaks after whom", LocalDate.of(2026, 10, 9));
        team.flint().takesVisit();
        team.flint().says("Mine went silent for a whole minute. Is that normal?");
        team.wren().replies("Mine went silent", "Very. Count to twenty before you step in, I will sit with you on "
                + "Thursday if you like.");
        team.calendar().on(FRIDAY, "11:00");
        team.flint().notesVisit("Two students asked one another before they looked at the teacher.",
                "What did you do in the week before?");
        team.calendar().on(FRIDAY, "15:00");
    }

    void fifth() {
        team.calendar().week(5, "counts and a second pair of eyes.");
        team.calendar().on(MONDAY, "08:30");
        team.poppy().tells(new Week(PLANNED, 8, 20, "One group asked another to prove it.", true, KEEP));
        team.larch().tells(new Week(PLANNED, 6, 20, "", false, KEEP));
        team.fern().tells(new Week(PLANNED, 7, 20, "I want to add to that, four times in ten minutes.", true, KEEP));
        team.sage().skips();
        team.reed().tells(new Week(IN_THE_WAY, 3, 20, "Fire drill.", false, KEEP));
        team.clover().tellsAtHome(new Week(DIFFERENT, 5, 20, "", false, ADAPT));
        team.calendar().on(TUESDAY, "14:55");
        var heard = "In fifth period today, 9 of 20 turns followed another student. Last month it was 4.";
        team.fern().says(heard);
        team.poppy().says("That is more than double. How did you begin?");
        team.fern().saves(new Seen(heard, 0, 0, "One class, one day, and I was hoping for it.", true));
        team.fern().showsToLeaders();
        team.wren().sharpensGoal("If time runs short, then the discussion comes first and the notes are for tomorrow.");
        team.calendar().on(FRIDAY, "15:00");
    }

    void sixth() {
        team.calendar().week(6, "it starts to work.");
        team.calendar().on(MONDAY, "08:30");
        team.poppy().taps("I have an idea for a better way");
        team.larch().taps(STUDENTS_FIRST);
        team.fern().taps("How to do it with others");
        team.flint().taps(STUDENTS_FIRST);
        team.reed().snoozes();
        team.calendar().on(MONDAY, "09:40");
        team.reed().taps(STUDENTS_FIRST);
        team.calendar().on(THURSDAY, "15:20");
        team.flint().reflects("What surprised me: the silence was theirs, not mine. They were thinking.", true);
        team.reed().logs(new Seen("Exit slips: 14 of 26 students could quote a classmate's idea.", 14, 26,
                "Not whether they understood the idea.", true));
        team.calendar().on(FRIDAY, "14:00");
        team.wren().says("Conferences next week, so no check-in on Monday. Be kind to yourselves.");
        team.wren().pausesCheckins();
        team.calendar().on(FRIDAY, "15:00");
    }

    void seventh() {
        team.calendar().week(7, "a quiet week.");
        team.calendar().on(FRIDAY, "15:00");
        team.larch().says("Nineteen conferences in three days. Nothing to report, and that is fine.");
        team.wren().resumesCheckins();
    }

    void eighth() {
        team.calendar().week(8, "back at it, and a second round.");
        team.calendar().on(MONDAY, "08:30");
        team.poppy().tells(new Week(PLANNED, 12, 20, "They agreed on who opens the next one.", true, KEEP));
        team.larch().tells(new Week(PLANNED, 9, 20, "", false, KEEP));
        team.fern().tells(new Week(PLANNED, 11, 20, "Can we hear from the back?", true, KEEP));
        team.sage().tells(new Week(DIFFERENT, 10, 20, "", false, ADAPT));
        team.flint().tells(new Week(PLANNED, 7, 20, "", false, KEEP));
        team.clover().skips();
        team.calendar().on(WEDNESDAY, "13:10");
        team.sage()
                .logs(new Seen("Students at two tables wrote down a question for the other table on their own.", 0, 0,
                        "Whether it happens without the cards.", false));
        team.clover().says("Can somebody come and count in my room next week? I am curious.");
        team.calendar().on(THURSDAY, "15:10");
        team.wren().says("Eight weeks in. Let us look at where we stand again, by Thursday at three.");
        team.wren().opensRound();
        team.calendar().on(FRIDAY, "12:30");
        team.poppy().places("33 33 33 22 33 21", "", "Regular conferencing");
        team.sage().places("33 22 34 21 22 43", "", "Formative assessment");
        team.calendar().on(FRIDAY, "15:00");
    }

    /** The Monday on which somebody new comes in. */
    void today() {
        team.calendar().afterwards("08:30");
        team.poppy().tells(new Week(PLANNED, 13, 20, "A student team planned it.", true, KEEP));
        team.calendar().afterwards("09:00");
    }
}
