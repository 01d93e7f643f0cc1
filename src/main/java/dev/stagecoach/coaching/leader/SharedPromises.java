package dev.stagecoach.coaching.leader;

import java.util.List;
import java.util.Optional;

import dev.stagecoach.coaching.Commitment;
import dev.stagecoach.people.People;
import dev.stagecoach.people.Person;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.people.View;
import dev.stagecoach.storage.Transaction;

/** What leaders have promised and show, for rooms that link to it. Once a leader takes it back, it is not here. */
public record SharedPromises(People people) {
    private static final int MOST = 50;

    /** A promise that can be linked, by its id. */
    public record Shared(String id, Commitment promise) {}

    /** Those that are open, newest first. */
    public List<Shared> open(Transaction tx, TeamId team, View view) {
        return all(tx, team, view).stream().filter(one -> one.promise().open()).limit(MOST).toList();
    }

    /** The promise, as long as it is shown to all who look from there. */
    public Optional<Commitment> find(Transaction tx, TeamId team, View view, String id) {
        return id.isEmpty()
                ? Optional.empty()
                : all(tx, team, view).stream().filter(one -> one.id().equals(id)).map(Shared::promise).findFirst();
    }

    List<Shared> all(Transaction tx, TeamId team, View view) {
        return new Log(people).shown(tx, team, view).stream()
                .flatMap(
                        item -> item.commitment(name(tx, item)).map(promise -> new Shared(item.id(), promise)).stream())
                .toList();
    }

    String name(Transaction tx, LogItem item) {
        return people.members().person(tx, item.filled().author()).map(Person::name).orElse("a leader");
    }
}
