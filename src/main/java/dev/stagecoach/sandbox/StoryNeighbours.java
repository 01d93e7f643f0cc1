package dev.stagecoach.sandbox;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The teams next door, so that there is one in each stage. What they have behind them is told in a morning; every tool
 * of the guide is filled in by somebody.
 */
final class StoryNeighbours {
    private static final String DISCUSSION = "Expanded discussion";
    private static final LocalDate TODAY = SandboxClock.START.atZone(SandboxClock.ZONE).toLocalDate()
            .plusWeeks(StoryCalendar.WEEKS);

    private final Sandbox sandbox;
    private final StoryTeam grade7;

    StoryNeighbours(Sandbox sandbox, StoryTeam grade7) {
        this.sandbox = sandbox;
        this.grade7 = grade7;
    }

    void live() {
        begin(team("grade-6-team", "Ms. Alder", "Mr. Birch", "Ms. Hazel", "Ms. Juniper", "Mr. Ash"));
        plan(team("science-team", "Ms. Tansy", "Mr. Rowan", "Mr. Linden"));
        last(team("arts-team", "Ms. Maple", "Mr. Hawthorn", "Ms. Yarrow"));
        report();
    }

    /** Who is at work in a channel; the coach and the principal are the same as in grade 7. */
    private record Team(StoryPerson coach, StoryPerson principal, List<StoryPerson> teachers) {
        StoryPerson first() {
            return teachers.getFirst();
        }
    }

    private Team team(String channel, String... names) {
        var ids = Stream.of(names).map(name -> "U0" + name.replaceAll("\\W|M[rs]{1,2}\\.", "").toUpperCase(
                Locale.ROOT)).toList();
        for (var number = 0; number < names.length; number++) {
            sandbox.owner().hire(ids.get(number), names[number], SandboxClock.ZONE);
        }
        sandbox.addChannel(channel,
                Stream.concat(Stream.of("U0WREN", "U0OAKLEY", School.BOT), ids.stream()).toList());
        var place = "#" + channel;
        var coach = grade7.wren().person().in(place);
        coach.types("/coach setup");
        coach.sends("Set up this team", form -> form.fill("school", "Juniper Ridge Middle School")
                .pickPeople("leaders", "Principal Oakley"));
        coach.closes();
        var teachers = Stream.of(names).map(name -> new StoryPerson(
                sandbox.as(ids.get(List.of(names).indexOf(name))), name, grade7.calendar(), place)).toList();
        // These teams have their principal in the channel, and are fine with it.
        teachers.forEach(teacher -> {
            teacher.types("/coach visibility");
            teacher.presses("Fine with me");
        });
        return new Team(coach, grade7.oakley().in(place), teachers);
    }

    /** Explore: the first card, a baseline, a round that is open. */
    private void begin(Team team) {
        team.first().types("/coach learn");
        team.first().presses("Seen, next");
        team.coach().types("/coach round");
        team.coach().sends("Open a round", _ -> {
            // As it is suggested.
        });
        team.coach().closes();
    }

    private void choose(Team team, String practice, String why, String sentence) {
        team.first().types("/coach goal");
        team.first().presses("Choose the practice");
        team.first().sends("Propose a practice", form -> form.choose("practice", practice).fill("reason", why));
        team.first().closes();
        grade7.calendar().settles();
        team.teachers().get(1).presses("Yes");
        grade7.calendar().settles();
        team.first().presses("Write the goal");
        team.first().sends("Your goal", form -> form.fill("sentence", sentence).fill("baseline", "5 of 24")
                .pickDate("baseline_on", TODAY.minusWeeks(2)).fill("target", "12 of 24")
                .pickDate("target_on", TODAY.plusWeeks(12)));
        team.first().sends("Your goal, page 2 of 2", _ -> {
            // The rest can wait.
        });
        team.first().closes();
    }

    private void move(Team team, String stage, String why) {
        team.coach().types("/coach stage");
        team.coach().presses("Propose a move");
        team.coach().sends("Propose a move", form -> form.choose("stage", stage).fill("reason", why));
        team.coach().closes();
        grade7.calendar().settles();
        team.first().presses("Second it");
        grade7.calendar().settles();
    }

    /** Plan & Design: all that a plan is made of, and the leader's part. */
    private void plan(Team team) {
        choose(team, "Regular conferencing", "Nobody in our classes can name a next step.",
                "Students will name their next step in their own words.");
        fill(team.first(), "/coach baseline", "Add to the baseline", "Something else", form -> form
                .fill("What did you look for?", "A next step in the student's own words").choose("Source", "visit")
                .fill("Rooms, as codes", "R1, R2, R3").fill("How many did it, of how many?", "5")
                .fill("Of how many", "24").fill("From", TODAY.minusWeeks(3).toString())
                .fill("Until", TODAY.minusWeeks(2).toString()).choose("Who looked?", "teacher")
                .fill("What stands out?", "Those who could had talked about it that week."));
        move(team, "Plan & Design", "We know what we want.");
        fill(team.coach(), "/coach plan", "Plan a session", "", form -> form.pickDate("Day", TODAY.plusWeeks(1))
                .pickPeople("Who prepares it?", "Mr. Rowan"));
        fill(team.coach(), "/coach plan", "Pick a measure", "Count this", form -> form
                .pickPeople("Who collects it?", "Ms. Tansy").choose("How often?", "every two weeks"));
        fill(team.coach(), "/coach plan", "Agree on coaching", "Choose this one", _ -> {
            // As the model has it.
        });
        fill(team.first(), "/coach step", "", "", form -> form.fill("When ..., I will ...",
                "When they hand something in, I will ask for the next step before I read it"));
        fill(team.principal(), "/coach plan", "School Plan", "Write it", form -> form
                .fill("The school's goal", "Every student can say what comes next")
                .fill("Time and coverage set aside", "Wednesdays, covered by the office")
                .pickDate("Look at it again on", TODAY.plusWeeks(10)));
        fill(team.principal(), "/coach log", "Set my goal", "", form -> form
                .choose("Tied to which practice?", "Regular conferencing")
                .fill("What will you do?", "Cover two visits a month")
                .fill("What does it make easier for teachers?", "Seeing each other do it")
                .fill("How can teachers see that you did it?", "The coverage list in the office")
                .pickDate("By when?", TODAY.plusWeeks(6)).choose("Show it to the team?", "Show it to the team"));
        fill(team.principal(), "/coach log", "Log something", "", form -> form.choose("What was it?", "class covered")
                .fill("Minutes", "45"));
        team.coach().types("/coach promise Bring the conference cards on Wednesday");
        team.coach().sends("A promise", _ -> {
            // As it is.
        });
        team.coach().closes();
    }

    /** Sustain & Scale: what stays when the coach leaves. */
    private void last(Team team) {
        choose(team, "Formative assessment", "We plan from what we guess, not from what they show.",
                "Students will show what they know before we plan on.");
        move(team, "Plan & Design", "Last year we tried it in one room.");
        move(team, "Implement", "Three rooms are ready.");
        move(team, "Sustain & Scale", "It runs in all our rooms.");
        fill(team.first(), "/coach stage", "Set the time", "", form -> form
                .pickDate("First time", TODAY.plusDays(7)).pickTime("At what time?", LocalTime.of(10, 15))
                .fill("For how many minutes?", "45").fill("Every how many weeks?", "2")
                .pickPeople("Who is in charge of it?", "Mr. Hawthorn")
                .fill("How are classes covered?", "The office watches one class"));
        for (var page : List.of("Exit slips in three piles", "One question at the door", "Corrections by students")) {
            fill(team.first(), "/coach playbook", "Write a page", "", form -> form.fill("Title", page)
                    .fill("What do you do, step by step?", "Ask one question. Sort in two minutes. Plan from the middle"
                            + " pile.")
                    .fill("What shows that it helps?", "18 of 26 could do it the next day"));
        }
        fill(team.first(), "/coach share", "Share something", "", form -> form.fill("What works?",
                "Sorting exit slips in two minutes, and planning from the middle pile")
                .fill("Who gets the credit?", "The arts team").choose("Has everyone agreed?", "yes")
                .choose("Where can it be shared?", "our school"));
        fill(team.first(), "/coach stage", "Name what is next", "", form -> form
                .choose("What would your team take up next?", DISCUSSION)
                .fill("Why this one?", "They show what they know to us, and not yet to each other."));
        fill(team.first(), "/coach ask", "", "", form -> form.choose("What would help?", "a second pair of eyes")
                .fill("What is it about?", "Sorting slips with the new class, on Thursday"));
    }

    /** Grade 7 closes a try and writes its report. */
    private void report() {
        var fern = grade7.fern().person();
        fill(fern, "/coach try Begin with a silent minute", "", "", form -> form
                .fill("What do you expect to see?", "More who begin")
                .fill("What will you count?", "Turns in ten minutes")
                .choose("Whose is it?", "The team’s"));
        fill(fern, "/coach report", "Write your part", "", form -> form
                .fill("What can this report not show?", "Two of five rooms did not count every week.")
                .fill("What comes next?", "The same in science"));
    }

    /** Types, presses, fills in what opens and closes what is left on the screen. */
    private void fill(StoryPerson who, String command, String button, String then, Consumer<OpenModal> filling) {
        who.types(command);
        for (var label : Stream.of(button, then).filter(one -> !one.isEmpty()).toList()) {
            grade7.calendar().settles();
            who.presses(label);
        }
        who.sendsWhatever(filling);
        who.closes();
        grade7.calendar().settles();
    }
}
