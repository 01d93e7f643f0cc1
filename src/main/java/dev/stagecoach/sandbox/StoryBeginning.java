package dev.stagecoach.sandbox;

import java.time.LocalDate;
import java.time.LocalTime;

import dev.stagecoach.sandbox.StoryTeacher.Seen;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;

/** Weeks 1 to 3: the team finds out where it stands, chooses, and makes ready. */
record StoryBeginning(StoryTeam team) {
    private static final String INQUIRY = "Inquiry-based learning experiences";
    private static final String DISCUSSION = "Expanded discussion";
    private static final String CONFERENCING = "Regular conferencing";
    private static final String FORMATIVE = "Formative assessment";

    void first() {
        team.calendar().week(1, "the team is set up, and a round opens.");
        team.calendar().on(MONDAY, "08:15");
        team.wren().says("Good morning, grade 7. This year I would like us to pick one practice together and stay "
                + "with it. Stagecoach keeps track, so nobody has to take minutes.");
        team.wren().setsUp();
        team.wren().opensRound();
        team.calendar().on(MONDAY, "16:10");
        team.larch().places("22 22 11 21 32 22", "Thinking of period 3.", DISCUSSION, INQUIRY);
        team.poppy().places("32 33 22 22 33 21", "", DISCUSSION, CONFERENCING, FORMATIVE);
        team.larch().says("Done, took me less time than my coffee.");
        team.calendar().on(WEDNESDAY, "12:20");
        team.fern().places("21 32 12 11 22 32", "They talk a lot, but to me.", DISCUSSION);
        team.sage().places("33 22 23 21 22 43", "", INQUIRY, DISCUSSION);
        team.clover().places("21 22 10", "");
        team.clover().says("Stuck halfway, the bell rang. Does it keep what I have?");
        team.wren().replies("Stuck halfway", "It does. Go on whenever you like until Monday at three.");
        team.calendar().on(THURSDAY, "15:40");
        team.flint().places("11 21 11 10 21 11", "New class, I hardly know them.", CONFERENCING, DISCUSSION);
        team.calendar().on(FRIDAY, "15:00");
    }

    void second() {
        team.calendar().week(2, "the result is shown, and the team chooses its practice.");
        team.calendar().on(MONDAY, "13:55");
        team.reed().places("32 22 21 32 32 22", "", DISCUSSION, FORMATIVE);
        team.reed().says("Sorry, I am late as always. It is in now.");
        team.calendar().on(MONDAY, "15:00");
        team.poppy().explores("placed us on the continuum", DISCUSSION, "Two tables kept arguing after the bell.");
        team.larch().explores("placed us on the continuum", DISCUSSION, "");
        team.fern().explores("watched or read something about a practice", DISCUSSION, "Most answers come back to me.");
        team.calendar().on(TUESDAY, "14:45");
        team.sage().says("We are all over the place on grouping, and almost agree on discussion. I did not expect "
                + "that.");
        team.fern().says("Discussion, please. I would love to hear less of myself.");
        team.wren().proposesDiscussion("We are close together here, everybody gave it a dot, and it helps the other "
                + "five along.");
        team.calendar().settles();
        team.fern().saysYes();
        team.sage().saysYes();
        team.calendar().settles();
        team.wren().writesGoal(LocalDate.of(2026, 9, 21));
        team.wren().proposes("Plan & Design",
                "We know what we want. Now we plan a first try that fits into ten minutes.");
        team.calendar().settles();
        team.larch().seconds();
        team.calendar().settles();
        team.wren().asks("Plan & Design, weekly", LocalTime.of(15, 0), LocalDate.of(2026, 9, 28));
        team.calendar().on(THURSDAY, "16:00");
        team.fern().reflects("In the middle ten minutes I asked eleven questions and answered four of them myself.",
                false);
        team.calendar().on(FRIDAY, "15:00");
    }

    void third() {
        team.calendar().week(3, "a first try is planned.");
        team.calendar().on(MONDAY, "15:00");
        team.larch().plans("roughly", "a model");
        team.poppy().plans("yes", "nothing, I am ready");
        team.fern().plans("roughly", "someone to plan with");
        team.sage().plans("yes", "materials");
        team.reed().plans("not yet", "time");
        team.flint().skips();
        team.calendar().on(TUESDAY, "14:50");
        team.wren().says("Ms. Fern and Mr. Reed plan the first ten minutes together, I bring the sentence starters.");
        team.reed().says("I can do Thursday, third period is free.");
        team.calendar().on(WEDNESDAY, "10:30");
        team.poppy().logs(new Seen("Tried \"build on\" and \"challenge with a reason\" cards. 7 of 24 students used one"
                + " without being asked.", 7, 24, "One class, and the cards were new.", false));
        team.sage()
                .reflects("When the bell rings for warm-up, I will put one open question on the board and say nothing"
                        + " for two minutes.", true);
        team.calendar().on(THURSDAY, "15:30");
        team.wren().proposes("Implement", "Everybody has a first move written down. Time to try it.");
        team.calendar().settles();
        team.sage().seconds();
        team.calendar().settles();
        team.wren().asks("Implement, weekly", LocalTime.of(7, 30), LocalDate.of(2026, 10, 5));
        team.calendar().on(FRIDAY, "15:00");
    }
}
