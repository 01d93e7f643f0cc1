package dev.stagecoach.coaching.stage;

import java.time.Instant;
import java.util.List;

import dev.stagecoach.people.PersonId;
import dev.stagecoach.storage.Transaction;

/** Which gates of a journey's stages are waived. */
final class WaiverStore {

    /** Waives the gate in the journey's present stage; what was said before is replaced. */
    void keep(Transaction tx, Journey journey, Waiver waiver) {
        tx.handle().createUpdate("""
                insert into gate_waiver (team, practice, stage, gate, person, reason, at)
                values (:team, :practice, :stage, :gate, :person, :reason, :at)
                on conflict (team, practice, stage, gate) do update
                set person = excluded.person, reason = excluded.reason, at = excluded.at
                """).bind("team", journey.team().value()).bind("practice", journey.practice())
                .bind("stage", journey.stage()).bind("gate", waiver.gate()).bind("person", waiver.by().toString())
                .bind("reason", waiver.reason()).bind("at", waiver.at().toEpochMilli()).execute();
    }

    /** Those of the journey's present stage. */
    List<Waiver> of(Transaction tx, Journey journey) {
        return tx.handle().createQuery("""
                select gate, person, reason, at from gate_waiver
                where team = :team and practice = :practice and stage = :stage order by gate
                """).bind("team", journey.team().value()).bind("practice", journey.practice())
                .bind("stage", journey.stage())
                .map((row, _) -> new Waiver(row.getString("gate"), PersonId.parse(row.getString("person")),
                        row.getString("reason"), Instant.ofEpochMilli(row.getLong("at"))))
                .list();
    }
}
