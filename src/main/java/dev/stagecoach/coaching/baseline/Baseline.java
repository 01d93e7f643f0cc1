package dev.stagecoach.coaching.baseline;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a practice is like now.
 *
 * @param observations newest first
 */
record Baseline(List<Observation> observations) {
    Baseline {
        observations = List.copyOf(observations);
    }

    /** The kinds of sources with how many entries each has, in the order in which they came in. */
    Map<String, Integer> sources() {
        var sources = new LinkedHashMap<String, Integer>();
        observations.reversed().forEach(one -> sources.merge(one.source(), 1, Integer::sum));
        return sources;
    }

    /** The day that somebody set for the next look; empty where one was taken since, or none was set. */
    Optional<LocalDate> lookAgain() {
        var lastSeen = observations.stream().flatMap(one -> one.until().stream()).max(Comparator.naturalOrder());
        return observations.stream().flatMap(one -> one.next().stream()).max(Comparator.naturalOrder())
                .filter(next -> lastSeen.filter(seen -> !seen.isBefore(next)).isEmpty());
    }
}
