package dev.stagecoach.app;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;

import dev.stagecoach.people.PersonId;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CallLimitTest {
    private static final Instant NOW = Instant.parse("2026-09-14T15:00:00Z");
    private static final PersonId FERN = new PersonId("T1", "UFERN");
    private static final PersonId LARCH = new PersonId("T1", "ULARCH");
    private static final PersonId FERN_ELSEWHERE = new PersonId("T2", "UFERN");
    private final CallLimit limit = CallLimit.usual();

    @Test
    void sixtyAtOnceAndThenOneEachSecond() {
        assertThat(admitted(FERN, 100, NOW)).isEqualTo(60);
        assertThat(limit.admits(FERN, NOW.plusMillis(999))).isFalse();
        assertThat(admitted(FERN, 5, NOW.plusSeconds(1))).isEqualTo(1);
        assertThat(admitted(FERN, 100, NOW.plusSeconds(11))).as("ten seconds later").isEqualTo(10);
        assertThat(admitted(FERN, 100, NOW.plus(Duration.ofDays(1)))).as("never more than sixty").isEqualTo(60);
    }

    @Test
    void whatOneDoesIsNothingToTheOthers() {
        admitted(FERN, 100, NOW);
        assertThat(admitted(LARCH, 60, NOW)).isEqualTo(60);
        assertThat(admitted(FERN_ELSEWHERE, 60, NOW)).isEqualTo(60);
    }

    @Test
    void aQuickPersonNeverMeetsIt() {
        for (var i = 0; i < 600; i++) {
            assertThat(limit.admits(FERN, NOW.plusSeconds(i))).isTrue();
        }
        var later = NOW.plus(Duration.ofHours(1));
        for (var i = 0; i < 30; i++) {
            assertThat(limit.admits(LARCH, later.plusMillis(i * 500L))).isTrue();
        }
    }

    @Test
    void aClockThatIsPutBackKeepsNobodyOut() {
        admitted(FERN, 100, NOW);
        var before = NOW.minus(Duration.ofHours(1));
        assertThat(limit.admits(FERN, before)).isFalse();
        assertThat(limit.admits(FERN, before.plusSeconds(1))).isTrue();
    }

    @Test
    void whoHasNotCalledForLongestIsForgottenFirst() {
        admitted(FERN, 60, NOW);
        admitted(LARCH, 60, NOW);
        IntStream.range(0, CallLimit.REMEMBERED - 1).forEach(i -> limit.admits(new PersonId("T1", "U" + i), NOW));
        assertThat(limit.remembered()).isEqualTo(CallLimit.REMEMBERED);
        assertThat(limit.admits(LARCH, NOW)).isFalse();
        assertThat(limit.admits(FERN, NOW)).isTrue();
    }

    private long admitted(PersonId person, int calls, Instant at) {
        return IntStream.range(0, calls).filter(_ -> limit.admits(person, at)).count();
    }
}
