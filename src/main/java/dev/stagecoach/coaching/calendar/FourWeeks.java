package dev.stagecoach.coaching.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.Planned;
import dev.stagecoach.people.Day;
import dev.stagecoach.people.NudgeBudget;

/** The next four weeks in words: what goes out, what does not and why, and what a change makes different. */
final class FourWeeks {
    private static final int WEEKS = 4;
    private static final int MOST = 40;

    private FourWeeks() {}

    /** @param day hours, with the days off; {@code pace} the limits that hold beside them */
    record Rules(Day day, NudgeBudget budget) {}

    static Instant end(Instant now, ZoneId zone) {
        return LocalDate.ofInstant(now, zone).plusWeeks(WEEKS).plusDays(1).atStartOfDay(zone).toInstant();
    }

    static Text words(List<Planned> planned, Rules before, Rules after) {
        if (planned.isEmpty()) {
            return Text.of("Nothing is scheduled in the next four weeks, so nothing changes yet.");
        }
        var now = Forecast.of(planned, before.day(), before.budget());
        var then = Forecast.of(planned, after.day(), after.budget());
        var zone = after.day().zone();
        var text = Text.of(now.equals(then)
                ? "Nothing on the schedule changes. In the next four weeks:"
                : "In the next four weeks, with changes in bold:");
        for (var place = 0; place < Math.min(MOST, then.size()); place++) {
            text = line(text.plus("\n• "), now.get(place), then.get(place), zone);
        }
        var hidden = then.size() - MOST;
        text = hidden > 0 ? text.plus("\n… and " + hidden + " more") : text;
        return text.plus("\n\nEach person's own time zone, vacation and preferences also count.");
    }

    private static Text line(Text text, Forecast before, Forecast after, ZoneId zone) {
        var at = CalendarWords.of(after.planned().at(), zone) + ": " + after.planned().what() + " ";
        return before.equals(after)
                ? text.plus(at + words(after, zone))
                : text.bold(at + words(after, zone)).plus(" (until now: it " + words(before, zone) + ")");
    }

    private static String words(Forecast forecast, ZoneId zone) {
        return switch (forecast.fate()) {
            case Forecast.Fate.Sent() -> "goes out";
            case Forecast.Fate.Later(var at) ->
                "waits for quiet hours to end and goes out " + CalendarWords.of(at, zone);
            case Forecast.Fate.Dropped(var reason) -> "will not go out, because of " + reason;
        };
    }
}
