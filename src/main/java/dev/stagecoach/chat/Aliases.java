package dev.stagecoach.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What else leads to a command.
 *
 * @param also words, or a few of them, that people try first; help shows them
 * @param named names of things; one that is all that is typed goes to the command as what stands behind its word
 * @param instead the word that an alias means to those whom the command is not for
 */
public record Aliases(List<String> also, List<String> named, Optional<String> instead) {
    public static final Aliases NONE = new Aliases(List.of(), List.of(), Optional.empty());

    public Aliases {
        also = List.copyOf(also);
        named = List.copyOf(named);
    }

    Aliases with(List<String> words) {
        var more = new ArrayList<>(also);
        more.addAll(words);
        return new Aliases(more, named, instead);
    }
}
