package dev.stagecoach.sandbox;

import java.time.LocalDate;
import java.time.LocalTime;

/** What Coach Wren does in the story, in whole deeds. */
final class StoryCoach {
    private final StoryPerson person;

    StoryCoach(StoryPerson person) {
        this.person = person;
    }

    void setsUp() {
        person.types("/coach setup");
        person.sends("Set up this team", form -> form.fill("school", "Juniper Ridge Middle School")
                .pickPeople("leaders", "Principal Oakley").pickPeople("left_out", "Visitor Moss")
                .choose("meeting_day", "Tuesday"));
        person.closes();
    }

    /** A round of all six practices that closes in a week, at three in the afternoon. */
    void opensRound() {
        person.types("/coach round");
        person.sends("Open a round", _ -> {
            // As it is suggested.
        });
        person.closes();
    }

    /** Shows the result at once, before the round's time is over. */
    void closesRound() {
        person.types("/coach round");
        person.presses("Close and reveal");
        person.closes();
    }

    void proposesDiscussion(String why) {
        person.presses("Choose our practice");
        person.sends("Propose a practice",
                form -> form.choose("practice", "Expanded discussion").fill("reason", why));
        person.closes();
    }

    /** For the practice that the team has just taken up. */
    void writesGoal(LocalDate baseline) {
        person.presses("Write the goal");
        person.sends("Your goal", form -> form
                .fill("sentence", "Students will answer one another with a reason, without the teacher in between.")
                .fill("baseline", "4 of 20 turns").pickDate("baseline_on", baseline)
                .fill("baseline_source", "A count in one discussion in each of five rooms")
                .fill("target", "12 of 20 turns").pickDate("target_on", baseline.plusWeeks(12)));
        person.sends("Your goal, page 2 of 2", form -> form
                .fill("measure", "Student turns that follow a student, 20 turns in one discussion")
                .choose("rhythm", "Every week")
                .fill("why", "The quiet third of every class has ideas that nobody hears.")
                .fill("obstacle", "If time runs short, then we will give the discussion the first ten minutes.")
                .fill("support", "A second pair of eyes that counts"));
        person.closes();
        person.types("/coach goal");
        person.presses("Where we stand");
        person.presses("Edit the ladder's words");
        person.sends("The goal's ladder", form -> form.fill("rung0", "12 of 20 turns in most rooms")
                .fill("rung2", "Students run a discussion by themselves"));
        person.closes();
    }

    void sharpensGoal(String obstacle) {
        person.presses("Edit goal");
        person.sends("Your goal, page 1 of 2", _ -> {
            // Stays.
        });
        person.sends("Your goal, page 2 of 2", form -> form.fill("obstacle", obstacle));
        person.closes();
    }

    void proposes(String stage, String why) {
        person.types("/coach stage");
        person.presses("Propose a move");
        person.sends("Propose a move", form -> form.choose("stage", stage).fill("reason", why));
        person.closes();
    }

    /** Asks these questions every Monday from now on. */
    void asks(String questions, LocalTime time, LocalDate from) {
        person.types("/coach checkin");
        person.presses("Edit");
        person.sends("Schedule a check-in", form -> form.choose("set", questions).choose("day", "Monday")
                .pickTime("time", time).pickDate("first", from));
        person.sends("The next four weeks", _ -> {
            // They are right.
        });
        person.closes();
    }

    void pausesCheckins() {
        person.types("/coach checkin");
        person.presses("Pause");
    }

    void resumesCheckins() {
        person.types("/coach checkin");
        person.presses("Resume");
    }

    void says(String words) {
        person.types(words);
    }

    void replies(String to, String words) {
        person.replies(to, words);
    }

    StoryPerson person() {
        return person;
    }
}
