package dev.stagecoach.calendar;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;

import com.github.mangstadt.vinnie.SyntaxStyle;
import com.github.mangstadt.vinnie.VObjectParameters;
import com.github.mangstadt.vinnie.io.VObjectPropertyValues;
import com.github.mangstadt.vinnie.io.VObjectWriter;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.Freq;
import org.dmfs.rfc5545.recur.RecurrenceRule;

/** Writes one {@link Gathering}. Its zone is written out, so that a program without that zone reads the same hours. */
final class GatheringWriter {
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");
    private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern("xx");
    private static final LocalDateTime ALWAYS = LocalDate.of(1970, 1, 1).atStartOfDay();

    private final Gathering gathering;
    private final Gathering.Times times;
    private final StringWriter text = new StringWriter();
    private final VObjectWriter lines = new VObjectWriter(text, SyntaxStyle.NEW);

    GatheringWriter(Gathering gathering) {
        this.gathering = gathering;
        this.times = gathering.times();
    }

    String text() {
        try (lines) {
            lines.writeBeginComponent("VCALENDAR");
            lines.writeVersion("2.0");
            lines.writeProperty("PRODID", "-//Stagecoach//EN");
            lines.writeProperty("METHOD", "PUBLISH");
            zone();
            event();
            lines.writeEndComponent("VCALENDAR");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private void event() throws IOException {
        var id = gathering.id();
        lines.writeBeginComponent("VEVENT");
        lines.writeProperty("UID", id.name());
        lines.writeProperty("SEQUENCE", Integer.toString(id.version()));
        lines.writeProperty("DTSTAMP", LOCAL.format(id.at().atOffset(ZoneOffset.UTC)) + "Z");
        lines.writeProperty("SUMMARY", VObjectPropertyValues.escape(gathering.title()));
        lines.writeProperty("DESCRIPTION", VObjectPropertyValues.escape(gathering.details()));
        local("DTSTART", at(times.first()));
        lines.writeProperty("DURATION", Duration.ofMinutes(times.minutes()).toString());
        lines.writeProperty("RRULE", rule().toString());
        if (!times.off().isEmpty()) {
            local("EXDATE", times.off().stream().map(this::at).collect(Collectors.joining(",")));
        }
        lines.writeEndComponent("VEVENT");
    }

    private RecurrenceRule rule() {
        var rule = new RecurrenceRule(Freq.WEEKLY);
        rule.setInterval(times.weeks());
        rule.setUntil(new DateTime(DateTime.UTC, end().toEpochMilli()));
        return rule;
    }

    private Instant end() {
        return times.last().atTime(LocalTime.of(23, 59, 59)).atZone(times.zone()).toInstant();
    }

    private String at(LocalDate day) {
        return LOCAL.format(day.atTime(times.at()));
    }

    private void local(String name, String value) throws IOException {
        var parameters = new VObjectParameters();
        parameters.put("TZID", times.zone().getId());
        lines.writeProperty(null, name, parameters, value);
    }

    /** From the change of the clocks before the first time to the last one within. */
    private void zone() throws IOException {
        lines.writeBeginComponent("VTIMEZONE");
        lines.writeProperty("TZID", times.zone().getId());
        var rules = times.zone().getRules();
        var begin = times.start(times.first()).toInstant();
        var change = rules.previousTransition(begin.plusMillis(1));
        if (change == null) {
            var offset = rules.getOffset(begin);
            observed("STANDARD", ALWAYS, offset, offset);
            change = rules.nextTransition(begin);
        }
        while (change != null && !change.getInstant().isAfter(end())) {
            observed(rules.isDaylightSavings(change.getInstant()) ? "DAYLIGHT" : "STANDARD",
                    change.getDateTimeBefore(), change.getOffsetBefore(), change.getOffsetAfter());
            change = rules.nextTransition(change.getInstant());
        }
        lines.writeEndComponent("VTIMEZONE");
    }

    private void observed(String component, LocalDateTime since, ZoneOffset before, ZoneOffset after)
            throws IOException {
        lines.writeBeginComponent(component);
        lines.writeProperty("DTSTART", LOCAL.format(since));
        lines.writeProperty("TZOFFSETFROM", OFFSET.format(before));
        lines.writeProperty("TZOFFSETTO", OFFSET.format(after));
        lines.writeEndComponent(component);
    }
}
