package dev.stagecoach.coaching.learn;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.Counted;
import dev.stagecoach.coaching.NextStep;
import dev.stagecoach.coaching.Period;
import dev.stagecoach.coaching.School;
import dev.stagecoach.coaching.goal.GoalRoom;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.ShippedGuide;
import dev.stagecoach.people.Person;
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

class SceneRoomTest {
    private static final Guide GUIDE = ShippedGuide.GUIDE;
    private static final String INQUIRY = TEAM + " inquiry";
    private static final List<PersonId> OTHERS = Stream.of("CY", "DI", "EVE")
            .map(name -> new PersonId("T1", "U" + name))
            .toList();
    private static final List<PersonId> MEMBERS = Stream.concat(Stream.of(ADA, BEN), OTHERS.stream()).toList();

    @OnBothDatabases
    void allPlaceItAloneAndTheTeamSeesHowFarApartItIs(Database database) {
        var school = ofFive(database);
        var room = room(school);
        var scene = put(school, room, COACH);
        assertThat(said(school, room)).singleElement().asString().contains("The poster wall", "0 of 5 placed it",
                "scene.place").doesNotContain("scene.close");
        place(school, room, scene, ADA, "1");
        assertThat(list(school, room, BEN).toString()).contains("1 of 5 placed it so far");
        assertThat(form(school, room, scene, ADA)).contains("initial=Optional[1]");
        assertThat(form(school, room, scene, BEN)).contains("initial=Optional.empty");
        place(school, room, scene, ADA, "2");
        for (var member : List.of(BEN, OTHERS.get(0), OTHERS.get(1))) {
            place(school, room, scene, member, "2");
        }
        place(school, room, scene, OTHERS.get(2), "0");
        assertThat(school.click(room, COACH, "scene.close", scene).toString()).contains("Fewer than 5");
        place(school, room, scene, OTHERS.get(2), "4");
        assertThat(shared(database, room)).isZero();
        assertThat(school.click(room, BEN, "scene.close", scene).toString()).contains("Closed.");
        assertThat(school.click(room, COACH, "scene.close", scene).toString()).contains("has closed");
        assertThat(said(school, room).toString()).contains("This scene is closed", "How we placed",
                "In the middle: First miles", "First miles 4", "Worth talking about",
                "what would have let the frogs in")
                .doesNotContain("UADA", "UBEN");
        var left = database.read(tx -> tx.handle().createQuery("select count(*) from scene_placement")
                .mapTo(Integer.class).one());
        assertThat(left).isZero();
        assertThat(shared(database, room)).as("apart").isZero();
    }

    @OnBothDatabases
    void twoScenesReadAlikeAreCounted(Database database) {
        var school = ofFive(database);
        var room = room(school);
        for (var key : List.of("inquiry_poster", "inquiry_bus")) {
            var scene = put(school, room, ADA, key);
            MEMBERS.forEach(member -> place(school, room, scene, member, member.equals(BEN) ? "3" : "2"));
            school.click(room, COACH, "scene.close", scene);
        }
        var counted = counted(database, room);
        assertThat(counted.count()).isEqualTo(2);
        assertThat(counted.receipts()).containsExactly("“The poster wall”: a shared view.",
                "“The late bus”: a shared view.");
        assertThat(list(school, room, ADA).toString()).contains("In the middle: First miles, a shared view.");
    }

    @OnBothDatabases
    void aLeaderSeesThatThereIsASceneAndNothingElse(Database database) {
        var school = ofFive(database);
        var room = room(school);
        var scene = put(school, room, COACH);
        MEMBERS.forEach(member -> place(school, room, scene, member, "2"));
        assertThat(list(school, room, LEADER).toString()).contains("two thirds or more placed it").doesNotContain(
                "5 of",
                "scene.place", "scene.close");
        school.click(room, COACH, "scene.close", scene);
        assertThat(list(school, room, LEADER).toString()).contains("is talking about it")
                .doesNotContain("In the middle");
        assertThat(school.click(room, LEADER, "scene.result", scene)).isInstanceOf(Reply.Refused.class);
        assertThat(School.shown(school.click(room, ADA, "scene.result", scene)).toString()).contains("First miles 5");
        focus(school);
        assertThat(sections(database, room, View.LEADER)).isEmpty();
        assertThat(sections(database, room, View.TEAM)).singleElement().asString().contains("a shared view");
    }

    @OnBothDatabases
    void onlyMembersPlaceAndStrangersSeeNothing(Database database) {
        var school = ofFive(database);
        var room = room(school);
        var scene = put(school, room, COACH);
        var form = School.opened(school.click(room, ADA, "scene.place", scene));
        for (var person : List.of(COACH, LEADER, STRANGER)) {
            assertThat(school.click(room, person, "scene.place", scene)).isInstanceOf(Reply.Refused.class);
            assertThat(school.send(room, person, form, "level", "1")).isInstanceOf(Reply.Refused.class);
        }
        for (var person : List.of(LEADER, STRANGER)) {
            assertThat(school.click(room, person, "scene.close", scene)).isInstanceOf(Reply.Refused.class);
            assertThat(school.click(room, person, "scene.put", INQUIRY + " inquiry_bus"))
                    .isInstanceOf(Reply.Refused.class);
        }
        assertThat(school.click(room, LEADER, "scene.close", scene).toString())
                .contains("members and coaches");
        assertThat(school.click(room, STRANGER, "scene.open", INQUIRY)).isInstanceOf(Reply.Refused.class);
        assertThat(school.click(room, STRANGER, "scene.wording", scene)).isInstanceOf(Reply.Refused.class);
        assertThat(school.click(room, ADA, "scene.put", INQUIRY + " gone")).isInstanceOf(Reply.Refused.class);
        for (var action : List.of("place", "wording", "close", "result")) {
            assertThat(school.click(room, ADA, "scene." + action, "gone")).isInstanceOf(Reply.Refused.class);
        }
        assertThat(School.mended(school.send(room, ADA, form))).containsExactly("level");
        assertThat(School.mended(school.send(room, ADA, form, "level", "9"))).containsExactly("level");
    }

    @OnBothDatabases
    void aSceneIsPutOnce(Database database) {
        var school = ofFive(database);
        var room = room(school);
        assertThat(put(school, room, ADA)).isEqualTo(put(school, room, ADA));
        assertThat(said(school, room)).hasSize(1);
    }

    @OnBothDatabases
    void whoeverIsAskedFindsItOnTheHomeTab(Database database) {
        var school = ofFive(database);
        var room = room(school);
        focus(school);
        assertThat(steps(school, room, ADA)).isEmpty();
        var scene = put(school, room, COACH);
        assertThat(steps(school, room, ADA)).singleElement().matches(step -> step.rank() == NextStep.Rank.OPEN_ANSWER);
        assertThat(steps(school, room, COACH)).isEmpty();
        MEMBERS.forEach(member -> place(school, room, scene, member, "2"));
        assertThat(steps(school, room, COACH)).singleElement().asString().contains("Enough of you");
        assertThat(steps(school, room, LEADER)).isEmpty();
    }

    @OnBothDatabases
    void aSmallTeamTalksInstead(Database database) {
        var school = new School(database);
        assertThat(list(school, room(school), ADA).toString()).contains("fewer than 5", "Read a scene aloud");
    }

    private static School ofFive(Database database) {
        var school = new School(database);
        database.change(tx -> OTHERS.forEach(person -> {
            school.people.members().keep(tx,
                    new Person(person, person.user(), SETTINGS.zone(), Person.Kind.FULL, true), NOW);
            school.people.members().join(tx, TEAM, person, Role.MEMBER, NOW);
        }));
        return school;
    }

    private static SceneRoom room(School school) {
        return new SceneRoom(school.database, school.people, GUIDE, school.outbox);
    }

    private static String put(School school, SceneRoom room, PersonId person) {
        return put(school, room, person, "inquiry_poster");
    }

    private static String put(School school, SceneRoom room, PersonId person, String key) {
        school.click(room, person, "scene.put", INQUIRY + " " + key);
        return school.database.read(tx -> tx.handle().createQuery("select id from scene where vignette = :key")
                .bind("key", key).mapTo(String.class).one());
    }

    private static void place(School school, SceneRoom room, String scene, PersonId person, String level) {
        var form = School.opened(school.click(room, person, "scene.place", scene));
        assertThat(School.shown(school.send(room, person, form, "level", level)).toString()).contains("Placed.");
    }

    private static String form(School school, SceneRoom room, String scene, PersonId person) {
        return School.opened(school.click(room, person, "scene.place", scene)).fields().toString();
    }

    private static Card list(School school, SceneRoom room, PersonId person) {
        return School.shown(school.click(room, person, "scene.open", INQUIRY));
    }

    private static List<?> said(School school, SceneRoom room) {
        return school.composed(room);
    }

    private static void focus(School school) {
        var goals = new GoalRoom(school.database, school.people, GUIDE, school.journeys);
        school.choosesPractice(goals, "inquiry", "Questions are rare.");
    }

    private static Counted counted(Database database, SceneRoom room) {
        return database.read(tx -> room.counted(tx, SETTINGS, "inquiry", NOW)).getFirst();
    }

    private static int shared(Database database, SceneRoom room) {
        return counted(database, room).count();
    }

    private static List<NextStep> steps(School school, SceneRoom room, PersonId person) {
        return school.database.read(tx -> room.steps(tx, SETTINGS, person,
                school.people.members().standing(tx, TEAM, person), NOW));
    }

    private static List<?> sections(Database database, SceneRoom room, View view) {
        var day = new Period(NOW, NOW.plus(Duration.ofDays(1)));
        return database.read(tx -> room.sections(tx, SETTINGS, day, view));
    }
}
