package dev.stagecoach.coaching.workbook;

import java.time.Duration;
import java.util.List;

import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.Counted;
import dev.stagecoach.coaching.Period;
import dev.stagecoach.coaching.School;
import dev.stagecoach.coaching.Section;
import dev.stagecoach.coaching.Ways;
import dev.stagecoach.guide.Fact;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.ShippedGuide;
import dev.stagecoach.guide.Tool;
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

class WorkbookRoomTest {
    private static final Guide GUIDE = ShippedGuide.GUIDE;

    @OnBothDatabases
    void aPageIsWrittenReadAndEditedByColleagues(Database database) {
        var school = new School(database).takesUp(GUIDE, "inquiry");
        var room = new WorkbookRoom(school.people, GUIDE);
        assertThat(words(school.type(room, ADA, "playbook", ""))).contains("no page yet", "playbook.write");
        var form = School.opened(school.click(room, ADA, "playbook.write", TEAM.value()));
        assertThat(School.mended(school.send(room, ADA, form, "practice", "inquiry"))).contains("title", "steps");
        var page = School.shown(school.send(room, ADA, form, "practice", "inquiry", "title", "Question walls", "steps",
                "1. Write them up. <!channel> 😀", "evidence", "More questions of their own"));
        var id = School.value(page, "playbook.edit");
        assertThat(words(school.click(room, LEADER, "playbook.read", id))).contains("Question walls", "Write them up");
        school.send(room, BEN, School.opened(school.click(room, BEN, "playbook.edit", id)), "practice", "inquiry",
                "title", "Question walls, twice", "steps", "Write them up", "evidence", "More questions");
        assertThat(words(school.type(room, LEADER, "playbook", ""))).contains("twice").doesNotContain("playbook.write");
        assertThat(pages(school, room)).isOne();
        List<Section> sections = database.read(tx -> room.sections(tx, SETTINGS,
                new Period(NOW, NOW.plus(Duration.ofDays(1))), View.LEADER));
        assertThat(sections.toString()).contains("New in the playbook: Question walls, twice", "ADA");
        assertThat(school.click(room, BEN, "playbook.delete", id)).isInstanceOf(Reply.Refused.class);
        school.click(room, ADA, "playbook.delete", id);
        assertThat(pages(school, room)).isZero();
    }

    @OnBothDatabases
    void whatOnlySomeReadIsToldInNoSummaryAndOnNoGate(Database database) {
        var school = new School(database).takesUp(GUIDE, "inquiry");
        var room = new WorkbookRoom(school.people, GUIDE);
        var form = School.opened(school.click(room, ADA, "playbook.write", TEAM.value()));
        school.send(room, ADA, form, "practice", "inquiry", "title", "Question walls", "steps", "B", "evidence", "C");
        var tool = GUIDE.workbook().tool("playbook").orElseThrow();
        var page = tool.page().orElseThrow();
        var coaches = new Pages(school.people, GUIDE, tool, new Tool.Page(page.heading(), page.none(), page.write(),
                page.title(), page.practice(), Tool.Party.COACHES, page.writes(), page.extras()));
        var counted = database.read(tx -> coaches.counted(tx, SETTINGS, "inquiry")).orElseThrow();
        assertThat(counted.count()).isOne();
        assertThat(counted.receipts()).isEmpty();
        var day = new Period(NOW, NOW.plus(Duration.ofDays(1)));
        var news = database.read(tx -> coaches.news(tx, SETTINGS, day, View.TEAM));
        assertThat(news).isEmpty();
    }

    @OnBothDatabases
    void whoMayNotBeginAPageIsLedOnAllTheSame(Database database) {
        var school = new School(database).takesUp(GUIDE, "inquiry");
        var room = new WorkbookRoom(school.people, GUIDE);
        var none = School.shown(school.type(room, LEADER, "playbook", ""));
        assertThat(none.toString()).contains("The playbook has no page yet.").doesNotContain("playbook.write");
        assertThat(School.value(none, Ways.HOME)).isEqualTo(TEAM.value());
    }

    @OnBothDatabases
    void leadersReadAndStrangersDoNot(Database database) {
        var school = new School(database).takesUp(GUIDE, "inquiry");
        var room = new WorkbookRoom(school.people, GUIDE);
        var form = School.opened(school.click(room, COACH, "playbook.write", TEAM.value()));
        Card page = School.shown(school.send(room, COACH, form, "practice", "inquiry", "title", "A", "steps", "B",
                "evidence", "C"));
        var id = School.value(page, "playbook.edit");
        assertThat(school.click(room, LEADER, "playbook.edit", id)).isInstanceOf(Reply.Refused.class);
        assertThat(school.click(room, LEADER, "playbook.write", TEAM.value())).isInstanceOf(Reply.Refused.class);
        for (var action : List.of("playbook.read", "playbook.edit", "playbook.delete")) {
            assertThat(school.click(room, STRANGER, action, id)).isInstanceOf(Reply.Refused.class);
        }
        assertThat(school.click(room, STRANGER, "playbook.list", TEAM.value())).isInstanceOf(Reply.Refused.class);
    }

    private static int pages(School school, WorkbookRoom room) {
        return counted(school, room).stream().filter(one -> one.fact() == Fact.PLAYBOOK_PAGES).findFirst().orElseThrow()
                .count();
    }

    private static List<Counted> counted(School school, WorkbookRoom room) {
        return school.database.read(tx -> room.counted(tx, SETTINGS, "inquiry", NOW));
    }

    private static String words(Reply reply) {
        return School.shown(reply).toString();
    }
}
