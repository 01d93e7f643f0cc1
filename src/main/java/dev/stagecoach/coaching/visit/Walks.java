package dev.stagecoach.coaching.visit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.guide.Feedback;
import dev.stagecoach.people.People;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Transaction;

/** Learning walks as each person may see them. */
final class Walks {
    /** For so long after a walk people can see it in the list, and are asked for its count. */
    private static final Duration FRESH = Duration.ofDays(14);

    private final WalkStore store = new WalkStore();
    private final People people;
    private final Feedback.Visit protocol;

    Walks(People people, Feedback.Visit protocol) {
        this.people = people;
        this.protocol = protocol;
    }

    Optional<Walk> seenBy(Transaction tx, String id, PersonId person) {
        return store.find(tx, id).flatMap(closed -> people.gate().open(tx, person, closed));
    }

    /** Those of the team, the next one first; of those that are over, the ones that this person can count or read. */
    List<Walk> of(Transaction tx, TeamId team, PersonId person, Instant now) {
        return people.gate().openAll(tx, person, store.since(tx, team, now.minus(FRESH))).stream()
                .filter(walk -> walk.ahead(now) || walks(tx, walk, person)
                        || walk.seenBy(false, protocol.roomsBeforeSharing()).isPresent())
                .toList();
    }

    boolean walks(Transaction tx, Walk walk, PersonId person) {
        return store.walkers(tx, walk.id()).contains(person);
    }

    int places() {
        return protocol.visitors().most();
    }

    int leastRooms() {
        return protocol.roomsBeforeSharing();
    }

    /** Those who walk and still work in the team. */
    List<PersonId> walkers(Transaction tx, Walk walk) {
        return store.walkers(tx, walk.id()).stream()
                .filter(one -> people.members().standing(tx, walk.team(), one).takesPart()).toList();
    }

    WalkCards.View view(Transaction tx, Walk walk, PersonId viewer, Instant now) {
        var when = people.teams().find(tx, walk.team()).map(team -> Visits.when(team, walk.slot().at(), now))
                .orElseThrow();
        return new WalkCards.View(walk, viewer, walk.ahead(now), when, walkers(tx, walk), places(), leastRooms());
    }
}
