package dev.stagecoach.chat;

import java.util.List;

/** How many of something, in words: "1 person", "3 people", "every week", "every 2 weeks". */
public final class Plural {
    private static final List<String> SPELLED = List.of("no", "one", "two", "three", "four", "five", "six", "seven",
            "eight", "nine", "ten");

    private Plural() {}

    /** @param noun for one of them; the plural adds an s, except for people */
    public static String of(int number, String noun) {
        return of(number, noun, noun.endsWith("person") ? noun.replaceFirst("person$", "people") : noun + "s");
    }

    public static String of(int number, String one, String many) {
        return number + " " + either(number, one, many);
    }

    /** The word that goes with so many: "is" or "are". */
    public static String either(int number, String one, String many) {
        return number == 1 ? one : many;
    }

    /** Small numbers as words: "four weeks", "12 weeks". */
    public static String spelled(int number, String noun) {
        var many = of(number, noun);
        return number < SPELLED.size()
                ? SPELLED.get(number) + many.substring(Integer.toString(number).length())
                : many;
    }

    public static String every(int number, String noun) {
        return "every " + (number == 1 ? noun : of(number, noun));
    }
}
