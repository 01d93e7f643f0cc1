package dev.stagecoach.coaching.reflect;

import java.time.Duration;
import java.util.ArrayList;

import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.Period;
import dev.stagecoach.coaching.School;
import dev.stagecoach.guide.ShippedGuide;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.View;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.OnBothDatabases;

import static dev.stagecoach.coaching.School.ADA;
import static dev.stagecoach.coaching.School.BEN;
import static dev.stagecoach.coaching.School.COACH;
import static dev.stagecoach.coaching.School.LEADER;
import static dev.stagecoach.coaching.School.NOW;
import static dev.stagecoach.coaching.School.TEAM;
import static org.assertj.core.api.Assertions.assertThat;

class ReflectionRoomTest {
    private final ReflectionStore store = new ReflectionStore();

    @OnBothDatabases
    void aReflectionIsItsAuthorsUntilShared(Database database) {
        var school = new School(database);
        var room = room(school);
        write(school, room, "me");
        var closed = database.read(tx -> store.of(tx, TEAM, ADA)).getFirst();
        for (var other : new PersonId[]{BEN, COACH, LEADER, School.STRANGER}) {
            assertThat(database.read(tx -> school.people.gate().open(tx, other, closed)).isPresent()).isFalse();
        }
        assertThat(school.composed(room)).isEmpty();
        assertThat(School.shown(school.type(room, BEN, "reflections", "")).toString()).doesNotContain("secret");
        var page = School.shown(school.type(room, ADA, "reflections", ""));
        assertThat(page.toString()).contains("secret");
        var id = School.value(page, "reflection.share");
        assertThat(school.click(room, COACH, "reflection.share", id)).isInstanceOf(Reply.Refused.class);
        var form = School.opened(school.click(room, ADA, "reflection.share", id));
        assertThat(form.fields().toString()).contains("secret", "I post it with your name in your team's channel.");
        assertThat(school.composed(room)).isEmpty();
        assertThat(school.send(room, COACH, form)).isInstanceOf(Reply.Refused.class);
        school.send(room, ADA, form);
        school.send(room, ADA, form);
        assertThat(school.composed(room)).hasSize(1).first().asString().contains("secret");
        var shared = database.read(tx -> store.of(tx, TEAM, ADA)).getFirst();
        assertThat(database.read(tx -> school.people.gate().open(tx, COACH, shared)).isPresent()).isTrue();
        assertThat(database.read(tx -> school.people.gate().open(tx, LEADER, shared)).isPresent()).isFalse();
        var period = new Period(NOW, NOW.plus(Duration.ofDays(1)));
        var told = database.read(tx -> room.sections(tx, School.SETTINGS, period, View.TEAM));
        assertThat(told.toString()).contains("1 reflection shared").doesNotContain("secret");
        var leaders = database.read(tx -> room.sections(tx, School.SETTINGS, period, View.LEADER));
        assertThat(leaders).isEmpty();
    }

    @OnBothDatabases
    void onlyTheAuthorDeletes(Database database) {
        var school = new School(database);
        var room = room(school);
        write(school, room, "team");
        var id = School.value(School.shown(school.type(room, ADA, "reflections", "")), "reflection.delete");
        assertThat(school.click(room, BEN, "reflection.delete", id)).isInstanceOf(Reply.Refused.class);
        school.click(room, ADA, "reflection.delete", id);
        var left = database.read(tx -> store.of(tx, TEAM, ADA));
        assertThat(left).isEmpty();
        assertThat(school.composed(room)).isEmpty();
        assertThat(school.click(room, ADA, "reflection.delete", id)).isInstanceOf(Reply.Refused.class);
    }

    @OnBothDatabases
    void aPromptWaitsCanBeSwappedSkippedAndIsKeptOnce(Database database) {
        var school = new School(database);
        var room = room(school);
        var first = School.shown(school.type(room, ADA, "reflect", ""));
        assertThat(School.shown(school.type(room, ADA, "reflect", ""))).isEqualTo(first);
        var id = School.value(first, "reflection.another");
        assertThat(school.click(room, BEN, "reflection.another", id)).isInstanceOf(Reply.Refused.class);
        var second = School.shown(school.click(room, ADA, "reflection.another", id));
        assertThat(second.summary()).isNotEqualTo(first.summary());
        school.click(room, ADA, "reflection.skip", School.value(second, "reflection.skip"));
        var third = School.shown(school.type(room, ADA, "reflect", ""));
        school.click(room, ADA, "reflection.skip", School.value(third, "reflection.skip"));
        var free = School.shown(school.type(room, ADA, "reflect", ""));
        assertThat(free.summary()).contains("on your mind");
        var form = School.opened(school.click(room, ADA, "reflection.write", School.value(free, "reflection.write")));
        assertThat(School.mended(school.send(room, ADA, form, "answer", "x".repeat(10_000), "share", "all")))
                .containsExactly("answer", "share");
        assertThat(School.mended(school.send(room, ADA, form))).containsExactly("answer");
        school.send(room, ADA, form, "answer", "once");
        school.send(room, ADA, form, "answer", "twice", "share", "team");
        var kept = database.read(tx -> store.of(tx, TEAM, ADA));
        assertThat(kept).hasSize(1);
        assertThat(school.composed(room)).isEmpty();
        assertThat(School.shown(school.type(room, COACH, "reflect", "")).summary())
                .contains("By the end of the semester, what of the practice, [when]?");
    }

    @OnBothDatabases
    void whatThePracticeIsLookedAtWithIsAskedInTurnWithTheStage(Database database) {
        var guide = ShippedGuide.GUIDE;
        var school = new School(database).takesUp(guide, "inquiry");
        var room = new ReflectionRoom(database, school.people, guide, school.outbox);
        var lenses = guide.practice("inquiry").orElseThrow().lens();
        assertThat(lenses).isNotEmpty();
        var asked = new ArrayList<String>();
        for (var i = 0; i < 4; i++) {
            var card = School.shown(school.type(room, ADA, "reflect", ""));
            asked.add(card.summary());
            school.click(room, ADA, "reflection.skip", School.value(card, "reflection.skip"));
        }
        assertThat(asked.get(0)).doesNotContain(lenses.get(0));
        assertThat(asked.get(1)).contains(lenses.get(0));
        assertThat(asked.get(3)).contains(lenses.get(1));
    }

    private static void write(School school, ReflectionRoom room, String share) {
        var prompt = School.shown(school.type(room, ADA, "reflect", ""));
        var form = School.opened(school.click(room, ADA, "reflection.write", School.value(prompt, "reflection.write")));
        school.send(room, ADA, form, "answer", "a secret thought", "share", share);
    }

    private static ReflectionRoom room(School school) {
        return new ReflectionRoom(school.database, school.people, School.guide(), school.outbox);
    }
}
