package dev.stagecoach.coaching.ask;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.chat.Form;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.NextStep;
import dev.stagecoach.coaching.School;
import dev.stagecoach.coaching.Ways;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.GuideFiles;
import dev.stagecoach.guide.ShippedGuide;
import dev.stagecoach.people.Person;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Role;
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

class AskRoomTest {
    private static final Guide GUIDE = ShippedGuide.GUIDE;
    private static final PersonId SECOND = new PersonId("T1", "USECOND");
    private static final String ABOUT = "My pair talk dies after a minute <!channel>";

    @OnBothDatabases
    void askedTakenAndDone(Database database) {
        var school = new School(database);
        var room = room(school);
        var form = School.opened(school.type(room, ADA, "ask", ""));
        var page = School.shown(ask(school, room, ADA, form));
        assertThat(ask(school, room, ADA, form)).isInstanceOf(Reply.ToYou.class);
        assertThat(addresses(database)).containsExactly("person:" + COACH);
        assertThat(school.composed(room).toString()).contains(ABOUT, "a model lesson", "I’ll take it");
        assertThat(step(school, room, COACH)).contains("is asking for your help").doesNotContain("pair talk");
        var id = School.value(page, AskRoom.WITHDRAW);

        assertThat(school.click(room, COACH, AskRoom.DONE, id).toString()).contains("I’ll take it");
        school.click(room, COACH, AskRoom.TAKE, id);
        school.click(room, COACH, AskRoom.TAKE, id);
        assertThat(addresses(database)).containsExactly("person:" + ADA, "person:" + COACH);
        assertThat(step(school, room, COACH)).isEmpty();
        assertThat(School.shown(school.type(room, ADA, "ask", "")).toString()).contains("will help you");
        school.click(room, COACH, AskRoom.DONE, id);
        assertThat(school.composed(room).toString()).contains("This is done.").doesNotContain("I’ll take it");
        assertThat(School.opened(school.type(room, ADA, "ask", "")).title()).isEqualTo("Ask for help");
        assertThat(School.shown(school.type(room, COACH, "ask", "")).toString()).contains("Nobody on your team");
    }

    @OnBothDatabases
    void oneOfTwoCoachesTakesItAndTheOtherSeesWho(Database database) {
        var school = new School(database);
        secondCoach(school);
        var room = room(school);
        var id = School.value(School.shown(ask(school, room, ADA, School.opened(school.type(room, ADA, "ask", "")))),
                AskRoom.WITHDRAW);
        assertThat(addresses(database)).hasSize(2);
        school.click(room, SECOND, AskRoom.TAKE, id);
        var late = School.shown(school.click(room, COACH, AskRoom.TAKE, id));
        assertThat(late.toString()).contains("will help you with this.", SECOND.toString()).doesNotContain("You "
                + "have this one");
    }

    @OnBothDatabases
    void whatIsTakenBackIsGone(Database database) {
        var school = new School(database);
        var room = room(school);
        var form = School.opened(school.type(room, ADA, "ask", ""));
        var id = School.value(School.shown(ask(school, room, ADA, form)), AskRoom.WITHDRAW);
        assertThat(school.click(room, COACH, AskRoom.WITHDRAW, id)).isInstanceOf(Reply.Refused.class);
        school.click(room, ADA, AskRoom.WITHDRAW, id);
        assertThat(school.click(room, ADA, AskRoom.WITHDRAW, id).toString()).contains("Taken back");
        assertThat(school.composed(room).toString()).doesNotContain(ABOUT).contains("no longer need help with this");
        assertThat(step(school, room, COACH)).isEmpty();
        var left = database.read(tx -> tx.handle().createQuery("select count(*) from filled_entry")
                .mapTo(Integer.class).one());
        assertThat(left).isZero();
    }

    @OnBothDatabases
    void teamAndLeadersSeeNothing(Database database) {
        var school = new School(database);
        var room = room(school);
        var form = School.opened(school.type(room, ADA, "ask", ""));
        var id = School.value(School.shown(ask(school, room, ADA, form)), AskRoom.WITHDRAW);
        for (var person : List.of(BEN, LEADER, STRANGER)) {
            for (var click : List.of(AskRoom.TAKE, AskRoom.DONE, AskRoom.WITHDRAW)) {
                assertThat(school.click(room, person, click, id)).isInstanceOf(Reply.Refused.class);
            }
            assertThat(school.click(room, person, AskRoom.SHOW, TEAM).toString()).doesNotContain(ABOUT);
            assertThat(step(school, room, person)).doesNotContain("asks");
        }
        assertThat(school.click(room, LEADER, Ways.ASK_HELP, TEAM)).isInstanceOf(Reply.Refused.class);
        // A coach who leads the team from now on loses sight of it.
        database.change(tx -> school.people.members().join(tx, TEAM, COACH, Role.LEADER, NOW));
        assertThat(school.click(room, COACH, AskRoom.TAKE, id)).isInstanceOf(Reply.Refused.class);
        assertThat(school.composed(room).toString()).doesNotContain(ABOUT);
        assertThat(school.click(room, BEN, Ways.ASK_HELP, TEAM).toString()).contains("no other coach");
    }

    @OnBothDatabases
    void nobodyElseOverwritesIt(Database database) {
        var school = new School(database);
        var room = room(school);
        var form = School.opened(school.type(room, ADA, "ask", ""));
        ask(school, room, ADA, form);
        var forged = new Form(form.id(), form.title(), form.submit(), form.context().replaceAll("0$", "1"), List.of());
        for (var other : List.of(BEN, COACH)) {
            assertThat(school.send(room, other, forged, "kind", "a model lesson", "about", "Something else"))
                    .isInstanceOf(Reply.Refused.class);
        }
        assertThat(School.shown(school.type(room, ADA, "ask", "")).toString()).contains(ABOUT);
    }

    @OnBothDatabases
    void badInputIsMended_andAGuideWithoutTheToolHasNoSuchRoom(Database database) {
        var school = new School(database);
        var room = room(school);
        var form = School.opened(school.type(room, ADA, "ask", ""));
        assertThat(School.mended(school.send(room, ADA, form))).containsExactly("about", "kind");
        assertThat(School.mended(school.send(room, ADA, form, "kind", "money", "about", "x".repeat(10_000), "by",
                "soon"))).containsExactly("about", "by", "kind");
        var other = new AskRoom(database, school.people,
                GuideFiles.load(Optional.of(Path.of("config/guide-team-health"))), school.outbox);
        assertThat(school.feature(other).commands()).isEmpty();
        assertThat(step(school, other, ADA)).isEmpty();
        assertThat(school.feature(other).clicks()).isEmpty();
    }

    private static Reply ask(School school, AskRoom room, PersonId who, Form form) {
        return school.send(room, who, form, "kind", "a model lesson", "about", ABOUT);
    }

    private static void secondCoach(School school) {
        school.database.change(tx -> {
            school.people.members().keep(tx, new Person(SECOND, "SECOND", School.SETTINGS.zone(), Person.Kind.FULL,
                    true), NOW);
            school.people.members().join(tx, TEAM, SECOND, Role.COACH, NOW);
        });
    }

    private static String step(School school, AskRoom room, PersonId person) {
        var steps = school.database.read(tx -> room.steps(tx, School.SETTINGS, person,
                school.people.members().standing(tx, TEAM, person), NOW));
        return String.join(" ", steps.stream().map(NextStep::words).toList());
    }

    private static List<String> addresses(Database database) {
        return database.read(tx -> tx.handle().createQuery("select address from delivery order by address")
                .mapTo(String.class).list());
    }

    private static AskRoom room(School school) {
        return new AskRoom(school.database, school.people, GUIDE, school.outbox);
    }
}
