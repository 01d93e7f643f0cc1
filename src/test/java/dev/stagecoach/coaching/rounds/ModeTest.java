package dev.stagecoach.coaching.rounds;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.Counted;
import dev.stagecoach.coaching.Routed;
import dev.stagecoach.guide.Fact;
import dev.stagecoach.outbox.Outbox;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.OnBothDatabases;

import static dev.stagecoach.coaching.rounds.School.COACH;
import static dev.stagecoach.coaching.rounds.School.LEADER;
import static dev.stagecoach.coaching.rounds.School.NOW;
import static dev.stagecoach.coaching.rounds.School.form;
import static dev.stagecoach.coaching.rounds.School.member;
import static dev.stagecoach.coaching.rounds.School.words;
import static org.assertj.core.api.Assertions.assertThat;

/** What a team's agreement on who sees what does to its rounds. */
class ModeTest {
    @OnBothDatabases
    void openMembersSeeWhoPlacedWhat_coachAndLeaderDoNot(Database database) {
        var school = new School(database, 3);
        for (var number = 1; number <= 3; number++) {
            say(school, member(number), "yes");
        }
        var id = school.open();
        for (var number = 1; number <= 3; number++) {
            school.rateAll(member(number), String.valueOf(number), "2", List.of());
        }
        say(school, member(3), "no");
        school.click(COACH, "assessment.close", id, NOW);
        assertThat(result(school, member(1))).contains("Who placed what", "U1: students ", "U2: students ")
                .doesNotContain("U3:");
        assertThat(result(school, COACH)).contains("2 of ").doesNotContain("Who placed what", "U1:");
        assertThat(school.type(LEADER, "results", NOW)).isInstanceOf(Reply.Refused.class);
        assertThat(words(school.reveal().card())).doesNotContain("U1");
        assertThat(database.<List<PersonId>>read(tx -> new RatingStore().tookPart(tx, id)))
                .containsExactlyInAnyOrder(member(1), member(2));
    }

    @OnBothDatabases
    void aRoundKeepsWhatHeldWhenItWasOpened(Database database) {
        var school = new School(database, 6);
        var id = school.open();
        for (var number = 1; number <= 6; number++) {
            school.rateAll(member(number), "2", "2", List.of());
            say(school, member(number), "yes");
        }
        school.click(COACH, "assessment.close", id, NOW);
        assertThat(result(school, member(1))).doesNotContain("Who placed what");
    }

    @OnBothDatabases
    void aSmallTeamPlacesItselfTogether(Database database) {
        var school = new School(database, 3);
        IntStream.rangeClosed(1, 3).forEach(one -> say(school, member(one), "yes"));
        assertThat(school.click(member(1), "assessment.joint", school.team.id().value(), NOW))
                .as("all agreed to be open").isInstanceOf(Reply.Refused.class);
        say(school, member(1), "no");
        var together = form(school.type(COACH, "round", NOW));
        assertThat(together.id()).isEqualTo("assessment.joint_form");
        assertThat(school.submit(member(1), together, Map.of(), NOW)).isInstanceOf(Reply.Mend.class);
        var practice = school.guide.practices().getFirst().key();
        var placed = Map.of(practice + ".student", List.of("2"), practice + ".system", List.of("3"));
        school.submit(member(1), together, placed, NOW);
        school.submit(member(1), together, placed, NOW);
        assertThat(words(school.reveal().card()))
                .contains("We placed ourselves together", "the one level we agreed")
                .doesNotContain("took part", "no result for");
        assertThat(counted(school, practice, Fact.RATED_PERCENT)).isEqualTo(100);
        assertThat(counted(school, practice, Fact.RESULTS_SHOWN)).isEqualTo(1);
        var again = form(school.click(COACH, "assessment.joint", school.team.id().value(), NOW));
        school.submit(COACH, again, Map.of(practice + ".student", List.of("3")), NOW.plusSeconds(1));
        assertThat(counted(school, practice, Fact.ROUNDS_REPEATED)).isEqualTo(1);
        assertThat(result(school, member(1))).contains("What we agreed on, compared with before", ": higher.")
                .doesNotContain("of 1 up", "The same people");
        assertThat(outside(school, practice)).singleElement().asString().endsWith(": higher.");
        assertThat(school.submit(LEADER, again, placed, NOW)).isInstanceOf(Reply.Refused.class);
    }

    @OnBothDatabases
    void howFewMovedOpenlyIsNotToldOutsideTheTeam(Database database) {
        var school = new School(database, 2);
        say(school, member(1), "yes");
        say(school, member(2), "yes");
        for (var level : List.of("1", "2")) {
            var round = school.open();
            school.rateAll(member(1), level, level, List.of());
            school.rateAll(member(2), level, level, List.of());
            school.click(COACH, "assessment.close", round, NOW.plusSeconds(Long.parseLong(level)));
        }
        assertThat(result(school, member(1))).contains("2 of 2 up");
        assertThat(outside(school, school.guide.practices().getFirst().key())).isEmpty();
        assertThat(database.<Optional<String>>read(tx -> school.room.movedLately(tx, school.team, NOW)))
                .contains("Inquiry (students) is placed higher than last time");
    }

    @OnBothDatabases
    void aTeamBelowFiveIsToldBeforeARoundOpens_andHasAWayThatWorks(Database database) {
        var school = new School(database, 4);
        var told = school.type(COACH, "round", NOW).toString();
        assertThat(told).contains("4 members", "with fewer than 5 answers I show no result", "assessment.joint",
                "visibility.open");
        var joint = dev.stagecoach.coaching.School.opened(
                school.click(COACH, "assessment.joint", school.team.id().value(), NOW));
        assertThat(joint.title()).isEqualTo("Place us together");
        assertThat(dev.stagecoach.coaching.School.opened(
                school.click(COACH, "assessment.open_anyway", school.team.id().value(), NOW)).title())
                .isEqualTo("Open a round");
        IntStream.rangeClosed(1, 4).forEach(one -> say(school, member(one), "yes"));
        assertThat(dev.stagecoach.coaching.School.opened(school.type(COACH, "round", NOW)).title())
                .as("open by agreement").isEqualTo("Open a round");
        assertThat(school.click(COACH, "assessment.joint", school.team.id().value(), NOW))
                .isInstanceOf(Reply.Refused.class);
    }

    @OnBothDatabases
    void theCoachReadsWhoWillSeeTheResult(Database database) {
        var school = new School(database, 5);
        var round = school.open();
        var before = school.type(COACH, "round", NOW).toString();
        assertThat(before).contains("With fewer than 5 answers, I show no result");
        IntStream.rangeClosed(1, 2).forEach(one -> school.rateAll(member(one), "1", "2", List.of()));
        assertThat(school.type(COACH, "round", NOW).toString()).as("two of five tell no more than none")
                .isEqualTo(before);
        assertThat(school.type(COACH, "round", NOW).toString())
                .contains("From 5 on, everybody in the channel sees the result,");
        database.change(tx -> tx.handle().createUpdate(
                "insert into channel_reader (team, person, since) values (:team, :person, :now)")
                .bind("team", school.team.id()).bind("person", LEADER).bind("now", NOW).execute());
        assertThat(school.type(COACH, "round", NOW).toString()).contains("each of you opens the result alone")
                .doesNotContain("everybody in the channel");
        assertThat(round).isNotEmpty();
    }

    private static List<String> outside(School school, String practice) {
        return school.database.read(tx -> school.room.moved(tx, school.team, practice, Instant.EPOCH));
    }

    private static void say(School school, PersonId person, String word) {
        var room = new VisibilityRoom(school.database, school.people, new Outbox());
        assertThat(Objects
                .requireNonNull(Routed.feature(school.database, school.people, room).clicks().get("visibility." + word))
                .apply(new Call.Click(person, "visibility." + word, school.team.id().value(),
                        Optional.empty(), NOW)))
                .isInstanceOf(Reply.Replace.class);
    }

    private static String result(School school, PersonId person) {
        return words(dev.stagecoach.coaching.School.shown(school.type(person, "results", NOW)));
    }

    private static int counted(School school, String practice, Fact fact) {
        List<Counted> all = school.database.read(tx -> school.room.counted(tx, school.team, practice, NOW));
        return all.stream().filter(one -> one.fact() == fact).mapToInt(Counted::count).findFirst().orElseThrow();
    }
}
