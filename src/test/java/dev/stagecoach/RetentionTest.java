package dev.stagecoach;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import dev.stagecoach.chat.Action;
import dev.stagecoach.chat.Answers;
import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.Routed;
import dev.stagecoach.coaching.School;
import dev.stagecoach.coaching.mydata.MyDataRoom;
import dev.stagecoach.people.People;
import dev.stagecoach.people.Retention;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.OnBothDatabases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What is kept goes when its time is over, and not before; what is nobody's words stays as it was. */
class RetentionTest {
    private static final Path LIST = Path.of("src/main/resources/db/retention.txt");
    private static final Path BASELINE = Path.of("src/main/resources/db/migration/V1__baseline.sql");
    /** A day off, a schedule; evidence that its author no longer shows to others stays. */
    private static final Set<String> NO_WORDS = Set.of("calendar.delete", "checkin.delete", "evidence.withdraw");
    private static final Retention HELD = new Retention(Retention.USUAL.terms(), 30, true);
    private static final Instant YEARS_LATER = SweptTown.NOW.plus(Duration.ofDays(365 * 20));
    private static final Instant WRITTEN = Instant.parse("2026-09-14T15:00:00Z");

    /** A migration that adds a table must say how long its rows are kept. */
    @Test
    void everyTableHasATermOrAReasonToStay() throws Exception {
        var tables = Pattern.compile("create table (\\w+)").matcher(Files.readString(BASELINE)).results()
                .map(found -> found.group(1)).toList();
        assertThat(declared("")).containsExactlyInAnyOrderElementsOf(tables);
    }

    @OnBothDatabases
    void afterEverybodyHasFilledInEverything(Database database) throws Exception {
        var town = new SweptTown(database);
        town.live();
        var before = words(database);
        run(database, Retention.USUAL, SweptTown.NOW.plus(Duration.ofDays(60)));
        run(database, HELD, YEARS_LATER);
        assertThat(words(database)).isEqualTo(before);
        run(database, Retention.USUAL, YEARS_LATER);
        assertThat(before).contains("reflection", "checkin_answer", "coach_note", "assessment_rating");
        assertThat(words(database)).doesNotContain("reflection", "checkin_answer", "coach_note", "assessment_rating",
                "assessment_figure", "assessment_round", "checkin_occasion", "peer_visit_note", "session_word");
        assertThat(counts(database)).anyMatch(one -> one.matches("2046-\\d\\d-\\d\\d reflection [1-9]\\d*"));
        var counted = counts(database);
        run(database, Retention.USUAL, YEARS_LATER.plus(Duration.ofDays(1)));
        assertThat(counts(database)).as("nothing is left to delete").isEqualTo(counted);
    }

    @OnBothDatabases
    void wordsGoAfterTwelveMonths_andNotADaySooner(Database database) {
        new School(database);
        note(database, "a thought");
        run(database, Retention.USUAL, Instant.parse("2027-09-14T09:00:00Z"));
        assertThat(notes(database)).isEqualTo(1);
        run(database, Retention.USUAL, Instant.parse("2027-09-15T12:00:00Z"));
        assertThat(notes(database)).isZero();
        assertThat(counts(database)).containsExactly("2027-09-15 coach_note 1");
    }

    /** Neither its pages nor its journal, once the run that deleted is over. */
    @Test
    void whatIsOverIsNotInTheFilesAnyMore(@TempDir Path folder) throws Exception {
        var phrase = "a phrase that nobody else would write";
        var file = folder.resolve("a.db");
        try (var database = Database.open("jdbc:sqlite:" + file)) {
            new School(database);
            note(database, phrase);
            assertThat(bytes(folder)).contains(phrase);
            run(database, Retention.USUAL, YEARS_LATER);
            assertThat(Files.size(folder.resolve("a.db-wal"))).isZero();
            assertThat(bytes(folder)).doesNotContain(phrase);
        }
    }

    @OnBothDatabases
    void aLegalHoldStopsDeletionByHandToo_andSaysSo(Database database) {
        var school = new School(database);
        note(database, "a thought");
        var free = new MyDataRoom(database, school.people, (_, _, _) -> true, Retention.USUAL);
        assertThat(school.click(free, School.COACH, "mydata.show", "").toString()).contains("mydata.ask",
                "30 days after the school year", "12 months", "3 years");
        var form = School.opened(school.click(free, School.COACH, "mydata.ask", ""));
        var room = new MyDataRoom(database, school.people, (_, _, _) -> true, HELD);
        assertThat(school.click(room, School.COACH, "mydata.show", "").toString()).contains("legal hold")
                .doesNotContain("mydata.ask");
        var held = Routed.feature(database, school.people, room, true);
        assertThat(Objects.requireNonNull(held.clicks().get("mydata.ask"))
                .apply(new Call.Click(School.COACH, "mydata.ask", "", Optional.empty(), WRITTEN)).toString())
                .contains("legal hold", "Nothing has changed");
        assertThat(
                Objects.requireNonNull(held.forms().get(form.id()))
                        .apply(new Call.Submission(School.COACH, form.id(), form.context(),
                                new Answers(Map.of("confirm", List.of("delete"))), WRITTEN)))
                .isInstanceOf(Reply.Refused.class);
        assertThat(notes(database)).isEqualTo(1);
    }

    /** Whatever takes words away says so, and is refused while a legal hold is on. */
    @OnBothDatabases
    void everyActionThatDeletesWordsIsHeld(Database database) {
        var actions = new SweptTown(database).rooms.all().stream()
                .flatMap(room -> room.feature().actions().stream()).map(Action.Handled::action).toList();
        var held = actions.stream().filter(action -> action.access().deletes()).map(Action::id).toList();
        assertThat(held).contains("mydata.delete", "brief.delete", "reflection.delete", "help.withdraw");
        assertThat(actions.stream().map(Action::id).filter(id -> id.matches(".*[.](delete|withdraw)"))
                .filter(id -> !NO_WORDS.contains(id) && !held.contains(id))).isEmpty();
    }

    private static void run(Database database, Retention retention, Instant now) {
        new MyDataRoom(database, People.create(), (_, _, _) -> true, retention).jobs().forEach(job -> job.run(now));
    }

    private static void note(Database database, String words) {
        database.change(tx -> tx.handle().createUpdate("""
                insert into coach_note (id, team, author, words, made_at) values ('1', :team, :who, :words, :at)
                """).bind("team", School.TEAM).bind("who", School.COACH).bind("words", words).bind("at", WRITTEN)
                .execute());
    }

    private static int notes(Database database) {
        return database.read(tx -> tx.handle().createQuery("select count(*) from coach_note").mapTo(Integer.class)
                .one());
    }

    private static List<String> counts(Database database) {
        return database.read(tx -> tx.handle().createQuery("""
                select on_day || ' ' || what || ' ' || how_many from retention_count order by on_day, what
                """).mapTo(String.class).list());
    }

    /** The tables with a term that hold any row, except those that only count. */
    private static Set<String> words(Database database) throws Exception {
        var held = new TreeSet<>(declared("stays"));
        held.remove("retention_count");
        held.removeIf(table -> database.read(tx -> tx.handle().createQuery("select count(*) from " + table)
                .mapTo(Integer.class).one()) == 0);
        return held;
    }

    /** The tables that stand in the list, without those of this term. */
    private static Set<String> declared(String without) throws Exception {
        var tables = new TreeSet<String>();
        Files.readAllLines(LIST).stream().filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("\\|")).filter(parts -> !parts[1].strip().equals(without))
                .forEach(parts -> tables.add(parts[0].strip()));
        return tables;
    }

    private static String bytes(Path folder) throws Exception {
        var all = new StringBuilder();
        try (var files = Files.list(folder)) {
            for (var file : files.filter(one -> one.getFileName().toString().startsWith("a.db")).toList()) {
                all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }
}
