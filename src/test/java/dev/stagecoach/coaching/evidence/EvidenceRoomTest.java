package dev.stagecoach.coaching.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.Field;
import dev.stagecoach.chat.Form;
import dev.stagecoach.chat.MessageRef;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.Period;
import dev.stagecoach.coaching.School;
import dev.stagecoach.guide.ShippedGuide;
import dev.stagecoach.people.ChannelId;
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
    void leadersSeeWhatItsAuthorShowsThem(Database database) {
        var school = new School(database);
        var room = room(school);
        log(school, room);
        var closed = database.read(tx -> store.of(tx, TEAM)).getFirst();
        assertThat(database.read(tx -> school.people.gate().open(tx, BEN, closed)).isPresent()).isTrue();
        assertThat(database.read(tx -> school.people.gate().open(tx, LEADER, closed)).isPresent()).isFalse();
        assertThat(sections(school, room, View.LEADER)).isEqualTo("[]");
        assertThat(sections(school, room, View.TEAM)).contains("9 of 12 students", "HIGHLIGHTS", "ADA");
        assertThat(School.shown(school.type(room, BEN, "evidence", "list")).toString()).contains("They asked")
                .doesNotContain("evidence.approve", "evidence.withdraw");
        var id = School.value(School.shown(school.type(room, ADA, "evidence", "list")), "evidence.approve");
        for (var other : List.of(LEADER, BEN, COACH)) {
            assertThat(school.click(room, other, "evidence.approve", id)).as("nobody releases another's")
                    .isInstanceOf(Reply.Refused.class);
        }
        school.click(room, ADA, "evidence.approve", id);
        assertThat(school.click(room, BEN, "evidence.withdraw", id)).isInstanceOf(Reply.Refused.class);
        assertThat(sections(school, room, View.LEADER)).contains("9 of 12 students").doesNotContain("ADA");
        var form = School.opened(school.click(room, ADA, "evidence.edit", id));
        school.send(room, ADA, form, "statement", "Fewer asked", "shown", "TEAM");
        assertThat(sections(school, room, View.LEADER)).isEqualTo("[]");
        assertThat(school.composed(room)).hasSize(1).first().asString().contains("Fewer asked");
    }

    @OnBothDatabases
    void whoSawItIsSaid_andTheAuthorsYesIsKeptWithTheWords(Database database) {
        var school = new School(database);
        var room = new EvidenceRoom(database, school.people, ShippedGuide.GUIDE, school.outbox);
        var form = School.opened(school.click(room, ADA, "evidence.log", TEAM.value()));
        assertThat(School.mended(school.send(room, ADA, form, "statement", "They asked", "source", "the janitor")))
                .containsExactly("source");
        school.send(room, ADA, form, "statement", "They asked", "source", "a family");
        var mine = School.shown(school.type(room, ADA, "evidence", "list"));
        assertThat(mine.toString()).contains("Seen by", "a family").doesNotContain("Approved by its author");
        var id = School.value(mine, "evidence.share");
        school.send(room, ADA, School.opened(school.click(room, ADA, "evidence.share", id)), "statement", "They asked",
                "source", "a family", "shown", "TEAM");
        assertThat(School.shown(school.type(room, BEN, "evidence", "list")).toString())
                .contains("a family", "Approved by its author on Mon, Sep 14, 2026");
        assertThat(school.composed(room)).singleElement().asString().contains("Seen by");
        assertThat(sections(school, room, View.LEADER)).isEqualTo("[]");
        var edit = School.opened(school.click(room, ADA, "evidence.edit", id));
        school.send(room, ADA, edit, "statement", "They asked", "shown", "MINE");
        assertThat(School.shown(school.type(room, ADA, "evidence", "list")).toString())
                .doesNotContain("Approved by its author");
    }

    @OnBothDatabases
    void onlyItsAuthorChangesOrDeletesAnItem(Database database) {
        var school = new School(database);
        var room = room(school);
        var form = log(school, room);
        school.send(room, ADA, form, "statement", "They asked", "n", "9", "of", "12", "highlight", "yes", "shown",
                "TEAM");
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
                .contains("identify individual students");
        school.send(room, ADA, form, "statement", "<!channel> '; drop table evidence", "n", "3", "of", "5", "what",
                "LESSONS", "shown", "TEAM");
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

    @OnBothDatabases
    void whatIsLoggedIsItsAuthorsAlone_untilTheTeamIsChosen(Database database) {
        var school = new School(database);
        var room = room(school);
        var form = School.opened(school.click(room, ADA, "evidence.log", TEAM.value()));
        assertThat(form.fields().toString()).contains("Only me",
                "I post it with your name in your team's channel; it counts");
        school.send(room, ADA, form, "statement", "They asked", "n", "9", "of", "12", "highlight", "yes");
        assertThat(school.composed(room)).isEmpty();
        assertThat(sections(school, room, View.TEAM)).isEqualTo("[]");
        assertThat(School.shown(school.type(room, BEN, "evidence", "list")).toString()).doesNotContain("They asked");
        assertThat(database.<Optional<Instant>>read(tx -> room.lastLogged(tx, TEAM))).isEmpty();
        var mine = School.shown(school.type(room, ADA, "evidence", "list"));
        assertThat(mine.toString()).contains("They asked", "Only you see this.");
        var id = School.value(mine, "evidence.share");
        assertThat(school.click(room, ADA, "evidence.approve", id)).isInstanceOf(Reply.Refused.class);
        assertThat(school.click(room, BEN, "evidence.share", id)).isInstanceOf(Reply.Refused.class);
        var shares = School.opened(school.click(room, ADA, "evidence.share", id));
        school.send(room, ADA, shares, "statement", "They asked", "shown", "TEAM");
        assertThat(school.composed(room)).hasSize(1).first().asString().contains("They asked");
        school.send(room, ADA, shares, "statement", "They asked", "shown", "MINE");
        assertThat(school.composed(room)).isEmpty();
        assertThat(sections(school, room, View.TEAM)).isEqualTo("[]");
    }

    @OnBothDatabases
    void theFormNamesTheLeaderWhoReadsInTheChannel(Database database) {
        var school = new School(database);
        database.change(tx -> tx.handle().createUpdate(
                "insert into channel_reader (team, person, since) values (:team, :person, :now)")
                .bind("team", TEAM).bind("person", LEADER).bind("now", NOW).execute());
        assertThat(School.opened(school.click(room(school), ADA, "evidence.log", TEAM.value())).fields().toString())
                .contains("your team's channel, which LEADER can read too");
    }

    @OnBothDatabases
    void whatLooksLikeANameIsAskedAboutBeforeItIsPosted(Database database) {
        var school = new School(database);
        var room = room(school);
        var form = School.opened(school.click(room, ADA, "evidence.log", TEAM.value()));
        var asked = School.opened(school.send(room, ADA, form, "statement", "Ms. Reed waited", "shown", "TEAM"));
        assertThat(asked.fields().toString()).contains("Not sent yet", "Ms. Reed");
        assertThat(asked.title()).as("nothing is saved yet").isEqualTo("Log evidence");
        assertThat(school.composed(room)).isEmpty();
        school.send(room, ADA, asked, "statement", "Ms. Reed waited", "shown", "TEAM", "names", "keep");
        assertThat(school.composed(room)).hasSize(1);
        var mine = School.opened(school.click(room, BEN, "evidence.log", TEAM.value()));
        assertThat(school.send(room, BEN, mine, "statement", "Ms. Reed waited")).as("stays with its author")
                .isInstanceOf(Reply.ToYou.class);
    }

    @OnBothDatabases
    void aMessageFromElsewhereStaysWithWhoeverSavesIt(Database database) {
        var school = new School(database);
        var room = room(school);
        var handler = Objects.requireNonNull(school.feature(room).shortcuts().get("save_evidence"));
        var message = new MessageRef(new ChannelId("T1", "D99"), "123.456");
        var form = School.opened(handler.apply(new Call.Shortcut(ADA, "save_evidence", message, "Between us", NOW)));
        assertThat(form.fields().toString()).contains("Only you will see this").doesNotContain("My team",
                "Worth showing");
        school.send(room, ADA, form, "statement", "Between us", "shown", "TEAM");
        assertThat(school.composed(room)).isEmpty();
        var mine = School.shown(school.type(room, ADA, "evidence", "list"));
        assertThat(mine.toString()).contains("Between us").doesNotContain("evidence.share");
        var edit = School.opened(school.click(room, ADA, "evidence.edit", School.value(mine, "evidence.edit")));
        school.send(room, ADA, edit, "statement", "Between us", "shown", "TEAM");
        var shares = School.opened(school.click(room, ADA, "evidence.share", School.value(mine, "evidence.edit")));
        school.send(room, ADA, shares, "statement", "Between us", "shown", "TEAM");
        assertThat(school.composed(room)).isEmpty();
        assertThat(School.shown(school.type(room, BEN, "evidence", "list")).toString()).doesNotContain("Between us");
    }

    private static Form log(School school, EvidenceRoom room) {
        var form = School.opened(school.click(room, ADA, "evidence.log", TEAM.value()));
        school.send(room, ADA, form, "statement", "They asked", "n", "9", "of", "12", "highlight", "yes", "shown",
                "TEAM");
        return form;
    }

    private static String sections(School school, EvidenceRoom room, View view) {
        return school.database.read(tx -> room.sections(tx, School.SETTINGS, DAY, view)).toString();
    }

    private static EvidenceRoom room(School school) {
        return new EvidenceRoom(school.database, school.people, School.guide(), school.outbox);
    }
}
