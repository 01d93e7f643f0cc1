package dev.stagecoach.coaching.checkin;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

import dev.stagecoach.chat.DateText;
import dev.stagecoach.outbox.Reach;
import dev.stagecoach.people.Visibility;

/**
 * How far the last messages of a check-in came, for its coach: how many got one, and what kept it from the others where
 * that says nothing of a single person.
 */
record LastTime(Instant asked, Reach reach) {

    String words(ZoneId zone) {
        var when = DateText.near(asked, zone) + ": ";
        if (reach.planned() == 0) {
            return when + "it waits on the Home tabs.";
        }
        var words = when + (reach.sent() == 0 ? "nobody" : reach.sent() + " of " + reach.planned()) + " got it.";
        if (reach.waiting() > 0) {
            words += " " + Counts.count(reach.waiting(), "message") + " still to go.";
        }
        var why = why();
        return why.isEmpty()
                ? words
                : words + (reach.sent() == 0 ? " Why: " : " Why the others did not: ") + String.join("; ", why) + ".";
    }

    private List<String> why() {
        var why = new ArrayList<String>();
        if (reach.daysOff() > 0) {
            why.add("days off");
        }
        if (reach.limitReached() > 0) {
            why.add("I had asked them for something this week already");
        }
        if (reach.late() > 0) {
            why.add("I could not send it in time");
        }
        // Who switched check-ins off is nobody's business; in a small team a number would say it.
        if (reach.other() > 0 && reach.planned() >= Visibility.TEAM_MINIMUM) {
            why.add("it is answered, paused or switched off");
        }
        return why;
    }
}
