package dev.stagecoach.conversations;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static dev.stagecoach.conversations.Conversation.CHANNEL;
import static dev.stagecoach.conversations.Conversation.DM;
import static dev.stagecoach.conversations.Conversation.send;
import static org.assertj.core.api.Assertions.assertThat;

/** A school's days off and a team's hours, through the real bot. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CalendarTest {
    private static final String FILE = "Calendar file";
    private static final String YEAR = calendar(
            event("20260907", "20260908", "Labor Day"), // has passed: it is September 14
            event("20261123", "20261128", "Thanksgiving break"), event("20270412", "20270417", "ISAT testing"),
            event("20261009", "20261010", "Spirit day"));

    private final Conversation talk = Conversation.ofATeam();

    @AfterAll
    void end() throws Exception {
        talk.close();
    }

    @Test
    void aCalendarIsImportedLookedAtAndSavedOnce() {
        var coach = talk.coach();
        coach.types(CHANNEL, "/coach calendar");
        coach.clicks(CHANNEL, "Import a calendar");
        var found = send(coach.modal().upload(FILE, "district.ics", YEAR));
        assertThat(found.text()).contains("I found 3 entries. Remove anything that is not a day off.",
                "I send nothing on these days, and do not catch up later.",
                "Thanksgiving break: Mon, Nov 23 to Fri, Nov 27 (break, 2026)",
                "ISAT testing: Mon, Apr 12 to Fri, Apr 16", "Spirit day: Fri, Oct 9").doesNotContain("Labor Day");
        assertThat(send(found).text()).contains("Saved: 2 entries for every team at Juniper Ridge Middle School.");
        found.close();
        coach.types(CHANNEL, "/coach calendar");
        assertThat(coach.messages(CHANNEL).getLast()).contains("Thanksgiving break: Mon, Nov 23 to Fri, Nov 27, 2026")
                .doesNotContain("Spirit day");

        coach.clicks(CHANNEL, "Import a calendar");
        var again = send(coach.modal().upload(FILE, "district.ics", YEAR));
        assertThat(again.text()).contains("I found 1 new entry; 2 are already in your calendar.");
        assertThat(send(again.chooseMany("School seems to be open", "Spirit day: Fri, Oct 9")).text())
                .contains("Saved: 1 entry");
        again.close();
        coach.types(CHANNEL, "/coach calendar");
        coach.clicks(CHANNEL, "Import a calendar");
        var third = send(coach.modal().upload(FILE, "district.ics", YEAR));
        assertThat(third.text()).contains("All days in this calendar are already in yours, so nothing changes.");
        third.close();

        coach.types(CHANNEL, "/coach calendar");
        var before = coach.messages(CHANNEL).getLast();
        assertThat(before).containsSubsequence("Spirit day", "Thanksgiving break", "ISAT testing");
    }

    @Test
    void everybodyInTheTeamMayLookAndOnlyCoachesAndLeadersChange() {
        talk.fern().types(CHANNEL, "/coach calendar");
        assertThat(talk.fern().messages(CHANNEL).getLast()).contains("Days off at Juniper Ridge Middle School")
                .doesNotContain("[Import a calendar]", "[Add days off]", "[Delete]", "[Hours and limits]");
        talk.principal().types(DM, "/coach calendar");
        assertThat(talk.principal().messages(DM).getLast()).contains("[Import a calendar]", "[Add days off]")
                .doesNotContain("[Hours and limits]");
        talk.sandbox.as("U0MOSS").types(CHANNEL, "/coach calendar");
        assertThat(talk.sandbox.as("U0MOSS").messages(CHANNEL).getLast())
                .doesNotContain("Days off at Juniper Ridge Middle School");
    }

    @Test
    void aDayIsAddedByHandAndDeletedAgain() {
        var principal = talk.principal();
        principal.types(DM, "/coach calendar");
        principal.clicks(DM, "Add days off");
        var form = principal.modal().fill("Name", "Founders’ day").pickDate("First day", LocalDate.of(2026, 9, 16));
        assertThat(send(form).text()).contains("Added: Founders’ day, Wed, Sep 16, 2026.");
        form.close();
        principal.types(DM, "/coach calendar");
        assertThat(principal.messages(DM).getLast()).contains("Founders’ day: Wed, Sep 16, 2026 (holiday)");
        principal.clicks(DM, "Delete");
        assertThat(talk.sandbox.until(Conversation.SOON,
                () -> !principal.messages(DM).getLast().contains("Founders’ day"))).isTrue();
    }

    static Stream<String> inputs() {
        return Stream.of("", "   ", "x".repeat(10_000), "👩‍👩‍👧‍👦 🇺🇳 😀", "שלום עולם \u202eمرحبا",
                "<!channel> <@U0LARCH> <https://a.b|c> @channel", "'; drop table school_days; --", "*b* &lt;!here&gt;");
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void whateverTheNameIsItIsShownAsItIsOrStaysInTheForm(String typed) {
        var coach = talk.coach();
        coach.types(CHANNEL, "/coach calendar");
        coach.clicks(CHANNEL, "Add days off");
        var form = coach.modal().fill("Name", typed).pickDate("First day", LocalDate.of(2026, 9, 21));
        var reasons = form.submit();
        if (reasons.isEmpty()) {
            form.close();
            coach.types(CHANNEL, "/coach calendar");
            assertThat(coach.willSee(shown(typed).strip() + ": Mon, Sep 21, 2026")).isTrue();
            coach.clicks(CHANNEL, "Delete");
        } else {
            assertThat(typed.isBlank() || typed.length() > 80).isTrue();
            assertThat(reasons).containsOnlyKeys("Name");
            assertThat(form.value("Name")).isEqualTo(typed);
            form.close();
        }
        assertThat(coach.notices()).isEmpty();
    }

    @Test
    void daysThatCannotBeAreRefusedBesideTheirField() {
        var coach = talk.coach();
        coach.types(CHANNEL, "/coach calendar");
        coach.clicks(CHANNEL, "Add days off");
        var form = coach.modal().fill("Name", "Break");
        assertThat(form.submit()).containsOnlyKeys("First day");
        form.pickDate("First day", LocalDate.of(2026, 10, 9)).pickDate("Last day", LocalDate.of(2026, 10, 5));
        assertThat(form.submit()).containsOnlyKeys("Last day").extractingByKey("Last day").asString()
                .contains("is before the first");
        assertThat(form.pickDate("Last day", LocalDate.of(2027, 10, 9)).submit().get("Last day"))
                .contains("At most 120 days");
        form.pickDate("First day", LocalDate.of(2026, 9, 1)).pickDate("Last day", LocalDate.of(2026, 9, 2));
        assertThat(form.submit().get("Last day")).contains("have passed");
        assertThat(form.pickDate("First day", LocalDate.of(2030, 1, 1)).pickDate("Last day", LocalDate.of(2030, 1, 2))
                .submit().get("Last day")).contains("more than two years");
        assertThat(form.value("Name")).isEqualTo("Break");
        form.close();
    }

    static Stream<String> files() {
        return Stream.of("", "hello", "x".repeat(10_000), "😀", "שלום \u202eمرحبا", "<!channel>",
                "<!DOCTYPE html><title>Sign in</title>", "BEGIN:VCALENDAR\nBEGIN:VEVENT\n:::;;;", calendar(),
                calendar(event("20100101", "20100102", "Long ago")), "BEGIN:VCALENDAR" + "x".repeat(1_000_001));
    }

    @ParameterizedTest
    @MethodSource("files")
    void aFileThatIsNoCalendarStaysInTheFormWithTheReason(String content) {
        var coach = talk.coach();
        coach.types(CHANNEL, "/coach calendar");
        coach.clicks(CHANNEL, "Import a calendar");
        var form = coach.modal();
        assertThat(form.submit()).containsOnlyKeys(FILE);
        assertThat(form.upload(FILE, "a.ics", content).submit()).containsOnlyKeys(FILE);
        form.close();
        assertThat(coach.notices()).isEmpty();
    }

    @Test
    void namesFromAFileAreShownAsTheyAre() {
        var coach = talk.coach();
        coach.types(CHANNEL, "/coach calendar");
        coach.clicks(CHANNEL, "Import a calendar");
        var found = send(coach.modal().upload(FILE, "a.ics", calendar(
                event("20261001", "20261002", "<!channel> holiday *b* &amp; 😀 שלום"))));
        send(found).close();
        coach.types(CHANNEL, "/coach calendar");
        assertThat(coach.messages(CHANNEL).getLast()).contains("<!channel> holiday *b* &amp; 😀 שלום: Thu, Oct 1");
        coach.clicks(CHANNEL, "Delete");
    }

    @Test
    void newHoursShowFourWeeksBeforeTheyHold() {
        var coach = talk.coach();
        coach.types(CHANNEL, "/coach calendar");
        coach.clicks(CHANNEL, "Add days off");
        send(coach.modal().fill("Name", "Harvest day").pickDate("First day", LocalDate.of(2026, 10, 2))).close();
        coach.types(CHANNEL, "/coach calendar");
        coach.clicks(CHANNEL, "Hours and limits");
        var form = coach.modal();
        form.pickTime("Quiet from", LocalTime.of(20, 30)).pickTime("until the next morning at", LocalTime.of(5, 0));
        assertThat(form.submit()).containsOnlyKeys("Quiet from", "until the next morning at");
        form.pickTime("Quiet from", LocalTime.of(14, 0)).pickTime("until the next morning at", LocalTime.of(8, 0));
        var weeks = send(form.choose("How often I may ask each person for something", "At most twice a week"));
        assertThat(weeks.title()).isEqualTo("The next four weeks");
        assertThat(weeks.text()).contains(
                "Fri, Sep 18, 3:00 PM: Weekly summary waits for quiet hours to end and goes out Mon, Sep 21, 8:00 AM"
                        + " (until now: it goes out)",
                "Fri, Oct 2, 3:00 PM: Weekly summary will not go out, because of Harvest day");
        coach.clicks("modal", "Change something");
        assertThat(talk.sandbox.until(Conversation.SOON, () -> coach.modal().title().equals("Hours and limits")))
                .isTrue();
        coach.modal().close();
        assertThat(send(weeks).text())
                .contains("Saved. Quiet from 2:00 PM to 8:00 AM and on weekends.", "at most twice a week");
        weeks.close();
        coach.types(CHANNEL, "/coach calendar");
        assertThat(coach.messages(CHANNEL).getLast()).contains("Quiet from 2:00 PM to 8:00 AM");
    }

    @Test
    void aPersonsWishesStandOnHome() {
        var fern = talk.fern();
        fern.home();
        fern.clicks("home", "Change");
        var form = fern.modal().pickDate("On vacation from", LocalDate.of(2026, 10, 9));
        assertThat(form.submit()).containsOnlyKeys("to");
        assertThat(form.pickDate("to", LocalDate.of(2026, 10, 5)).submit()).containsOnlyKeys("to");
        form.pickDate("On vacation from", LocalDate.of(2026, 10, 5)).pickDate("to", LocalDate.of(2026, 10, 9));
        assertThat(form.pickTime("Quiet for me from", LocalTime.of(22, 0)).submit())
                .containsOnlyKeys("Quiet for me from");
        form.pickTime("Quiet for me from", LocalTime.of(15, 0))
                .chooseMany("Do not send me", "Reminders of my open check-ins");
        send(form).close();
        talk.quiet();
        assertThat(fern.home()).contains("Check-ins are on. No reminders. Nothing from Mon, Oct 5 to Fri,"
                + " Oct 9. Nothing after 3:00 PM.");
    }

    private static String calendar(String... events) {
        return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\n" + String.join("", events)
                + "END:VCALENDAR\r\n";
    }

    private static String event(String first, String after, String name) {
        return "BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:" + first + "\r\nDTEND;VALUE=DATE:" + after + "\r\nSUMMARY:" + name
                + "\r\nEND:VEVENT\r\n";
    }

    /** What is read of typed words: all of them, without what turns their direction round. */
    private static String shown(String typed) {
        return typed.replace("\u202e", "");
    }
}
