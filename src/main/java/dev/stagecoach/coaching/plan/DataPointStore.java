package dev.stagecoach.coaching.plan;

import java.time.Instant;
import java.util.List;

import dev.stagecoach.people.Confidential;
import dev.stagecoach.people.DataKind;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.storage.Transaction;

/** The counts of measures, handed out closed: like evidence, they are the team's and its coach's. */
final class DataPointStore {

    private record Row(PersonId person, DataPoint point) {}

    /** All of them, oldest first. */
    List<Confidential<DataPoint>> of(Transaction tx, Measure measure) {
        return tx.handle().createQuery("""
                select person, on_day as point_on, count_n as point_count_n, count_of as point_count_of,
                    count_what as point_count_what from measure_count
                where measure = :measure order by on_day
                """).bind("measure", measure.id()).mapTo(Row.class)
                .map(row -> new Confidential<>(DataKind.EVIDENCE, measure.filled().team(), row.person(), false,
                        row.point()))
                .list();
    }

    /** Writes a day's count over whatever stood there. */
    void keep(Transaction tx, String measure, DataPoint point, PersonId by, Instant now) {
        tx.handle().createUpdate("""
                insert into measure_count (measure, on_day, person, count_n, count_of, count_what, at)
                values (:measure, :day, :person, :n, :of, :what, :now)
                on conflict (measure, on_day) do update set person = excluded.person, count_n = excluded.count_n,
                    count_of = excluded.count_of, count_what = excluded.count_what, at = excluded.at
                """).bind("measure", measure).bind("day", point.on()).bind("person", by)
                .bind("n", point.count().n()).bind("of", point.count().of())
                .bind("what", point.count().what()).bind("now", now).execute();
    }
}
