package dev.stagecoach.coaching.goal;

import java.util.List;
import java.util.Optional;

import dev.stagecoach.chat.Form;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.Counted;
import dev.stagecoach.coaching.NextStep;
import dev.stagecoach.coaching.School;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.ShippedGuide;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Role;
import dev.stagecoach.people.Standing;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.OnBothDatabases;

import static dev.stagecoach.coaching.School.ADA;
import static dev.stagecoach.coaching.School.BEN;
import static dev.stagecoach.coaching.School.COACH;
import static dev.stagecoach.coaching.School.LEADER;
import static dev.stagecoach.coaching.School.NOW;
import static dev.stagecoach.coaching.School.STRANGER;
import static dev.stagecoach.coaching.School.TEAM;
import static org.assertj.core.api.Assertions.assertThat;

class LadderRoomTest {
    private static final Guide GUIDE = ShippedGuide.GUIDE;
    private static final String PRACTICE = GUIDE.practices().getFirst().key();

    @OnBothDatabases
    void oneProposesAnotherConfirmsAndItStandsWithTheGoal(Database database) {
        var school = new School(database);
        var room = room(school);
        var goal = goal(school);
        propose(school, room, ADA, goal, "1", "<!channel> 9 of 12");
        assertThat(counted(school, room).count()).isZero();
        assertThat(steps(school, room, ADA)).isEmpty();
        assertThat(steps(school, room, BEN)).singleElement().asString().contains("9 of 12");

        var id = School.value(School.shown(school.click(room, BEN, "ladder.look", goal)), "ladder.confirm");
        assertThat(school.click(room, ADA, "ladder.confirm", id)).isInstanceOf(Reply.Refused.class);
        var confirmed = school.click(room, BEN, "ladder.confirm", id);
        assertThat(school.click(room, COACH, "ladder.confirm", id)).isInstanceOf(Reply.ToYou.class);
        assertThat(confirmed.toString()).contains("<!channel> 9 of 12", "UBEN");
        assertThat(counted(school, room)).satisfies(fact -> assertThat(fact.count()).isOne())
                .satisfies(fact -> assertThat(fact.receipts()).singleElement().asString().startsWith("+1, "));
        assertThat(steps(school, room, COACH)).isEmpty();
        var goals = goals(school);
        assertThat(school.composed(goals)).hasSize(2).last().asString().contains("Where we stand", "9 of 12");
        assertThat(School.shown(school.type(goals, LEADER, "goal", "")).toString()).contains("9 of 12");

        propose(school, room, COACH, goal, "2", "12 of 12");
        var later = School.value(School.shown(school.click(room, ADA, "ladder.open", TEAM.value())), "ladder.confirm");
        school.click(room, ADA, "ladder.confirm", later);
        assertThat(School.shown(school.click(room, LEADER, "ladder.look", goal)).toString())
                .contains("9 of 12", "12 of 12").doesNotContain("ladder.propose");
    }

    @OnBothDatabases
    void aNewerProposalTakesThePlaceOfAnOlderOne(Database database) {
        var school = new School(database);
        var room = room(school);
        var goal = goal(school);
        propose(school, room, ADA, goal, "0", "First");
        var first = School.value(School.shown(school.click(room, COACH, "ladder.look", goal)), "ladder.confirm");
        var form = School.opened(school.click(room, BEN, "ladder.propose", goal));
        var later = NOW.plusSeconds(60);
        database.change(tx -> new LadderStore().propose(tx, new LadderPlacement("z", goal, -2, "Second", BEN, later,
                Optional.empty())));
        assertThat(school.click(room, COACH, "ladder.confirm", first)).isInstanceOf(Reply.Refused.class);
        assertThat(School.shown(school.click(room, COACH, "ladder.look", goal)).toString()).contains("-2, ", "Second")
                .doesNotContain("First");
        assertThat(School.mended(school.send(room, BEN, form))).containsExactly("line", "rung");
        assertThat(School.mended(school.send(room, BEN, form, "rung", "7", "line", "x".repeat(10_000))))
                .containsExactly("line", "rung");
    }

    @OnBothDatabases
    void leadersReadWhatIsAgreedAndNobodyElseComesNear(Database database) {
        var school = new School(database);
        var room = room(school);
        var goal = goal(school);
        propose(school, room, ADA, goal, "0", "Only proposed");
        var id = School.value(School.shown(school.click(room, BEN, "ladder.look", goal)), "ladder.confirm");
        var form = School.opened(school.click(room, BEN, "ladder.propose", goal));
        for (var other : List.of(LEADER, STRANGER)) {
            assertThat(school.click(room, other, "ladder.propose", goal)).isInstanceOf(Reply.Refused.class);
            assertThat(school.click(room, other, "ladder.confirm", id)).isInstanceOf(Reply.Refused.class);
            assertThat(school.send(room, other, form, "rung", "1", "line", "x")).isInstanceOf(Reply.Refused.class);
        }
        assertThat(School.shown(school.click(room, LEADER, "ladder.look", goal)).toString())
                .doesNotContain("Only proposed");
        assertThat(school.click(room, STRANGER, "ladder.look", goal)).isInstanceOf(Reply.Refused.class);
        assertThat(school.click(room, STRANGER, "ladder.open", TEAM.value())).isInstanceOf(Reply.Refused.class);
        assertThat(school.click(room, ADA, "ladder.look", "none")).isInstanceOf(Reply.Refused.class);
    }

    private static void propose(School school, LadderRoom room, PersonId person, String goal, String rung,
            String line) {
        Form form = School.opened(school.click(room, person, "ladder.propose", goal));
        var reply = school.send(room, person, form, "rung", rung, "line", line);
        assertThat(school.send(room, person, form, "rung", rung, "line", line)).isEqualTo(reply);
    }

    private static String goal(School school) {
        var goals = goals(school);
        school.choosesPractice(goals, PRACTICE, "They ask little");
        var aim = school.unfolded(goals, ADA, School.opened(school.click(goals, ADA, "goal.write", TEAM.value())));
        var means = School.opened(school.send(goals, ADA, aim, "sentence", "Students will ask"));
        school.send(goals, ADA, means, "why", "It matters");
        Goal goal = school.database.read(tx -> new GoalStore().current(tx, TEAM)).orElseThrow();
        return goal.id();
    }

    private static Counted counted(School school, LadderRoom room) {
        List<Counted> counted = school.database.read(tx -> room.counted(tx, School.SETTINGS, PRACTICE, NOW));
        return counted.getFirst();
    }

    private static List<NextStep> steps(School school, LadderRoom room, PersonId person) {
        return school.database.read(tx -> room.steps(tx, School.SETTINGS, person, new Standing(
                Optional.of(person.equals(COACH) ? Role.COACH : Role.MEMBER)), NOW));
    }

    private static GoalRoom goals(School school) {
        return new GoalRoom(school.database, school.people, GUIDE, school.journeys);
    }

    private static LadderRoom room(School school) {
        return new LadderRoom(GUIDE, school.outbox);
    }
}
