package dev.stagecoach.coaching.rounds;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import dev.stagecoach.coaching.Period;
import dev.stagecoach.coaching.Section;
import dev.stagecoach.people.SchoolStore;
import dev.stagecoach.people.View;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.OnBothDatabases;
import org.junit.jupiter.api.Test;

import static dev.stagecoach.coaching.rounds.School.COACH;
import static dev.stagecoach.coaching.rounds.School.NOW;
import static dev.stagecoach.coaching.rounds.School.member;
import static org.assertj.core.api.Assertions.assertThat;

/** What leaders see of several teams together. */
class PooledTest {
    @Test
    void tenAnswersOfThreeTeamsNoneOfThemMoreThanHalf() {
        assertThat(pooled("1111", "1110", "1110").told()).isPresent();
        assertThat(pooled("1110", "1110", "1110").told()).as("nine").isEmpty();
        assertThat(pooled("2221", "2211").told()).as("two teams").isEmpty();
        assertThat(pooled("2221", "2211", "0000").told()).as("two teams with answers").isEmpty();
        assertThat(pooled("3322", "1110", "1110").told()).as("one team is most of it").isEmpty();
    }

    @Test
    void neighboringLevelsAreOneNumberUntilNobodyStandsInASmallGroup() {
        assertThat(key("1220", "1112", "1111")).isEqualTo("1-1:3 2-2:4 3-3:4 4-4:3");
        assertThat(key("0320", "1211", "0220")).isEqualTo("1-2:8 3-4:6");
        assertThat(key("0400", "0400", "0400")).isEqualTo("shared");
        assertThat(key("0400", "0400", "0310")).as("nor whether it was all of them").isEqualTo("shared");
        assertThat(key("4000", "4000", "3001")).isEqualTo("lower");
        assertThat(key("0103", "0013", "0004")).isEqualTo("upper");
    }

    @Test
    void whateverTeamsSayNoNumberIsOfFewerThanThree() {
        var dice = new Random(3);
        for (var time = 0; time < 3000; time++) {
            var counts = IntStream.range(0, 3).mapToObj(_ -> IntStream.range(0, 4).mapToObj(_ -> dice.nextInt(4))
                    .toList()).toList();
            new Pooled(counts).told().ifPresent(told -> {
                assertThat(Pooled.Told.of(told.key())).isEqualTo(told);
                if (told instanceof Pooled.Cells(var cells)) {
                    assertThat(cells).allMatch(cell -> cell.answers() == 0 || cell.answers() >= 3);
                    assertThat(cells.stream().filter(cell -> cell.answers() > 0).count()).isGreaterThan(1);
                }
            });
        }
    }

    @OnBothDatabases
    void leadersSeeThreeTeamsTogether_once_andNothingOfTwo(Database database) {
        var a = new School(database, 5);
        var b = a.another("C2", 11, 12, 13, 14, 15);
        var c = a.another("C3", 21, 22, 23, 24, 25);
        var schools = new SchoolStore();
        database.change(tx -> List.of(a, b, c).forEach(one -> schools.agree(tx, one.team.id(),
                schools.of(tx, one.team.id()).school(), NOW)));
        round(a, 1);
        round(b, 11);
        assertThat(told(a, View.LEADER)).doesNotContain("teams together");
        round(c, 21);
        assertThat(told(a, View.LEADER)).contains("3 teams together", "First miles");
        assertThat(told(a, View.TEAM)).doesNotContain("teams together");
        var before = told(b, View.LEADER);
        round(a, 1);
        assertThat(told(b, View.LEADER)).as("one more round of one team changes nothing").isEqualTo(before);
    }

    private static String told(School school, View view) {
        List<Section> sections = school.database.read(tx -> school.room.sections(tx, school.team,
                new Period(NOW.plus(Duration.ofMinutes(30)), NOW.plus(Duration.ofDays(2))), view));
        return sections.stream().filter(one -> one.place() == Section.Place.HIGHLIGHTS)
                .map(one -> one.lines().toString()).filter(line -> line.contains("teams together")).toList().toString();
    }

    private static void round(School school, int first) {
        var id = school.open();
        for (var i = 0; i < 5; i++) {
            var level = i < 2 ? "1" : "2";
            school.rateAll(member(first + i), level, level, List.of());
        }
        school.click(COACH, "assessment.close", id, NOW.plus(Duration.ofHours(1)));
    }

    private static Pooled pooled(String... teams) {
        return new Pooled(List.of(teams).stream()
                .map(team -> team.chars().mapToObj(digit -> digit - '0').toList()).toList());
    }

    private static String key(String... teams) {
        return pooled(teams).told().orElseThrow().key();
    }
}
