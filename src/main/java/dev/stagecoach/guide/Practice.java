package dev.stagecoach.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A teaching practice and its two continua.
 *
 * @param shortName for lists and pictures, at most 24 characters
 * @param from the pole that practice moves away from, in the guide's words
 * @param to the pole that it moves to
 * @param shift the move in a sentence
 * @param lookFors questions whose answers can be counted
 * @param nextSteps from level 1 to 2, 2 to 3, 3 to 4
 * @param lens questions to look at one's work with
 */
public record Practice(String key, String name, String shortName, List<String> aliases, String from, String to,
        String shift, Continuum student, Continuum system, List<String> lookFors, List<String> nextSteps,
        List<String> lens) {

    public Practice {
        aliases = List.copyOf(aliases);
        lookFors = List.copyOf(lookFors);
        nextSteps = List.copyOf(nextSteps);
        lens = List.copyOf(lens);
    }

    /** The small move on from a level, counted from 1, without the levels' numbers; empty where there is none. */
    public Optional<String> moveFrom(int level) {
        return nextSteps.stream().skip(Math.max(0, level - 1)).findFirst()
                .map(step -> step.replaceFirst("^\\d+\\s*->\\s*\\d+\\s*:\\s*", ""));
    }

    public Continuum side(Side side) {
        return switch (side) {
            case STUDENT -> student;
            case SYSTEM -> system;
        };
    }

    /** The same with other words for one level of a side; levels count from 1. */
    public Practice worded(Side side, int level, String words) {
        return new Practice(key, name, shortName, aliases, from, to, shift,
                side == Side.STUDENT ? student.worded(level, words) : student,
                side == Side.SYSTEM ? system.worded(level, words) : system, lookFors, nextSteps, lens);
    }

    /**
     * One side of a practice.
     *
     * @param indicator what a thriving practice looks like from this side
     * @param levels the full wording of each level, from 1 up
     * @param brief each level in at most 75 characters, from 1 up
     */
    public record Continuum(String indicator, List<String> levels, List<String> brief) {
        private static final int LONGEST_BRIEF = 75;

        public Continuum {
            levels = List.copyOf(levels);
            brief = List.copyOf(brief);
        }

        private Continuum worded(int level, String words) {
            return new Continuum(indicator, with(levels, level, words), with(brief, level, brief(words)));
        }

        private static List<String> with(List<String> lines, int level, String words) {
            var other = new ArrayList<>(lines);
            other.set(level - 1, words);
            return other;
        }

        private static String brief(String words) {
            var line = words.replaceAll("\\s+", " ");
            return line.codePointCount(0, line.length()) <= LONGEST_BRIEF
                    ? line
                    : line.substring(0, line.offsetByCodePoints(0, LONGEST_BRIEF - 1)) + "…";
        }
    }
}
