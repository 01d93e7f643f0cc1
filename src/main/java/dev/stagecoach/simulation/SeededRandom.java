package dev.stagecoach.simulation;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Chance that is the same whenever the same is asked of the same seed, whatever else is asked and in which order: so a
 * story with fewer teams is the same story for those who remain.
 */
final class SeededRandom {
    private final SplittableRandom random;

    private SeededRandom(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** @param about what is decided, for example whose answer to which message */
    static SeededRandom of(long seed, Object... about) {
        var hash = mixed(seed);
        for (var one : about) {
            var words = String.valueOf(one);
            for (var i = 0; i < words.length(); i++) {
                hash = mixed(hash ^ words.charAt(i));
            }
            hash = mixed(hash + 1);
        }
        return new SeededRandom(hash);
    }

    /** The finalizer of MurmurHash3. */
    private static long mixed(long bits) {
        var mixed = (bits ^ bits >>> 33) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ mixed >>> 33) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ mixed >>> 33;
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** @param last counts too */
    int between(int first, int last) {
        return random.nextInt(first, last + 1);
    }

    <T> T pick(List<T> among) {
        return among.get(random.nextInt(among.size()));
    }
}
