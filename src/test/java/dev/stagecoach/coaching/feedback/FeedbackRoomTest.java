package dev.stagecoach.coaching.feedback;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;

import dev.stagecoach.chat.Answers;
import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.Form;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.NextStep;
import dev.stagecoach.coaching.Period;
import dev.stagecoach.coaching.School;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.ShippedGuide;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Role;
import dev.stagecoach.people.View;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.OnBothDatabases;

import static dev.stagecoach.coaching.School.ADA;
import static dev.stagecoach.coaching.School.BEN;
import static dev.stagecoach.coaching.School.COACH;
import static dev.stagecoach.coaching.School.LEADER;
import static dev.stagecoach.coaching.School.NOW;
import static dev.stagecoach.coaching.School.STRANGER;
import static dev.stagecoach.coaching.School.TEAM;
import static org.assertj.core.api.Assertions.assertThat;

class FeedbackRoomTest {
    private static final Guide GUIDE = ShippedGuide.GUIDE;
    private static final String EVIDENCE = "4 of 12 spoke to each other";

    @OnBothDatabases
    void sixTurnsWithTwoWhoAreAsked(Database database) {
        var school = new School(database);
        var room = room(school);
        var thread = ask(school, room, "SOME", BEN, COACH);
        assertThat(messages(database)).containsExactly("person:" + BEN, "person:" + COACH);
        assertThat(school.composed(room).toString()).contains("ADA is asking for feedback", EVIDENCE, "Turn 2 of 6");
        for (var turn = 2; turn <= 5; turn++) {
            assertThat(step(school, room, BEN)).contains("ADA is asking for your feedback");
            assertThat(step(school, room, ADA)).isEmpty();
            school.send(room, BEN, form(school, room, BEN, thread), "words", "Words of turn " + turn);
            assertThat(step(school, room, BEN)).isEmpty();
            school.click(room, COACH, FeedbackRoom.PASS.id(), thread + " " + turn);
        }
        assertThat(messages(database)).contains("person:" + ADA);
        assertThat(step(school, room, ADA)).contains("Now it is your turn: Decide");
        var decide = School.opened(school.click(room, ADA, FeedbackRoom.DECIDE.id(), thread));
        assertThat(School.mended(school.send(room, ADA, decide, "on", "2026-09-01")))
                .containsExactly("choice", "on", "words");
        school.send(room, ADA, decide, "choice", "CHANGE", "words", "Fewer questions", "on", "2026-09-16");
        var said = School.shown(school.click(room, COACH, FeedbackRoom.READ.id(), thread + " 0")).toString();
        assertThat(said).contains("Words of turn 2", "Words of turn 5", "Meaning");
        var part = School.shown(school.click(room, BEN, FeedbackRoom.SAY.id(), thread));
        assertThat(part.toString()).contains("Change: ", "Fewer questions");
        assertThat(messages(database)).as("one message each").hasSize(3);
    }

    @OnBothDatabases
    void theDecisionIsAskedAboutOnceOnItsDay(Database database) {
        var school = new School(database);
        var room = room(school);
        var thread = decided(school, room);
        assertThat(step(school, room, ADA)).isEmpty();
        var day = NOW.plus(Duration.ofDays(2));
        assertThat(stepsAt(school, room, ADA, day)).contains("You set yourself a step: “Fewer questions”");
        assertThat(stepsAt(school, room, BEN, day)).doesNotContain("You set yourself");
        assertThat(stepsAt(school, room, ADA, NOW.plus(Duration.ofDays(20)))).doesNotContain("You set yourself");
        assertThat(school.click(room, BEN, FeedbackRoom.ASKED.id(), thread)).isInstanceOf(Reply.Refused.class);
        var form = School.opened(school.click(room, ADA, FeedbackRoom.ASKED.id(), thread));
        assertThat(School.mended(school.send(room, ADA, form))).containsExactly("outcome");
        school.send(room, ADA, form, "outcome", "PARTLY");
        assertThat(stepsAt(school, room, ADA, day)).doesNotContain("You set yourself");
    }

    @OnBothDatabases
    void theClockGoesOnWhenNobodyDoes(Database database) {
        var school = new School(database);
        var room = room(school);
        var thread = ask(school, room, "TEAM");
        var due = room.jobs().getFirst();
        var end = due.next().orElseThrow();
        assertThat(end).isAfter(NOW);
        due.run(end.minusSeconds(1));
        assertThat(turn(database, thread)).isEqualTo(2);
        due.run(end);
        assertThat(turn(database, thread)).isEqualTo(3);
        due.run(NOW.plus(Duration.ofDays(9)));
        assertThat(turn(database, thread)).isEqualTo(6);
        assertThat(due.next()).isEmpty();
        assertThat(messages(database)).containsExactly("channel:" + School.SETTINGS.channel(), "person:" + ADA);
    }

    @OnBothDatabases
    void wordsThatComeLateStandInTheirTurnAndAfterTheEndTheyAreKept(Database database) {
        var school = new School(database);
        var room = room(school);
        var thread = ask(school, room, "SOME", BEN, COACH);
        var form = form(school, room, BEN, thread);
        school.click(room, ADA, FeedbackRoom.ON.id(), thread + " 2");
        school.click(room, ADA, FeedbackRoom.ON.id(), thread + " 2");
        assertThat(turn(database, thread)).as("a second click").isEqualTo(3);
        school.send(room, BEN, form, "words", "A late question");
        assertThat(turn(database, thread)).isEqualTo(3);
        assertThat(School.shown(school.click(room, ADA, FeedbackRoom.READ.id(), thread + " 0")).toString())
                .contains("Clarify", "A late question");
        var open = form(school, room, BEN, thread);
        assertThat(school.click(room, BEN, FeedbackRoom.CLOSE.id(), thread)).isInstanceOf(Reply.Refused.class);
        school.click(room, ADA, FeedbackRoom.CLOSE.id(), thread);
        assertThat(School.mended(school.send(room, BEN, open, "words", "Too late"))).containsExactly("words");
        assertThat(school.composed(room).toString()).contains("ADA has closed this thread");
        assertThat(step(school, room, BEN)).isEmpty();
    }

    @OnBothDatabases
    void onlyThoseWhoAreInvitedSeeIt(Database database) {
        var school = new School(database);
        var room = room(school);
        var thread = ask(school, room, "SOME", BEN);
        for (var person : new PersonId[]{COACH, LEADER, STRANGER}) {
            assertThat(school.click(room, person, FeedbackRoom.SAY.id(), thread)).isInstanceOf(Reply.Refused.class);
            assertThat(school.click(room, person, FeedbackRoom.READ.id(), thread + " 0"))
                    .isInstanceOf(Reply.Refused.class);
            assertThat(school.click(room, person, FeedbackRoom.PASS.id(), thread + " 2"))
                    .isInstanceOf(Reply.Refused.class);
            for (var own : new String[]{FeedbackRoom.CLOSE.id(), FeedbackRoom.DECIDE.id(), FeedbackRoom.REPORT.id(),
                    FeedbackRoom.CHANGE.id()}) {
                assertThat(school.click(room, person, own, thread)).isInstanceOf(Reply.Refused.class);
                assertThat(school.click(room, BEN, own, thread)).isInstanceOf(Reply.Refused.class);
            }
        }
        assertThat(School.shown(school.type(room, COACH, "feedback", "")).toString()).doesNotContain(EVIDENCE)
                .contains("Nobody is asking you");
        assertThat(school.click(room, LEADER, FeedbackRoom.OPEN.id(), TEAM.value())).isInstanceOf(Reply.Refused.class);
        // Whoever leads the team from now on is invited no longer.
        database.change(tx -> school.people.members().join(tx, TEAM, BEN, Role.LEADER, NOW));
        assertThat(school.click(room, BEN, FeedbackRoom.SAY.id(), thread)).isInstanceOf(Reply.Refused.class);
        assertThat(school.composed(room).toString()).doesNotContain(EVIDENCE);
    }

    @OnBothDatabases
    void aReportTellsNothingWithoutAClick(Database database) {
        var school = new School(database);
        var room = room(school);
        var thread = decided(school, room);
        assertThat(told(school, room, View.TEAM)).contains("1 feedback thread").doesNotContain("Fewer");
        school.click(room, ADA, FeedbackRoom.REPORT.id(), thread);
        assertThat(told(school, room, View.TEAM)).contains("Fewer questions", "ADA");
        assertThat(told(school, room, View.LEADER)).contains("1 feedback thread").doesNotContain("Fewer", "ADA");
        school.click(room, ADA, FeedbackRoom.UNREPORT.id(), thread);
        assertThat(told(school, room, View.COACH)).doesNotContain("Fewer");
        var answered = database.read(tx -> new FeedbackStore().answered(tx, TEAM, "", week()));
        assertThat(answered).containsExactly(ADA);
    }

    @OnBothDatabases
    void namesAreAskedAboutAndBadInputIsMended(Database database) {
        var school = new School(database);
        var room = room(school);
        var form = School.opened(school.click(room, ADA, FeedbackRoom.OPEN.id(), TEAM.value()));
        assertThat(School.mended(school.send(room, ADA, form))).containsExactly("audience", "evidence", "question",
                "tried");
        var huge = "x".repeat(10_000);
        assertThat(School.mended(school.send(room, ADA, form, "goal", huge, "tried", huge, "evidence", huge, "question",
                huge, "audience", "ALL"))).containsExactly("audience", "evidence", "goal", "question", "tried");
        assertThat(School.mended(send(school, room, ADA, form, "Why? And when?", "SOME", LEADER))).containsExactly(
                "people",
                "question");
        assertThat(School.mended(send(school, room, ADA, form, "Why?", "SOME", ADA))).containsExactly("people");
        var named = School.opened(send(school, room, ADA, form, "Why did Mr. Lee not speak?", "SOME", BEN));
        assertThat(named.toString()).contains("“Mr. Lee”", EVIDENCE, BEN.toString());
        assertThat(messages(database)).isEmpty();
        var kept = school.send(room, ADA, named, "names", "keep", "tried", "A round", "evidence", "<!channel> 🎉 مرحبا",
                "question", "Why did Mr. Lee not speak?", "audience", "TEAM");
        assertThat(School.shown(kept).toString()).contains("Why did Mr. Lee not speak?");
        assertThat(school.composed(room).toString()).contains("<!channel> 🎉 مرحبا");
    }

    @OnBothDatabases
    void sendingAFormTwiceOpensOneThread_andThePresenterMayChangeTheTable(Database database) {
        var school = new School(database);
        var room = room(school);
        var form = School.opened(school.click(room, ADA, FeedbackRoom.OPEN.id(), TEAM.value()));
        var first = send(school, room, ADA, form, "Why?", "SOME", BEN);
        assertThat(send(school, room, ADA, form, "Why?", "SOME", BEN)).isEqualTo(first);
        assertThat(messages(database)).hasSize(1);
        assertThat(send(school, room, BEN, form, "Mine now?", "SOME", COACH)).isInstanceOf(Reply.Refused.class);
        var thread = School.value(School.shown(first), FeedbackRoom.CHANGE.id());
        var change = School.opened(school.click(room, ADA, FeedbackRoom.CHANGE.id(), thread));
        school.send(room, ADA, change, "tried", "A round", "evidence", "It was period 3", "question", "Why?");
        assertThat(school.composed(room).toString()).contains("It was period 3").doesNotContain(EVIDENCE);
    }

    private static String decided(School school, FeedbackRoom room) {
        var thread = ask(school, room, "SOME", BEN);
        for (var turn = 2; turn <= 5; turn++) {
            school.send(room, BEN, form(school, room, BEN, thread), "words", "Words of turn " + turn);
        }
        var decide = School.opened(school.click(room, ADA, FeedbackRoom.DECIDE.id(), thread));
        school.send(room, ADA, decide, "choice", "CHANGE", "words", "Fewer questions", "on", "2026-09-16");
        return thread;
    }

    private static String ask(School school, FeedbackRoom room, String audience, PersonId... people) {
        var form = School.opened(school.click(room, ADA, FeedbackRoom.OPEN.id(), TEAM.value()));
        var page = School
                .shown(send(school, room, ADA, form, "What would get more of them to talk?", audience, people));
        return School.value(page, FeedbackRoom.CHANGE.id());
    }

    private static Reply send(School school, FeedbackRoom room, PersonId who, Form form, String question,
            String audience,
            PersonId... people) {
        var values = new HashMap<String, List<String>>();
        values.put("tried", List.of("A round of pairs"));
        values.put("evidence", List.of(EVIDENCE));
        values.put("question", List.of(question));
        values.put("audience", List.of(audience));
        values.put("people", Arrays.stream(people).map(PersonId::toString).toList());
        return Objects.requireNonNull(school.feature(room).forms().get(form.id())).apply(new Call.Submission(who,
                form.id(), form.context(), new Answers(values), NOW));
    }

    private static Form form(School school, FeedbackRoom room, PersonId who, String thread) {
        return School.opened(school.click(room, who, FeedbackRoom.SAY.id(), thread));
    }

    private static String step(School school, FeedbackRoom room, PersonId person) {
        return stepsAt(school, room, person, NOW);
    }

    private static String stepsAt(School school, FeedbackRoom room, PersonId person, Instant now) {
        var steps = school.database.read(tx -> room.steps(tx, School.SETTINGS, person,
                school.people.members().standing(tx, TEAM, person), now));
        return String.join(" ", steps.stream().map(NextStep::words).toList());
    }

    private static String told(School school, FeedbackRoom room, View view) {
        return school.database.read(tx -> room.sections(tx, School.SETTINGS, week(), view)).toString();
    }

    private static Period week() {
        return new Period(NOW.minus(Duration.ofDays(1)), NOW.plus(Duration.ofDays(6)));
    }

    private static int turn(Database database, String thread) {
        return database.read(tx -> tx.handle().createQuery("select turn from feedback_thread where id = :id")
                .bind("id", thread).mapTo(Integer.class).one());
    }

    private static List<String> messages(Database database) {
        return database.read(tx -> tx.handle()
                .createQuery("select address from delivery where parent is null order by address").mapTo(String.class)
                .list());
    }

    private static FeedbackRoom room(School school) {
        assertThat(LocalDate.parse("2026-09-14")).isEqualTo(LocalDate.ofInstant(NOW, School.SETTINGS.zone()));
        return new FeedbackRoom(school.database, school.people, GUIDE, school.outbox);
    }
}
