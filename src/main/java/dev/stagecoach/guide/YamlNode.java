package dev.stagecoach.guide;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A place in a guide file: knows where it stands, so that whatever is wrong there is told with file and path.
 *
 * @param file as shown to whoever has to mend it
 * @param place from the top of the file, for example {@code practices[2].student}
 * @param content what stands there, as YAML has it: a map, a list, text, a number, a truth value
 */
record YamlNode(String file, String place, Object content) {
    /** Names stand in headings and lists. */
    static final int NAME = 75;
    static final int SENTENCE = 500;
    static final int PARAGRAPH = 1000;
    /** As many as a chat form shows at once. */
    static final int CHOICES = 10;
    /** Letters that are safe in ids of forms, buttons and rows. */
    private static final String KEY = "[a-z0-9_]{1,40}";

    /** This place as a map with no keys but these. */
    YamlNode withKeys(String... known) {
        if (!(content instanceof Map<?, ?> map)) {
            throw refuse("must be a map with the keys " + String.join(", ", known));
        }
        var names = Set.of(known);
        for (var name : map.keySet()) {
            if (!names.contains(String.valueOf(name))) {
                throw refuse("unknown key '" + name + "'; known keys are " + String.join(", ", known));
            }
        }
        return this;
    }

    YamlNode at(String key) {
        return inner(key).map(inner -> new YamlNode(file, below(key), inner))
                .orElseThrow(() -> new GuideUnusable(file, below(key), "is missing"));
    }

    boolean has(String key) {
        return inner(key).isPresent();
    }

    /** {@link #items}, where there may be none. */
    List<YamlNode> entries() {
        return content.equals(List.of()) || content.equals(Map.of()) ? List.of() : items();
    }

    private Optional<Object> inner(String key) {
        return content instanceof Map<?, ?> map ? Optional.ofNullable(map.get(key)) : Optional.empty();
    }

    /** The entries of a list that has at least one. */
    List<YamlNode> items() {
        if (!(content instanceof List<?> list) || list.isEmpty()) {
            throw refuse("must be a list with at least one entry");
        }
        return IntStream.range(0, list.size())
                .mapToObj(i -> new YamlNode(file, place + "[" + i + "]", Objects.requireNonNullElse(list.get(i), "")))
                .toList();
    }

    /** {@link #items}, at most so many. */
    List<YamlNode> items(int most) {
        var items = items();
        if (items.size() > most) {
            throw refuse("has " + items.size() + " entries; at most " + most + " fit");
        }
        return items;
    }

    List<String> texts(String key, int longest) {
        return at(key).items().stream().map(item -> item.text(longest)).toList();
    }

    /** {@link #texts}, where the list may be empty or missing. */
    List<String> textsIfAny(String key, int longest) {
        return has(key) ? at(key).entries().stream().map(item -> item.text(longest)).toList() : List.of();
    }

    /** The words at this key, or none where it is missing. */
    String textIfAny(String key, int longest) {
        return has(key) ? text(key, longest) : "";
    }

    String text(String key, int longest) {
        return at(key).text(longest);
    }

    /** The words that stand here, not empty, at most so many characters. */
    String text(int longest) {
        if (!(content instanceof String typed)) {
            throw refuse("must be text; put it in quotes");
        }
        var text = typed.strip();
        if (text.isEmpty()) {
            throw refuse("is empty");
        }
        if (text.length() > longest) {
            throw refuse("has " + text.length() + " characters; at most " + longest + " fit");
        }
        return text;
    }

    /** A key that other places and stored rows refer to. */
    String key(String name) {
        var key = text(name, 40);
        if (!key.matches(KEY)) {
            throw at(name).refuse("'" + key + "' is no key; use small letters, digits and _");
        }
        return key;
    }

    int number(String key) {
        return at(key).number();
    }

    private int number() {
        if (!(content instanceof Integer value)) {
            throw refuse("must be a whole number");
        }
        return value;
    }

    /** A whole number within these bounds, both included. */
    int number(String key, int least, int most) {
        return at(key).number(least, most);
    }

    int number(int least, int most) {
        var number = number();
        if (number < least || number > most) {
            throw refuse(number + " is not between " + least + " and " + most);
        }
        return number;
    }

    /** Only {@code true} and {@code false}; missing counts as false. */
    boolean yes(String key) {
        if (!has(key)) {
            return false;
        }
        if (!(at(key).content instanceof Boolean value)) {
            throw at(key).refuse("must be true or false");
        }
        return value;
    }

    /** A map of least and most. */
    Range span(String key, int most) {
        var span = at(key).withKeys("least", "most");
        var least = span.number("least", 1, most);
        return new Range(least, span.number("most", least, most));
    }

    /**
     * The key of something that stands elsewhere in the guide.
     *
     * @param kind what it should be, for example "practice"
     */
    String reference(String key, String kind, List<String> known) {
        return at(key).reference(kind, known);
    }

    String reference(String kind, List<String> known) {
        var typed = text(SENTENCE);
        if (!known.contains(typed)) {
            throw refuse("'" + typed + "' is no " + kind + " of this guide; known are " + String.join(", ", known));
        }
        return typed;
    }

    /** {@link #reference} for each entry of the list at this key. */
    List<String> references(String key, String kind, List<String> known) {
        return has(key) ? at(key).entries().stream().map(item -> item.reference(kind, known)).toList() : List.of();
    }

    /** What {@code read} makes of each entry at this key, no two with the same id; may be empty or missing. */
    <T> List<T> each(String key, Function<YamlNode, T> read, Function<T, String> id) {
        return has(key) ? at(key).each(read, id) : List.of();
    }

    <T> List<T> each(Function<YamlNode, T> read, Function<T, String> id) {
        var all = entries().stream().map(read).toList();
        distinct(all, id);
        return all;
    }

    String oneOf(String key, List<String> allowed) {
        var typed = text(key, 40);
        if (!allowed.contains(typed)) {
            throw at(key).refuse("'" + typed + "' is none of " + String.join(", ", allowed));
        }
        return typed;
    }

    /** A constant of this enum, in small letters. */
    <E extends Enum<E>> E oneOf(String key, E[] constants) {
        var names = Stream.of(constants).map(one -> one.name().toLowerCase(Locale.ROOT)).toList();
        return constants[names.indexOf(oneOf(key, names))];
    }

    /** Refuses this list where two of what was read from it share an id. */
    <T> void distinct(List<T> read, Function<T, String> id) {
        firstTwice(read, id).ifPresent(twice -> {
            throw refuse("'" + twice + "' stands here twice");
        });
    }

    private static <T> Optional<String> firstTwice(List<T> read, Function<T, String> id) {
        var seen = new HashSet<String>();
        return read.stream().map(id).filter(one -> !seen.add(one)).findFirst();
    }

    GuideUnusable refuse(String reason) {
        return new GuideUnusable(file, place, reason);
    }

    private String below(String key) {
        return place.isEmpty() ? key : place + "." + key;
    }
}
