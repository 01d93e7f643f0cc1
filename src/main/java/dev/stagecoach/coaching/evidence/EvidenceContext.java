package dev.stagecoach.coaching.evidence;

import dev.stagecoach.chat.CallContext;
import dev.stagecoach.coaching.goal.GoalStore;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.outbox.Outbox;
import dev.stagecoach.people.People;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Transaction;

/** What everything in this room works with. */
record EvidenceContext(Database database, People people, Guide guide, Outbox outbox) {
    static final String CARD = "evidence.card";
    static final EvidenceStore STORE = new EvidenceStore();
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

    /** The item, as the caller sees it; members and coaches see all of their team's. */
    Evidence opened(CallContext here, String id) {
        return STORE.find(here.tx(), id).flatMap(closed -> people.gate().open(here.tx(), here.person(), closed))
                .orElseThrow();
    }

    /** The message in the channel. */
    static String key(String evidence) {
        return "evidence/" + evidence + "/card";
    }
}
