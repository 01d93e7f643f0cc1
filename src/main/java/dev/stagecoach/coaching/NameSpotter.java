package dev.stagecoach.coaching;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Sees what looks like somebody's name: a word of a team member's name, "Ms. Lee", initials, a mention. It guesses, so
 * it is good for a question before posting ({@link NameWarning}) and for nothing stricter. It does not know students,
 * whose first names alone look like any other word.
 */
public final class NameSpotter {
    private static final int MOST = 5;
    private static final int SHORTEST = 2;
    /** What stands in people's display names beside their names. */
    private static final Set<String> NO_NAMES = Set.of("mr", "mrs", "ms", "mx", "miss", "dr", "prof", "coach",
            "principal",
            "teacher", "grade", "team", "school", "of", "the", "de", "la", "van", "von", "jr", "sr");
    /** Names that are everyday words as well; where a sentence begins, a capital says nothing. */
    private static final Set<String> EVERYDAY = Set.of("will", "may", "mark", "grace", "hope", "art", "rose", "joy",
            "april", "june", "summer", "page", "rich", "grant", "frank", "chance", "drew", "young", "long", "good",
            "day", "case", "west", "north");
    /** Written like initials, and nobody's. */
    private static final Set<String> ABBREVIATIONS = Set.of("us", "uk", "un", "eu", "pe", "am", "pm", "id", "ps", "bc",
            "ad", "dc", "la", "ny", "qa", "eg", "ie");
    /** What a single letter behind it counts, as in "Group A". */
    private static final Set<String> COUNTED = Set.of("group", "grade", "room", "plan", "part", "section", "class",
            "option", "question", "type", "team", "table", "period", "unit", "level", "student", "students", "exercise",
            "side", "version", "step", "task", "vitamin", "and", "or");

    private static final String EDGE = "(?<![\\p{L}\\p{N}])";
    private static final String PART = "\\p{Lu}[\\p{L}\\p{M}-]*";
    /** An apostrophe before a small letter ends the name: "Ms. O'Hara's". */
    private static final String NAME = PART + "(?:['’]" + PART + ")*";
    private static final Pattern TITLED = Pattern
            .compile(EDGE + "(?:[Mm][Rr][Ss]?|[Mm][Ss]|[Mm][Xx]|[Dd][Rr]|[Mm]iss)\\.?[ \\u00a0]+" + NAME);
    private static final Pattern INITIALS = Pattern.compile(EDGE + "\\p{Lu}\\.[ \\u00a0]?\\p{Lu}\\.");
    private static final Pattern SHORTENED = Pattern
            .compile(EDGE + NAME + "[ \\u00a0]\\p{Lu}\\.(?!\\p{L})");
    private static final Pattern MENTION = Pattern.compile("<@[A-Z0-9]+(?:\\|[^>]*)?>");
    private static final Pattern SENTENCE_BEGINS = Pattern.compile("(?s)(?:^|.*[.!?:\\n\"“])\\s*");

    private final List<String> names;

    /** @param names of the people whose names must stay out, as they are displayed: "Ms. Fern", "Sam Okafor" */
    public NameSpotter(Collection<String> names) {
        this.names = names.stream().flatMap(name -> Arrays.stream(name.split("[^\\p{L}\\p{M}'’-]+")))
                .filter(word -> word.codePointCount(0, word.length()) >= SHORTEST)
                .filter(word -> !NO_NAMES.contains(plain(word))).distinct().toList();
    }

    /** What looks like a name, as it stands in the text, in its order; at most {@value #MOST}, none twice. */
    public List<String> in(String text) {
        var found = new LinkedHashMap<String, Integer>();
        spotted(text).sorted().forEach(one -> found.putIfAbsent(one.words(), one.at()));
        // "Ms. Fern" says it; "Fern" inside of it says nothing new.
        return found.keySet().stream().filter(words -> found.keySet().stream()
                .noneMatch(other -> !other.equals(words) && other.endsWith(words))).limit(MOST).toList();
    }

    private Stream<Spotted> spotted(String text) {
        return Stream.of(known(text), matches(TITLED, text), matches(MENTION, text),
                matches(INITIALS, text).filter(one -> !ABBREVIATIONS.contains(letters(one.words()))),
                matches(SHORTENED, text).filter(one -> !COUNTED.contains(plain(one.words().split("[ \\u00a0]")[0]))))
                .flatMap(one -> one);
    }

    private Stream<Spotted> known(String text) {
        return names.stream().flatMap(name -> matches(
                Pattern.compile(EDGE + Pattern.quote(name) + "(?![\\p{L}\\p{M}])",
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE),
                text)).filter(one -> looksMeant(one, text));
    }

    /** A name is written with a capital; "sage advice" and "a reed" speak of nobody. */
    private static boolean looksMeant(Spotted one, String text) {
        return !Character.isLowerCase(one.words().codePointAt(0)) && !(EVERYDAY.contains(plain(one.words()))
                && SENTENCE_BEGINS.matcher(text.substring(0, one.at())).matches());
    }

    private static Stream<Spotted> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> new Spotted(match.start(), match.group()));
    }

    private static String letters(String words) {
        return plain(words).chars().filter(Character::isLetter).mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    private record Spotted(int at, String words) implements Comparable<Spotted> {
        @Override
        public int compareTo(Spotted other) {
            return Integer.compare(at, other.at);
        }
    }
}
