package dev.stagecoach.chat;

import java.util.Optional;
import java.util.function.Function;

import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Transaction;

/**
 * What a button carries in its value, or a form in its context: how it is written and read, and whose team it leads to.
 * Whoever sends a call can make it up, so nothing in it is believed: what cannot be read is refused before any handler
 * runs, and the team it leads to is looked up.
 *
 * @param read empty where the text is none of ours; never throws
 * @param teamOf empty where there is no such thing any more
 */
public record Carried<V>(Function<V, String> write, Function<String, Optional<V>> read, TeamOf<V> teamOf) {
    private static final int LONGEST_ID = 100;

    /** Finds the team that a value leads to. */
    @FunctionalInterface
    public interface TeamOf<V> {
        Optional<TeamId> find(Transaction tx, V value);
    }

    /** A team, by its id. */
    public static Carried<TeamId> team() {
        return new Carried<>(TeamId::value, text -> id(text).map(TeamId::new), (_, team) -> Optional.of(team));
    }

    /** A thing that belongs to a team, by its id. */
    public static Carried<String> thing(TeamOf<String> team) {
        return new Carried<>(Function.identity(), Carried::id, team);
    }

    /**
     * Something that a form is about to make, with its id from the start, so that a form that comes twice makes one.
     *
     * @param team whose it is to be
     */
    public record Begun(TeamId team, String id) {}

    /** Something new of a team. */
    public static Carried<Begun> begun() {
        return new Carried<>(begun -> begun.team() + " " + begun.id(), Carried::begun,
                (_, begun) -> Optional.of(begun.team()));
    }

    private static Optional<Begun> begun(String text) {
        var parts = text.split(" ", 2);
        return parts.length < 2
                ? Optional.empty()
                : id(parts[0]).flatMap(team -> id(parts[1]).map(id -> new Begun(new TeamId(team), id)));
    }

    /** A team's work on one practice; {@code practice} is its key in the guide. */
    public record Work(TeamId team, String practice) {}

    /** A team's work on one practice. */
    public static Carried<Work> work() {
        return new Carried<>(work -> work.team() + " " + work.practice(),
                text -> begun(text).map(pair -> new Work(pair.team(), pair.id())),
                (_, work) -> Optional.of(work.team()));
    }

    /** Ids have no blanks and are not long; what else is sent is made up. */
    private static Optional<String> id(String text) {
        return Optional.of(text).filter(id -> !id.isBlank() && id.length() <= LONGEST_ID && id.indexOf(' ') < 0);
    }
}
