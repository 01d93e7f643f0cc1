package dev.stagecoach.calendar;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import com.github.mangstadt.vinnie.VObjectProperty;
import com.github.mangstadt.vinnie.io.Context;
import com.github.mangstadt.vinnie.io.SyntaxRules;
import com.github.mangstadt.vinnie.io.VObjectDataListener;
import com.github.mangstadt.vinnie.io.VObjectReader;
import com.github.mangstadt.vinnie.io.Warning;
import org.jspecify.annotations.Nullable;

/** What stands in a calendar's text. Lines that are none are passed over. */
final class CalendarLines implements VObjectDataListener {
    static final int MOST_EVENTS = 5_000;
    private static final String CALENDAR = "VCALENDAR";
    private static final String EVENT = "VEVENT";

    private final List<Event> events = new ArrayList<>();
    private Optional<ZoneId> named = Optional.empty();
    private Optional<ZoneId> defined = Optional.empty();
    private int calendars;
    private boolean callsOff;
    private @Nullable Event open;

    private CalendarLines() {}

    static CalendarLines of(String text) {
        var lines = new CalendarLines();
        try (var reader = new VObjectReader(new StringReader(text), SyntaxRules.iCalendar())) {
            reader.parse(lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }

    /** Those that are written to their end; one more than {@link #MOST_EVENTS} at most. */
    List<Event> events() {
        return callsOff ? List.of() : events;
    }

    /** Whether the text ends before the calendar does. */
    boolean cut() {
        return open != null || calendars > 0;
    }

    /** The zone of the calendar as a whole; that of the world's time is what programs write which know no better. */
    Optional<ZoneId> zone() {
        return named.or(() -> defined);
    }

    @Override
    public void onComponentBegin(String name, Context context) {
        if (is(name, CALENDAR)) {
            calendars++;
        } else if (is(name, EVENT)) {
            close(context);
            open = new Event();
        }
    }

    @Override
    public void onComponentEnd(String name, Context context) {
        if (is(name, CALENDAR)) {
            calendars--;
            close(context);
        } else if (is(name, EVENT)) {
            close(context);
        }
    }

    private void close(Context context) {
        if (open != null) {
            events.add(open);
            open = null;
        }
        if (events.size() > MOST_EVENTS) {
            context.stop();
        }
    }

    @Override
    public void onProperty(VObjectProperty line, Context context) {
        var parents = context.getParentComponents();
        var parent = parents.isEmpty() ? "" : parents.getLast().toUpperCase(Locale.ROOT);
        var name = line.getName().toUpperCase(Locale.ROOT);
        if (parent.equals(EVENT) && open != null) {
            open.add(line);
        } else if (parent.equals(CALENDAR) && name.equals("X-WR-TIMEZONE")) {
            named = named.or(() -> zone(line));
        } else if (parent.equals(CALENDAR) && name.equals("METHOD")) {
            callsOff = line.getValue().strip().equalsIgnoreCase("CANCEL");
        } else if (parent.equals("VTIMEZONE") && (name.equals("TZID") || name.equals("X-LIC-LOCATION"))) {
            defined = defined.or(() -> zone(line));
        } else if (parent.equals("STANDARD") && name.equals("TZOFFSETTO")) {
            defined = defined.or(() -> offset(line.getValue().strip()));
        }
    }

    private static Optional<ZoneId> zone(VObjectProperty line) {
        return Moment.named(line.getValue()).filter(zone -> !(zone instanceof ZoneOffset));
    }

    /** Winter's distance will do for summer: midnights may be an hour off. */
    private static Optional<ZoneId> offset(String written) {
        try {
            return Optional.<ZoneId>of(ZoneOffset.of(written)).filter(zone -> !zone.equals(ZoneOffset.UTC));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static boolean is(String name, String component) {
        return name.equalsIgnoreCase(component);
    }

    /** Old versions differ in nothing that matters here. */
    @Override
    public void onVersion(String version, Context context) {}

    /** A line that is none. */
    @Override
    public void onWarning(Warning warning, @Nullable VObjectProperty line, @Nullable Exception cause,
            Context context) {}
}
