package dev.stagecoach.delivery;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import dev.stagecoach.chat.Messenger.Rates;
import dev.stagecoach.delivery.ScriptedMessenger.Fault;
import dev.stagecoach.delivery.ScriptedMessenger.Standing;
import dev.stagecoach.people.ChannelId;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.OnBothDatabases;

import static dev.stagecoach.delivery.LedgerDesk.CHANNEL;
import static dev.stagecoach.delivery.LedgerDesk.START;
import static dev.stagecoach.delivery.LedgerDesk.TEACHER;
import static org.assertj.core.api.Assertions.assertThat;

class PaceTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    /** One message a second for each conversation, and hardly any limit besides. */
    private static final Rates CONVERSATIONS = new Rates(SECOND, 60_000, 60_000, 60_000);
    private static final Rates TWO_A_SECOND = new Rates(SECOND, 120, 120, 120);

    private static LedgerDesk desk(Database database, Rates rates) {
        var desk = new LedgerDesk(database);
        desk.messenger.takes(rates);
        return desk;
    }

    private static PersonId teacher(int number) {
        return new PersonId("T1", "U%03d".formatted(number));
    }

    @OnBothDatabases
    void aConversationHearsOneMessageASecondAndTheOthersMeanwhile(Database database) {
        var desk = desk(database, CONVERSATIONS);
        IntStream.range(0, 4).forEach(i -> desk.plan("m" + i, "plain", CHANNEL));
        desk.plan("hello", "plain", TEACHER);
        try (var sender = desk.sender()) {
            sender.run(START);
            assertThat(desk.messenger.words(CHANNEL)).containsExactly("m0");
            assertThat(desk.messenger.words(TEACHER)).containsExactly("hello");
            assertThat(desk.fate("m1")).isEqualTo("due");
            desk.clock.advance(SECOND.minusMillis(1));
            sender.run(desk.clock.instant());
            assertThat(desk.messenger.words(CHANNEL)).containsExactly("m0");
            desk.clock.advance(Duration.ofMillis(1));
            sender.run(desk.clock.instant());
            assertThat(desk.messenger.words(CHANNEL)).containsExactly("m0", "m1");
            IntStream.range(0, 2).forEach(_ -> {
                desk.clock.advance(SECOND);
                sender.run(desk.clock.instant());
            });
        }
        assertThat(desk.messenger.words(CHANNEL)).containsExactly("m0", "m1", "m2", "m3");
        assertThat(desk.sender().next()).isEmpty();
    }

    @OnBothDatabases
    void whatGoesToEverybodyIsSpreadOverTheWorkspacesMinute(Database database) {
        var desk = desk(database, TWO_A_SECOND);
        IntStream.range(0, 300).forEach(i -> desk.plan("n%03d".formatted(i), "nudge", teacher(i)));
        try (var sender = desk.sender()) {
            sender.run(START);
            assertThat(desk.messenger.standing()).hasSize(1);
            for (var half = 1; half < 300; half++) {
                desk.clock.advance(Duration.ofMillis(500));
                sender.run(desk.clock.instant());
                assertThat(desk.messenger.standing()).hasSize(half + 1);
            }
        }
        assertThat(desk.messenger.standing()).extracting(Standing::to)
                .isEqualTo(IntStream.range(0, 300).mapToObj(PaceTest::teacher).toList());
        assertThat(desk.messenger.calls()).isEqualTo(300);
    }

    @OnBothDatabases
    void whoDidSomethingDoesNotWaitBehindWhatGoesToEverybody(Database database) {
        var desk = desk(database, TWO_A_SECOND);
        IntStream.range(0, 100).forEach(i -> desk.plan("n" + i, "nudge", teacher(i)));
        try (var sender = desk.sender()) {
            sender.run(START);
            desk.plan("saved", "plain", TEACHER);
            sender.run(START);
        }
        assertThat(desk.messenger.words(TEACHER)).containsExactly("saved");
    }

    @OnBothDatabases
    void whatWaitsIsSentByAnotherProcessToo(Database database) {
        var desk = desk(database, TWO_A_SECOND);
        IntStream.range(0, 5).forEach(i -> desk.plan("n" + i, "nudge", teacher(i)));
        desk.run();
        IntStream.range(0, 5).forEach(_ -> desk.runAfter(Duration.ofMillis(500)));
        assertThat(desk.messenger.standing()).hasSize(5);
    }

    @OnBothDatabases
    void aSecondConversationThatIsRefusedHoldsTheWorkspace(Database database) {
        var desk = desk(database, CONVERSATIONS);
        var channels = IntStream.range(0, 4).mapToObj(i -> new ChannelId("T1", "C%03d".formatted(i))).toList();
        var elsewhere = new ChannelId("T2", "C000");
        try (var sender = desk.sender()) {
            desk.messenger.next(channels.get(0), Fault.BUSY);
            desk.messenger.next(channels.get(1), Fault.BUSY);
            desk.plan("0", "plain", channels.get(0));
            sender.run(START);
            desk.plan("2", "plain", channels.get(2));
            sender.run(START);
            assertThat(desk.messenger.words(channels.get(2))).containsExactly("2");
            desk.plan("1", "plain", channels.get(1));
            sender.run(START);
            var calls = desk.messenger.calls();
            desk.plan("3", "plain", channels.get(3));
            sender.run(START);
            assertThat(desk.messenger.calls()).isEqualTo(calls);
            desk.plan("elsewhere", "plain", elsewhere);
            sender.run(START);
            assertThat(desk.messenger.words(elsewhere)).containsExactly("elsewhere");
            desk.clock.advance(ScriptedMessenger.RETRY_AFTER.plusSeconds(1));
            sender.run(desk.clock.instant());
        }
        assertThat(desk.messenger.standing()).extracting(Standing::to).containsAll(channels);
    }

    @OnBothDatabases
    void rewritingThatIsRefusedHoldsRewritingAlone(Database database) {
        var desk = desk(database, CONVERSATIONS);
        var keys = List.of("a", "b");
        IntStream.range(0, 2).forEach(i -> desk.plan(keys.get(i), "plain", teacher(i)));
        try (var sender = desk.sender()) {
            sender.run(START);
            keys.forEach(key -> desk.news.put(key, "news of " + key));
            desk.messenger.nextUpdate(Fault.BUSY);
            desk.refresh("a");
            sender.run(START);
            var calls = desk.messenger.calls();
            desk.refresh("b");
            desk.plan("c", "plain", teacher(2));
            sender.run(START);
            assertThat(desk.messenger.words(teacher(2))).containsExactly("c");
            assertThat(desk.messenger.calls()).isEqualTo(calls + 1);
            IntStream.range(0, 2).forEach(_ -> {
                desk.clock.advance(ScriptedMessenger.RETRY_AFTER);
                sender.run(desk.clock.instant());
            });
        }
        assertThat(desk.messenger.words(teacher(0))).containsExactly("news of a");
        assertThat(desk.messenger.words(teacher(1))).containsExactly("news of b");
    }
}
