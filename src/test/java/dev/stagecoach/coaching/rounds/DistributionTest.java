package dev.stagecoach.coaching.rounds;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import dev.stagecoach.coaching.rounds.Distribution.Median;
import dev.stagecoach.coaching.rounds.Distribution.Spread;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class DistributionTest {

    @ParameterizedTest
    @CsvSource({"0 3 2 0, 0.747, SHARED", "1 3 1 0, 0.766, SHARED", "2 1 2 0, 0.532, SPREAD", "3 0 0 3, 0, FAR_APART",
            "2 2 2 2, 0.368, FAR_APART", "3 0 3 0, 0.415, FAR_APART", "0 5 0 1, 0.663, SPREAD", "0 0 6 0, 1, SHARED"})
    void consensusAsPublished(String counts, double consensus, Spread spread) {
        assertThat(of(counts).consensus()).isCloseTo(consensus, within(0.0006));
        assertThat(of(counts).spread()).isEqualTo(spread);
    }

    @Test
    void consensusOnSevenLevelsAsPublished() {
        assertThat(of("30 40 210 130 530 50 10").consensus()).isCloseTo(0.7256876, within(0.0000001));
    }

    @ParameterizedTest
    @CsvSource({"0 3 2 0, 2, 2", "1 2 2 1, 2, 3", "3 0 0 3, 1, 4", "0 0 0 1, 4, 4", "2 0 2 0, 1, 3", "1 2 3 1, 3, 3"})
    void theMedianIsOneLevelOrTwo(String counts, int lower, int upper) {
        assertThat(of(counts).median()).isEqualTo(new Median(lower, upper));
    }

    @ParameterizedTest
    @CsvSource({"3 0 3 0, true", "2 0 0 3, true", "0 2 0 2, true", "0 5 0 1, false", "1 0 5 0, false",
            "0 3 2 0, false", "3 1 3 0, false", "5 0 0 0, false"})
    void twoCampsNeedTwoPeopleOnEachSideOfAnEmptyLevel(String counts, boolean camps) {
        assertThat(of(counts).twoCamps()).isEqualTo(camps);
    }

    @ParameterizedTest
    @CsvSource({"2, 2, 3, 3, true", "2, 3, 3, 3, false", "2, 2, 2, 3, false", "2, 3, 3, 4, true", "1, 1, 4, 4, true",
            "3, 3, 2, 2, false"})
    void aWholeLevelAbove(int lower, int upper, int otherLower, int otherUpper, boolean above) {
        assertThat(new Median(otherLower, otherUpper).levelAbove(new Median(lower, upper))).isEqualTo(above);
    }

    @Test
    void whoCannotSayChangesNoFigure() {
        var sure = new Distribution(List.of(1, 3, 1, 0), 0);
        var unsure = new Distribution(List.of(1, 3, 1, 0), 9);
        assertThat(unsure.answers()).isEqualTo(5);
        assertThat(unsure.median()).isEqualTo(sure.median());
        assertThat(unsure.consensus()).isEqualTo(sure.consensus());
    }

    @Test
    void nobodyHasNoMiddle() {
        assertThatThrownBy(() -> of("0 0 0 0").median()).isInstanceOf(IllegalStateException.class);
        assertThat(of("0 0 0 0").spread()).isEqualTo(Spread.SHARED);
        assertThat(of("0 0 0 0").twoCamps()).isFalse();
    }

    @Test
    void rulesHoldForAnyAnswers() {
        var random = new Random(20260914);
        for (var round = 0; round < 2000; round++) {
            var levels = 2 + random.nextInt(6);
            var counts = IntStream.range(0, levels).mapToObj(_ -> random.nextInt(6)).toList();
            if (counts.stream().allMatch(count -> count == 0)) {
                continue;
            }
            var distribution = new Distribution(counts, 0);
            var mirrored = new ArrayList<>(counts);
            Collections.reverse(mirrored);
            var mirror = new Distribution(mirrored, 0);
            assertThat(distribution.consensus()).as("%s", counts).isBetween(-1e-9, 1 + 1e-9)
                    .isCloseTo(mirror.consensus(), within(1e-9));
            assertThat(distribution.spread()).isEqualTo(mirror.spread());
            assertThat(distribution.twoCamps()).isEqualTo(mirror.twoCamps());
            assertThat(distribution.median()).isEqualTo(sortedMiddle(counts));
            assertThat(mirror.median()).isEqualTo(new Median(levels + 1 - distribution.median().upper(),
                    levels + 1 - distribution.median().lower()));
        }
    }

    private static Median sortedMiddle(List<Integer> counts) {
        var all = IntStream.rangeClosed(1, counts.size()).boxed()
                .flatMap(level -> Collections.nCopies(counts.get(level - 1), level).stream()).toList();
        return new Median(all.get((all.size() - 1) / 2), all.get(all.size() / 2));
    }

    private static Distribution of(String counts) {
        return new Distribution(List.of(counts.split(" ")).stream().map(Integer::valueOf).toList(), 0);
    }
}
