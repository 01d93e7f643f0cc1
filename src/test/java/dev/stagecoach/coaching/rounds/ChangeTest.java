package dev.stagecoach.coaching.rounds;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ChangeTest {
    @Test
    void onlyWhoPlacedItBothTimesMoved() {
        var before = Map.of("a", 1, "b", 2, "c", 3, "d", 2);
        var now = Map.of("a", 2, "b", 2, "c", 2, "e", 4);
        assertThat(Change.of(before, now)).isEqualTo(new Change(1, 1, 1, 1, 1));
        assertThat(Change.of(before, now).paired()).isEqualTo(3);
    }

    /** The team's middle may rise while that of the same people falls: newcomers do not hide a slip. */
    @Test
    void aSlipIsOfTheSamePeople() {
        assertThat(Change.slipped(Map.of("a", 3, "b", 3, "c", 3), Map.of("a", 2, "b", 2, "c", 3, "d", 4))).isTrue();
        assertThat(Change.slipped(Map.of("a", 2, "b", 3), Map.of("a", 3, "b", 2))).isFalse();
        assertThat(Change.slipped(Map.of("a", 4), Map.of("b", 1))).isFalse();
    }

    /** Whatever people place: everybody is counted once, and the turned comparison is its mirror. */
    @Test
    void everybodyIsCountedOnceAndTimeTurnedRoundIsTheMirror() {
        var dice = new Random(7);
        for (var round = 0; round < 2_000; round++) {
            var before = levels(dice);
            var now = levels(dice);
            var change = Change.of(before, now);
            assertThat(change.paired() + change.joined()).isEqualTo(now.size());
            assertThat(change.paired() + change.left()).isEqualTo(before.size());
            assertThat(Change.of(now, before)).isEqualTo(
                    new Change(change.down(), change.same(), change.up(), change.left(), change.joined()));
            assertThat(Change.slipped(before, now) && Change.slipped(now, before)).isFalse();
        }
    }

    private static Map<Integer, Integer> levels(Random dice) {
        var levels = new HashMap<Integer, Integer>();
        for (var person = 0; person < 9; person++) {
            if (dice.nextInt(3) > 0) {
                levels.put(person, 1 + dice.nextInt(4));
            }
        }
        return levels;
    }
}
