package dev.stagecoach.coaching.baseline;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Form;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.Counted;
import dev.stagecoach.coaching.Period;
import dev.stagecoach.coaching.Room;
import dev.stagecoach.coaching.School;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.ShippedGuide;
import dev.stagecoach.people.People;
import dev.stagecoach.people.PersonId;
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

class BaselineRoomTest {
    private static final Guide GUIDE = ShippedGuide.GUIDE;
    private static final String INQUIRY = TEAM + " inquiry";
    private static final String LOOK_FOR = GUIDE.practice("inquiry").orElseThrow().lookFors().getFirst();

    @OnBothDatabases
    void twoKindsOfSourcesMeetTheGate(Database database) {
        var school = new School(database);
        var room = room(school);
        assertThat(overview(school, room, ADA).toString()).contains("There is nothing in the baseline yet",
                "baseline.add");
        var chosen = School.shown(school.click(room, ADA, "baseline.add", TEAM.value()));
        assertThat(chosen.toString()).contains("Which practice did you look at?", INQUIRY);
        var starters = School.shown(school.click(room, ADA, "baseline.add", INQUIRY));
        assertThat(starters.toString()).contains(LOOK_FOR, "Something else");
        var form = School.opened(school.click(room, ADA, "baseline.use", INQUIRY + " 0"));
        assertThat(form.fields().toString()).contains(LOOK_FOR);
        var saved = save(school, room, ADA, form, "visit");
        assertThat(saved.toString()).contains("1 kind of source", "visit (1)");
        assertThat(sources(database, room)).isEqualTo(1);
        save(school, room, BEN, fresh(school, room, BEN), "visit");
        assertThat(sources(database, room)).isEqualTo(1);
        save(school, room, COACH, fresh(school, room, COACH), "student voice");
        assertThat(counted(database, room).receipts()).containsExactly("From visit, student voice.");
        assertThat(sources(database, room)).isEqualTo(2);
        var page = page(school, room, BEN, 0);
        assertThat(page.toString()).contains("Baseline: Inquiry", "visit (2), student voice (1)",
                "4 of 12 students", LOOK_FOR, "R1, R2", "Nobody asked twice.", "Sep 9, 2026");
        assertThat(overview(school, room, ADA).toString()).contains("visit (2), student voice (1)");
    }

    @OnBothDatabases
    void aSecondClickIsHarmlessAndTheSecondWriterIsTold(Database database) {
        var school = new School(database);
        var room = room(school);
        var form = fresh(school, room, ADA);
        assertThat(save(school, room, ADA, form, "visit")).isEqualTo(save(school, room, ADA, form, "visit"));
        var page = page(school, room, BEN, 0);
        var edit = School.opened(school.click(room, BEN, "baseline.edit", School.value(page, "baseline.edit")));
        var other = School.opened(school.click(room, COACH, "baseline.edit", School.value(page, "baseline.edit")));
        save(school, room, BEN, edit, "schedule");
        var late = send(school, room, COACH, other, "student work");
        assertThat(late.toString()).contains("BEN changed this");
        school.click(room, COACH, "baseline.delete", School.value(page, "baseline.delete"));
        assertThat(send(school, room, BEN, edit, "visit")).isInstanceOf(Reply.Refused.class);
        assertThat(page(school, room, ADA, 0).toString()).contains("There is nothing in the baseline for");
    }

    @OnBothDatabases
    void aLeaderSeesTheirOwnAndWhatTheTeamShows(Database database) {
        var school = new School(database);
        var room = room(school);
        save(school, room, ADA, fresh(school, room, ADA), "visit");
        assertThat(page(school, room, LEADER, 0).toString()).contains("that you can see yet");
        assertThat(overview(school, room, LEADER).toString()).contains("There is nothing in the baseline yet");
        assertThat(sections(database, room, View.LEADER)).isEmpty();
        assertThat(sections(database, room, View.TEAM)).hasSize(1);
        save(school, room, LEADER, fresh(school, room, LEADER), "schedule");
        assertThat(page(school, room, LEADER, 0).toString()).contains("schedule (1)").doesNotContain("visit (1)",
                "baseline.show");
        var entry = School.value(page(school, room, ADA, 1), "baseline.show");
        assertThat(school.click(room, LEADER, "baseline.edit", entry)).isInstanceOf(Reply.Refused.class);
        for (var other : List.of(LEADER, BEN, COACH)) {
            assertThat(school.click(room, other, "baseline.show", entry)).as("nobody releases another's")
                    .isInstanceOf(Reply.Refused.class);
        }
        school.click(room, ADA, "baseline.show", entry);
        assertThat(page(school, room, LEADER, 0).toString()).contains("visit (1)");
        assertThat(sections(database, room, View.LEADER)).hasSize(1);
        assertThat(school.click(room, LEADER, "baseline.edit", entry)).isInstanceOf(Reply.Refused.class);
        save(school, room, BEN, School.opened(school.click(room, BEN, "baseline.edit", entry)), "student work");
        assertThat(page(school, room, LEADER, 0).toString()).as("changed since it was shown")
                .doesNotContain("student work");
    }

    @OnBothDatabases
    void strangersReachNothing(Database database) {
        var school = new School(database);
        var room = room(school);
        var form = fresh(school, room, ADA);
        save(school, room, ADA, form, "visit");
        var entry = School.value(page(school, room, ADA, 0), "baseline.edit");
        for (var action : List.of("open", "add", "other", "page", "use", "first")) {
            assertThat(school.click(room, STRANGER, "baseline." + action, INQUIRY + " 0"))
                    .as(action).isInstanceOf(Reply.Refused.class);
            assertThat(school.click(room, ADA, "baseline." + action, "gone")).isInstanceOf(Reply.Refused.class);
        }
        for (var action : List.of("edit", "delete", "show", "keep")) {
            assertThat(school.click(room, STRANGER, "baseline." + action, entry)).as(action)
                    .isInstanceOf(Reply.Refused.class);
        }
        assertThat(send(school, room, STRANGER, form, "visit")).isInstanceOf(Reply.Refused.class);
        assertThat(school.click(room, ADA, "baseline.add", TEAM + " gone").toString()).contains("no longer has");
    }

    @OnBothDatabases
    void badInputIsMendedFieldByField(Database database) {
        var school = new School(database);
        var room = room(school);
        var form = fresh(school, room, ADA);
        assertThat(School.mended(school.send(room, ADA, form))).as("what is folded away is known")
                .containsExactly("look_for", "source");
        assertThat(School.mended(school.send(room, ADA, form, "from", "", "until", "", "observer", "")))
                .containsExactly("from", "look_for", "observer", "source", "until");
        assertThat(School.mended(school.send(room, ADA, form, "look_for", "x".repeat(10_000), "source", "a guess",
                "observer", "teacher", "from", "2026-09-10", "until", "2026-09-09", "next", "2026-09-01", "count_n",
                "3", "count_of", "5"))).containsExactly("count_of", "look_for", "next", "source", "until");
        assertThat(School.mended(school.send(room, ADA, form, "look_for", "مرحبا 🎉 <!channel>", "source", "visit",
                "observer", "teacher", "from", "2026-09-09", "until", "2026-12-24"))).containsExactly("until");
    }

    @OnBothDatabases
    void aNameIsAskedAboutBeforeItIsKept(Database database) {
        var school = new School(database);
        var room = room(school);
        var form = fresh(school, room, ADA);
        var typed = List.of("look_for", "Questions in BEN's lesson", "source", "visit", "rooms", "Mrs. Lee", "observer",
                "teacher", "from", "2026-09-08", "until", "2026-09-09").toArray(String[]::new);
        var asked = School.opened(school.send(room, ADA, form, typed));
        assertThat(asked.fields().toString()).contains("looks like a name", "“BEN”", "“Mrs. Lee”",
                "Questions in BEN's lesson");
        assertThat(sources(database, room)).isZero();
        var kept = Arrays.copyOf(typed, typed.length + 2);
        kept[typed.length] = "names";
        kept[typed.length + 1] = "keep";
        assertThat(School.shown(school.send(room, ADA, asked, kept)).toString()).contains("Saved.");
        assertThat(sources(database, room)).isEqualTo(1);
    }

    @OnBothDatabases
    void whatComesFirstIsSaidWithAReason(Database database) {
        var school = new School(database);
        var room = room(school);
        var form = School.opened(school.click(room, COACH, "baseline.first", TEAM.value()));
        assertThat(School.mended(school.send(room, COACH, form))).containsExactly("practices", "why");
        var shown = School.shown(school.send(room, COACH, form, "practices", "inquiry", "why", "Seldom seen."));
        assertThat(shown.toString()).contains("Inquiry", "Seldom seen.", "Change what comes first");
        var late = school.send(room, LEADER, form, "practices", "discussion", "why", "I say so.");
        assertThat(late.toString()).contains("COACH changed this");
        assertThat(overview(school, room, LEADER).toString()).contains("Seldom seen.");
    }

    @OnBothDatabases
    void theNextLookComesUpOnItsDayAndGoesWithIt(Database database) {
        var school = new School(database);
        var room = room(school);
        school.send(room, ADA, fresh(school, room, ADA), "look_for", "Questions", "source", "visit", "observer",
                "teacher", "from", "2026-09-08", "until", "2026-09-09", "next", "2026-09-14");
        assertThat(steps(database, room, NOW.minus(Duration.ofDays(1)))).isEmpty();
        assertThat(steps(database, room, NOW)).singleElement().asString().contains("Time to look again at Inquiry");
        school.send(room, BEN, fresh(school, room, BEN), "look_for", "Questions", "source", "visit", "observer",
                "teacher", "from", "2026-09-14", "until", "2026-09-14");
        assertThat(steps(database, room, NOW)).isEmpty();
    }

    private static BaselineRoom room(School school) {
        return new BaselineRoom(school.people, GUIDE);
    }

    private static Form fresh(School school, Room room, PersonId person) {
        return School.opened(school.click(room, person, "baseline.use", INQUIRY + " -"));
    }

    private static Card save(School school, Room room, PersonId person, Form form, String source) {
        return School.shown(send(school, room, person, form, source));
    }

    private static Reply send(School school, Room room, PersonId person, Form form, String source) {
        return school.send(room, person, form, "look_for", LOOK_FOR, "source", source, "rooms", "R1, R2", "count_n",
                "4", "count_of", "12", "count_what", "STUDENTS", "from", "2026-09-08", "until", "2026-09-09",
                "observer",
                "teacher", "patterns", "Nobody asked twice.");
    }

    private static Card overview(School school, Room room, PersonId person) {
        return School.shown(school.type(room, person, "baseline", ""));
    }

    private static Card page(School school, Room room, PersonId person, int from) {
        return School.shown(school.click(room, person, "baseline.page", INQUIRY + " " + from));
    }

    private static Counted counted(Database database, Room room) {
        return database.read(tx -> room.counted(tx, SETTINGS, "inquiry", NOW)).getFirst();
    }

    private static int sources(Database database, Room room) {
        return counted(database, room).count();
    }

    private static List<?> sections(Database database, Room room, View view) {
        var day = new Period(NOW, NOW.plus(Duration.ofDays(1)));
        return database.read(tx -> room.sections(tx, SETTINGS, day, view));
    }

    private static List<?> steps(Database database, Room room, Instant now) {
        var people = People.create();
        return database
                .read(tx -> room.steps(tx, SETTINGS, ADA, people.members().standing(tx, TEAM, ADA), now));
    }
}
