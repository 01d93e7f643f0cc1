package dev.stagecoach.simulation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.simulation.SeededEvent.Kind;

/** All that a seed brings within a scope, in the order of time. */
final class SeededEvents {
    /** The first days belong to setting up. */
    private static final int CALM_DAYS = 2;

    /** How far a clock may be off, in seconds. A claim lasts longer than processes that share a database differ. */
    private static final List<Integer> TOGETHER = List.of(10, 25, 45);
    private static final List<Integer> ALONE = List.of(20, 60, 240);

    private final Scope scope;
    private final List<SeededEvent> all = new ArrayList<>();

    private SeededEvents(Scope scope) {
        this.scope = scope;
    }

    static List<SeededEvent> of(Scope scope, Population population) {
        var happenings = new SeededEvents(scope);
        scope.from().plusDays(CALM_DAYS).datesUntil(scope.to().plusDays(1)).forEach(day -> {
            happenings.machines(day);
            population.groups().forEach(group -> happenings.team(group, day));
        });
        return happenings.all.stream().filter(one -> scope.only().filter(only -> !only.contains(one.key())).isEmpty())
                .sorted(Comparator.comparing(SeededEvent::at).thenComparing(SeededEvent::key)).toList();
    }

    private void machines(LocalDate day) {
        var random = scope.random("machines", day);
        for (var node = 0; node < scope.nodes(); node++) {
            if (random.chance(0.4)) {
                // Most at the hours at which most is sent.
                var hour = random.chance(0.7) ? random.between(20, 22) : random.between(0, 23);
                add(Kind.KILLED, at(day, hour, random.between(0, 59), ZoneOffset.UTC), node, 0, random.between(1, 60));
            }
            if (random.chance(0.2)) {
                add(Kind.CLOCK_SET, at(day, random.between(0, 23), 0, ZoneOffset.UTC), node, 0,
                        random.between(-1, 1) * random.pick(scope.nodes() > 1 ? TOGETHER : ALONE));
            }
        }
        if (scope.random("disk", day).chance(0.06)) {
            var disk = scope.random("full", day);
            add(Kind.DISK_FULL, at(day, disk.between(14, 23), 0, ZoneOffset.UTC), 0, 0, disk.between(5, 90));
        }
        if (random.chance(0.04)) {
            add(Kind.STANDSTILL, at(day, random.between(14, 23), 0, ZoneOffset.UTC), 0, 0, random.between(20, 1_800));
        }
        if (random.chance(0.08)) {
            add(Kind.STORM, at(day, random.between(15, 23), 0, ZoneOffset.UTC), 0, 0, random.between(5, 180));
        }
    }

    private void team(Group group, LocalDate day) {
        var random = scope.random("team", group.number(), day);
        of(random, 0.004, Kind.ARCHIVED, group, day, random.between(1, 9));
        of(random, 0.004, Kind.BOT_REMOVED, group, day, random.between(1, 9));
        of(random, 0.004, Kind.PAUSED, group, day, random.between(3, 15));
        of(random, 0.01, Kind.SENT_NOW, group, day, 0);
        of(random, 0.005, Kind.LIMITS_CHANGED, group, day, random.between(1, 2));
        of(random, 0.01, Kind.ROUND, group, day, 0);
        of(random, 0.008, Kind.SNOW_DAY, group, day, random.between(0, 2));
        of(random, 0.008, Kind.CHECKIN_MOVED, group, day, random.between(1, 5));
        of(random, 0.03, Kind.NOTE_KEPT, group, day, 0);
        for (var member = 1; member < group.everybody().size(); member++) {
            member(group, member, day);
        }
    }

    private void member(Group group, int member, LocalDate day) {
        var random = scope.random("member", group.number(), member, day);
        var kind = random.chance(0.05)
                ? Optional.of(random.pick(List.of(Kind.VACATION, Kind.EARLY_EVENINGS, Kind.DO_NOT_DISTURB, Kind.LEAVES,
                        Kind.DEACTIVATED, Kind.STOPS, Kind.EVIDENCE, Kind.EVIDENCE, Kind.REFLECTION, Kind.REFLECTION,
                        Kind.HELP_ASKED, Kind.COPY_TAKEN)))
                : Optional.<Kind>empty();
        kind.ifPresent(what -> {
            var amount = switch (what) {
                case EARLY_EVENINGS -> random.between(13, 16);
                case DO_NOT_DISTURB -> random.between(2, 40);
                default -> random.between(2, 20);
            };
            add(what, at(day, random.between(7, 17), random.between(0, 11) * 5, group.zone()), group.number(), member,
                    amount);
        });
    }

    private void of(SeededRandom random, double chance, Kind kind, Group group, LocalDate day, int amount) {
        var hour = random.between(8, 16);
        if (random.chance(chance)) {
            add(kind, at(day, hour, random.between(0, 11) * 5, group.zone()), group.number(), 0, amount);
        }
    }

    private void add(Kind kind, Instant at, int place, int member, int amount) {
        var day = LocalDate.ofInstant(at, ZoneOffset.UTC);
        all.add(new SeededEvent("%s.%d.%d.%s".formatted(kind, place, member, day), at, kind, place, member, amount));
    }

    private static Instant at(LocalDate day, int hour, int minute, ZoneId zone) {
        return day.atTime(LocalTime.of(hour, minute)).atZone(zone).toInstant();
    }
}
