package dev.stagecoach.coaching.learn;

import java.util.List;

import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Form;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.School;
import dev.stagecoach.guide.Guide;
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
import static dev.stagecoach.coaching.School.SETTINGS;
import static dev.stagecoach.coaching.School.STRANGER;
import static dev.stagecoach.coaching.School.TEAM;
import static org.assertj.core.api.Assertions.assertThat;

class ResourceRoomTest {
    private static final Guide GUIDE = ShippedGuide.GUIDE;
    private static final String LINK = "https://example.org/film?a=1";

    @OnBothDatabases
    void aLeaderFillsInWhatTheGuideOnlyNames(Database database) {
        var school = new School(database);
        var room = new ResourceRoom(school.people, GUIDE, school.shared);
        assertThat(shelf(school, room, ADA, 0).toString()).contains("Idaho's mastery-based education page",
                "https://sde.idaho.gov").doesNotContain("Fill in", "resource.add");
        var form = fill(school, room, LEADER, "deep_learning");
        assertThat(form.fields().toString()).contains("Designing Deep Learning");
        assertThat(School.shown(school.send(room, LEADER, form, "link", LINK, "minutes", "20", "practices",
                "discussion")).toString()).contains("Saved");
        var fitting = database.read(tx -> room.fitting(tx, SETTINGS, "discussion"));
        assertThat(fitting).extracting(Material::id).contains("deep_learning", "staging_guide");
        var others = database.read(tx -> room.fitting(tx, SETTINGS, "inquiry"));
        assertThat(others).extracting(Material::id).doesNotContain("deep_learning");
        assertThat(shelf(school, room, ADA, 0).toString()).contains(LINK, "20 min");
    }

    @OnBothDatabases
    void onlyCoachesAndLeadersWrite(Database database) {
        var school = new School(database);
        var room = new ResourceRoom(school.people, GUIDE, school.shared);
        var form = fill(school, room, COACH, "reading");
        for (var person : List.of(ADA, STRANGER)) {
            assertThat(school.click(room, person, "resource.fill", TEAM + " reading"))
                    .isInstanceOf(Reply.Refused.class);
            assertThat(school.click(room, person, "resource.add", TEAM.value())).isInstanceOf(Reply.Refused.class);
            assertThat(school.send(room, person, form, "link", LINK)).isInstanceOf(Reply.Refused.class);
            assertThat(school.click(room, person, "resource.remove", TEAM + " - 0 reading"))
                    .isInstanceOf(Reply.Refused.class);
        }
        assertThat(school.click(room, STRANGER, "resource.shelf", TEAM + " - 0")).isInstanceOf(Reply.Refused.class);
        assertThat(school.click(room, ADA, "resource.shelf", "nonsense")).isInstanceOf(Reply.Refused.class);
    }

    @OnBothDatabases
    void anOwnResourceComesAndGoes(Database database) {
        var school = new School(database);
        var room = new ResourceRoom(school.people, GUIDE, school.shared);
        var form = School.opened(school.click(room, COACH, "resource.add", TEAM.value()));
        var first = school.send(room, COACH, form, "title", "Our film <!channel>", "link", LINK);
        assertThat(school.send(room, COACH, form, "title", "Our film <!channel>", "link", LINK)).isEqualTo(first);
        var shelf = shelf(school, room, COACH, 0);
        assertThat(shelf.toString()).containsOnlyOnce("Our film <!channel>");
        var removed = school.click(room, COACH, "resource.remove", School.value(shelf, "resource.remove"));
        assertThat(School.shown(removed).toString()).doesNotContain("Our film");
    }

    @OnBothDatabases
    void theSecondOfTwoWritersIsTold(Database database) {
        var school = new School(database);
        var room = new ResourceRoom(school.people, GUIDE, school.shared);
        var form = fill(school, room, COACH, "reading");
        school.send(room, COACH, form, "link", LINK);
        var late = school.send(room, LEADER, form, "link", "https://example.org/other");
        assertThat(School.mended(late)).containsExactly("link");
        assertThat(late.toString()).contains("COACH changed this");
    }

    @OnBothDatabases
    void badInputIsMendedFieldByField(Database database) {
        var school = new School(database);
        var room = new ResourceRoom(school.people, GUIDE, school.shared);
        var form = School.opened(school.click(room, COACH, "resource.add", TEAM.value()));
        assertThat(School.mended(school.send(room, COACH, form))).containsExactly("link", "title");
        for (var link : List.of("http://example.org", "javascript:alert(1)", "https://good.org@bad.org/", "https://",
                "example.org", "https://a b", "مرحبا 🎉", "https://example.org/" + "x".repeat(10_000))) {
            assertThat(School.mended(school.send(room, COACH, form, "title", "x", "link", link, "minutes", "0")))
                    .as(link).containsExactly("link", "minutes");
        }
        assertThat(School.mended(school.send(room, COACH, form, "title", "x".repeat(151), "link", LINK, "why",
                "x".repeat(10_000)))).containsExactly("title", "why");
    }

    @OnBothDatabases
    void whoHasSeenStaysWithThemAndTheTeamSeesHowManyFromFiveOn(Database database) {
        var school = new School(database);
        var room = new ResourceRoom(school.people, GUIDE, school.shared);
        var marked = School.shown(school.click(room, ADA, "resource.seen", TEAM + " - 0 staging_guide"));
        assertThat(marked.toString()).doesNotContain("staging_guide", "Seen by");
        assertThat(shelf(school, room, BEN, 0).toString()).contains("- 0 staging_guide");
        school.click(room, BEN, "resource.seen", TEAM + " - 0 staging_guide");
        for (var name : List.of("CY", "DI", "EVE")) {
            var person = new PersonId("T1", "U" + name);
            database.change(tx -> {
                school.people.members().keep(tx,
                        new Person(person, name, SETTINGS.zone(), Person.Kind.FULL, true), NOW);
                school.people.members().join(tx, TEAM, person, Role.MEMBER, NOW);
            });
            assertThat(shelf(school, room, COACH, 0).toString()).doesNotContain("Seen by");
            school.click(room, person, "resource.seen", TEAM + " - 0 staging_guide");
        }
        assertThat(shelf(school, room, COACH, 0).toString()).contains("Seen by 5 of us");
        assertThat(shelf(school, room, LEADER, 0).toString()).doesNotContain("Seen by");
    }

    private static Form fill(School school, ResourceRoom room, PersonId person, String id) {
        return School.opened(school.click(room, person, "resource.fill", TEAM + " " + id));
    }

    private static Card shelf(School school, ResourceRoom room, PersonId person, int from) {
        return School.shown(school.click(room, person, "resource.shelf", TEAM + " - " + from));
    }
}
