package dev.stagecoach.chat;

import java.util.List;
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
 * @param practiceOf the practice that a value names, by its key; empty for the one that the team works on
 */
public record Carried<V>(Function<V, String> write, Function<String, Optional<V>> read, TeamOf<V> teamOf,
        Function<V, Optional<String>> practiceOf) {
    private static final int LONGEST_ID = 100;
    private static final int LONGEST_TEXT = 2000;

    public Carried(Function<V, String> write, Function<String, Optional<V>> read, TeamOf<V> teamOf) {
        this(write, read, teamOf, _ -> Optional.empty());
    }

    /** Finds the team that a value leads to. */
    @FunctionalInterface
    public interface TeamOf<V> {
        Optional<TeamId> find(Transaction tx, V value);
    }

    /** A team, by its id. */
    public static Carried<TeamId> team() {
        return new Carried<>(TeamId::value, text -> id(text).map(TeamId::new), (_, team) -> Optional.of(team));
    }

    /** A team, or none where all of the caller's own are meant. */
    public static Carried<Optional<TeamId>> perhapsTeam() {
        return new Carried<>(team -> team.map(TeamId::value).orElse(""),
                text -> text.isEmpty()
                        ? Optional.of(Optional.empty())
                        : id(text).map(team -> Optional.of(new TeamId(team))),
                (_, team) -> team);
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
        return parts(text, 2).map(two -> new Begun(new TeamId(two.get(0)), two.get(1)));
    }

    /**
     * A team's work on a practice.
     *
     * @param practice its key in the guide; empty for the one that the team works on
     */
    public record Work(TeamId team, Optional<String> practice) {
        public Work(TeamId team, String practice) {
            this(team, Optional.of(practice));
        }

        public Work(TeamId team) {
            this(team, Optional.empty());
        }
    }

    /** A team's work on one practice. */
    public static Carried<Work> work() {
        return new Carried<>(work -> work.team() + work.practice().map(key -> " " + key).orElse(""),
                text -> parts(text, 1).map(one -> new Work(new TeamId(one.getFirst())))
                        .or(() -> begun(text).map(pair -> new Work(pair.team(), pair.id()))),
                (_, work) -> Optional.of(work.team()), Work::practice);
    }

    /** A team's work on a practice, and which page, side or choice of it. */
    public record WorkPart(TeamId team, String practice, String part) {}

    /** A part of a team's work on one practice. */
    public static Carried<WorkPart> workPart() {
        return new Carried<>(one -> one.team() + " " + one.practice() + " " + one.part(),
                text -> parts(text, 3).map(three -> new WorkPart(new TeamId(three.get(0)), three.get(1), three.get(2))),
                (_, one) -> Optional.of(one.team()), one -> Optional.of(one.practice()));
    }

    /** A team, and what was chosen there, by its key. */
    public record Choice(TeamId team, String key) {}

    /** Something that is chosen in a team. */
    public static Carried<Choice> choice() {
        return new Carried<>(choice -> choice.team() + " " + choice.key(),
                text -> parts(text, 2).map(two -> new Choice(new TeamId(two.get(0)), two.get(1))),
                (_, choice) -> Optional.of(choice.team()));
    }

    /**
     * A list of a team, from one entry on.
     *
     * @param from counted from 0
     */
    public record Page(TeamId team, int from) {}

    /** A page of a team's list. */
    public static Carried<Page> page() {
        return new Carried<>(page -> page.team() + " " + page.from(),
                text -> parts(text, 1).map(one -> List.of(one.getFirst(), "0")).or(() -> parts(text, 2))
                        .filter(two -> two.get(1).matches("\\d{1,6}"))
                        .map(two -> new Page(new TeamId(two.get(0)), Integer.parseInt(two.get(1)))),
                (_, page) -> Optional.of(page.team()));
    }

    /** A thing of a team, and which page, turn or choice of it. */
    public record Part(String id, String part) {}

    /** A part of a thing that belongs to a team. */
    public static Carried<Part> part(TeamOf<String> team) {
        return new Carried<>(one -> one.id() + " " + one.part(),
                text -> parts(text, 2).map(two -> new Part(two.get(0), two.get(1))),
                (tx, one) -> team.find(tx, one.id()));
    }

    /** Whatever it says; for actions for anyone, which belong to no team. */
    public static Carried<String> anything() {
        return new Carried<>(Function.identity(), text -> Optional.of(text).filter(one -> one.length() <= LONGEST_TEXT),
                (_, _) -> Optional.empty());
    }

    /** So many ids with a blank between; empty where the text is anything else. */
    public static Optional<List<String>> parts(String text, int count) {
        var parts = List.of(text.split(" ", -1));
        return Optional.of(parts).filter(_ -> parts.size() == count)
                .filter(_ -> parts.stream().allMatch(one -> id(one).isPresent()));
    }

    /** Ids have no blanks and are not long; what else is sent is made up. */
    private static Optional<String> id(String text) {
        return Optional.of(text).filter(id -> !id.isBlank() && id.length() <= LONGEST_ID && id.indexOf(' ') < 0);
    }
}
