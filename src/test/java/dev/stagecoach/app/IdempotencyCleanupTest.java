package dev.stagecoach.app;

import java.time.Duration;
import java.time.Instant;

import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.OnBothDatabases;

import static org.assertj.core.api.Assertions.assertThat;

/** How long handled calls are remembered. */
class IdempotencyCleanupTest {
    private static final Instant NOW = Instant.parse("2026-09-14T15:00:00Z");

    @OnBothDatabases
    void anAnswerIsKeptForAnHourAndACallForAWeek(Database database) {
        var handled = new IdempotencyLog(database);
        for (var i = 0; i < 1_100; i++) {
            handle(database, handled.call("old/" + i, "T1/U1", NOW.minus(IdempotencyCleanup.CALLS).minusMillis(1)));
        }
        handle(database, handled.call("new", "T1/U1", NOW));
        var forgetting = new IdempotencyCleanup(database);

        forgetting.run(NOW.plus(IdempotencyCleanup.ANSWERS));
        assertThat(handled.call("old/7", "T1/U1", NOW).before()).isEmpty();
        assertThat(handled.call("old/1099", "T1/U1", NOW).before()).isEmpty();
        assertThat(handled.call("new", "T1/U1", NOW).before().orElseThrow().answer()).contains("answer");
        forgetting.run(NOW.plus(IdempotencyCleanup.ANSWERS).plus(Duration.ofMillis(1)));
        assertThat(handled.call("new", "T1/U1", NOW).before().orElseThrow().answer()).isEmpty();
    }

    private static void handle(Database database, IdempotentCall handling) {
        handling.reply(() -> {
            database.change(_ -> {});
            return new Reply.ToYou(Card.saying("Saved"));
        }, new Reply.Done());
        handling.answered("answer");
    }
}
