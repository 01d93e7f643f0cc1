package dev.stagecoach.coaching.rounds;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import dev.stagecoach.coaching.mydata.MyDataRoom;
import dev.stagecoach.people.Retention;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.OnBothDatabases;

import static dev.stagecoach.coaching.School.shown;
import static dev.stagecoach.coaching.rounds.School.COACH;
import static dev.stagecoach.coaching.rounds.School.NOW;
import static dev.stagecoach.coaching.rounds.School.member;
import static dev.stagecoach.coaching.rounds.School.words;
import static org.assertj.core.api.Assertions.assertThat;

/** Placements go after the school year; what a closed round showed stays, and an open round loses nothing. */
class ExpiredRatingsTest {
    private static final Instant BEFORE_THE_END = Instant.parse("2027-07-30T12:00:00Z");
    private static final Instant AFTER_THE_END = Instant.parse("2027-07-31T12:00:00Z");

    @OnBothDatabases
    void whatARoundShowedStaysAsItWas(Database database) {
        var school = new School(database, 6);
        var id = rated(school);
        school.click(COACH, "assessment.close", id, NOW.plus(Duration.ofDays(1)));
        var result = result(school);
        assertThat(result).contains("6 of 6 placed it");
        expire(school, BEFORE_THE_END);
        assertThat(ratings(database)).isEqualTo(72);
        expire(school, AFTER_THE_END);
        assertThat(ratings(database)).isZero();
        assertThat(result(school)).isEqualTo(result);
        assertThat(words(shown(school.click(member(1), "assessment.mine", id, AFTER_THE_END))))
                .contains("they are deleted");
    }

    @OnBothDatabases
    void anOpenRoundKeepsWhatWasSaid(Database database) {
        var school = new School(database, 6);
        rated(school);
        expire(school, AFTER_THE_END.plus(Duration.ofDays(2000)));
        assertThat(ratings(database)).isEqualTo(72);
    }

    /** As with too few of the same people: the levels are told, and no change. */
    @OnBothDatabases
    void theNextYearsRoundIsComparedWithNothing_andStillShown(Database database) {
        var school = new School(database, 6);
        school.click(COACH, "assessment.close", rated(school), NOW.plus(Duration.ofDays(1)));
        expire(school, AFTER_THE_END);
        school.click(COACH, "assessment.close", rated(school), AFTER_THE_END.plus(Duration.ofDays(60)));
        assertThat(result(school)).contains("6 of 6 placed it").doesNotContain("The same people");
    }

    /** Figures go together, and not while a later round's change rests on them. */
    @OnBothDatabases
    void figuresGoAfterThreeYears_butNotWhatALaterChangeRestsOn(Database database) {
        var school = new School(database, 6);
        school.click(COACH, "assessment.close", rated(school), NOW.plus(Duration.ofDays(1)));
        school.click(COACH, "assessment.close", rated(school), NOW.plus(Duration.ofDays(100)));
        var result = result(school);
        assertThat(result).contains("The same people");
        expire(school, NOW.plus(Duration.ofDays(3 * 365 + 50)));
        assertThat(rounds(database)).isEqualTo(2);
        assertThat(result(school)).isEqualTo(result);
        expire(school, NOW.plus(Duration.ofDays(3 * 365 + 150)));
        assertThat(rounds(database)).isZero();
    }

    private static String rated(School school) {
        var id = school.open();
        for (var number = 1; number <= 6; number++) {
            var level = String.valueOf(2 + number % 2);
            school.rateAll(member(number), level, level, List.of());
        }
        return id;
    }

    private static void expire(School school, Instant now) {
        new MyDataRoom(school.database, school.people, (_, _, _) -> true, Retention.USUAL).jobs()
                .forEach(job -> job.run(now));
    }

    private static String result(School school) {
        return words(shown(school.type(member(1), "results", NOW)));
    }

    private static int ratings(Database database) {
        return database.read(tx -> tx.handle().createQuery("select count(*) from assessment_rating")
                .mapTo(Integer.class).one());
    }

    private static int rounds(Database database) {
        return database.read(tx -> tx.handle().createQuery("select count(*) from assessment_round")
                .mapTo(Integer.class).one());
    }
}
