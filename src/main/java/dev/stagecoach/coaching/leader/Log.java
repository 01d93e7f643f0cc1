package dev.stagecoach.coaching.leader;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.DateText;
import dev.stagecoach.coaching.Commitment;
import dev.stagecoach.coaching.OwnItem;
import dev.stagecoach.coaching.OwnItems;
import dev.stagecoach.coaching.workbook.Filled;
import dev.stagecoach.coaching.workbook.FilledStore;
import dev.stagecoach.people.Confidential;
import dev.stagecoach.people.DataKind;
import dev.stagecoach.people.Member;
import dev.stagecoach.people.People;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Role;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.people.View;
import dev.stagecoach.storage.Transaction;

/** Leaders' goals and log entries. A leader's are the leader's own; others read what is shared, leaders nothing. */
final class Log {
    private static final FilledStore GOALS = new FilledStore(LeaderTools.GOAL, DataKind.LEADER_LOG);
    private static final FilledStore ENTRIES = new FilledStore(LeaderTools.LOG, DataKind.LEADER_LOG);
    private final OutcomeStore outcomes = new OutcomeStore();
    private final People people;

    Log(People people) {
        this.people = people;
    }

    static FilledStore store(LogItem.Kind kind) {
        return switch (kind) {
            case GOAL -> GOALS;
            case ENTRY -> ENTRIES;
        };
    }

    /** Whose log it stands in. */
    OutcomeStore outcomes() {
        return outcomes;
    }

    static Optional<TeamId> team(Transaction tx, String id) {
        return GOALS.team(tx, id).or(() -> ENTRIES.team(tx, id));
    }

    static boolean isBy(Transaction tx, String id, PersonId leader) {
        return GOALS.isBy(tx, id, leader) || ENTRIES.isBy(tx, id, leader);
    }

    /** All that this leader has in the team, newest first. */
    List<LogItem> own(Transaction tx, TeamId team, PersonId leader) {
        return items(kind -> people.gate().openAll(tx, leader, store(kind).of(tx, team).stream()
                .filter(closed -> closed.author().equals(leader)).toList()), tx);
    }

    /** The same, each with its name and who may read it. */
    List<OwnItem> written(Transaction tx, Team team, PersonId leader) {
        var own = new OwnItems(tx, people.gate(), leader);
        return Stream.of(LogItem.Kind.values()).flatMap(kind -> own.of(store(kind).of(tx, team.id()),
                one -> (kind == LogItem.Kind.GOAL ? "Goal as a leader of " : "Log entry of ")
                        + DateText.dayAndYear(one.made(), team.zone()))
                .stream()).toList();
    }

    /** This leader's goals in the team, newest first. */
    List<LogItem> goals(Transaction tx, TeamId team, PersonId leader) {
        return own(tx, team, leader).stream().filter(item -> item.kind() == LogItem.Kind.GOAL).toList();
    }

    /** The item, where it is this person's. */
    Optional<LogItem> own(Transaction tx, String id, PersonId leader) {
        return Stream.of(LogItem.Kind.values()).flatMap(kind -> store(kind).find(tx, id)
                .filter(closed -> closed.author().equals(leader))
                .flatMap(closed -> people.gate().open(tx, leader, closed))
                .map(filled -> new LogItem(kind, filled, outcomes.of(tx, filled))).stream()).findFirst();
    }

    /** The caller's own item, where the action's rule has let the caller through. */
    LogItem opened(CallContext here, String id) {
        return own(here.tx(), id, here.person()).orElseThrow();
    }

    /** What its present leaders show to all who look at the team from there, newest first. */
    List<LogItem> shown(Transaction tx, TeamId team, View view) {
        var leaders = leaders(tx, team);
        return items(kind -> people.gate().openTo(view, store(kind).of(tx, team).stream()
                .filter(closed -> leaders.contains(closed.author())).toList()), tx);
    }

    /** How many goals, and entries of those who have one, its present leaders have for a practice: numbers only. */
    Tied tied(Transaction tx, TeamId team, String practice) {
        var leaders = leaders(tx, team);
        var all = items(kind -> store(kind).of(tx, team).stream().filter(closed -> leaders.contains(closed.author()))
                .flatMap(closed -> onBehalfOfItsAuthor(tx, closed).stream()).toList(), tx);
        var goals = all.stream().filter(item -> item.kind() == LogItem.Kind.GOAL).toList();
        var withGoal = goals.stream().filter(goal -> goal.practice().equals(practice))
                .map(goal -> goal.filled().author()).toList();
        var logged = all.stream().filter(item -> item.kind() == LogItem.Kind.ENTRY)
                .filter(item -> practice(item, goals).equals(practice) && withGoal.contains(item.filled().author()))
                .count();
        return new Tied(withGoal.size(), (int) logged);
    }

    /** An entry belongs to the practice of the goal that it is for, else to the one that it was written in. */
    private static String practice(LogItem entry, List<LogItem> goals) {
        return goals.stream().filter(goal -> GoalLink.of(entry).filter(goal.id()::equals).isPresent())
                .map(LogItem::practice).findFirst().orElse(entry.practice());
    }

    /** @param entries of leaders who have a goal */
    record Tied(int goals, int entries) {}

    private Optional<Filled> onBehalfOfItsAuthor(Transaction tx, Confidential<Filled> closed) {
        return people.gate().open(tx, closed.author(), closed);
    }

    private Set<PersonId> leaders(Transaction tx, TeamId team) {
        return people.members().of(tx, team, Role.LEADER).stream().map(Member::person).collect(Collectors.toSet());
    }

    /** Where an item comes from, by its kind. */
    private interface Source {
        List<Filled> of(LogItem.Kind kind);
    }

    private List<LogItem> items(Source source, Transaction tx) {
        return Stream.of(LogItem.Kind.values())
                .flatMap(kind -> source.of(kind).stream()
                        .map(filled -> new LogItem(kind, filled, outcomes.of(tx, filled))))
                .sorted(Comparator.comparing((LogItem item) -> item.filled().made()).reversed()).toList();
    }

    void delete(Transaction tx, LogItem item) {
        outcomes.forget(tx, item.id());
        store(item.kind()).delete(tx, item.id());
    }

    void share(Transaction tx, LogItem item, boolean shown, Instant now) {
        store(item.kind()).share(tx, item.id(), Optional.of(now).filter(_ -> shown));
    }

    /** Says how a promise went; nothing happens to an item that promises nothing. */
    void settle(Transaction tx, LogItem item, Commitment.State state, String word, Instant now) {
        item.promise().ifPresent(_ -> outcomes.settle(tx, item.id(), state, word, now));
    }
}
