package dev.stagecoach.coaching.evidence;

import java.time.Duration;
import java.util.Objects;

import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.Field;
import dev.stagecoach.chat.Form;
import dev.stagecoach.chat.MessageRef;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.Period;
import dev.stagecoach.coaching.School;
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

class EvidenceRoomTest {
    private static final Period DAY = new Period(NOW, NOW.plus(Duration.ofDays(1)));
    private final EvidenceStore store = new EvidenceStore();

    @OnBothDatabases
    void leadersSeeWhatTheTeamApproved(Database database) {
        var school = new School(database);
        var room = room(school);
        log(school, room);
        var closed = database.read(tx -> store.of(tx, TEAM)).getFirst();
        assertThat(database.read(tx -> school.people.gate().open(tx, BEN, closed)).isPresent()).isTrue();
        assertThat(database.read(tx -> school.people.gate().open(tx, LEADER, closed)).isPresent()).isFalse();
        assertThat(sections(school, room, View.LEADER)).isEqualTo("[]");
        assertThat(sections(school, room, View.TEAM)).contains("9 of 12 students", "HIGHLIGHTS", "ADA");
        var id = School.value(School.shown(school.type(room, BEN, "evidence", "list")), "evidence.approve");
        assertThat(school.click(room, LEADER, "evidence.approve", id)).isInstanceOf(Reply.Refused.class);
        school.click(room, BEN, "evidence.approve", id);
        assertThat(sections(school, room, View.LEADER)).contains("9 of 12 students").doesNotContain("ADA");
        var form = School.opened(school.click(room, ADA, "evidence.edit", id));
        school.send(room, ADA, form, "statement", "Fewer asked");
        assertThat(sections(school, room, View.LEADER)).isEqualTo("[]");
        assertThat(school.composed(room)).hasSize(1).first().asString().contains("Fewer asked");
    }

    @OnBothDatabases
    void onlyItsAuthorChangesOrDeletesAnItem(Database database) {
        var school = new School(database);
        var room = room(school);
        var form = log(school, room);
        school.send(room, ADA, form, "statement", "They asked", "n", "9", "of", "12", "highlight", "yes");
        var items = database.read(tx -> store.of(tx, TEAM));
        assertThat(items).hasSize(1);
        var id = School.value(School.shown(school.type(room, ADA, "evidence", "list")), "evidence.delete");
        assertThat(school.click(room, COACH, "evidence.edit", id)).isInstanceOf(Reply.Refused.class);
        assertThat(school.click(room, COACH, "evidence.delete", id)).isInstanceOf(Reply.Refused.class);
        assertThat(school.send(room, COACH, form, "statement", "Taken over")).isInstanceOf(Reply.Refused.class);
        school.click(room, ADA, "evidence.delete", id);
        var left = database.read(tx -> store.of(tx, TEAM));
        assertThat(left).isEmpty();
        assertThat(school.composed(room)).isEmpty();
    }

    @OnBothDatabases
    void badInputIsMendedFieldByField(Database database) {
        var school = new School(database);
        var room = room(school);
        var form = School.opened(school.type(room, ADA, "evidence", ""));
        var huge = "x".repeat(10_000);
        assertThat(School.mended(school.send(room, ADA, form))).containsExactly("statement");
        assertThat(School.mended(school.send(room, ADA, form, "statement", huge, "n", "-1", "of", "many", "what", "x",
                "cannot_show", huge, "type", "x", "practice", "x", "highlight", "x"))).containsExactly("cannot_show",
                        "highlight", "n", "of", "practice", "statement", "type", "what");
        assertThat(School.mended(school.send(room, ADA, form, "statement", "x", "n", "3"))).containsExactly("of");
        assertThat(School.mended(school.send(room, ADA, form, "statement", "x", "of", "12"))).containsExactly("n");
        assertThat(School.mended(school.send(room, ADA, form, "statement", "x", "n", "13", "of", "12")))
                .containsExactly("n");
        assertThat(school.send(room, ADA, form, "statement", "x", "n", "3", "of", "9").toString())
                .contains("point to single");
        school.send(room, ADA, form, "statement", "<!channel> '; drop table evidence", "n", "3", "of", "5", "what",
                "LESSONS");
        assertThat(school.composed(room)).hasSize(1).first().asString().contains("<!channel> '; drop",
                "3 of 5 lessons");
    }

    @OnBothDatabases
    void aMessageBecomesEvidenceWithoutLosingItsPlace(Database database) {
        var school = new School(database);
        var room = room(school);
        var handler = Objects.requireNonNull(school.feature(room).shortcuts().get("save_evidence"));
        var message = new MessageRef(School.SETTINGS.channel(), "123.456");
        var form = School
                .opened(handler.apply(new Call.Shortcut(ADA, "save_evidence", message, "🎉".repeat(400), NOW)));
        var statement = (Field.LongText) form.fields().getFirst();
        assertThat(statement.initial().length()).isEqualTo(500);
        school.send(room, ADA, form, "statement", "They asked");
        var closed = database.read(tx -> store.of(tx, TEAM)).getFirst();
        var kept = database.read(tx -> school.people.gate().open(tx, ADA, closed)).orElseThrow();
        assertThat(kept.from()).contains(message);
        assertThat(handler.apply(new Call.Shortcut(LEADER, "save_evidence", message, "x", NOW)))
                .isInstanceOf(Reply.Refused.class);
    }

    private static Form log(School school, EvidenceRoom room) {
        var form = School.opened(school.click(room, ADA, "evidence.log", TEAM.value()));
        school.send(room, ADA, form, "statement", "They asked", "n", "9", "of", "12", "highlight", "yes");
        return form;
    }

    private static String sections(School school, EvidenceRoom room, View view) {
        return school.database.read(tx -> room.sections(tx, School.SETTINGS, DAY, view)).toString();
    }

    private static EvidenceRoom room(School school) {
        return new EvidenceRoom(school.database, school.people, School.guide(), school.outbox);
    }
}
