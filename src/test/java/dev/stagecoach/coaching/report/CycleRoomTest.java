package dev.stagecoach.coaching.report;

import java.util.List;

import dev.stagecoach.chat.Form;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.School;
import dev.stagecoach.coaching.Ways;
import dev.stagecoach.coaching.goal.Goal;
import dev.stagecoach.coaching.goal.GoalRoom;
import dev.stagecoach.coaching.goal.GoalStore;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.ShippedGuide;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.OnBothDatabases;

import static dev.stagecoach.coaching.School.ADA;
import static dev.stagecoach.coaching.School.BEN;
import static dev.stagecoach.coaching.School.LEADER;
import static dev.stagecoach.coaching.School.STRANGER;
import static dev.stagecoach.coaching.School.TEAM;
import static org.assertj.core.api.Assertions.assertThat;

class CycleRoomTest {
    private static final Guide GUIDE = ShippedGuide.GUIDE;
    private static final String PRACTICE = "inquiry";
    private static final GoalStore GOALS = new GoalStore();

    @OnBothDatabases
    void theFirstOfTwoClosesItAndTheNextGoalIsOne(Database database) {
        var house = new House(database);
        var form = house.form(ADA);
        assertThat(house.send(ADA, form, "REACHED", "9 of 12")).contains("We reached it", "9 of 12");
        assertThat(house.send(BEN, form, "STOPPED", "no time")).contains("We reached it").doesNotContain("no time");
        var next = house.goal();
        assertThat(next.cycle()).isEqualTo(2);
        assertThat(next.canvas().written()).isFalse();
        assertThat(house.closed()).singleElement().satisfies(one -> {
            assertThat(one.sentence()).isEqualTo("Students will ask");
            assertThat(one.closing().result()).isEqualTo(Goal.Result.REACHED);
        });
        assertThat(house.school.click(house.room, ADA, Ways.CLOSE_GOAL, TEAM)).as("the next one is not shown yet")
                .isInstanceOf(Reply.Refused.class);
        assertThat(house.school.click(house.goals, ADA, "goal.edit", house.closed().getFirst().id()))
                .isInstanceOf(Reply.Refused.class);
    }

    @OnBothDatabases
    void aClosedGoalIsOpenAgainUntilTheNextOneIsWritten(Database database) {
        var house = new House(database);
        var first = house.goal();
        house.send(ADA, house.form(ADA), "PARTLY", "7 of 12");
        var undo = TEAM + " " + PRACTICE + " " + first.id();
        assertThat(School.shown(house.school.click(house.room, BEN, "cycle.reopen", undo)).toString())
                .contains("open again");
        assertThat(house.goal()).isEqualTo(first);
        assertThat(house.closed()).isEmpty();
        house.send(ADA, house.form(ADA), "PARTLY", "7 of 12");
        house.writes("Students will answer");
        assertThat(house.school.click(house.room, BEN, "cycle.reopen", undo)).isInstanceOf(Reply.Refused.class);
        assertThat(house.goal().canvas().aim().sentence()).isEqualTo("Students will answer");
    }

    @OnBothDatabases
    void leadersReadHowItEndedAndOnlyReportsThatWereApproved(Database database) {
        var house = new House(database);
        var id = house.goal().id();
        assertThat(house.school.click(house.room, LEADER, Ways.CLOSE_GOAL, TEAM)).isInstanceOf(Reply.Refused.class);
        assertThat(house.school.click(house.room, STRANGER, Ways.EARLIER_GOALS, TEAM))
                .isInstanceOf(Reply.Refused.class);
        house.send(ADA, house.form(ADA), "PARTLY", "7 of 12");
        assertThat(School.shown(house.school.click(house.room, LEADER, Ways.EARLIER_GOALS, TEAM)).toString())
                .contains("1. Students will ask", "7 of 12");
        var value = TEAM + " " + PRACTICE + " " + id;
        assertThat(School.shown(house.school.click(house.room, BEN, "cycle.read", value)).toString())
                .contains("Tries", "Keep: 1");
        assertThat(School.shown(house.school.click(house.room, LEADER, "cycle.read", value)).toString())
                .contains("shown no report").doesNotContain("Keep: 1");
    }

    /** A team with a goal that its channel shows. */
    private static final class House {
        private final School school;
        private final GoalRoom goals;
        private final CycleRoom room;

        House(Database database) {
            school = new School(database).takesUp(GUIDE, PRACTICE);
            goals = new GoalRoom(database, school.people, GUIDE, school.journeys);
            room = new CycleRoom(school.people, school.outbox, new ReportRoom(school.people, GUIDE,
                    List.of((_, _, _, _) -> List.of(new ReportLine("Tries", "Keep: 1")))));
            school.choosesPractice(goals, PRACTICE, "They ask little");
            writes("Students will ask");
        }

        void writes(String sentence) {
            var form = School.opened(school.click(goals, ADA, Ways.WRITE_GOAL, TEAM));
            School.shown(school.send(goals, ADA, form, "sentence", sentence));
        }

        Form form(PersonId person) {
            return School.opened(school.click(room, person, Ways.CLOSE_GOAL, TEAM));
        }

        String send(PersonId person, Form form, String result, String reason) {
            return School.shown(school.send(room, person, form, "result", result, "reason", reason)).toString();
        }

        Goal goal() {
            return school.database.read(tx -> GOALS.with(tx, TEAM, PRACTICE)).orElseThrow();
        }

        List<Goal.Closed> closed() {
            return school.database.read(tx -> GOALS.closed(tx, TEAM, PRACTICE));
        }
    }
}
