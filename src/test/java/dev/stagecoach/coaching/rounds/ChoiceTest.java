package dev.stagecoach.coaching.rounds;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.stagecoach.chat.Answers;
import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.Field;
import dev.stagecoach.chat.Form;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.Routed;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.OnBothDatabases;

import static dev.stagecoach.coaching.rounds.School.NOW;
import static dev.stagecoach.coaching.rounds.School.choices;
import static dev.stagecoach.coaching.rounds.School.form;
import static org.assertj.core.api.Assertions.assertThat;

/** A choice is kept as it is made, and what was sent in counts, in whatever order the two arrive. */
class ChoiceTest {
    private static final PersonId ANA = School.member(1);

    @OnBothDatabases
    void aPageClosedInTheMiddleIsThereAgain(Database database) {
        var school = new School(database, 5);
        school.open();
        var page = form(school.type(ANA, "rate", NOW));
        assertThat(choose(school, page, Map.of("student", List.of("3"), "note_system", List.of("mine")), NOW))
                .isEqualTo(new Reply.Done());

        var again = form(school.type(ANA, "rate", NOW));
        assertThat(again.title()).as("it was not sent in, so it is not done").isEqualTo("Practice 1 of 6");
        assertThat(chosen(again, "student")).contains("3");
        assertThat(chosen(again, "system")).isEmpty();
        assertThat(again.fields()).anyMatch(
                field -> field instanceof Field.ShortText note && note.initial().equals("mine"));
    }

    @OnBothDatabases
    void whatWasSentInCounts_evenWhereAChoiceComesLater(Database database) {
        var school = new School(database, 5);
        school.open();
        var page = form(school.type(ANA, "rate", NOW));
        school.submit(ANA, page, choices("4", "2", ""), NOW);
        choose(school, page, Map.of("student", List.of("1"), "system", List.of("1")), NOW.plusSeconds(1));

        assertThat(first(school, "student")).contains("4");
        assertThat(first(school, "system")).contains("2");
    }

    @OnBothDatabases
    void ofTwoChoicesTheLaterOneStays_inEitherOrder(Database database) {
        var school = new School(database, 5);
        school.open();
        var page = form(school.type(ANA, "rate", NOW));
        choose(school, page, Map.of("student", List.of("4"), "system", List.of("2")), NOW.plusSeconds(2));
        choose(school, page, Map.of("student", List.of("1")), NOW.plusSeconds(1));

        assertThat(first(school, "student")).contains("4");
        assertThat(first(school, "system")).contains("2");
    }

    @OnBothDatabases
    void aPageOpenedAnewTakesChoicesAgain(Database database) {
        var school = new School(database, 5);
        school.open();
        var page = form(school.type(ANA, "rate", NOW));
        choose(school, page, Map.of("student", List.of("2")), NOW);
        var again = form(school.type(ANA, "rate", NOW));
        school.submit(ANA, page, choices("4", "2", ""), NOW);
        choose(school, again, Map.of("student", List.of("1")), NOW.plusSeconds(1));

        assertThat(first(school, "student")).contains("1");
    }

    @OnBothDatabases
    void aPageSentInWithASideLeftOpenIsDone(Database database) {
        var school = new School(database, 5);
        school.open();
        school.submit(ANA, form(school.type(ANA, "rate", NOW)), Map.of("student", List.of("4")), NOW);
        assertThat(form(school.type(ANA, "rate", NOW)).title()).isEqualTo("Practice 2 of 6");
    }

    @OnBothDatabases
    void aClosedRoundTakesNoChoice(Database database) {
        var school = new School(database, 5);
        school.open();
        var page = form(school.type(ANA, "rate", NOW));
        assertThat(choose(school, page, Map.of("student", List.of("1")), NOW.plus(Duration.ofDays(30))))
                .isInstanceOf(Reply.Refused.class);
        int kept = database.read(tx -> tx.handle().createQuery("select count(*) from assessment_rating")
                .mapTo(Integer.class).one());
        assertThat(kept).isZero();
    }

    private static Reply choose(School school, Form page, Map<String, List<String>> values, Instant at) {
        var told = page.fields().stream().flatMap(field -> field instanceof Field.Pick pick
                ? pick.tells().stream()
                : Optional.<String>empty().stream()).findFirst().orElseThrow();
        return Optional.ofNullable(Routed.feature(school.database, school.people, school.room).forms().get(told))
                .orElseThrow()
                .apply(new Call.Submission(ANA, told, page.context(), new Answers(values), at));
    }

    private static Optional<String> first(School school, String side) {
        return school.database.read(tx -> tx.handle().createQuery("""
                select level from assessment_rating where person = :person and side = :side
                """).bind("person", ANA.toString()).bind("side", side).mapTo(String.class).findOne());
    }

    private static Optional<String> chosen(Form page, String side) {
        return page.fields().stream().flatMap(field -> field instanceof Field.Pick pick && pick.key().equals(side)
                ? pick.initial().stream()
                : Optional.<String>empty().stream()).findFirst();
    }
}
