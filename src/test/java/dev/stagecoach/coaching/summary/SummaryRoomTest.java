package dev.stagecoach.coaching.summary;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.Card.Part;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.Routed;
import dev.stagecoach.coaching.Ways;
import dev.stagecoach.coaching.checkin.Classroom;
import dev.stagecoach.outbox.Composer.Composition;
import dev.stagecoach.outbox.Outbox;
import dev.stagecoach.people.People;
import dev.stagecoach.people.Person;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Role;
import dev.stagecoach.people.Standing;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.OnBothDatabases;

import static dev.stagecoach.coaching.checkin.Classroom.COACH;
import static dev.stagecoach.coaching.checkin.Classroom.LEADER;
import static dev.stagecoach.coaching.checkin.Classroom.MONDAY;
import static dev.stagecoach.coaching.checkin.Classroom.TEACHERS;
import static org.assertj.core.api.Assertions.assertThat;

class SummaryRoomTest {
    private static final Instant TUESDAY = Instant.parse("2026-09-15T21:00:00Z");
    /** 15:00 in Boise. */
    private static final Instant FRIDAY = Instant.parse("2026-09-18T21:00:00Z");

    @OnBothDatabases
    void theWeekIsToldOnceInTheChannelAndItsAnswersBecomeFinal(Database database) {
        var classroom = answered(database);
        var room = room(database, classroom);
        run(room, FRIDAY.minusSeconds(1));
        assertThat(classroom.planned("summary.post")).isEmpty();
        run(room, FRIDAY);
        run(room, FRIDAY);
        assertThat(classroom.planned("summary.post")).singleElement()
                .satisfies(row -> assertThat(row.delivery().to()).isEqualTo(classroom.team.channel()));
        var card = posted(room, classroom).card();
        assertThat(card.parts()).contains(new Part.Heading("Grade 7, Sep 14 – 18, 2026"));
        assertThat(card.toString()).contains("5 of 6 answered").contains("5 none yet");
        assertThat(card.parts()).as("the words say it all").noneMatch(Part.Image.class::isInstance);
        assertThat(classroom.answer(TEACHERS.getLast(), FRIDAY, "q.step", "none yet"))
                .isInstanceOf(Reply.Refused.class);
        assertThat(room.jobs().getFirst().next()).contains(FRIDAY.plus(Duration.ofDays(7)));
    }

    @OnBothDatabases
    void aQuietWeekIsOneHonestLine(Database database) {
        var classroom = new Classroom(database);
        classroom.schedule("explore_weekly");
        var room = room(database, classroom);
        run(room, FRIDAY);
        var parts = posted(room, classroom).card().parts();
        assertThat(parts).singleElement().satisfies(part -> assertThat(part.toString())
                .contains("A quiet week: nobody logged anything.").contains("Next check-in: Tue, Sep 15"));
    }

    @OnBothDatabases
    void afterABreakOnlyTheLatestSummaryIsPosted(Database database) {
        var classroom = answered(database);
        var room = room(database, classroom);
        run(room, FRIDAY.plus(Duration.ofDays(15)));
        assertThat(classroom.planned("summary.post")).singleElement()
                .satisfies(row -> assertThat(row.key()).endsWith("2026-10-02"));
    }

    @OnBothDatabases
    void otherSettingsAtTheMomentItIsDueDoNotLoseIt(Database database) {
        var classroom = answered(database);
        var room = room(database, classroom);
        database.change(tx -> room.teamChanged(tx, classroom.team, FRIDAY));
        run(room, FRIDAY);
        assertThat(classroom.planned("summary.post")).singleElement()
                .satisfies(row -> assertThat(row.key()).endsWith("2026-09-18"));
        assertThat(room.jobs().getFirst().next()).contains(FRIDAY.plus(Duration.ofDays(7)));
    }

    @OnBothDatabases
    void otherSettingsBeforeItIsDuePlanNothing(Database database) {
        var classroom = answered(database);
        var room = room(database, classroom);
        database.change(tx -> room.teamChanged(tx, classroom.team, FRIDAY.minusMillis(1)));
        assertThat(classroom.planned("summary.post")).isEmpty();
        assertThat(room.jobs().getFirst().next()).contains(FRIDAY);
    }

    @OnBothDatabases
    void theSecondSummaryReachesBackAWholeWeek(Database database) {
        var classroom = answered(database);
        var room = room(database, classroom);
        run(room, FRIDAY);
        run(room, FRIDAY.plus(Duration.ofDays(7)));
        assertThat(classroom.planned("summary.post")).map(row -> SummaryJob.Subject.parse(row.delivery().subject()))
                .map(subject -> subject.period().from()).containsExactly(MONDAY, FRIDAY);
    }

    @OnBothDatabases
    void acrossTheNewYearNoWeekIsSkippedAndNoneIsToldTwice(Database database) {
        var classroom = answered(database);
        var room = room(database, classroom);
        for (var now = FRIDAY; now.isBefore(Instant.parse("2027-02-01T00:00:00Z")); now = now
                .plus(Duration.ofDays(1))) {
            run(room, now);
        }
        var told = classroom.planned("summary.post").stream()
                .map(row -> SummaryJob.Subject.parse(row.delivery().subject()).period()).toList();
        assertThat(classroom.planned("summary.post")).map(row -> row.key().replaceFirst(".*/", ""))
                .contains("2026-12-25", "2027-01-01", "2027-01-08").hasSize(20);
        for (var week = 1; week < told.size(); week++) {
            assertThat(told.get(week).from()).isEqualTo(told.get(week - 1).until());
        }
    }

    @OnBothDatabases
    void coachesAndLeadersGetThisWeekByAButton(Database database) {
        var classroom = answered(database);
        var room = room(database, classroom);
        var now = FRIDAY.minusSeconds(60);
        var step = database.read(tx -> room.steps(tx, classroom.team, LEADER,
                new Standing(Optional.of(Role.LEADER)), now)).getFirst();
        var said = Optional
                .ofNullable(Routed.feature(database, classroom.people, room).clicks().get(step.button().action()))
                .orElseThrow()
                .apply(new Call.Click(LEADER, step.button().action(), step.button().value(), Optional.empty(), now));
        assertThat(said.toString()).contains("Sep 14 – 18, 2026", "Two thirds or more answered");
        var forMembers = database.read(tx -> room.steps(tx, classroom.team, TEACHERS.getFirst(),
                new Standing(Optional.of(Role.MEMBER)), now));
        assertThat(forMembers).isEmpty();
    }

    @OnBothDatabases
    void onDemandEachSeesWhatTheirPartAllows(Database database) {
        var classroom = answered(database);
        var room = room(database, classroom);
        run(room, FRIDAY);
        assertThat(asked(room, classroom, COACH, "this week").toString()).contains("5 none yet");
        assertThat(asked(room, classroom, LEADER, "this week").toString())
                .contains("Two thirds or more answered").doesNotContain("5 of 6", "none yet");
        assertThat(asked(room, classroom, TEACHERS.getFirst(), "")).isInstanceOf(Reply.Refused.class);
        assertThat(asked(room, classroom, COACH, "whenever").toString()).contains("I do not understand “whenever”",
                "Last month");
        assertThat(asked(room, classroom, COACH, "last week").toString()).contains("Nobody logged");
    }

    @OnBothDatabases
    void weeksAreTheTeamsWhereverTheAskerIs_andTheZoneIsNamedWhereSomebodyIsElsewhere(Database database) {
        var classroom = answered(database);
        var room = room(database, classroom);
        // Still Sunday, September 20, in Boise; already Monday in Auckland and Tokyo.
        var now = Instant.parse("2026-09-20T20:00:00Z");
        var atHome = said(room, classroom, now);
        assertThat(atHome).contains("Sep 14 – 20, 2026").doesNotContain("Mountain Time");
        for (var zone : List.of("Pacific/Auckland", "Asia/Tokyo", "Pacific/Honolulu", "Asia/Kathmandu",
                "Pacific/Chatham")) {
            lives(classroom, COACH, zone);
            assertThat(said(room, classroom, now)).as(zone)
                    .isEqualTo(atHome.replace("Sep 14 – 20, 2026", "Sep 14 – 20, 2026 (Mountain Time)"));
        }
        lives(classroom, COACH, "America/Denver");
        assertThat(said(room, classroom, now)).as("the same clock").isEqualTo(atHome);
        lives(classroom, TEACHERS.getFirst(), "America/New_York");
        assertThat(said(room, classroom, now)).contains("2026 (Mountain Time)");
        run(room, FRIDAY);
        assertThat(posted(room, classroom).card().parts())
                .contains(new Part.Heading("Grade 7, Sep 14 – 18, 2026 (Mountain Time)"));
    }

    /** In words; a picture's bytes have none. */
    private static String said(SummaryRoom room, Classroom classroom, Instant now) {
        return asked(room, classroom, COACH, "this week", now).toString().replaceAll("png=\\[B@\\w+", "");
    }

    private static void lives(Classroom classroom, PersonId person, String zone) {
        classroom.database.change(tx -> classroom.people.members().keep(tx,
                new Person(person, person.user(), ZoneId.of(zone), Person.Kind.FULL, true), MONDAY));
    }

    @OnBothDatabases
    void theUsualPeriodsAreButtonsOnEverySummary(Database database) {
        var classroom = answered(database);
        var room = room(database, classroom);
        run(room, FRIDAY);
        for (var words : List.of("", "whenever")) {
            var card = ((Reply.ToYou) asked(room, classroom, COACH, words)).card();
            assertThat(((Part.Buttons) card.parts().getLast()).buttons()).extracting(Button::label)
                    .containsExactly("This week", "Last week", "This month", "Last month");
            var usual = ((Part.Buttons) card.parts().getLast()).buttons();
            assertThat(pressed(room, classroom, COACH, usual.getFirst()).toString()).contains("Sep 14 – 18, 2026",
                    "5 none yet");
            assertThat(pressed(room, classroom, COACH, usual.getLast()).toString()).contains("Aug 1 – 31, 2026",
                    "Nobody logged");
            assertThat(pressed(room, classroom, LEADER, usual.getFirst()).toString()).doesNotContain("none yet");
            assertThat(pressed(room, classroom, TEACHERS.getFirst(), usual.getFirst()))
                    .isInstanceOf(Reply.Refused.class);
        }
    }

    /** Whoever reads that nothing happened has something to do about it, and may do it. */
    @OnBothDatabases
    void aQuietPeriodLeadsOn(Database database) {
        var classroom = new Classroom(database);
        var room = room(database, classroom);
        for (var way : Map.of(COACH, Ways.LOG_EVIDENCE.id(), LEADER, Ways.HOME.id()).entrySet()) {
            var card = ((Reply.ToYou) asked(room, classroom, way.getKey(), "last week")).card();
            assertThat(card.parts().toString()).contains("Nobody logged");
            assertThat(card.parts()).filteredOn(Part.Buttons.class::isInstance).first()
                    .satisfies(first -> assertThat(((Part.Buttons) first).buttons()).first()
                            .extracting(Button::action).isEqualTo(way.getValue()));
        }
    }

    private static Reply pressed(SummaryRoom room, Classroom classroom, PersonId person, Button button) {
        return Optional.ofNullable(Routed.feature(classroom.database, classroom.people, room).clicks()
                .get(button.action())).orElseThrow().apply(new Call.Click(person, button.action(), button.value(),
                        Optional.empty(), FRIDAY.plusSeconds(60)));
    }

    private static Classroom answered(Database database) {
        var classroom = new Classroom(database);
        classroom.schedule("explore_weekly");
        classroom.tick(TUESDAY);
        TEACHERS.subList(0, 5).forEach(teacher -> classroom.answer(teacher, TUESDAY, "q.step", "none yet"));
        return classroom;
    }

    private static SummaryRoom room(Database database, Classroom classroom) {
        var room = new SummaryRoom(database, People.create(), new Outbox(), List.of(classroom.room),
                classroom.room::closeAnswers);
        database.change(tx -> room.teamChanged(tx, classroom.team, MONDAY));
        return room;
    }

    private static void run(SummaryRoom room, Instant now) {
        room.jobs().forEach(due -> due.run(now));
    }

    private static Composition.Send posted(SummaryRoom room, Classroom classroom) {
        var delivery = classroom.planned("summary.post").getFirst().delivery();
        return (Composition.Send) Optional.ofNullable(room.composers().get("summary.post")).orElseThrow()
                .compose(delivery, FRIDAY);
    }

    private static Reply asked(SummaryRoom room, Classroom classroom, PersonId person, String words) {
        return asked(room, classroom, person, words, FRIDAY.plusSeconds(60));
    }

    private static Reply asked(SummaryRoom room, Classroom classroom, PersonId person, String words, Instant now) {
        return Routed.feature(classroom.database, classroom.people, room).commands().getFirst().answer()
                .apply(new Call.Typed(person, classroom.team.channel(),
                        Optional.of(classroom.team.id()), words, now));
    }
}
