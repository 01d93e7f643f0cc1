package dev.stagecoach;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

import dev.stagecoach.chat.Answers;
import dev.stagecoach.chat.Form;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.School;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Dialect;
import dev.stagecoach.storage.OnBothDatabases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** What the bot keeps of a person, after everybody has filled in everything: all of it told, and all of it deletable. */
class MyDataTest {
    private static final Path LIST = Path.of("src/main/resources/db/personal-data.txt");
    private static final Path BASELINE = Path.of("src/main/resources/db/migration/V1__baseline.sql");

    /** A migration that adds a table must say what the table holds of a person. */
    @Test
    void everyTableIsKnown() throws Exception {
        var tables = Pattern.compile("create table (\\w+)").matcher(Files.readString(BASELINE)).results()
                .map(found -> found.group(1)).toList();
        assertThat(known().keySet()).containsExactlyInAnyOrderElementsOf(tables);
    }

    @OnBothDatabases
    void afterEverybodyHasFilledInEverything(Database database) throws Exception {
        var town = new SweptTown(database);
        town.live();
        aTableThatHoldsAPersonSaysSo(town, database);
        aCopyHoldsAllOfMineAndNothingOfOthers(town, database);
        whatGoesIsGoneOnceItIsConfirmed(town, database);
    }

    private static void aTableThatHoldsAPersonSaysSo(SweptTown town, Database database) throws Exception {
        var known = known();
        var person = town.ada.toString();
        var holding = new TreeSet<String>();
        everything(database).forEach((table, rows) -> {
            if (rows.contains(person)) {
                holding.add(table);
            }
        });
        assertThat(holding).hasSizeGreaterThan(20).allSatisfy(table -> assertThat(known.get(table)).as(table)
                .isNotEqualTo("none"));
    }

    private static void aCopyHoldsAllOfMineAndNothingOfOthers(SweptTown town, Database database) {
        town.sent.clear();
        town.click("mydata.send", "", town.ada, SweptTown.NOW);
        assertThat(town.sent).hasSize(2);
        var mine = Pattern.compile("SECRET-ADA-[a-z_.]+");
        var told = new TreeSet<String>();
        mine.matcher(town.sent.getLast()).results().forEach(found -> told.add(found.group()));
        var kept = new TreeSet<String>();
        everything(database).forEach((table, rows) -> {
            if (!table.equals("handled")) {
                mine.matcher(rows).results().forEach(found -> kept.add(found.group()));
            }
        });
        assertThat(told).hasSizeGreaterThan(15).containsAll(kept);
        for (var other : List.of("BEN", "COACH", "LEADER", "FORMER")) {
            var theirs = Pattern.compile("SECRET-" + other + "-[a-z_.]+").matcher(town.sent.getLast()).results()
                    .map(found -> found.group()).distinct().toList();
            assertThat(theirs).isEmpty();
        }
        assertThat(JsonMapper.builder().build().readTree(town.sent.getLast()).path("data").size()).isGreaterThan(20);
    }

    private static void whatGoesIsGoneOnceItIsConfirmed(SweptTown town, Database database) throws Exception {
        var form = form(town, town.ada);
        assertThat(form.toString()).contains("Answers to check-ins", "Reflections", "This stays, and why");
        var before = everything(database);
        assertThat(town.send(form, new Answers(Map.of("confirm", List.of("no"))), town.ada, SweptTown.NOW))
                .isInstanceOf(Reply.Mend.class);
        assertThat(everything(database)).isEqualTo(before);
        assertThat(town.send(form, new Answers(Map.of("confirm", List.of(" Delete "))), town.ada, SweptTown.NOW)
                .toString()).contains("Deleted for good", "Reflections");
        var after = everything(database);
        known().forEach((table, fate) -> {
            var rows = Optional.ofNullable(after.get(table)).orElse("");
            if (fate.equals("goes")) {
                assertThat(rows.lines().filter(row -> row.contains("SECRET-ADA")).toList()).as(table)
                        .allMatch(row -> table.startsWith("filled") || table.equals("try_note")
                                || table.equals("feedback_said"));
            }
        });
        assertThat(after.get("reflection")).doesNotContain(town.ada.toString());
        assertThat(after.get("checkin_answer")).doesNotContain(town.ada.toString());
        assertThat(after.get("assessment_rating")).doesNotContain(town.ada.toString());
        assertThat(after.get("reflection")).as("others keep theirs")
                .isEqualTo(without(before.getOrDefault("reflection", ""), town.ada));
        assertThat(town.send(form, new Answers(Map.of("confirm", List.of("delete"))), town.ada, SweptTown.NOW)
                .toString()).as("a second time").contains("nothing of yours to delete");
        assertThat(town.click("mydata.show", "", town.outsider, SweptTown.NOW).orElseThrow().toString())
                .contains("Nothing at all");
    }

    /** The database's file keeps no copy of what was deleted, in no free page either. */
    @Test
    void whatIsDeletedIsNotInTheFile(@TempDir Path folder) throws Exception {
        var file = folder.resolve("a.db");
        var words = "a phrase that nobody else would write";
        try (var database = Database.open("jdbc:sqlite:" + file)) {
            new School(database);
            database.change(tx -> tx.handle().createUpdate("""
                    insert into coach_note (id, team, author, words, made_at) values ('1', :team, :who, :words, 0)
                    """).bind("team", School.TEAM).bind("who", School.COACH).bind("words", words).execute());
        }
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).contains(words);
        try (var database = Database.open("jdbc:sqlite:" + file)) {
            database.change(tx -> tx.handle().execute("delete from coach_note"));
        }
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain(words);
    }

    private static String without(String rows, PersonId person) {
        return String.join("\n", rows.lines().filter(row -> !row.contains(person.toString())).toList());
    }

    private static Form form(SweptTown town, PersonId person) {
        return switch (town.click("mydata.ask", "", person, SweptTown.NOW).orElseThrow()) {
            case Reply.Open(var form) -> form;
            case Reply other -> throw new AssertionError(other);
        };
    }

    /** What happens to each table's rows, by its name. */
    private static Map<String, String> known() throws Exception {
        var known = new TreeMap<String, String>();
        Files.readAllLines(LIST).stream().filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("\\|"))
                .forEach(parts -> known.merge(parts[0].strip(), parts[1].strip(),
                        (one, other) -> one.equals("goes") ? one : other));
        return known;
    }

    /** All rows of all tables, one row a line. */
    private static Map<String, String> everything(Database database) {
        var names = database.read(tx -> tx.handle().createQuery(tx.dialect() == Dialect.SQLITE
                ? "select name from sqlite_master where type = 'table' and name not like 'sqlite%' and name not like"
                        + " 'flyway%'"
                : "select table_name from information_schema.tables where table_schema = current_schema() and"
                        + " table_name not like 'flyway%'")
                .mapTo(String.class).list());
        var all = new TreeMap<String, String>();
        names.forEach(table -> all.put(table, String.join("\n", database.read(tx -> tx.handle()
                .createQuery("select * from " + table).mapToMap().map(row -> String.valueOf(row).replace("\n", " "))
                .list()).stream().sorted().toList())));
        return all;
    }
}
