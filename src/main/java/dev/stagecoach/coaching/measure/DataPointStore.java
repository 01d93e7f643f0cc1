package dev.stagecoach.coaching.measure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import dev.stagecoach.coaching.Count;
import dev.stagecoach.people.Confidential;
import dev.stagecoach.people.DataKind;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.storage.Transaction;

/** The counts of measures, handed out closed: like evidence, they are the team's and its coach's. */
final class DataPointStore {

    /** All of them, oldest first. */
    List<Confidential<DataPoint>> of(Transaction tx, Measure measure) {
        return tx.handle().createQuery("""
                select on_day, person, count_n, count_of, count_what from measure_count
                where measure = :measure order by on_day
                """).bind("measure", measure.id()).map((row, _) -> point(row, measure)).list();
    }

    /** Writes a day's count over whatever stood there. */
    void keep(Transaction tx, String measure, DataPoint point, PersonId by, Instant now) {
        tx.handle().createUpdate("""
                insert into measure_count (measure, on_day, person, count_n, count_of, count_what, at)
                values (:measure, :day, :person, :n, :of, :what, :now)
                on conflict (measure, on_day) do update set person = excluded.person, count_n = excluded.count_n,
                    count_of = excluded.count_of, count_what = excluded.count_what, at = excluded.at
                """).bind("measure", measure).bind("day", point.on().toString()).bind("person", by.toString())
                .bind("n", point.count().n()).bind("of", point.count().of())
                .bind("what", point.count().what().name()).bind("now", now.toEpochMilli()).execute();
    }

    private static Confidential<DataPoint> point(ResultSet row, Measure measure) throws SQLException {
        var count = new Count(row.getInt("count_n"), row.getInt("count_of"),
                Count.What.valueOf(row.getString("count_what")));
        return new Confidential<>(DataKind.EVIDENCE, measure.filled().team(),
                PersonId.parse(row.getString("person")), false,
                new DataPoint(LocalDate.parse(row.getString("on_day")), count));
    }
}
