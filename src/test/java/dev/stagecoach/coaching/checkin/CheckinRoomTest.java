package dev.stagecoach.coaching.checkin;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.stagecoach.chat.Card.Part;
import dev.stagecoach.chat.Field;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.Period;
import dev.stagecoach.coaching.Section;
import dev.stagecoach.coaching.Section.Place;
import dev.stagecoach.outbox.Composer.Composition;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.View;
import dev.stagecoach.picture.Tally;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.OnBothDatabases;

import static dev.stagecoach.coaching.checkin.Classroom.COACH;
import static dev.stagecoach.coaching.checkin.Classroom.LEADER;
import static dev.stagecoach.coaching.checkin.Classroom.MONDAY;
import static dev.stagecoach.coaching.checkin.Classroom.TEACHERS;
import static org.assertj.core.api.Assertions.assertThat;

class CheckinRoomTest {
    private static final Instant TUESDAY = Instant.parse("2026-09-15T21:00:00Z");
    private static final Instant LATER = TUESDAY.plusSeconds(600);
    private static final PersonId TEACHER = TEACHERS.getFirst();
    private static final Period WEEK = new Period(MONDAY, MONDAY.plus(Duration.ofDays(7)));

    @OnBothDatabases
    void theFormShowsFourWeeksAndTheSamePlanSentTwiceIsOneSchedule(Database database) {
        var classroom = new Classroom(database);
        var open = (Reply.Open) classroom.click("checkin.new", classroom.team.id().value(), COACH, MONDAY);
        var next = (Reply.Next) classroom.submit("checkin.schedule", open.form().context(), COACH, MONDAY,
                Classroom.plan("explore_weekly", Map.of()));
        assertThat(next.form().fields().toString()).contains("Tue, Sep 15, 3:00 PM")
                .contains("Tue, Sep 29, 3:00 PM");
        classroom.submit("checkin.confirm", next.form().context(), COACH, MONDAY, Map.of());
        classroom.submit("checkin.confirm", next.form().context(), COACH, MONDAY, Map.of());
        classroom.schedule("concern_pulse");
        var stored = database.read(tx -> new ScheduleStore().of(tx, classroom.team.id()));
        assertThat(stored).hasSize(2);
    }

    @OnBothDatabases
    void whatWouldTroublePeopleIsToBeMended(Database database) {
        var classroom = new Classroom(database);
        assertThat(mended(classroom, "first", "2026-09-13")).contains("passed");
        assertThat(mended(classroom, "first", "2026-09-19")).contains("Saturday");
        assertThat(mended(classroom, "first", "not a date")).contains("date");
        assertThat(mended(classroom, "time", "21:00")).contains("4:30 PM to 7:30 AM");
        assertThat(mended(classroom, "day", "SUNDAY")).contains("weekends");
        assertThat(mended(classroom, "set", "coach_weekly")).contains("questions");
        assertThat(mended(classroom, "rhythm", "'; drop table team; --")).contains("how often");
        var outsider = classroom.submit("checkin.schedule", classroom.team.id() + "\nx", COACH, MONDAY,
                Classroom.plan("explore_weekly", Map.of("who", List.of("chosen"), "people", List.of("T1/NOBODY"))));
        assertThat(((Reply.Mend) outsider).reasons()).containsKey("people");
    }

    private static String mended(Classroom classroom, String field, String value) {
        var reply = classroom.submit("checkin.schedule", classroom.team.id() + "\nx", COACH, MONDAY,
                Classroom.plan("explore_weekly", Map.of(field, List.of(value))));
        return ((Reply.Mend) reply).reasons().getOrDefault(field, "");
    }

    @OnBothDatabases
    void onlyCoachesSchedule(Database database) {
        var classroom = new Classroom(database);
        var id = classroom.schedule("explore_weekly");
        for (var person : List.of(TEACHER, LEADER, Classroom.person("STRANGER"))) {
            for (var action : List.of("edit", "pause", "resume", "send", "delete")) {
                assertThat(classroom.click("checkin." + action, id, person, MONDAY))
                        .isInstanceOf(Reply.Refused.class);
            }
            assertThat(classroom.click("checkin.new", classroom.team.id().value(), person, MONDAY))
                    .isInstanceOf(Reply.Refused.class);
        }
        assertThat(classroom.click("checkin.pause", id, COACH, MONDAY)).isInstanceOf(Reply.Replace.class);
        classroom.tick(TUESDAY);
        assertThat(classroom.planned("checkin.ask")).isEmpty();
        classroom.click("checkin.resume", id, COACH, LATER);
        assertThat(classroom.click("checkin.send", id, COACH, LATER)).isInstanceOf(Reply.ToYou.class);
        assertThat(classroom.click("checkin.send", id, COACH, LATER)).isInstanceOf(Reply.Refused.class);
        assertThat(classroom.planned("checkin.ask")).hasSize(TEACHERS.size());
    }

    @OnBothDatabases
    void answersAreKeptAndCanBeChangedUntilTheSummary(Database database) {
        var classroom = asked(database);
        var typed = "<!channel> *bold* '; drop table team; -- שלום 🎉";
        assertThat(classroom.answer(TEACHER, LATER, "q.step", "placed us", "q.count.n", "7", "q.count.m", "12",
                "q.seen", typed)).isInstanceOf(Reply.ToYou.class);
        var edit = (Reply.Open) classroom.click("checkin.answer", classroom.occasion(), TEACHER, LATER);
        assertThat(edit.form().fields().toString()).contains(typed).contains("Optional[7]").contains("Optional[12]");
        assertThat(words(classroom, TEACHER, LATER)).contains("You can add to it or change it until the summary");
        database.change(tx -> classroom.room.closeAnswers(tx, classroom.team.id(), WEEK.until(), LATER));
        var late = classroom.answer(TEACHER, LATER, "q.step", "none yet");
        assertThat(((Reply.Refused) late).reason()).contains("closed");
    }

    @OnBothDatabases
    void oneTapAnswers_anOldOrUnknownButtonUndoesNothing(Database database) {
        var classroom = asked(database);
        var run = classroom.occasion();
        classroom.click("checkin.tap", run + " step.9", TEACHER, LATER);
        classroom.click("checkin.tap", run + " other.0", TEACHER, LATER);
        assertThat(words(classroom, TEACHER, LATER)).contains("One tap is enough");
        classroom.click("checkin.tap", run + " step.1", TEACHER, LATER);
        var said = words(classroom, TEACHER, LATER);
        assertThat(said).contains("This week I: ", "You can add to it or change it until the summary");
        classroom.click("checkin.tap", run + " step.0", TEACHER, LATER);
        assertThat(words(classroom, TEACHER, LATER)).isEqualTo(said);
        assertThat(classroom.click("checkin.tap", run + " step.0", Classroom.person("STRANGER"), LATER))
                .isInstanceOf(Reply.Refused.class);
    }

    @OnBothDatabases
    void badAnswersAreToBeMended(Database database) {
        var classroom = asked(database);
        assertThat(reasons(classroom.answer(TEACHER, LATER))).containsKey("q.step");
        assertThat(reasons(classroom.answer(TEACHER, LATER, "q.seen", "x".repeat(10_000)))).containsKey("q.seen");
        assertThat(reasons(classroom.answer(TEACHER, LATER, "q.count.n", "9", "q.count.m", "8")))
                .containsKey("q.count.n");
        assertThat(reasons(classroom.answer(TEACHER, LATER, "q.count.n", "9"))).containsKey("q.count.m");
        assertThat(reasons(classroom.answer(TEACHER, LATER, "q.step", "made up"))).containsKey("q.step");
        assertThat(classroom.answer(Classroom.person("STRANGER"), LATER, "q.step", "none yet"))
                .isInstanceOf(Reply.Refused.class);
        assertThat(classroom.answer(TEACHER, TUESDAY.plus(Duration.ofDays(15)), "q.step", "none yet"))
                .isInstanceOf(Reply.Refused.class);
    }

    private static Map<String, String> reasons(Reply reply) {
        return ((Reply.Mend) reply).reasons();
    }

    @OnBothDatabases
    void snoozingAsksAgainAtThatTimeAndSkippingEndsIt(Database database) {
        var classroom = asked(database);
        var id = classroom.occasion();
        classroom.submit("checkin.snooze", id, TEACHER, LATER, Map.of("when", List.of("monday")));
        assertThat(classroom.planned("checkin.ask", TEACHER)).extracting(Classroom.Row::state)
                .containsExactly("skipped");
        assertThat(classroom.putOff(TEACHER)).singleElement().satisfies(row -> assertThat(
                row.delivery().dueAt()).isEqualTo(Instant.parse("2026-09-21T13:30:00Z")));
        assertThat(words(classroom, TEACHER, LATER)).contains("I will ask again");
        assertThat(classroom.click("checkin.skip", id, TEACHER, LATER)).isInstanceOf(Reply.Replace.class);
        assertThat(words(classroom, TEACHER, LATER)).contains("Skipped this time");
        var steps = database.read(tx -> classroom.room.steps(tx, classroom.team, TEACHER,
                classroom.people.members().standing(tx, classroom.team.id(), TEACHER), LATER));
        assertThat(steps).isEmpty();
    }

    @OnBothDatabases
    void anOpenCheckinIsTheNextStepForAWeek(Database database) {
        var classroom = asked(database);
        assertThat(steps(classroom, LATER)).isEqualTo(1);
        assertThat(steps(classroom, TUESDAY.plus(Duration.ofDays(7)))).isZero();
        classroom.answer(TEACHER, LATER, "q.step", "none yet");
        assertThat(steps(classroom, LATER)).isZero();
    }

    private static int steps(Classroom classroom, Instant now) {
        return classroom.database.read(tx -> classroom.room.steps(tx, classroom.team, TEACHER,
                classroom.people.members().standing(tx, classroom.team.id(), TEACHER), now)).size();
    }

    @OnBothDatabases
    void theSummaryCountsFromFiveAnswersOnAndShowsOnlySharedLines(Database database) {
        var classroom = asked(database);
        for (var teacher : TEACHERS.subList(0, 4)) {
            classroom.answer(teacher, LATER, "q.step", "none yet", "q.seen", "private of " + teacher.user());
        }
        database.change(tx -> classroom.room.closeAnswers(tx, classroom.team.id(), WEEK.until(), LATER));
        assertThat(section(classroom, View.TEAM, Place.COMMITMENTS)).isEmpty();
        assertThat(section(classroom, View.TEAM, Place.HIGHLIGHTS)).isEmpty();
        assertThat(section(classroom, View.TEAM, Place.PARTICIPATION).orElseThrow().tallies())
                .containsExactly(new Tally("Check-ins answered", 4, 6));
    }

    @OnBothDatabases
    void aSharedLineIsQuotedOnce(Database database) {
        var classroom = asked(database);
        classroom.answer(TEACHERS.get(0), LATER, "q.seen", "They asked more", "show", "team");
        classroom.answer(TEACHERS.get(1), LATER, "q.seen", "“Why is that?”", "show", "team");
        classroom.answer(TEACHERS.get(2), LATER, "q.seen", "\"What if?\"", "show", "team");
        database.change(tx -> classroom.room.closeAnswers(tx, classroom.team.id(), WEEK.until(), LATER));
        assertThat(section(classroom, View.TEAM, Place.HIGHLIGHTS).orElseThrow().lines())
                .map(line -> line.spans().getFirst()).containsExactlyInAnyOrder(
                        new Text.Span.Plain("“They asked more” "), new Text.Span.Plain("“Why is that?” "),
                        new Text.Span.Plain("\"What if?\" "));
    }

    @OnBothDatabases
    void leadersSeeHowManyAnsweredAndNothingElse(Database database) {
        var classroom = asked(database);
        for (var teacher : TEACHERS.subList(0, 5)) {
            classroom.answer(teacher, LATER, "q.step", "none yet", "q.seen", "Seen by " + teacher.user(), "show",
                    teacher.equals(TEACHER) ? "team" : "me");
        }
        assertThat(section(classroom, View.TEAM, Place.COMMITMENTS)).as("figures still move").isEmpty();
        database.change(tx -> classroom.room.closeAnswers(tx, classroom.team.id(), WEEK.until(), LATER));
        assertThat(section(classroom, View.COACH, Place.COMMITMENTS).toString()).contains("5 none yet");
        assertThat(section(classroom, View.TEAM, Place.HIGHLIGHTS).orElseThrow().lines()).singleElement()
                .satisfies(line -> assertThat(line.toString()).contains("Seen by U1"));
        assertThat(section(classroom, View.LEADER, Place.PARTICIPATION)).isPresent();
        assertThat(section(classroom, View.LEADER, Place.COMMITMENTS)).isEmpty();
        assertThat(section(classroom, View.LEADER, Place.HIGHLIGHTS)).isEmpty();
    }

    @OnBothDatabases
    void countsAreSummedWithTheirWhole(Database database) {
        var classroom = asked(database);
        for (var teacher : TEACHERS.subList(0, 5)) {
            classroom.answer(teacher, LATER, "q.count.n", "7", "q.count.m", teacher.equals(TEACHER) ? "9" : "12");
        }
        database.change(tx -> classroom.room.closeAnswers(tx, classroom.team.id(), WEEK.until(), LATER));
        assertThat(section(classroom, View.TEAM, Place.STUDENTS).toString()).contains("35 of 57");
        assertThat(section(classroom, View.LEADER, Place.STUDENTS)).isEmpty();
    }

    @OnBothDatabases
    void anOldScheduleOpensWithADayThatCanBeSentIn(Database database) {
        var classroom = new Classroom(database);
        var id = classroom.schedule("explore_weekly");
        var later = MONDAY.plus(Duration.ofDays(45));
        var open = (Reply.Open) classroom.click("checkin.edit", id, COACH, later);
        assertThat(open.form().fields()).filteredOn(Field.Day.class::isInstance).singleElement()
                .isEqualTo(new Field.Day("first", "Not before", "", false, Optional.of(LocalDate.of(2026, 11, 3))));
    }

    @OnBothDatabases
    void worriesAreCountedForTheCoachOnly(Database database) {
        var classroom = new Classroom(database);
        classroom.schedule("concern_pulse");
        classroom.tick(TUESDAY);
        TEACHERS.forEach(teacher -> classroom.answer(teacher, LATER, "q.concern", "time"));
        database.change(tx -> classroom.room.closeAnswers(tx, classroom.team.id(), WEEK.until(), LATER));
        assertThat(section(classroom, View.COACH, Place.COMMITMENTS).toString()).contains("6 time");
        assertThat(section(classroom, View.TEAM, Place.COMMITMENTS)).isEmpty();
        assertThat(section(classroom, View.LEADER, Place.COMMITMENTS)).isEmpty();
    }

    private static Classroom asked(Database database) {
        var classroom = new Classroom(database);
        classroom.schedule("explore_weekly");
        classroom.tick(TUESDAY);
        return classroom;
    }

    private static Optional<Section> section(Classroom classroom, View view, Place place) {
        return classroom.database.read(tx -> classroom.room.sections(tx, classroom.team, WEEK, view)).stream()
                .filter(section -> section.place() == place).findFirst();
    }

    /** What stands in the person's first message now. */
    private static String words(Classroom classroom, PersonId person, Instant now) {
        var row = classroom.planned("checkin.ask").stream().filter(one -> one.delivery().to().equals(person))
                .findFirst().orElseThrow();
        var card = ((Composition.Send) classroom.composed(row, now)).card();
        return card.parts().stream().filter(Part.Paragraph.class::isInstance).toList().toString();
    }
}
