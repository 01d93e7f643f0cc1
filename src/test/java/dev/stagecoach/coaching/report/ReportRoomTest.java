package dev.stagecoach.coaching.report;

import java.util.List;
import java.util.Optional;

import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.Form;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.NextStep;
import dev.stagecoach.coaching.School;
import dev.stagecoach.guide.Fact;
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

class ReportRoomTest {
    private static final Guide GUIDE = ShippedGuide.GUIDE;
    private static final String PRACTICE = GUIDE.practices().getFirst().key();

    @OnBothDatabases
    void itIsDraftedFromWhatIsThereAndTheTeamsUntilApproved(Database database) {
        var school = new School(database).takesUp(GUIDE, PRACTICE);
        var room = room(school, "Keep: 1");
        assertThat(read(school, room, LEADER)).isInstanceOf(Reply.Refused.class);
        write(school, room, ADA, "Nobody was heard less <!channel>", "Two classes only");
        assertThat(School.shown(read(school, room, BEN)).toString()).contains("Keep: 1", "Two classes only",
                "Cycle").doesNotContain("Yes, show leaders");
        assertThat(read(school, room, LEADER)).isInstanceOf(Reply.Refused.class);
    }

    @OnBothDatabases
    void oneProposesAnotherConfirms(Database database) {
        var school = new School(database).takesUp(GUIDE, PRACTICE);
        var room = room(school, "Keep: 1");
        write(school, room, ADA, "Nobody was heard less <!channel>", "Two classes only");
        var approval = propose(school, room, ADA);
        assertThat(read(school, room, LEADER)).isInstanceOf(Reply.Refused.class);
        assertThat(steps(school, room, ADA, Role.MEMBER)).isEmpty();
        assertThat(steps(school, room, BEN, Role.MEMBER)).singleElement()
                .satisfies(step -> assertThat(step.rank()).isEqualTo(NextStep.Rank.OPEN_ANSWER));
        assertThat(school.click(room, ADA, "report.confirm", approval)).isInstanceOf(Reply.Refused.class);
        var confirmed = school.click(room, BEN, "report.confirm", approval);
        assertThat(confirmed).isInstanceOf(Reply.ToYou.class);
        assertThat(school.click(room, BEN, "report.confirm", approval)).isInstanceOf(Reply.ToYou.class);
        assertThat(School.shown(read(school, room, LEADER)).toString()).contains("Keep: 1", "Two classes only",
                "Nobody was heard less <!channel>").doesNotContain("report.write");
        assertThat(steps(school, room, LEADER, Role.LEADER)).hasSize(1);
        assertThat(count(school, room, Fact.REPORT_APPROVED)).isOne();
        assertThat(count(school, room, Fact.NEXT_DRAFTED)).isOne();

        var later = room(school, "Keep: 2");
        assertThat(School.shown(read(school, later, ADA)).toString()).contains("Keep: 2");
        assertThat(School.shown(read(school, later, LEADER)).toString()).contains("Keep: 1").doesNotContain("Keep: 2");
    }

    @OnBothDatabases
    void aChangedReportNeedsANewApproval(Database database) {
        var school = new School(database).takesUp(GUIDE, PRACTICE);
        var room = room(school, "Keep: 1");
        write(school, room, ADA, "First", "Two classes only");
        var first = propose(school, room, ADA);
        write(school, room, COACH, "Second", "Two classes only");
        assertThat(school.click(room, BEN, "report.confirm", first)).isInstanceOf(Reply.Refused.class);
        var second = propose(school, room, COACH);
        school.click(room, ADA, "report.confirm", second);
        write(school, room, BEN, "Second", "Two classes only");
        assertThat(School.shown(read(school, room, LEADER)).toString()).contains("Second");
        write(school, room, BEN, "Third", "Two classes only");
        assertThat(read(school, room, LEADER)).isInstanceOf(Reply.Refused.class);
        assertThat(count(school, room, Fact.REPORT_APPROVED)).isZero();
        school.click(room, ADA, "report.confirm", propose(school, room, BEN));
        assertThat(School.shown(read(school, room, LEADER)).toString()).contains("Third");
        school.click(room, ADA, "report.close", TEAM.value());
        assertThat(read(school, room, LEADER)).isInstanceOf(Reply.Refused.class);
    }

    @OnBothDatabases
    void theSecondOfTwoWritersIsToldAndBadInputIsMended(Database database) {
        var school = new School(database).takesUp(GUIDE, PRACTICE);
        var room = room(school, "Keep: 1");
        var one = School.opened(school.click(room, ADA, "report.write", TEAM.value()));
        var two = School.opened(school.click(room, BEN, "report.write", TEAM.value()));
        assertThat(School.mended(school.send(room, ADA, one))).containsExactly("limits", "next_goal");
        assertThat(School.mended(school.send(room, ADA, one, "limits", "x".repeat(10_000), "next_goal", "y")))
                .containsExactly("limits");
        assertThat(send(school, room, ADA, one, "First")).isEqualTo(send(school, room, ADA, one, "First"));
        assertThat(send(school, room, BEN, two, "Second").toString()).contains("ADA changed this");
    }

    @OnBothDatabases
    void nobodyElseComesNear(Database database) {
        var school = new School(database).takesUp(GUIDE, PRACTICE);
        var room = room(school, "Keep: 1");
        var form = School.opened(school.click(room, ADA, "report.write", TEAM.value()));
        write(school, room, ADA, "First", "Two classes only");
        var approval = propose(school, room, ADA);
        for (var other : List.of(LEADER, STRANGER)) {
            for (var click : List.of("write", "close")) {
                assertThat(school.click(room, other, "report." + click, TEAM.value()))
                        .isInstanceOf(Reply.Refused.class);
            }
            for (var click : List.of("propose", "confirm")) {
                assertThat(school.click(room, other, "report." + click, approval)).isInstanceOf(Reply.Refused.class);
            }
            assertThat(read(school, room, other)).isInstanceOf(Reply.Refused.class);
            assertThat(send(school, room, other, form, "x")).isInstanceOf(Reply.Refused.class);
        }
    }

    private static Reply read(School school, ReportRoom room, PersonId person) {
        return school.click(room, person, ReportRoom.OPEN, TEAM);
    }

    private static void write(School school, ReportRoom room, PersonId person, String surprises, String limits) {
        var form = School.opened(school.click(room, person, "report.write", TEAM.value()));
        School.shown(school.send(room, person, form, "surprises", surprises, "limits", limits, "next_goal", "More"));
    }

    private static Reply send(School school, ReportRoom room, PersonId person, Form form, String limits) {
        return school.send(room, person, form, "limits", limits, "next_goal", "More");
    }

    /** Later than what was proposed before, as clocks are. */
    private static String propose(School school, ReportRoom room, PersonId person) {
        var value = School.value(School.shown(read(school, room, person)), "report.propose");
        var handler = Optional.ofNullable(school.feature(room).clicks().get("report.propose")).orElseThrow();
        var call = new Call.Click(person, "report.propose", value, Optional.empty(),
                NOW.plusMillis(Long.parseLong(at(school))));
        assertThat(handler.apply(call)).isInstanceOf(Reply.ToYou.class);
        assertThat(handler.apply(call)).isInstanceOf(Reply.ToYou.class);
        return value;
    }

    private static String at(School school) {
        return school.database.read(tx -> tx.handle().createQuery("select count(*) from report_approval")
                .mapTo(String.class).one());
    }

    private static int count(School school, ReportRoom room, Fact fact) {
        return school.database.read(tx -> room.counted(tx, School.SETTINGS, PRACTICE, NOW).stream()
                .filter(counted -> counted.fact() == fact).findFirst().orElseThrow().count());
    }

    private static List<NextStep> steps(School school, ReportRoom room, PersonId person, Role role) {
        return school.database.read(tx -> room.steps(tx, School.SETTINGS, person, new Standing(Optional.of(role)),
                NOW));
    }

    private static ReportRoom room(School school, String tries) {
        return new ReportRoom(school.people, GUIDE,
                List.of((_, _, _, _) -> List.of(new ReportLine("Tries", tries))));
    }
}
