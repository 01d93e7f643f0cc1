package dev.stagecoach.coaching.calendar;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.stagecoach.chat.Access;
import dev.stagecoach.chat.Answers;
import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.Field;
import dev.stagecoach.chat.Form;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.NextStep;
import dev.stagecoach.coaching.School;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.SchoolCalendarStore;
import dev.stagecoach.storage.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static dev.stagecoach.coaching.School.ADA;
import static dev.stagecoach.coaching.School.COACH;
import static dev.stagecoach.coaching.School.LEADER;
import static dev.stagecoach.coaching.School.NOW;
import static dev.stagecoach.coaching.School.SETTINGS;
import static dev.stagecoach.coaching.School.TEAM;
import static org.assertj.core.api.Assertions.assertThat;

/** Uploaded calendars, and files that turned bad. */
class CalendarRoomTest {
    @TempDir
    Path folder;

    private final SchoolCalendarStore calendars = new SchoolCalendarStore();
    private Database database;
    private School school;
    private CalendarRoom room;

    @BeforeEach
    void begin() {
        database = Database.open("jdbc:sqlite:" + folder.resolve("a.db"));
        school = new School(database);
        room = new CalendarRoom(database, school.people, school.shared, List.of());
    }

    @AfterEach
    void end() {
        database.close();
    }

    @Test
    void whatLooksLikeSchoolStaysUntickedAndDatesStandBesideTheNames() throws IOException {
        var form = uploaded(file("04-ab-day-rotation.ics"));
        assertThat(list(form, "open").initial()).isEmpty();
        assertThat(list(form, "open").options()).extracting(Field.Option::label)
                .containsExactly("B Day: Sep 14, Sep 16, Sep 18 and 15 more",
                        "A Day: Sep 15, Sep 17, Sep 21 and 14 more");
        assertThat(list(form, "days").options()).extracting(Field.Option::label)
                .containsExactly("Snow Day: Fri, Nov 20");
        assertThat(list(form, "days").initial()).hasSize(1);
        assertThat(list(form, "days").hint()).isEqualTo("I send nothing on these days, and do not catch up later.");
        assertThat(form.toString()).contains("Remove anything that is not a day off.");

        var snow = list(form, "days").initial();
        var aDay = list(form, "open").options().getLast().value();
        send(form, Map.of("days", snow, "open", List.of(aDay)));
        assertThat(kept()).hasSize(18).contains("Snow Day", "A Day").doesNotContain("B Day");
    }

    @Test
    void seriesWithoutEndAreRefusedBeforeAnyTransactionAndNothingIsKept() {
        var series = new StringBuilder("BEGIN:VCALENDAR\r\n");
        for (var n = 0; n < 4_990; n++) {
            series.append("BEGIN:VEVENT\r\nUID:").append(n).append("\r\nDTSTART;VALUE=DATE:20260701\r\n")
                    .append("RRULE:FREQ=DAILY\r\nSUMMARY:No school ").append(n).append("\r\nEND:VEVENT\r\n");
        }
        assertThat(ImportForm.UPLOADED.access().work()).isEqualTo(Access.Work.OUTSIDE);
        assertThat(upload(series.append("END:VCALENDAR\r\n").toString())).isInstanceOfSatisfying(Reply.Mend.class,
                mend -> assertThat(mend.reasons().get("file")).contains("repeat too often",
                        "Please choose another one."));
        assertThat(kept()).isEmpty();
    }

    @Test
    void lastYearsCalendarAndACutOneSayWhatTheyAre() throws IOException {
        assertThat(upload(file("06-last-years-calendar.ics"))).isInstanceOfSatisfying(Reply.Mend.class,
                mend -> assertThat(mend.reasons().get("file")).contains("Is it an earlier year's calendar?"));
        var whole = file("02-midnight-to-midnight.ics");
        assertThat(uploaded(whole.substring(0, whole.length() / 2)).toString()).contains("The file ends in the middle");
    }

    @Test
    void whereNothingSoundsOffNothingIsChosenAndAtLeastOneIsAskedFor() {
        var form = uploaded("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20261009\nSUMMARY:Spirit day\n"
                + "END:VEVENT\nEND:VCALENDAR\n");
        assertThat(list(form, "open").initial()).isEmpty();
        assertThat(form.toString()).contains("Nothing in it looks like a day off");
        assertThat(send(form, Map.of())).isInstanceOfSatisfying(Reply.Mend.class,
                mend -> assertThat(mend.reasons()).containsOnlyKeys("open"));
    }

    @Test
    void coachesAndLeadersHearOfABadFileAndOthersDoNot() {
        assertThat(steps(LEADER)).containsExactly("See and change your school's days off.");
        database.change(tx -> calendars.note(tx,
                Map.of("juniper-ridge", List.of("juniper-ridge.ics: I cannot use it.")), NOW));
        var words = "The calendar file for Juniper Ridge has a problem; until it is fixed, I may send messages on days off.";
        for (var person : List.of(COACH, LEADER)) {
            assertThat(steps(person)).containsExactly(words);
            assertThat(due(person, NOW.plusSeconds(9))).containsExactly(words);
            assertThat(due(person, NOW.plusSeconds(15 * 86_400))).isEmpty();
            assertThat(school.type(room, person, "calendar", "").toString())
                    .contains("juniper-ridge.ics: I cannot use it.");
        }
        assertThat(steps(ADA)).isEmpty();
        assertThat(due(ADA, NOW)).isEmpty();
        assertThat(school.type(room, ADA, "calendar", "").toString()).doesNotContain("juniper-ridge.ics");
    }

    private List<String> steps(PersonId person) {
        return database.read(tx -> room.steps(tx, SETTINGS, person,
                school.people.members().standing(tx, TEAM, person), NOW)).stream().map(NextStep::words).toList();
    }

    private List<String> due(PersonId person, Instant at) {
        return database.read(tx -> room.due(tx, SETTINGS, person,
                school.people.members().standing(tx, TEAM, person), at)).stream().map(NextStep::words).toList();
    }

    private List<String> kept() {
        return database.read(tx -> calendars.of(tx, TEAM)).stream().map(one -> one.days().name()).toList();
    }

    private static String file(String name) throws IOException {
        return Files.readString(Path.of("src/test/resources/calendars", name));
    }

    private Reply upload(String text) {
        return send(ImportForm.file(TEAM), Map.of("file", List.of(text)));
    }

    private Form uploaded(String text) {
        var reply = upload(text);
        assertThat(reply).isInstanceOf(Reply.Next.class);
        return ((Reply.Next) reply).form();
    }

    private Reply send(Form form, Map<String, List<String>> values) {
        return Optional.ofNullable(school.feature(room).forms().get(form.id())).orElseThrow()
                .apply(new Call.Submission(COACH, form.id(), form.context(), new Answers(values), NOW));
    }

    private static Field.PickMany list(Form form, String key) {
        return form.fields().stream().filter(Field.PickMany.class::isInstance).map(Field.PickMany.class::cast)
                .filter(field -> field.key().equals(key)).findFirst().orElseThrow();
    }
}
