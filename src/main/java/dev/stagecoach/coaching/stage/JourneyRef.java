package dev.stagecoach.coaching.stage;

import java.util.Optional;

import dev.stagecoach.people.TeamId;

/**
 * Which journey a button is about.
 *
 * @param practice empty for the one that the team works on now
 */
record JourneyRef(TeamId team, Optional<String> practice) {

    JourneyRef(Journey journey) {
        this(journey.team(), Optional.of(journey.practice()));
    }

    /** Reads a button's value: the team, and perhaps a practice. */
    static JourneyRef parse(String value) {
        var parts = value.split(" ", 2);
        return new JourneyRef(new TeamId(parts[0]), parts.length == 2 ? Optional.of(parts[1]) : Optional.empty());
    }

    String format() {
        return team + practice.map(key -> " " + key).orElse("");
    }
}
