package dev.stagecoach.coaching.evidence;

import java.util.Optional;

import dev.stagecoach.coaching.goal.GoalStore;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.outbox.Outbox;
import dev.stagecoach.people.People;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Transaction;

/** What everything in this room works with. */
record EvidenceContext(Database database, People people, Guide guide, Outbox outbox) {
    static final String CARD = "evidence.card";
    private static final EvidenceStore STORE = new EvidenceStore();
    private static final GoalStore GOALS = new GoalStore();

    EvidenceStore store() {
        return STORE;
    }

    EvidenceOptions offered(Transaction tx, TeamId team) {
        return EvidenceOptions.of(guide, GOALS.of(tx, team));
    }

    EvidenceCards cards(Transaction tx, TeamId team) {
        return new EvidenceCards(offered(tx, team));
    }

    boolean mayLog(Transaction tx, TeamId team, PersonId person) {
        var standing = people.members().standing(tx, team, person);
        return standing.takesPart();
    }

    /** The item, where the person logged it and still belongs to the team. */
    Optional<Evidence> own(Transaction tx, String id, PersonId person) {
        return STORE.find(tx, id).filter(closed -> closed.author().equals(person))
                .filter(closed -> mayLog(tx, closed.team(), person))
                .flatMap(closed -> people.gate().open(tx, person, closed));
    }

    /** The message in the channel. */
    static String key(String evidence) {
        return "evidence/" + evidence + "/card";
    }
}
