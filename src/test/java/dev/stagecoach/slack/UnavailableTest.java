package dev.stagecoach.slack;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.people.Preference;
import dev.stagecoach.people.PreferenceStore;
import dev.stagecoach.storage.Database;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** While the database takes nothing, people read that, in time, where they look first, and can send the same again. */
class UnavailableTest {
    /** The form's first field comes last by name. */
    private static final String FORM = """
            {"type":"view_submission","team":{"id":"T1"},"user":{"id":"U1","team_id":"T1"},"trigger_id":"%s",
            "view":{"id":"V1","type":"modal","callback_id":"f.g","private_metadata":"ctx","hash":"h1",
            "blocks":[{"type":"section","block_id":"s"},{"type":"input","block_id":"what"},
            {"type":"input","block_id":"also"}],
            "state":{"values":{"also":{"a":{"type":"plain_text_input","value":"b"}},
            "what":{"a":{"type":"plain_text_input","value":"my words"}}}}}}""";

    /** Nothing can be filled in: it only shows what is about to be saved. */
    private static final String CONFIRMING = """
            {"type":"view_submission","team":{"id":"T1"},"user":{"id":"U1","team_id":"T1"},"trigger_id":"%s",
            "view":{"id":"%s","type":"modal","callback_id":"f.g","private_metadata":"ctx","hash":"h1",
            "previous_view_id":%s,"blocks":[{"type":"section","block_id":"s"}],"state":{"values":{}}}}""";

    @Test
    void aFormSaysThatItCouldNotBeSaved_besideItsFirstField_andIsSavedTheNextTime() throws SQLException {
        try (var door = new DoorFixture(UnavailableTest::saved)) {
            try (var lock = lock(door.database)) {
                var began = System.nanoTime();
                var answer = door.interact(FORM.formatted("t1"));
                assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
                assertThat(answer.body()).contains("\"response_action\":\"errors\"",
                        "\"errors\":{\"what\":\"I could not save this. Nothing is lost")
                        .doesNotContain("reference", "also");
                lock.execute("rollback");
            }
            assertThat(door.interact(FORM.formatted("t2")).body()).contains("Saved, thank you");
        }
    }

    @Test
    void aFormWithNothingToFillInStaysBelowTheReason_andIsSavedTheNextTime() throws SQLException {
        try (var door = new DoorFixture(UnavailableTest::saved)) {
            try (var lock = lock(door.database)) {
                assertThat(door.interact(CONFIRMING.formatted("t1", "V1", "null")).body()).contains(
                        "\"response_action\":\"push\"", "Not saved yet", "I could not save this",
                        "What you chose is still there").doesNotContain("clear_on_close");
                assertThat(door.interact(CONFIRMING.formatted("t2", "V2", "\"V1\"")).body())
                        .as("no room for another page").contains("\"response_action\":\"update\"", "Not saved yet");
                lock.execute("rollback");
            }
            assertThat(door.interact(CONFIRMING.formatted("t3", "V1", "null")).body()).contains("Saved, thank you");
        }
    }

    @Test
    void aClickAndACommandSayItToo() throws SQLException {
        try (var door = new DoorFixture(UnavailableTest::saved); var _ = lock(door.database)) {
            var answer = door.command("say", "t1").body();
            // On a busy machine it comes after Slack's time, another way.
            assertThat(answer.isEmpty() ? door.slack.next().body() : answer)
                    .contains("I could not save this").doesNotContain("reference");
        }
    }

    @Test
    void anyReasonForNoFieldInParticularStandsBesideTheFirstOne() {
        try (var door = new DoorFixture(_ -> Reply.Refused.because("Not today."))) {
            assertThat(door.interact(FORM.formatted("t1")).body()).contains("\"errors\":{\"what\":\"Not today.\"}");
        }
    }

    private static Reply saved(Database database, Call call) {
        database.change(tx -> new PreferenceStore().keep(tx, call.person(), Preference.NONE, call.now()));
        return new Reply.ToYou(Card.saying("Saved, thank you"));
    }

    private static Statement lock(Database database) throws SQLException {
        var file = database.read(tx -> tx.handle()
                .createQuery("select file from pragma_database_list where name = 'main'").mapTo(String.class).one());
        var statement = DriverManager.getConnection("jdbc:sqlite:" + file).createStatement();
        statement.closeOnCompletion();
        statement.execute("begin immediate");
        return statement;
    }
}
