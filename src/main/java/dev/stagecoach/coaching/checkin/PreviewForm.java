package dev.stagecoach.coaching.checkin;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.Field;
import dev.stagecoach.chat.Form;
import dev.stagecoach.chat.Text;

/** The last look before a check-in is scheduled: the next three dates. */
final class PreviewForm {
    static final String ID = "checkin.confirm";
    static final String CHANGE = "checkin.change";
    private static final int DATES = 3;
    /** What a button carries along. */
    private static final int LONGEST_VALUE = 2000;

    private PreviewForm() {}

    static Form of(Plan plan, String setName, Instant now, ZoneId zone) {
        var dates = plan.recurrence().preview(DATES, now, zone);
        var lines = new StringBuilder();
        dates.forEach(date -> lines.append("\n• ").append(Dates.full(date, zone)));
        var who = plan.chosen().isEmpty() ? "all members of the team" : Dates.count(plan.chosen().size(), "person");
        var words = new Field.Words(Text.bolded(setName).plus(" goes to " + who + ", " + plan.recurrence().words()
                + " (" + zone.getId() + ").\n\nThe next three dates:" + lines
                + "\n\nEach person gets one private message, and can snooze or skip it."));
        var value = plan.format();
        return new Form(ID, "The next three dates", "Schedule it", value, value.length() > LONGEST_VALUE
                ? List.of(words)
                : List.of(words, new Field.Aside(Button.of("Change something", CHANGE, value))));
    }

    static Plan plan(String context) {
        return Plan.parse(context);
    }
}
