package dev.stagecoach.outbox;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import dev.stagecoach.chat.Messenger.Rates;
import dev.stagecoach.outbox.ScriptedMessenger.Fault;
import dev.stagecoach.outbox.ScriptedMessenger.Standing;
import dev.stagecoach.people.ChannelId;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.OnBothDatabases;

import static dev.stagecoach.outbox.OutboxFixture.CHANNEL;
import static dev.stagecoach.outbox.OutboxFixture.START;
import static dev.stagecoach.outbox.OutboxFixture.TEACHER;
import static org.assertj.core.api.Assertions.assertThat;

class RateLimiterTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    /** One message a second for each conversation, and hardly any limit besides. */
    private static final Rates CONVERSATIONS = new Rates(SECOND, 60_000, 60_000, 60_000);
    private static final Rates TWO_A_SECOND = new Rates(SECOND, 120, 120, 120);

    private static OutboxFixture fixture(Database database, Rates rates) {
        var fixture = new OutboxFixture(database);
        fixture.messenger.takes(rates);
        return fixture;
    }

    private static PersonId teacher(int number) {
        return new PersonId("T1", "U%03d".formatted(number));
    }

    @OnBothDatabases
    void aConversationHearsOneMessageASecondAndTheOthersMeanwhile(Database database) {
        var fixture = fixture(database, CONVERSATIONS);
        IntStream.range(0, 4).forEach(i -> fixture.plan("m" + i, "plain", CHANNEL));
        fixture.plan("hello", "plain", TEACHER);
        try (var sender = fixture.sender()) {
            sender.run(START);
            assertThat(fixture.messenger.words(CHANNEL)).containsExactly("m0");
            assertThat(fixture.messenger.words(TEACHER)).containsExactly("hello");
            assertThat(fixture.status("m1")).isEqualTo("due");
            fixture.clock.advance(SECOND.minusMillis(1));
            sender.run(fixture.clock.instant());
            assertThat(fixture.messenger.words(CHANNEL)).containsExactly("m0");
            fixture.clock.advance(Duration.ofMillis(1));
            sender.run(fixture.clock.instant());
            assertThat(fixture.messenger.words(CHANNEL)).containsExactly("m0", "m1");
            IntStream.range(0, 2).forEach(_ -> {
                fixture.clock.advance(SECOND);
                sender.run(fixture.clock.instant());
            });
        }
        assertThat(fixture.messenger.words(CHANNEL)).containsExactly("m0", "m1", "m2", "m3");
        assertThat(fixture.sender().next()).isEmpty();
    }

    @OnBothDatabases
    void whatGoesToEverybodyIsSpreadOverTheWorkspacesMinute(Database database) {
        var fixture = fixture(database, TWO_A_SECOND);
        IntStream.range(0, 300).forEach(i -> fixture.plan("n%03d".formatted(i), "nudge", teacher(i)));
        try (var sender = fixture.sender()) {
            sender.run(START);
            assertThat(fixture.messenger.standing()).hasSize(1);
            for (var half = 1; half < 300; half++) {
                fixture.clock.advance(Duration.ofMillis(500));
                sender.run(fixture.clock.instant());
                assertThat(fixture.messenger.standing()).hasSize(half + 1);
            }
        }
        assertThat(fixture.messenger.standing()).extracting(Standing::to)
                .isEqualTo(IntStream.range(0, 300).mapToObj(RateLimiterTest::teacher).toList());
        assertThat(fixture.messenger.calls()).isEqualTo(300);
    }

    @OnBothDatabases
    void whoDidSomethingDoesNotWaitBehindWhatGoesToEverybody(Database database) {
        var fixture = fixture(database, TWO_A_SECOND);
        IntStream.range(0, 100).forEach(i -> fixture.plan("n" + i, "nudge", teacher(i)));
        try (var sender = fixture.sender()) {
            sender.run(START);
            fixture.plan("saved", "plain", TEACHER);
            sender.run(START);
        }
        assertThat(fixture.messenger.words(TEACHER)).containsExactly("saved");
    }

    @OnBothDatabases
    void whatWaitsIsSentByAnotherProcessToo(Database database) {
        var fixture = fixture(database, TWO_A_SECOND);
        IntStream.range(0, 5).forEach(i -> fixture.plan("n" + i, "nudge", teacher(i)));
        fixture.run();
        IntStream.range(0, 5).forEach(_ -> fixture.runAfter(Duration.ofMillis(500)));
        assertThat(fixture.messenger.standing()).hasSize(5);
    }

    @OnBothDatabases
    void aSecondConversationThatIsRefusedHoldsTheWorkspace(Database database) {
        var fixture = fixture(database, CONVERSATIONS);
        var channels = IntStream.range(0, 4).mapToObj(i -> new ChannelId("T1", "C%03d".formatted(i))).toList();
        var elsewhere = new ChannelId("T2", "C000");
        try (var sender = fixture.sender()) {
            fixture.messenger.next(channels.get(0), Fault.TOO_FAST);
            fixture.messenger.next(channels.get(1), Fault.TOO_FAST);
            fixture.plan("0", "plain", channels.get(0));
            sender.run(START);
            fixture.plan("2", "plain", channels.get(2));
            sender.run(START);
            assertThat(fixture.messenger.words(channels.get(2))).containsExactly("2");
            fixture.plan("1", "plain", channels.get(1));
            sender.run(START);
            var calls = fixture.messenger.calls();
            fixture.plan("3", "plain", channels.get(3));
            sender.run(START);
            assertThat(fixture.messenger.calls()).isEqualTo(calls);
            fixture.plan("elsewhere", "plain", elsewhere);
            sender.run(START);
            assertThat(fixture.messenger.words(elsewhere)).containsExactly("elsewhere");
            fixture.clock.advance(ScriptedMessenger.RETRY_AFTER.plusSeconds(1));
            sender.run(fixture.clock.instant());
        }
        assertThat(fixture.messenger.standing()).extracting(Standing::to).containsAll(channels);
    }

    @OnBothDatabases
    void rewritingThatIsRefusedHoldsRewritingAlone(Database database) {
        var fixture = fixture(database, CONVERSATIONS);
        var keys = List.of("a", "b");
        IntStream.range(0, 2).forEach(i -> fixture.plan(keys.get(i), "plain", teacher(i)));
        try (var sender = fixture.sender()) {
            sender.run(START);
            keys.forEach(key -> fixture.news.put(key, "news of " + key));
            fixture.messenger.nextUpdate(Fault.TOO_FAST);
            fixture.refresh("a");
            sender.run(START);
            var calls = fixture.messenger.calls();
            fixture.refresh("b");
            fixture.plan("c", "plain", teacher(2));
            sender.run(START);
            assertThat(fixture.messenger.words(teacher(2))).containsExactly("c");
            assertThat(fixture.messenger.calls()).isEqualTo(calls + 1);
            IntStream.range(0, 2).forEach(_ -> {
                fixture.clock.advance(ScriptedMessenger.RETRY_AFTER);
                sender.run(fixture.clock.instant());
            });
        }
        assertThat(fixture.messenger.words(teacher(0))).containsExactly("news of a");
        assertThat(fixture.messenger.words(teacher(1))).containsExactly("news of b");
    }
}
