package dev.stagecoach.coaching.checkin;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.stagecoach.coaching.checkin.Cadence.Turn;
import dev.stagecoach.outbox.Outbox;
import dev.stagecoach.people.Member;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Role;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.Visibility;
import dev.stagecoach.storage.Transaction;

/**
 * Whom the last check-in of a schedule reached, for coaches: a count, and reasons that stand beside no number of their
 * own, so that they tell nobody's.
 *
 * @param why why the others did not get it
 */
record Arrival(int got, int of, Set<Why> why) {

    enum Why {
        UNWANTED("paused or turned off"), RESTED("only every second one"), BUDGET(
                "already asked enough that week"), OFF(
                        "days off"), WAITS("still on its way"), OTHER("it could not be delivered");

        private final String words;

        Why(String words) {
            this.words = words;
        }
    }

    /** Empty where it never asked. */
    static Optional<Arrival> last(Transaction tx, Checkins checkins, Team team, Schedule schedule) {
        var asked = checkins.runs().lastOf(tx, schedule.id()).stream()
                .collect(Collectors.toMap(Recipient::person, Function.identity()));
        var keys = asked.values().stream().flatMap(one -> one.keys().stream()).toList();
        var unsent = checkins.outbox().unsent(tx, keys);
        var sent = checkins.outbox().sentAmong(tx, keys);
        return asked.values().stream().findFirst().map(Recipient::run).map(run -> {
            var meant = checkins.people().members().of(tx, team.id()).stream()
                    .filter(member -> schedule.chosen().isEmpty()
                            ? member.role() == Role.MEMBER
                            : schedule.asks(member.person()))
                    .filter(member -> !member.since().isAfter(run.askedAt())).map(Member::person).toList();
            var others = new HashMap<PersonId, Why>();
            meant.forEach(person -> why(Optional.ofNullable(asked.get(person)), sent, unsent)
                    .ifPresent(why -> others.put(person, why)));
            return new Arrival(meant.size() - others.size(), meant.size(),
                    others.isEmpty() ? Set.of() : EnumSet.copyOf(others.values()));
        });
    }

    private static Optional<Why> why(Optional<Recipient> asked, Set<String> sent, Map<String, Outbox.Unsent> unsent) {
        if (asked.isEmpty()) {
            return Optional.of(Why.UNWANTED);
        }
        if (asked.get().keys().stream().anyMatch(sent::contains)) {
            return Optional.empty();
        }
        if (asked.get().turn() == Turn.RESTED) {
            return Optional.of(Why.RESTED);
        }
        return Optional.of(switch (unsent.getOrDefault(asked.get().key(0), Outbox.Unsent.OTHER)) {
            case WAITS -> Why.WAITS;
            case BUDGET -> Why.BUDGET;
            case DAYS_OFF -> Why.OFF;
            case UNWANTED -> Why.UNWANTED;
            case OTHER -> Why.OTHER;
        });
    }

    /** Where fewer than five were meant, no number splits them. */
    String words() {
        if (got == of) {
            return of == 1 ? "1 of 1 got it" : "all " + of + " got it";
        }
        var reasons = String.join("; ", why.stream().map(one -> one.words).toList());
        if (of < Visibility.TEAM_MINIMUM) {
            return "not everybody got it: " + reasons;
        }
        return got + " of " + of + " got it; " + (of - got) + " did not: " + reasons;
    }
}
