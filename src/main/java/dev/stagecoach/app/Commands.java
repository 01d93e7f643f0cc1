package dev.stagecoach.app;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.apache.commons.text.similarity.DamerauLevenshteinDistance;

/** All commands by what people type for them: the word itself, its aliases, names of what it shows. */
final class Commands {
    private static final Pattern GAP = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern EDGES = Pattern.compile("^[\\s\\p{Z}]+|[\\s\\p{Z}]+$");
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");
    /** As many words as the longest alias has. */
    private static final int MOST_WORDS = 4;
    /** What is longer is no mistyped word. */
    private static final int LONGEST = 30;
    /** Three letters with one of them wrong could be anything. */
    private static final int SHORTEST_GUESS = 4;
    private static final int LETTERS_FOR_TWO_SLIPS = 8;

    private final Map<String, Command> words = new LinkedHashMap<>();
    private final Map<String, Command> phrases = new LinkedHashMap<>();
    private final Map<String, Command> named = new HashMap<>();

    /**
     * What somebody typed.
     *
     * @param rest what stands behind the command
     * @param byAlias whether it was another word than the command's own
     */
    record Meant(Command command, String rest, boolean byAlias) {
        Meant(Command command, String rest) {
            this(command, rest, false);
        }
    }

    /** A word is one command's alone, and so is an alias; one that a guide's own page is called gives way to it. */
    Commands(List<Command> all) {
        for (var command : all) {
            claim(words, command.word(), command);
        }
        for (var command : all) {
            command.aliases().also().forEach(alias -> claim(phrases, plain(alias), command));
        }
        words.forEach((word, command) -> phrases.put(plain(word), command));
        for (var command : all) {
            command.aliases().named().forEach(name -> named.putIfAbsent(plain(name), command));
        }
    }

    private static void claim(Map<String, Command> taken, String key, Command command) {
        if (taken.putIfAbsent(key, command) != null) {
            throw new IllegalArgumentException("'" + key + "' of /coach " + command.word() + " is taken");
        }
    }

    Optional<Command> word(String word) {
        return Optional.ofNullable(words.get(word));
    }

    /** The longest words at the beginning that are a command's, or the name of something that one shows. */
    Optional<Meant> read(String typed) {
        var text = EDGES.matcher(typed).replaceAll("");
        if (text.isEmpty()) {
            return word("").map(command -> new Meant(command, ""));
        }
        return IntStream.rangeClosed(1, MOST_WORDS).mapToObj(count -> beginning(text, MOST_WORDS + 1 - count))
                .flatMap(Optional::stream).findFirst()
                .or(() -> Optional.ofNullable(named.get(plain(text))).map(command -> new Meant(command, text)));
    }

    /** Signs that stand alone are no part of it: what follows the command stays as it was typed. */
    private Optional<Meant> beginning(String text, int count) {
        var parts = List.of(GAP.split(text, count + 1));
        var first = parts.stream().limit(count).map(Commands::plain).toList();
        return parts.size() < count || first.contains("")
                ? Optional.empty()
                : Optional.ofNullable(phrases.get(String.join(" ", first))).map(command -> new Meant(command,
                        parts.size() > count ? parts.get(count) : "",
                        !String.join(" ", first).equals(plain(command.word()))));
    }

    /**
     * What a mistyped word was meant to be: one slip in a short word, two in a long one, letters swapped included. The
     * first letter is seldom a slip; another one makes another word, as with late and rate.
     */
    Optional<Meant> nearest(String typed) {
        return typed.length() > LONGEST
                ? Optional.empty()
                : near(plain(typed)).map(command -> new Meant(command, ""))
                        .or(() -> {
                            var parts = GAP.split(EDGES.matcher(typed).replaceAll(""), 2);
                            return near(plain(parts[0]))
                                    .map(command -> new Meant(command, parts.length > 1 ? parts[1] : ""));
                        });
    }

    private Optional<Command> near(String typed) {
        if (typed.length() < SHORTEST_GUESS) {
            return Optional.empty();
        }
        var slips = new DamerauLevenshteinDistance(typed.length() < LETTERS_FOR_TWO_SLIPS ? 1 : 2);
        return phrases.entrySet().stream()
                .filter(one -> one.getKey().length() >= SHORTEST_GUESS && one.getKey().charAt(0) == typed.charAt(0)
                        && slips.apply(one.getKey(), typed) >= 0)
                .min(Comparator.comparing(one -> slips.apply(one.getKey(), typed))).map(Map.Entry::getValue);
    }

    private static String plain(String words) {
        return NO_LETTERS.matcher(words.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }
}
