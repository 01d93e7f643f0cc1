package dev.stagecoach.sandbox;

import java.time.LocalDate;
import java.util.List;

/** What teachers do in the story, in whole deeds. */
final class StoryTeacher {
    private static final List<String> LEVELS = List.of("Can't say yet", "Trailhead", "First miles", "Steady pace",
            "Own road");
    private static final int PRACTICES = 6;
    private final StoryPerson person;

    StoryTeacher(StoryPerson person) {
        this.person = person;
    }

    /** One check-in: how it went, a count, a line, what next. */
    record Week(String step, int count, int whole, String line, boolean shown, String next) {}

    /** Something seen; {@code whole} is 0 where nothing was counted. */
    record Seen(String statement, int count, int whole, String cannotShow, boolean highlight) {}

    /**
     * Goes through the form.
     *
     * @param levels two digits for each practice, students first; 0 for "can't say yet"; fewer practices are half a form
     * @param note a line on the first page
     */
    void places(String levels, String note, String... dots) {
        person.pressesAtHome("Place my class");
        var pages = levels.split(" ");
        for (var i = 0; i < pages.length; i++) {
            var page = pages[i];
            var words = i == 0 ? note : "";
            person.sends("Practice " + (i + 1) + " of " + PRACTICES,
                    form -> form.choose("student", LEVELS.get(page.charAt(0) - '0'))
                            .choose("system", LEVELS.get(page.charAt(1) - '0')).fill("note_student", words));
        }
        if (pages.length == PRACTICES) {
            person.sends("Last question", form -> form.chooseMany("dots", dots));
        }
        person.closes();
    }

    void explores(String step, String lean, String line) {
        checkin(form -> form.choose("q.step", step).choose("q.lean", lean).fill("q.seen", line));
    }

    void plans(String clear, String need) {
        checkin(form -> form.choose("q.clear", clear).choose("q.ready", need).choose("q.ifthen", "yes"));
    }

    void tells(Week week) {
        person.pressesInPrivate("Answer all");
        fills(week);
    }

    /** The one question of a check-in, answered on its message. */
    void taps(String answer) {
        person.pressesInPrivate(answer);
    }

    /** For somebody whose check-in came without a message, because the last three stayed open. */
    void tellsAtHome(Week week) {
        person.pressesAtHome("Answer");
        fills(week);
    }

    private void fills(Week week) {
        person.sends("Check-in", form -> form.choose("q.try", week.step).fill("q.count.n", Integer.toString(week.count))
                .fill("q.count.m", Integer.toString(week.whole)).fill("q.seen", week.line)
                .choose("show", week.shown ? "Show this line to my team" : "Only me").choose("q.next", week.next));
        person.closes();
    }

    private void checkin(java.util.function.Consumer<OpenModal> answers) {
        person.pressesInPrivate("Answer all");
        person.sends("Check-in", answers);
        person.closes();
    }

    void offersVisit(String lookFor, LocalDate day) {
        person.types("/coach visit");
        person.presses("Offer a visit");
        person.sends("Come and see me", form -> form.fill("look_for", lookFor).pickDate("day", day));
        person.closes();
    }

    void takesVisit() {
        person.types("/coach visit");
        person.presses("I’ll come");
    }

    void notesVisit(String seen, String question) {
        person.pressesAtHome("Note what I saw");
        person.sends("What you saw", form -> form.fill("seen", seen).fill("question", question));
        person.closes();
        person.types("/coach visit");
        person.presses("Say thank you");
    }

    void skips() {
        person.pressesInPrivate("Skip");
    }

    void snoozes() {
        person.pressesInPrivate("Snooze");
        person.sends("Ask me again", form -> form.choose("when", "In 1 hour"));
        person.closes();
    }

    void reflects(String words, boolean shared) {
        person.types("/coach reflect");
        person.presses("Write");
        person.sends("Reflect", form -> form.fill("answer", words).choose("share",
                shared ? "Share with my team" : "Only me"));
        person.closes();
    }

    void logs(Seen seen) {
        person.types("/coach evidence");
        person.sends("Log evidence", form -> fill(form.fill("statement", seen.statement), seen));
        person.closes();
    }

    /** Through the shortcut on a message of the channel; the statement stands in the form already. */
    void saves(Seen seen) {
        person.saves(seen.statement);
        person.sends("Log evidence", form -> fill(form, seen));
        person.closes();
    }

    private static void fill(OpenModal form, Seen seen) {
        if (seen.whole > 0) {
            form.fill("n", Integer.toString(seen.count)).fill("of", Integer.toString(seen.whole));
        }
        form.choose("shown", "My team").fill("cannot_show", seen.cannotShow).choose("highlight",
                seen.highlight ? "Yes" : "No, just log it");
    }

    /** The newest piece of evidence, which is one's own. */
    void showsToLeaders() {
        person.types("/coach evidence list");
        person.presses("Show to school leaders");
        person.closes();
    }

    /** To the practice that is proposed in the channel. */
    void saysYes() {
        person.presses("Yes");
    }

    /** The stage that is proposed in the channel. */
    void seconds() {
        person.presses("Second it");
    }

    void says(String words) {
        person.types(words);
    }

    StoryPerson person() {
        return person;
    }
}
