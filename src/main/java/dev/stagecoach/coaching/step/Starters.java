package dev.stagecoach.coaching.step;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import dev.stagecoach.chat.Text;
import dev.stagecoach.guide.Practice;

/**
 * Small moves to write a step from: the one that leads on from where the person stands is written in already, so that
 * only the moment is missing.
 *
 * @param first the move that fits best; empty where the guide has none
 * @param others the moves that lead on from other levels
 */
record Starters(String first, List<String> others) {
    /** What is left to be filled in; a step that still begins with it has no moment yet. */
    static final String OPENING = "When ...,";

    static Starters of(Optional<Practice> practice, Optional<Integer> level) {
        var moves = practice.stream().flatMap(one -> IntStream.rangeClosed(1, one.nextSteps().size())
                .mapToObj(one::moveFrom)).flatMap(Optional::stream).toList();
        if (moves.isEmpty()) {
            return new Starters("", List.of());
        }
        var fitting = Math.clamp(level.orElse(1), 1, moves.size()) - 1;
        var others = new ArrayList<>(moves);
        return new Starters(others.remove(fitting), others);
    }

    /** @param longest of the field; a move that does not fit is only told, not written in */
    String prefilled(int longest) {
        var whole = OPENING + " I will " + first;
        return first.isEmpty() || whole.length() > longest ? OPENING + " I will " : whole;
    }

    List<Text> words() {
        var words = new ArrayList<Text>();
        words.add(Text.of("Put a moment or a cue from your week in place of the dots, and keep the move small."));
        if (!others.isEmpty()) {
            words.add(Text.bolded("Other small moves:").plus("\n" + String.join("\n", others)));
        }
        return words;
    }
}
