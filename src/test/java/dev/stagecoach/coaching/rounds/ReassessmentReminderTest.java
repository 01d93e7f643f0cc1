package dev.stagecoach.coaching.rounds;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import dev.stagecoach.coaching.Counted;
import dev.stagecoach.coaching.stage.JourneyStore;
import dev.stagecoach.guide.Fact;
import dev.stagecoach.guide.Stage;
import dev.stagecoach.outbox.Composer.Composition;
import dev.stagecoach.outbox.Outbox;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.OnBothDatabases;
import org.junit.jupiter.api.Test;

import static dev.stagecoach.coaching.rounds.School.COACH;
import static dev.stagecoach.coaching.rounds.School.NOW;
import static dev.stagecoach.coaching.rounds.School.member;
import static dev.stagecoach.coaching.rounds.School.words;
import static org.assertj.core.api.Assertions.assertThat;

/** A second round: how the same people moved, what slipped, and when it is time to look again. */
class ReassessmentReminderTest {
    private static final Instant LATER = NOW.plus(Duration.ofDays(60));

    @OnBothDatabases
    void aLaterRoundShowsHowTheSamePeopleMoved(Database database) {
        var school = new School(database, 6);
        round(school, NOW, "1", "2", 6);
        round(school, LATER, "2", "2", 6);
        var shown = result(school);
        assertThat(shown).contains("The same people, compared with before", "6 of 6 up, 0 the same, 0 down",
                "0 of 6 up, 6 the same, 0 down").doesNotContain("significant");
        assertThat(counted(school, Fact.ROUNDS_REPEATED)).isEqualTo(1);
        assertThat(school.planned("assessment.slip")).isEmpty();
    }

    /** How they moved would tell which level they share; that they looked again counts all the same. */
    @OnBothDatabases
    void whoShareAViewTheSecondTimeHaveLookedAgain(Database database) {
        var school = new School(database, 6);
        round(school, NOW, "1", "2", 6);
        var id = school.open();
        for (var number = 1; number <= 6; number++) {
            school.rateAll(member(number), "3", "3", List.of());
        }
        school.click(COACH, "assessment.close", id, LATER);
        assertThat(result(school)).contains("a shared view").doesNotContain("The same people");
        assertThat(counted(school, Fact.ROUNDS_REPEATED)).isEqualTo(1);
    }

    @OnBothDatabases
    void oneWhoIsNewHidesTheLevelsButNotHowTheOthersMoved(Database database) {
        var school = new School(database, 6);
        round(school, NOW, "1", "2", 5);
        round(school, LATER, "2", "2", 6);
        assertThat(result(school)).contains("5 of 5 up", "1 placed it for the first time", "would give away the few")
                .doesNotContain("6 of 6 placed it");
    }

    @OnBothDatabases
    void tooFewOfTheSamePeopleAreNotCompared(Database database) {
        var school = new School(database, 9);
        round(school, NOW, "1", "2", 4);
        round(school, LATER, "2", "2", 9);
        assertThat(result(school)).doesNotContain("The same people");
        assertThat(counted(school, Fact.ROUNDS_REPEATED)).isZero();
    }

    @OnBothDatabases
    void whatSlippedTheCoachHearsAloneAndWithoutNames(Database database) {
        var school = new School(database, 6);
        round(school, NOW, "3", "3", 6);
        round(school, LATER, "2", "3", 6);
        var rows = school.planned("assessment.slip");
        assertThat(rows).singleElement().satisfies(row -> assertThat(row.to()).isEqualTo(COACH));
        if (school.compose(rows.getFirst()) instanceof Composition.Send send) {
            assertThat(words(send.card())).contains("Lower than before", "students").doesNotContain("U1", "U2");
        } else {
            throw new AssertionError("nothing is said");
        }
    }

    @OnBothDatabases
    void afterTheGuidesMonthsACoachIsRemindedOnce(Database database) {
        var school = new School(database, 6);
        var last = school.guide.stages().stream().map(Stage::key).reduce((_, one) -> one).orElseThrow();
        var practice = school.guide.practices().getFirst().key();
        database.change(tx -> {
            tx.handle().createUpdate("""
                    insert into journey (team, practice, stage, started_at, since) values (:t, :p, :s, :at, :at)
                    """).bind("t", school.team.id().value()).bind("p", practice).bind("s", last)
                    .bind("at", NOW.toEpochMilli()).execute();
            new ReassessmentReminder(database, school.people, school.guide, new Outbox()).watch(tx, school.team.id(),
                    NOW);
        });
        assertThat(database.<Integer>read(tx -> new JourneyStore().all(tx, school.team.id()).size())).isEqualTo(1);
        look(school, NOW.plus(Duration.ofDays(80)));
        assertThat(school.planned(ReassessmentReminder.KIND)).isEmpty();
        look(school, NOW.plus(Duration.ofDays(93)));
        look(school, NOW.plus(Duration.ofDays(94)));
        assertThat(school.planned(ReassessmentReminder.KIND)).hasSize(1);
        round(school, NOW.plus(Duration.ofDays(95)), "2", "2", 6);
        assertThat(counted(school, Fact.REPEATED_AFTER_MONTHS)).isEqualTo(1);
        assertThat(school.compose(school.planned(ReassessmentReminder.KIND).getFirst()))
                .isInstanceOf(Composition.Skip.class);
        look(school, NOW.plus(Duration.ofDays(190)));
        assertThat(school.planned(ReassessmentReminder.KIND)).hasSize(2);
    }

    @OnBothDatabases
    void aRoundWithoutResultHasPlacedNothingAgain(Database database) {
        var school = new School(database, 6);
        var last = school.guide.stages().stream().map(Stage::key).reduce((_, one) -> one).orElseThrow();
        database.change(tx -> tx.handle().createUpdate("""
                insert into journey (team, practice, stage, started_at, since) values (:t, :p, :s, :at, :at)
                """).bind("t", school.team.id().value()).bind("p", school.guide.practices().getFirst().key())
                .bind("s", last).bind("at", NOW.toEpochMilli()).execute());
        round(school, NOW.plus(Duration.ofDays(100)), "2", "2", 4);
        assertThat(counted(school, Fact.REPEATED_AFTER_MONTHS)).isZero();
    }

    @Test
    void oneLateRoundStandsForOneMonth() {
        var three = NOW.plus(Duration.ofDays(91));
        var six = NOW.plus(Duration.ofDays(182));
        var days = List.of(three, six);
        assertThat(ReassessmentReminder.matched(days, List.of(NOW))).isZero();
        assertThat(ReassessmentReminder.matched(days, List.of(six.plusSeconds(1)))).isEqualTo(1);
        assertThat(ReassessmentReminder.matched(days, List.of(three, three.plusSeconds(1)))).isEqualTo(1);
        assertThat(ReassessmentReminder.matched(days, List.of(three, six))).isEqualTo(2);
        assertThat(ReassessmentReminder.matched(days, List.of(six, six.plusSeconds(1), six.plusSeconds(2))))
                .isEqualTo(2);
        assertThat(ReassessmentReminder.matched(List.of(), List.of(six))).isZero();
    }

    private static void look(School school, Instant now) {
        school.room.jobs().forEach(due -> due.run(now));
    }

    private static void round(School school, Instant end, String student, String system, int people) {
        var id = school.open();
        for (var number = 1; number <= people; number++) {
            school.rateAll(member(number), apart(student, number), apart(system, number), List.of());
        }
        school.click(COACH, "assessment.close", id, end);
    }

    /** Every second person one level higher: where all say the same, the level stays unsaid. */
    private static String apart(String level, int number) {
        return String.valueOf(Integer.parseInt(level) + number % 2);
    }

    private static String result(School school) {
        return words(dev.stagecoach.coaching.School.shown(school.type(member(1), "results", LATER)));
    }

    private static int counted(School school, Fact fact) {
        var practice = school.guide.practices().getFirst().key();
        List<Counted> all = school.database.read(tx -> school.room.counted(tx, school.team, practice, LATER));
        return all.stream().filter(one -> one.fact() == fact).mapToInt(Counted::count).findFirst().orElseThrow();
    }
}
