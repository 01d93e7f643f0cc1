package dev.stagecoach.coaching.team;

import java.util.List;
import java.util.Optional;

import dev.stagecoach.chat.Field;

/** How often check-ins come. */
enum CheckinFrequency {
    WEEKLY(1, "Every week"), EVERY_TWO(2, "Every 2 weeks"), EVERY_FOUR(4, "Every 4 weeks"), NONE(0, "None");

    private final int weeks;
    private final String label;

    CheckinFrequency(int weeks, String label) {
        this.weeks = weeks;
        this.label = label;
    }

    static List<Field.Option> options() {
        return List.of(values()).stream()
                .map(rhythm -> Field.Option.of(Integer.toString(rhythm.weeks), rhythm.label)).toList();
    }

    /** The weeks of a choice that was sent in; empty where it is none of the options. */
    static Optional<Integer> weeks(Optional<String> chosen) {
        return List.of(values()).stream().map(rhythm -> rhythm.weeks)
                .filter(weeks -> chosen.filter(Integer.toString(weeks)::equals).isPresent()).findFirst();
    }

    static String words(int weeks) {
        return List.of(values()).stream().filter(rhythm -> rhythm.weeks == weeks).map(rhythm -> rhythm.label)
                .findFirst().orElse("Every " + weeks + " weeks");
    }
}
