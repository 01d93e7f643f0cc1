package dev.stagecoach.coaching.learn;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.Practice;
import org.apache.commons.text.similarity.DamerauLevenshteinDistance;

/** Finds a practice by whatever people call it: its key, its names, its aliases, or nearly so. */
record PracticeFinder(Guide guide) {
    private static final int LONGEST = 60;
    private static final int OFFERED = 3;

    /** What was found. */
    sealed interface Found {
        record It(Practice practice) implements Found {}

        /** Nothing is called so; these come near, the nearest first. May be empty. */
        record Perhaps(List<Practice> near) implements Found {}
    }

    /** Whatever practices are called. */
    static List<String> names(Guide guide) {
        return guide.practices().stream().flatMap(PracticeFinder::names).distinct().toList();
    }

    Found find(String typed) {
        var wanted = plain(typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed);
        return guide.practices().stream().filter(practice -> names(practice).anyMatch(wanted::equals)).findFirst()
                .<Found>map(Found.It::new).orElseGet(() -> new Found.Perhaps(near(wanted)));
    }

    private List<Practice> near(String wanted) {
        if (wanted.isEmpty()) {
            return List.of();
        }
        return guide.practices().stream().filter(practice -> distance(practice, wanted) < Integer.MAX_VALUE)
                .sorted(Comparator.comparing(practice -> distance(practice, wanted))).limit(OFFERED).toList();
    }

    /** How far the nearest name is: nothing where one holds the words, else letters that are wrong, at most a third. */
    private static int distance(Practice practice, String wanted) {
        var letters = new DamerauLevenshteinDistance((wanted.length() + 2) / 3);
        return names(practice).mapToInt(name -> {
            if ((" " + name + " ").contains(" " + wanted + " ") || (" " + wanted + " ").contains(" " + name + " ")) {
                return 0;
            }
            var wrong = letters.apply(name, wanted);
            return wrong < 0 ? Integer.MAX_VALUE : wrong;
        }).min().orElse(Integer.MAX_VALUE);
    }

    private static Stream<String> names(Practice practice) {
        return Stream.concat(Stream.of(practice.key(), practice.name(), practice.shortName()),
                practice.aliases().stream()).map(PracticeFinder::plain);
    }

    private static String plain(String words) {
        return words.toLowerCase(Locale.ROOT).replace("&", " and ").replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }
}
