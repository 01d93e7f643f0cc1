package dev.stagecoach.slack;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;

import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.people.Preference;
import dev.stagecoach.people.PreferenceStore;
import dev.stagecoach.slack.FakeSlack.Answer;
import dev.stagecoach.storage.Database;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What Slack sends again after a restart has no second effect, and gets the answer of the first time. */
class OnceTest {
    private static final String USER = "\"team\":{\"id\":\"T1\"},\"user\":{\"id\":\"U1\",\"team_id\":\"T1\"}";

    @Test
    void aFormIsHandledOnceBeyondARestart() {
        try (var door = new DoorFixture(
                saving(new Reply.ToYou(Card.titled("s").heading("Saved").text("It counts."))))) {
            var first = door.interact(form("t1", "one"));
            var again = door.restarted().interact(form("t2", "one"));

            assertThat(first.body()).contains("It counts.");
            assertThat(again).isEqualTo(first);
            assertThat(door.calls).hasSize(1);
        }
    }

    @Test
    void theSameFormWithOtherWordsIsAnotherOne() {
        try (var door = new DoorFixture(saving(new Reply.Done()))) {
            door.interact(form("t1", "one"));
            door.interact(form("t2", "two"));

            assertThat(door.calls).hasSize(2);
        }
    }

    @Test
    void aFormThatStaysOpenMayComeAgainAsItIs() {
        try (var door = new DoorFixture(saving(new Reply.Mend(Map.of("note", "Not yet."))))) {
            door.interact(form("t1", "one"));
            door.restarted().interact(form("t2", "one"));

            assertThat(door.calls).hasSize(2);
            assertThat(rows(door)).isEmpty();
        }
    }

    @Test
    void somebodyElseDoesNotGetTheAnswer() {
        try (var door = new DoorFixture(saving(new Reply.ToYou(Card.saying("A secret"))))) {
            door.interact(form("t1", "one"));
            var other = door.restarted().interact(form("t2", "one").replace("\"U1\"", "\"U2\""));

            assertThat(other.body()).doesNotContain("A secret").contains("I have this already");
        }
    }

    @Test
    void aFaultThatUndidTheChangeLetsTheFormComeAgain() {
        try (var door = new DoorFixture((database, call) -> {
            database.change(tx -> {
                new PreferenceStore().keep(tx, call.person(), Preference.NONE, call.now());
                throw new IllegalStateException("broken on purpose");
            });
            return new Reply.Done();
        })) {
            assertThat(door.interact(form("t1", "one")).body()).contains("reference");
            assertThat(door.restarted().interact(form("t2", "one")).body()).contains("reference");
            assertThat(door.calls).hasSize(2);
        }
    }

    @Test
    void aCommandThatChangesSomethingIsAnsweredAgainAndNotDoneAgain() {
        try (var door = new DoorFixture(saving(new Reply.ToYou(Card.saying("Here is a question."))))) {
            var first = door.command("say", "t1");
            assertThat(door.restarted().command("say", "t1")).isEqualTo(first);
            door.command("say", "t2");

            assertThat(door.calls).hasSize(2);
        }
    }

    @Test
    void aClickThatChangesSomethingIsNotDoneAgain() {
        try (var door = new DoorFixture(saving(new Reply.Done()))) {
            door.interact(click("t1"));
            assertThat(door.restarted().interact(click("t1")).status()).isEqualTo(200);
            door.interact(click("t2"));

            assertThat(door.calls).hasSize(2);
        }
    }

    @Test
    void whatOnlyReadsLeavesNoTrace() {
        try (var door = new DoorFixture(_ -> new Reply.Done())) {
            door.interact(click("t1"));
            door.command("say", "t2");

            assertThat(rows(door)).isEmpty();
        }
    }

    @Test
    void twoProcessesGetTheSameFormAtOnce_oneOfThemWrites() throws InterruptedException {
        var both = new CountDownLatch(2);
        try (var door = new DoorFixture((database, call) -> {
            both.countDown();
            await(both);
            return saving(new Reply.Done()).apply(database, call);
        })) {
            var one = door.door;
            var other = door.restarted().door;
            var thread = Thread.ofVirtual().start(() -> door.interact(one, form("t1", "one")));
            door.interact(other, form("t1", "one"));
            thread.join();

            List<Integer> times = door.database.read(tx -> tx.handle().createQuery("select count(*) from wrote")
                    .mapTo(Integer.class).list());
            assertThat(times).containsExactly(1);
        }
    }

    @Test
    void anEventThatChangedSomethingIsHeardOnceBeyondARestart() {
        try (var door = new DoorFixture(_ -> new Reply.Done())) {
            door.whenJoined(_ -> saving(door.database));
            var joined = "{\"type\":\"event_callback\",\"team_id\":\"T1\",\"event_id\":\"E1\",\"event\":"
                    + "{\"type\":\"member_joined_channel\",\"user\":\"U1\",\"channel\":\"C1\"}}";
            door.post(joined);
            door.restarted().post(joined);

            assertThat(door.events).hasSize(1);
        }
    }

    @Test
    void aFormThatWasTakenButNotHandledIsHandledAtTheNextStart() {
        var slow = new CountDownLatch(1);
        var first = new AtomicBoolean(true);
        try (var door = new DoorFixture((database, call) -> {
            if (first.getAndSet(false)) {
                await(slow);
            }
            return saving(new Reply.ToYou(Card.saying("Kept at last"))).apply(database, call);
        })) {
            assertThat(door.interact(form("t1", "one")).body()).contains("One moment");
            door.restarted().door.resume();

            var shown = door.slack.next();
            assertThat(shown.method()).isEqualTo("views.update");
            assertThat(shown.body()).contains("Kept at last");
            slow.countDown();
            assertThat(door.slack.next().body()).as("the first process writes nothing").contains("I have this already");
            List<Integer> times = door.database.read(tx -> tx.handle().createQuery("select count(*) from wrote")
                    .mapTo(Integer.class).list());
            assertThat(times).containsExactly(1);
            assertThat(door.restarted().interact(form("t2", "one")).body()).contains("I have this already");
        }
    }

    @Test
    void aFormThatIsMendedLateComesBackFilledIn() {
        var slow = new CountDownLatch(1);
        try (var door = new DoorFixture(_ -> {
            await(slow);
            return new Reply.Mend(Map.of("note", "The round has closed."));
        })) {
            assertThat(door.interact(form("t1", "my words")).body()).contains("One moment");
            slow.countDown();

            var shown = door.slack.next();
            assertThat(shown.method()).isEqualTo("views.update");
            assertThat(shown.body()).contains("The round has closed.", "\"initial_value\":\"my words\"",
                    "\"callback_id\":\"f.g\"", "\"private_metadata\":\"ctx\"");
        }
    }

    @Test
    void aLateAnswerIsTriedAgain_andComesInPrivateWhereItsAddressIsUsedUp() {
        var slow = new CountDownLatch(1);
        var attempts = new AtomicInteger();
        try (var door = new DoorFixture(_ -> {
            await(slow);
            return new Reply.ToYou(Card.saying("Here it is."));
        })) {
            door.slack.on("respond", _ -> Answer.status(attempts.getAndIncrement() == 0 ? 503 : 404));
            door.slack.on("chat.postMessage", Answer.json("{\"ok\":true,\"channel\":\"D1\",\"ts\":\"1.1\"}"));
            assertThat(door.command("say", "t1").status()).isEqualTo(200);
            slow.countDown();

            assertThat(door.slack.next().body()).contains("Here it is.");
            assertThat(door.slack.next().method()).as("tried again").isEqualTo("respond");
            var told = door.slack.next();
            assertThat(told.method()).isEqualTo("chat.postMessage");
            assertThat(told.body()).contains("Here it is.");
        }
    }

    @Test
    void aFormOfAnOlderVersionKeepsWhatWasTyped() {
        try (var door = new DoorFixture(_ -> new Reply.Done())) {
            var answer = door.interact(form("t1", "my words").replace("f.g", "gone.form"));
            assertThat(answer.body()).contains("\"response_action\":\"errors\"", "older version", "Copy what you");
        }
    }

    private static BiFunction<Database, Call, Reply> saving(Reply reply) {
        return (database, _) -> {
            saving(database);
            return reply;
        };
    }

    private static void saving(Database database) {
        database.change(tx -> {
            tx.handle().execute("create table if not exists wrote (once integer)");
            tx.handle().execute("insert into wrote (once) values (1)");
        });
    }

    private static List<String> rows(DoorFixture door) {
        return door.database.read(tx -> tx.handle().createQuery("select call from handled").mapTo(String.class).list());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static String click(String trigger) {
        return "{\"type\":\"block_actions\",\"trigger_id\":\"" + trigger + "\",\"container\":{\"type\":\"view\"},"
                + "\"view\":{\"id\":\"V1\",\"type\":\"home\"}," + USER
                + ",\"actions\":[{\"type\":\"button\",\"action_id\":\"a.b#0\",\"block_id\":\"x\",\"value\":\"v\"}]}";
    }

    private static String form(String trigger, String words) {
        return "{\"type\":\"view_submission\",\"trigger_id\":\"" + trigger + "\"," + USER
                + ",\"view\":{\"id\":\"V1\",\"hash\":\"h1\",\"type\":\"modal\",\"callback_id\":\"f.g\","
                + "\"private_metadata\":\"ctx\",\"blocks\":[{\"type\":\"input\",\"block_id\":\"note\",\"label\":"
                + "{\"type\":\"plain_text\",\"text\":\"Note\"},\"element\":{\"type\":\"plain_text_input\","
                + "\"action_id\":\"answer\"}}],\"state\":{\"values\":{\"note\":{\"answer\":{\"type\":"
                + "\"plain_text_input\",\"value\":\"" + words + "\"}},\"who\":{\"a\":{\"type\":"
                + "\"multi_users_select\",\"selected_users\":[\"U2\"]}}}}}}";
    }
}
