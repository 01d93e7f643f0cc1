package dev.stagecoach.coaching.rounds;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.Routed;
import dev.stagecoach.outbox.Outbox;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Role;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.OnBothDatabases;

import static dev.stagecoach.coaching.rounds.School.COACH;
import static dev.stagecoach.coaching.rounds.School.LEADER;
import static dev.stagecoach.coaching.rounds.School.NOW;
import static dev.stagecoach.coaching.rounds.School.member;
import static dev.stagecoach.coaching.rounds.School.words;
import static org.assertj.core.api.Assertions.assertThat;

/** What is not shown, because one person's answer would follow from it. */
class WithheldTest {
    private static final List<String> LEVELS = List.of("1", "2", "2", "3", "3", "4", "1");
    private Instant now = NOW;

    @OnBothDatabases
    void whereOneLeavesAndAnotherJoinsNothingIsShown_andItSaysWhy(Database database) {
        var school = new School(database, 5);
        assertThat(round(school, List.of(1, 2, 3, 4, 5), LEVELS)).contains("5 of 5 placed it");
        leave(school, 5);
        school.join(member(6), Role.MEMBER);
        assertThat(round(school, List.of(1, 2, 3, 4, 6), LEVELS)).contains("5 of 5 took part",
                "I show no levels this time: beside an earlier result", "when at least 5 are new")
                .doesNotContain("placed it.", "up,");
    }

    @OnBothDatabases
    void theSixthStaysHiddenWhenNobodyMoves(Database database) {
        var school = new School(database, 5);
        round(school, List.of(1, 2, 3, 4, 5), LEVELS);
        school.join(member(6), Role.MEMBER);
        for (var again = 0; again < 2; again++) {
            assertThat(round(school, List.of(1, 2, 3, 4, 5, 6), LEVELS)).contains("0 of 5 up, 5 the same, 0 down",
                    "students not shown").doesNotContain("placed it.");
        }
        leave(school, 6);
        assertThat(round(school, List.of(1, 2, 3, 4, 5), LEVELS)).contains("5 of 5 placed it.");
    }

    @OnBothDatabases
    void theDotsOfTheOneWhoJoinedAreNotToldApart(Database database) {
        var school = new School(database, 5);
        var first = round(school, List.of(1, 2, 3, 4, 5), LEVELS);
        assertThat(first).contains("Matters most to us (dots): Discussion nearly everyone, Inquiry 2");
        school.join(member(6), Role.MEMBER);
        assertThat(round(school, List.of(1, 2, 3, 4, 5, 6), LEVELS))
                .contains("(dots): not shown: beside an earlier result").doesNotContain("Inquiry 2", "Inquiry 3");
    }

    @OnBothDatabases
    void twoTeamsWithPeopleInCommonShowOneResult(Database database) {
        var school = new School(database, 5);
        var other = school.another("C2", 1, 2, 3, 4, 5, 6);
        assertThat(round(school, List.of(1, 2, 3, 4, 5), LEVELS)).contains("5 of 5 placed it");
        assertThat(round(other, List.of(1, 2, 3, 4, 5, 6), LEVELS)).contains("6 of 6 took part.",
                "beside an earlier result").doesNotContain("placed it.");
    }

    @OnBothDatabases
    void whoJoinsAfterARoundHasOpenedDoesNotLiftItOverTheMinimum(Database database) {
        var school = new School(database, 4);
        var id = school.open();
        var later = NOW.plusSeconds(60);
        database.change(tx -> {
            school.people.members().keep(tx, new dev.stagecoach.people.Person(member(5), "U5",
                    school.team.zone(), dev.stagecoach.people.Person.Kind.FULL, true), later);
            school.people.members().join(tx, school.team.id(), member(5), Role.MEMBER, later);
        });
        for (var i = 1; i <= 5; i++) {
            school.rateAll(member(i), LEVELS.get(i - 1), LEVELS.get(i), List.of("inquiry"));
        }
        school.click(COACH, "assessment.close", id, later);
        assertThat(words(school.reveal().card())).contains("5 of 5 took part").doesNotContain("First miles");
        assertThat(school.database.<List<String>>read(tx -> tx.handle().createQuery(
                "select distinct why from assessment_withheld").mapTo(String.class).list())).containsExactly("too_few");
    }

    @OnBothDatabases
    void whatAllSayIsToldAsOneView(Database database) {
        var school = new School(database, 5);
        assertThat(round(school, List.of(1, 2, 3, 4, 5), List.of("2", "2", "2", "2", "2")))
                .contains("students not shown (a shared view)", "Ask each other: which level?")
                .doesNotContain("First miles 5",
                        "First miles (");
    }

    /** What was placed openly was for those who were there, in the role they had. */
    @OnBothDatabases
    void aCoachWhoBecomesAMemberReadsNothingByName_norDoesAMemberWhoBecomesALeader(Database database) {
        var school = new School(database, 3);
        var room = new VisibilityRoom(school.database, school.people, new Outbox());
        for (var i = 1; i <= 3; i++) {
            var said = Optional.ofNullable(Routed.feature(database, school.people, room).clicks().get("visibility.yes"))
                    .orElseThrow()
                    .apply(new Call.Click(member(i), "visibility.yes", school.team.id().value(), Optional.empty(),
                            NOW));
            assertThat(said).isNotInstanceOf(Reply.Refused.class);
        }
        round(school, List.of(1, 2, 3), LEVELS);
        assertThat(results(school, member(1))).contains("Who placed what", "U2: students");
        become(school, COACH, Role.MEMBER);
        become(school, LEADER, Role.MEMBER);
        become(school, member(2), Role.LEADER);
        assertThat(results(school, COACH)).doesNotContain("Who placed what", "U2:");
        assertThat(results(school, LEADER)).doesNotContain("Who placed what", "U2:");
        assertThat(school.type(member(2), "results", now)).isInstanceOf(Reply.Refused.class);
        assertThat(results(school, member(1))).contains("Who placed what", "U3: students");
    }

    private void become(School school, PersonId person, Role role) {
        school.database.change(tx -> school.people.members().join(tx, school.team.id(), person, role, now));
    }

    private void leave(School school, int number) {
        school.database.change(tx -> school.people.members().leave(tx, school.team.id(), member(number), now));
    }

    private static String results(School school, PersonId person) {
        return words(dev.stagecoach.coaching.School.shown(school.type(person, "results", NOW)));
    }

    /** Everything that the coach is shown of a round in which these people answer. */
    private String round(School school, List<Integer> people, List<String> levels) {
        var id = school.open();
        for (var i = 0; i < people.size(); i++) {
            var dots = i % 2 == 1 ? List.of("discussion", "inquiry") : List.of("discussion");
            school.rateAll(member(people.get(i)), levels.get(i), levels.get(i), dots);
        }
        now = now.plusSeconds(3600);
        school.click(COACH, "assessment.close", id, now);
        return results(school, COACH);
    }
}
