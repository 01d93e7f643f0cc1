package dev.stagecoach.coaching.brief;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.NextStep;
import dev.stagecoach.coaching.Room;
import dev.stagecoach.coaching.School;
import dev.stagecoach.coaching.evidence.EvidenceRoom;
import dev.stagecoach.coaching.leader.PromiseRoom;
import dev.stagecoach.guide.Coaching.Sight;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.ShippedGuide;
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

class BriefRoomTest {
    private static final Guide GUIDE = ShippedGuide.GUIDE;
    private static final String OWED = "I owe you something";
    private static final String QUIET = "It has been quiet";
    private static final String ALWAYS = "What did students do last week";

    @OnBothDatabases
    void oneScreenSaysWhatMovedWhatIsOwedAndWhatToAsk(Database database) {
        var school = new School(database).takesUp(GUIDE, "inquiry");
        var promises = new PromiseRoom(school.people);
        var evidence = new EvidenceRoom(database, school.people, GUIDE, school.outbox);
        var room = room(school, promises, List.of(promises, evidence), Optional.of(NOW));
        assertThat(words(school.type(room, COACH, "brief", ""))).contains("Before you walk in: Grade 7",
                "Wed, Sep 16, 2:30 PM", "Since Wed, Sep 9", ALWAYS).doesNotContain(OWED, QUIET);
        school.send(evidence, ADA, School.opened(school.type(evidence, ADA, "evidence", "")), "statement",
                "They give reasons", "shown", "TEAM");
        school.send(promises, COACH, School.opened(school.type(promises, COACH, "promise", "Bring")), "what",
                "Bring the talk cards", "to", "TEAM");
        assertThat(words(school.type(room, COACH, "brief", ""))).contains("What we saw", "They give reasons",
                "Promises both ways", "Bring the talk cards", OWED, "Because a promise of yours is open.", ALWAYS);
    }

    @OnBothDatabases
    void aQuietTeamIsAskedWhatElseIsOnItsPlate(Database database) {
        var school = new School(database);
        var promises = new PromiseRoom(school.people);
        var room = room(school, promises, List.of(), Optional.of(NOW.minus(Duration.ofDays(15))));
        assertThat(words(school.type(room, COACH, "brief", ""))).contains("since Sun, Aug 30", QUIET);
    }

    @OnBothDatabases
    void notesAreTheCoachsOwnAndEndWithCoaching(Database database) {
        var school = new School(database);
        var promises = new PromiseRoom(school.people);
        var room = room(school, promises, List.of(), Optional.empty());
        var form = School.opened(school.click(room, COACH, "brief.write", TEAM.value()));
        assertThat(School.mended(school.send(room, COACH, form, "words", " "))).containsExactly("words");
        school.send(room, COACH, form, "words", "Fern waits for a word");
        school.send(room, COACH, form, "words", "Fern waits for a word");
        assertThat(words(school.click(room, COACH, "brief.notes", TEAM.value()))).containsOnlyOnce("Fern waits");
        assertThat(words(school.type(room, COACH, "brief", ""))).contains("Fern waits");
        var id = School.value(School.shown(school.click(room, COACH, "brief.notes", TEAM.value())), "brief.delete");
        database.change(tx -> school.people.members().join(tx, TEAM, BEN, Role.COACH, NOW));
        assertThat(words(school.type(room, BEN, "brief", ""))).doesNotContain("Fern waits");
        assertThat(words(school.click(room, BEN, "brief.notes", TEAM.value()))).contains("no notes");
        for (var person : List.of(ADA, LEADER, STRANGER)) {
            for (var action : List.of("brief.notes", "brief.write", "brief.open")) {
                assertThat(school.click(room, person, action, TEAM.value())).isInstanceOf(Reply.Refused.class);
            }
        }
        for (var person : List.of(ADA, BEN, LEADER, STRANGER)) {
            assertThat(school.click(room, person, "brief.delete", id)).isInstanceOf(Reply.Refused.class);
        }
        database.change(tx -> school.people.members().join(tx, TEAM, COACH, Role.MEMBER, NOW));
        for (var action : List.of("brief.notes", "brief.write", "brief.open")) {
            assertThat(school.click(room, COACH, action, TEAM.value())).isInstanceOf(Reply.Refused.class);
        }
        assertThat(words(school.click(room, COACH, "brief.left", TEAM.value()))).contains("from when you coached")
                .doesNotContain("Fern waits");
        assertThat(words(school.click(room, COACH, "brief.delete", id))).contains("no notes");
    }

    @OnBothDatabases
    void onTheDayOfTheMeetingItIsOnTheHomeTab(Database database) {
        var school = new School(database);
        var room = room(school, new PromiseRoom(school.people), List.of(), Optional.empty());
        assertThat(steps(school, room, COACH, NOW)).extracting(NextStep::rank).containsExactly(NextStep.Rank.ANY_TIME);
        assertThat(steps(school, room, COACH, NOW.plus(Duration.ofDays(2)))).extracting(NextStep::rank)
                .containsExactly(NextStep.Rank.OPEN_ANSWER);
        assertThat(steps(school, room, ADA, NOW.plus(Duration.ofDays(2)))).isEmpty();
    }

    @OnBothDatabases
    void oneOfTheGuidesPromptsStandsInIt(Database database) {
        var school = new School(database).takesUp(GUIDE, "inquiry");
        var room = room(school, new PromiseRoom(school.people), List.of(), Optional.empty());
        var prompts = GUIDE.stages().getFirst().prompts().stream().filter(one -> one.audience().equals("team"))
                .map(one -> one.text().split("\\{")[0]).toList();
        var told = words(school.type(room, COACH, "brief", ""));
        assertThat(told).contains("To reflect on together: ");
        assertThat(prompts).filteredOn(told::contains).hasSize(1);
    }

    private static BriefRoom room(School school, PromiseRoom promises, List<Room> rooms, Optional<Instant> lastSign) {
        var signs = new ActivitySigns((_, _, _) -> Optional.empty(), List.of((_, _) -> lastSign));
        return new BriefRoom(school.people, new BriefRoom.Sources(rooms, signs,
                List.of(new Observed(Sight.PROMISE_OPEN, promises::coachOwes)), GUIDE));
    }

    private static List<NextStep> steps(School school, BriefRoom room, PersonId person, Instant now) {
        return school.database.read(
                tx -> room.steps(tx, SETTINGS, person, school.people.members().standing(tx, TEAM, person), now));
    }

    private static String words(Reply reply) {
        return School.shown(reply).toString();
    }
}
