package dev.stagecoach.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.TimeZone;

import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class GatheringTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 9, 15);
    private static final ZoneId BOISE = ZoneId.of("America/Boise");

    @Test
    void aTimeThatComesBackIsWrittenWithItsZoneItsEndAndItsDaysOff() {
        var text = gathering(BOISE, List.of(LocalDate.of(2026, 11, 24), LocalDate.of(2026, 12, 22))).text();
        assertThat(text.replace("\r\n", "\n")).isEqualTo("""
                BEGIN:VCALENDAR
                VERSION:2.0
                PRODID:-//Stagecoach//EN
                METHOD:PUBLISH
                BEGIN:VTIMEZONE
                TZID:America/Boise
                BEGIN:DAYLIGHT
                DTSTART:20260308T020000
                TZOFFSETFROM:-0700
                TZOFFSETTO:-0600
                END:DAYLIGHT
                BEGIN:STANDARD
                DTSTART:20261101T020000
                TZOFFSETFROM:-0600
                TZOFFSETTO:-0700
                END:STANDARD
                BEGIN:DAYLIGHT
                DTSTART:20270314T020000
                TZOFFSETFROM:-0700
                TZOFFSETTO:-0600
                END:DAYLIGHT
                END:VTIMEZONE
                BEGIN:VEVENT
                UID:slot/1@stagecoach
                SEQUENCE:2
                DTSTAMP:20260914T150000Z
                SUMMARY:Grade 7\\, room 2: Inquiry
                DESCRIPTION:In charge: Ada. Classes: the office\\; then Ben
                DTSTART;TZID=America/Boise:20260915T151500
                DURATION:PT45M
                RRULE:FREQ=WEEKLY;INTERVAL=2;UNTIL=20270701T055959Z
                EXDATE;TZID=America/Boise:20261124T151500,20261222T151500
                END:VEVENT
                END:VCALENDAR
                """);
    }

    /** What a calendar makes of the rule is what was meant, through both changes of the clocks. */
    @Test
    void theRuleGivesTheDaysThatWereMeant() throws Exception {
        for (var zone : List.of(BOISE, ZoneId.of("America/Phoenix"), ZoneId.of("Pacific/Auckland"), ZoneId.of("UTC"))) {
            var gathering = gathering(zone, List.of());
            var rule = gathering.text().lines().filter(line -> line.startsWith("RRULE:")).findFirst().orElseThrow();
            var times = new RecurrenceRule(rule.substring("RRULE:".length()))
                    .iterator(new DateTime(TimeZone.getTimeZone(zone), 2026, 8, 15, 15, 15, 0));
            for (var day : gathering.times().days().toList()) {
                assertThat(Instant.ofEpochMilli(times.nextMillis())).as(zone + " " + day)
                        .isEqualTo(gathering.times().start(day).toInstant());
            }
            assertThat(times.hasNext()).as(zone.getId()).isFalse();
        }
    }

    @Test
    void aZoneWhoseClocksNeverChangeIsWrittenOnce() {
        var text = gathering(ZoneId.of("UTC"), List.of()).text();
        assertThat(text).contains("TZOFFSETTO:+0000", "DTSTART;TZID=UTC:").doesNotContain("DAYLIGHT", "EXDATE");
        assertThat(text.lines().filter("BEGIN:STANDARD"::equals)).hasSize(1);
    }

    /** Whatever people type, no line of theirs becomes a line of the calendar. */
    @Test
    void wordsStayWords() {
        var gathering = gathering(BOISE, List.of());
        var text = new Gathering(gathering.id(), "A\r\nBEGIN:VALARM\nmore 😀 \\n", "x".repeat(300), gathering.times())
                .text();
        assertThat(text.lines()).noneMatch("BEGIN:VALARM"::equals).allMatch(line -> line.length() <= 75);
        var event = CalendarLines.of(text).events().getFirst();
        assertThat(event.name()).contains("BEGIN:VALARM", "😀");
    }

    private static Gathering gathering(ZoneId zone, List<LocalDate> off) {
        return new Gathering(new Gathering.Id("slot/1@stagecoach", 2, Instant.parse("2026-09-14T15:00:00Z")),
                "Grade 7, room 2: Inquiry", "In charge: Ada. Classes: the office; then Ben", new Gathering.Times(FIRST,
                        LocalTime.of(15, 15), 45, 2, LocalDate.of(2027, 6, 30), zone, off));
    }
}
