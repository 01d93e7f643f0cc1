package dev.stagecoach.coaching.continuum;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.stagecoach.coaching.workbook.Entries;
import dev.stagecoach.coaching.workbook.Filled;
import dev.stagecoach.coaching.workbook.FilledStore;
import dev.stagecoach.coaching.workbook.Target;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.people.DataKind;
import dev.stagecoach.people.PrivacyGate;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.people.View;
import dev.stagecoach.storage.Transaction;

/** The continua that teams have adopted, in every version. They are plans of the team: whoever belongs may see them. */
public final class Wordings {
    private static final String KEY = "continuum";

    private final FilledStore store = new FilledStore(KEY, DataKind.TEAM_GOAL);
    private final PrivacyGate gate;

    public Wordings(PrivacyGate gate) {
        this.gate = gate;
    }

    FilledStore store() {
        return store;
    }

    /** As the team adopted it last; empty where it has not. */
    Optional<Filled> adopted(Transaction tx, TeamId team, String practice) {
        return gate.openTo(View.TEAM, store.find(tx, id(team, practice)).stream().toList()).stream().findFirst();
    }

    static Target target(TeamId team, String practice, int seen) {
        return new Target(team, practice, id(team, practice), seen);
    }

    /** A team has one for each practice. */
    private static String id(TeamId team, String practice) {
        return team + "/" + KEY + "/" + practice;
    }

    /** The guide as the team worded it at a moment, so that what was placed then can be read as it stood then. */
    public Guide at(Transaction tx, TeamId team, Guide guide, Instant moment) {
        var adopted = gate.openTo(View.TEAM, store.of(tx, team)).stream()
                .collect(Collectors.toMap(Filled::practice, filled -> wording(tx, filled, moment)));
        return adopted.isEmpty()
                ? guide
                : guide.wording(guide.practices().stream().map(practice -> Optional
                        .ofNullable(adopted.get(practice.key())).map(wording -> wording.of(guide, practice))
                        .orElse(practice)).toList());
    }

    private Wording wording(Transaction tx, Filled filled, Instant moment) {
        return new Wording(store.history(tx, filled).stream().filter(version -> !version.at().isAfter(moment))
                .findFirst().map(Filled.Version::entries).orElse(Entries.EMPTY));
    }
}
