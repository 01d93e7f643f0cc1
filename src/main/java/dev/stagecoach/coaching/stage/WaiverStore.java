package dev.stagecoach.coaching.stage;

import java.util.List;

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
                """).bind("team", journey.team()).bind("practice", journey.practice())
                .bind("stage", journey.stage()).bind("gate", waiver.gate()).bind("person", waiver.by())
                .bind("reason", waiver.reason()).bind("at", waiver.at()).execute();
    }

    /** The gate of the journey's present stage counts again. */
    void takeBack(Transaction tx, Journey journey, String gate) {
        tx.handle().createUpdate("""
                delete from gate_waiver
                where team = :team and practice = :practice and stage = :stage and gate = :gate
                """).bind("team", journey.team()).bind("practice", journey.practice())
                .bind("stage", journey.stage()).bind("gate", gate).execute();
    }

    /** Those of the journey's present stage. */
    List<Waiver> of(Transaction tx, Journey journey) {
        return tx.handle().createQuery("""
                select gate, person as by, reason, at from gate_waiver
                where team = :team and practice = :practice and stage = :stage order by gate
                """).bind("team", journey.team()).bind("practice", journey.practice()).bind("stage", journey.stage())
                .mapTo(Waiver.class).list();
    }
}
