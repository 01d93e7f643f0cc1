package dev.stagecoach.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Looks for a shorter story that goes wrong in the same way: fewer days, fewer teams, fewer things that happen. It only
 * keeps what it has seen to fail, and gives up when its time is over.
 */
final class Shrinker {
    private final Function<Scope, Optional<Violation>> tell;
    private final Instant until;

    /** A story that went wrong, and how. */
    record Failure(Scope scope, Violation violation) {}

    /** @param tell tells a story and gives what went wrong in it */
    Shrinker(Function<Scope, Optional<Violation>> tell, Duration longest, Instant now) {
        this.tell = tell;
        this.until = now.plus(longest);
    }

    Failure shortest(Failure found, java.time.InstantSource clock) {
        var best = found;
        best = better(best, clock, best.scope().until(lastDay(best)));
        var team = best.violation().team();
        if (team.isPresent()) {
            best = better(best, clock, best.scope().withTeams(List.of(team.get())));
        }
        best = better(best, clock, best.scope().with(Set.of()));
        return fewerHappenings(best, clock);
    }

    private static LocalDate lastDay(Failure failure) {
        var day = LocalDate.ofInstant(failure.violation().at(), ZoneOffset.UTC).plusDays(1);
        return day.isAfter(failure.scope().to()) || day.isBefore(failure.scope().from()) ? failure.scope().to() : day;
    }

    private Failure better(Failure best, java.time.InstantSource clock, Scope shorter) {
        if (shorter.equals(best.scope()) || clock.instant().isAfter(until)) {
            return best;
        }
        return tell.apply(shorter).filter(violation -> violation.law() == best.violation().law())
                .map(violation -> new Failure(shorter, violation)).orElse(best);
    }

    /** Leaves out half of them, then a quarter, and so on. */
    private Failure fewerHappenings(Failure found, java.time.InstantSource clock) {
        var best = found;
        var keys = SeededEvents.of(best.scope(), Population.of(best.scope())).stream().map(SeededEvent::key).toList();
        for (var size = Math.max(1, keys.size() / 2); size >= 1 && !keys.isEmpty(); size /= 2) {
            for (var from = 0; from < keys.size(); from += size) {
                var rest = new HashSet<>(keys);
                keys.subList(from, Math.min(keys.size(), from + size)).forEach(rest::remove);
                var shorter = better(best, clock, best.scope().with(rest));
                if (shorter != best) {
                    best = shorter;
                    keys = keys.stream().filter(rest::contains).toList();
                    from -= size;
                }
            }
        }
        return best;
    }

    /** The story in words. */
    static List<String> words(Failure failure) {
        return SeededEvents.of(failure.scope(), Population.of(failure.scope())).stream()
                .map(one -> one.at() + "  " + one.words()).collect(Collectors.toList());
    }
}
