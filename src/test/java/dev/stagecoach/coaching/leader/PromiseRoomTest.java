package dev.stagecoach.coaching.leader;

import java.time.Duration;
import java.util.List;

import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.NextStep;
import dev.stagecoach.coaching.Period;
import dev.stagecoach.coaching.School;
import dev.stagecoach.coaching.Section;
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
import static dev.stagecoach.coaching.School.SETTINGS;
import static dev.stagecoach.coaching.School.STRANGER;
import static dev.stagecoach.coaching.School.TEAM;
import static org.assertj.core.api.Assertions.assertThat;

class PromiseRoomTest {
    @OnBothDatabases
    void aPromiseIsGivenAndKept(Database database) {
        var school = new School(database);
        var room = new PromiseRoom(school.people);
        assertThat(words(school.type(room, ADA, "promise", ""))).contains("Nobody has promised", "promise.make");
        var form = School.opened(school.type(room, COACH, "promise", "Bring the talk cards"));
        assertThat(form.toString()).contains("Bring the talk cards").doesNotContain("the coach");
        assertThat(School.mended(school.send(room, COACH, form, "what", " ", "to", "TEAM"))).containsExactly("what");
        school.send(room, COACH, form, "what", "Bring the talk cards", "to", "TEAM", "by", "2026-09-16");
        school.send(room, COACH, form, "what", "Bring the talk cards", "to", "TEAM", "by", "2026-09-16");
        assertThat(database.<Boolean>read(tx -> room.coachOwes(tx, SETTINGS, NOW).isPresent())).isTrue();
        var list = School.shown(school.type(room, ADA, "promise", ""));
        assertThat(list.toString()).containsOnlyOnce("Bring the talk cards").contains("Open, by Wed, Sep 16", "COACH")
                .doesNotContain("promise.keep");
        assertThat(steps(school, room, COACH, 1)).isEmpty();
        assertThat(steps(school, room, COACH, 2)).extracting(NextStep::rank).containsExactly(NextStep.Rank.OPEN_ANSWER);
        assertThat(steps(school, room, ADA, 2)).isEmpty();
        var id = School.value(School.shown(school.type(room, COACH, "promise", "")), "promise.keep");
        assertThat(words(school.click(room, COACH, "promise.keep", id))).contains("Kept: ");
        school.click(room, COACH, "promise.keep", id);
        assertThat(database.<Boolean>read(tx -> room.coachOwes(tx, SETTINGS, NOW).isPresent())).isFalse();
        assertThat(words(school.click(room, COACH, "promise.reopen", id))).contains("Open, by Wed, Sep 16");
    }

    @OnBothDatabases
    void leadersReadInASummaryWhatWasPromisedToThem(Database database) {
        var school = new School(database);
        var room = new PromiseRoom(school.people);
        give(school, room, ADA, "Share our counts", "LEADERS");
        give(school, room, BEN, "Try it on Monday", "COACH");
        assertThat(lines(school, room, View.LEADER)).contains("Share our counts").doesNotContain("Monday");
        assertThat(lines(school, room, View.TEAM)).contains("Share our counts", "Try it on Monday", "BEN");
        assertThat(sections(school, room, View.TEAM)).extracting(Section::place)
                .containsExactly(Section.Place.COMMITMENTS);
    }

    /** Whoever leads the team from now on still settles the own promise, and reads the others' no more. */
    @OnBothDatabases
    void anOldButtonShowsAFormerCoachOnlyWhatLeadersRead(Database database) {
        var school = new School(database);
        var room = new PromiseRoom(school.people);
        give(school, room, COACH, "Bring the talk cards", "TEAM");
        give(school, room, ADA, "Share our counts", "LEADERS");
        give(school, room, BEN, "Try it on Monday", "COACH");
        var id = School.value(School.shown(school.type(room, COACH, "promise", "")), "promise.keep");
        assertThat(words(school.click(room, COACH, "promise.keep", id))).contains("Try it on Monday");
        database.change(tx -> school.people.members().join(tx, TEAM, COACH, Role.LEADER, NOW));
        assertThat(words(school.click(room, COACH, "promise.reopen", id)))
                .contains("Bring the talk cards", "Share our counts").doesNotContain("Monday");
    }

    @OnBothDatabases
    void onlyWhoGaveItSaysWhatBecameOfIt(Database database) {
        var school = new School(database);
        var room = new PromiseRoom(school.people);
        give(school, room, ADA, "Share our counts", "TEAM");
        var id = School.value(School.shown(school.type(room, ADA, "promise", "")), "promise.release");
        for (var person : List.of(BEN, COACH, LEADER, STRANGER)) {
            for (var action : List.of("promise.keep", "promise.reopen", "promise.release")) {
                assertThat(school.click(room, person, action, id)).isInstanceOf(Reply.Refused.class);
            }
        }
        assertThat(school.click(room, LEADER, "promise.make", TEAM.value())).isInstanceOf(Reply.Refused.class);
        assertThat(school.click(room, STRANGER, "promise.list", TEAM.value())).isInstanceOf(Reply.Refused.class);
        var form = School.opened(school.click(room, ADA, "promise.release", id));
        assertThat(School.mended(school.send(room, ADA, form, "reason", ""))).containsExactly("reason");
        assertThat(words(school.send(room, ADA, form, "reason", "<!channel> 😀 not needed")))
                .contains("Released", "not needed");
    }

    private static void give(School school, PromiseRoom room, PersonId person, String what, String to) {
        school.send(room, person, School.opened(school.click(room, person, "promise.make", TEAM.value())), "what",
                what, "to", to);
    }

    private static List<Section> sections(School school, PromiseRoom room, View view) {
        return school.database
                .read(tx -> room.sections(tx, SETTINGS, new Period(NOW, NOW.plus(Duration.ofDays(7))), view));
    }

    private static String lines(School school, PromiseRoom room, View view) {
        return sections(school, room, view).toString();
    }

    private static List<NextStep> steps(School school, PromiseRoom room, PersonId person, int days) {
        return school.database.read(tx -> room.steps(tx, SETTINGS, person,
                school.people.members().standing(tx, TEAM, person), NOW.plus(Duration.ofDays(days))));
    }

    private static String words(Reply reply) {
        return School.shown(reply).toString();
    }
}
