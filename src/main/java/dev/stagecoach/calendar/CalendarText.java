package dev.stagecoach.calendar;

import java.time.ZoneId;
import java.util.Locale;

/** Reads the days off of an iCalendar text (RFC 5545), as the world's programs write them. */
public final class CalendarText {
    /** In characters; a school year's calendar has some ten thousand. */
    public static final int LONGEST = 1_000_000;
    public static final int LONGEST_NAME = 80;
    static final String TOO_LARGE = "it is larger than a megabyte, too big for one school year";

    private CalendarText() {}

    /** What a text turned out to be. */
    public sealed interface Read {
        record Days(Reading reading) implements Read {}

        /** The reason is for people, as a sentence's second half: "it is ...". */
        record Unusable(String reason) implements Read {}
    }

    /**
     * The days that events of this text take within the school year. Never throws, whatever the text is, and takes no
     * more than a few seconds. The zone of this machine makes no difference.
     *
     * @param school where the school is, for texts that name no zone
     */
    public static Read read(String text, SchoolYear year, ZoneId school) {
        if (text.length() > LONGEST) {
            return new Read.Unusable(TOO_LARGE);
        }
        if (!text.toUpperCase(Locale.ROOT).contains("BEGIN:VCALENDAR")) {
            return new Read.Unusable("it is not a calendar: the line BEGIN:VCALENDAR is missing");
        }
        try {
            var lines = CalendarLines.of(text);
            if (lines.events().size() > CalendarLines.MOST_EVENTS) {
                return new Read.Unusable("it has more than 5,000 events, too many for one school year");
            }
            if (lines.events().isEmpty()) {
                return new Read.Unusable(lines.cut()
                        ? "it ends before its first event does. The download may have stopped early"
                        : "it has no events");
            }
            return new Read.Days(new EventReader(lines, year, school).reading());
        } catch (Series.TooMany e) {
            return new Read.Unusable(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            return new Read.Unusable("it is broken: " + e.getMessage());
        }
    }
}
