package dev.stagecoach.outbox;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BackOffTest {
    private static final BackOff RULE = new BackOff(Duration.ofSeconds(1), Duration.ofSeconds(10), 6);

    @Test
    void theWaitDoublesUpToTheLongestAndThenThereIsNone() {
        assertThat(RULE.after(1, Duration.ZERO)).contains(Duration.ofSeconds(1));
        assertThat(RULE.after(2, Duration.ZERO)).contains(Duration.ofSeconds(2));
        assertThat(RULE.after(4, Duration.ZERO)).contains(Duration.ofSeconds(8));
        assertThat(RULE.after(5, Duration.ZERO)).contains(Duration.ofSeconds(10));
        assertThat(RULE.after(6, Duration.ZERO)).isEmpty();
        assertThat(RULE.after(60, Duration.ZERO)).isEmpty();
    }

    @Test
    void whoAsksForMoreTimeGetsIt() {
        assertThat(RULE.after(1, Duration.ofMinutes(5))).contains(Duration.ofMinutes(5));
        assertThat(RULE.after(4, Duration.ofSeconds(3))).contains(Duration.ofSeconds(8));
    }
}
