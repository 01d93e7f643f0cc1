package dev.stagecoach.coaching.share;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.stagecoach.chat.Answers;
import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.Counted;
import dev.stagecoach.coaching.NextStep;
import dev.stagecoach.coaching.Period;
import dev.stagecoach.coaching.School;
import dev.stagecoach.coaching.Section;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.ShippedGuide;
import dev.stagecoach.people.ChannelId;
import dev.stagecoach.people.Person;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Role;
import dev.stagecoach.people.SchoolStore;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
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

class ShareRoomTest {
    private static final Guide GUIDE = ShippedGuide.GUIDE;
    private static final String WHAT = "Students lead the talk";

    @OnBothDatabases
    void nobodyElseSeesItBeforeAllWhoAreInItHaveAgreed(Database database) {
        var school = new School(database).takesUp(GUIDE, "inquiry");
        var room = new ShareRoom(school.people, GUIDE);
        assertThat(words(school.type(room, ADA, "share", ""))).contains("Nothing has been shared");
        assertThat(words(share(school, room, "yes", "our school", BEN))).contains("I will ask BEN");
        for (var person : List.of(COACH, LEADER)) {
            assertThat(words(school.type(room, person, "share", ""))).doesNotContain(WHAT);
        }
        assertThat(told(school, room, View.TEAM)).isEmpty();
        var id = School.value(School.shown(school.type(room, BEN, "share", "")), "highlight.look");
        assertThat(steps(school, room, BEN)).hasSize(1);
        assertThat(steps(school, room, COACH)).isEmpty();
        assertThat(school.click(room, COACH, "highlight.yes", id)).isInstanceOf(Reply.Refused.class);
        school.click(room, BEN, "highlight.yes", id);
        neighbor(school);
        assertThat(steps(school, room, BEN)).isEmpty();
        assertThat(words(school.type(room, LEADER, "share", ""))).contains(WHAT);
        assertThat(told(school, room, View.LEADER).toString()).contains(WHAT);
        assertThat(counted(school, room)).extracting(Counted::count).containsExactly(1, 0);
        school.click(room, BEN, "highlight.no", id);
        assertThat(words(school.type(room, LEADER, "share", ""))).doesNotContain(WHAT);
        assertThat(words(school.type(room, ADA, "share", ""))).contains("would rather not");
    }

    @OnBothDatabases
    void aDraftIsItsAuthorsAlone_andTheTeamsOwnStaysInTheTeam(Database database) {
        var school = new School(database).takesUp(GUIDE, "inquiry");
        var room = new ShareRoom(school.people, GUIDE);
        share(school, room, "not yet", "outside the school");
        assertThat(words(school.type(room, ADA, "share", ""))).contains("only you see");
        assertThat(words(school.type(room, BEN, "share", ""))).doesNotContain(WHAT);
        share(school, room, "yes", "our team");
        assertThat(words(school.type(room, BEN, "share", ""))).contains(WHAT);
        assertThat(words(school.type(room, LEADER, "share", ""))).doesNotContain(WHAT);
        assertThat(told(school, room, View.LEADER)).isEmpty();
    }

    @OnBothDatabases
    void outsideItIsToldWhenSomebodySaysWhere(Database database) {
        var school = new School(database).takesUp(GUIDE, "inquiry");
        var room = new ShareRoom(school.people, GUIDE);
        share(school, room, "yes", "outside the school");
        var id = School.value(School.shown(school.type(room, BEN, "share", "")), "highlight.look");
        assertThat(words(school.click(room, BEN, "highlight.copy", id))).contains(WHAT, "Room 7");
        var form = School.opened(school.click(room, BEN, "highlight.told", id));
        assertThat(School.mended(school.send(room, BEN, form, "place", " "))).containsExactly("place");
        school.send(room, BEN, form, "place", "The district newsletter");
        school.send(room, BEN, form, "place", "The district newsletter");
        assertThat(counted(school, room)).extracting(Counted::count).containsExactly(0, 1);
        assertThat(counted(school, room).getFirst().obstacle()).contains("No other team at Juniper Ridge");
        neighbor(school);
        assertThat(counted(school, room)).extracting(Counted::count).containsExactly(1, 1);
        assertThat(counted(school, room).getFirst().obstacle()).isEmpty();
        for (var action : List.of("highlight.look", "highlight.edit", "highlight.delete", "highlight.copy")) {
            assertThat(school.click(room, STRANGER, action, id)).isInstanceOf(Reply.Refused.class);
        }
        assertThat(school.click(room, BEN, "highlight.delete", id)).isInstanceOf(Reply.Refused.class);
        school.click(room, ADA, "highlight.delete", id);
        assertThat(words(school.type(room, BEN, "share", ""))).contains("Nothing has been shared");
    }

    @OnBothDatabases
    void theOtherTeamsOfTheSchoolFindWhatIsSharedThere_andOnlyThat(Database database) {
        var school = new School(database).takesUp(GUIDE, "inquiry");
        var room = new ShareRoom(school.people, GUIDE);
        var other = neighbor(school);
        share(school, room, "yes", "our team");
        share(school, room, "yes", "our school", BEN);
        assertThat(words(school.click(room, STRANGER, "highlight.list", other.id().value()))).doesNotContain(WHAT);
        assertThat(steps(school, room, other, STRANGER)).isEmpty();
        var id = School.value(School.shown(school.type(room, BEN, "share", "")), "highlight.look");
        school.click(room, BEN, "highlight.yes", id);
        assertThat(steps(school, room, other, STRANGER)).singleElement().asString().contains("Juniper Ridge",
                "1 thing");
        var found = School.shown(school.click(room, STRANGER, "highlight.list", other.id().value()));
        assertThat(found.toString()).contains(WHAT, "Room 7", "Grade 7");
        var there = School.value(found, "highlight.look_at_school");
        assertThat(words(school.click(room, STRANGER, "highlight.look_at_school", there))).contains(WHAT, "Room 7")
                .doesNotContain("highlight.edit", "highlight.yes", "highlight.copy");
        assertThat(steps(school, room, COACH)).isEmpty();
        school.click(room, BEN, "highlight.no", id);
        assertThat(school.click(room, STRANGER, "highlight.look_at_school", there)).isInstanceOf(Reply.Refused.class);
        assertThat(words(school.click(room, STRANGER, "highlight.list", other.id().value()))).doesNotContain(WHAT);
    }

    /** A second team of the school, with one person; the school has agreed to it. */
    private static Team neighbor(School school) {
        var other = new Team(new TeamId("team-2"), new ChannelId("T1", "C2"), "Grade 8", SETTINGS.school(),
                SETTINGS.zone(), SETTINGS.meeting(), 1, SETTINGS.summary(), true);
        school.database.change(tx -> {
            school.people.teams().add(tx, other, STRANGER, NOW);
            school.people.members().keep(tx, new Person(STRANGER, "Stranger", other.zone(), Person.Kind.FULL, true),
                    NOW);
            school.people.members().join(tx, other.id(), STRANGER, Role.MEMBER, NOW);
            var schools = new SchoolStore();
            schools.agree(tx, other.id(), schools.of(tx, TEAM).school(), NOW);
        });
        return other;
    }

    private static Reply share(School school, ShareRoom room, String consent, String where, PersonId... people) {
        var form = School.opened(school.click(room, ADA, "highlight.write", TEAM.value()));
        return Objects.requireNonNull(school.feature(room).forms().get(form.id()))
                .apply(new Call.Submission(ADA, form.id(), form.context(), new Answers(Map.of("what", List.of(WHAT),
                        "credit", List.of("Room 7"), "consent", List.of(consent), "where", List.of(where), "people",
                        List.of(people).stream().map(PersonId::toString).toList())), NOW));
    }

    private static List<Section> told(School school, ShareRoom room, View view) {
        return school.database
                .read(tx -> room.sections(tx, SETTINGS, new Period(NOW, NOW.plus(Duration.ofDays(1))), view));
    }

    private static List<Counted> counted(School school, ShareRoom room) {
        return school.database.read(tx -> room.counted(tx, SETTINGS, "inquiry", NOW));
    }

    private static List<NextStep> steps(School school, ShareRoom room, PersonId person) {
        return steps(school, room, SETTINGS, person);
    }

    private static List<NextStep> steps(School school, ShareRoom room, Team team, PersonId person) {
        return school.database.read(tx -> room.steps(tx, team, person,
                school.people.members().standing(tx, team.id(), person), NOW));
    }

    private static String words(Reply reply) {
        return School.shown(reply).toString();
    }
}
