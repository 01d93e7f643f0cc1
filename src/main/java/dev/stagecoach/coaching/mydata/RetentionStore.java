package dev.stagecoach.coaching.mydata;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.stagecoach.people.Retention;
import dev.stagecoach.storage.Transaction;

/** Deletes the rows whose time is over, and keeps how many they were. */
final class RetentionStore {
    private static final List<Expiry> EXPIRIES = Expiry.all();

    /** How many rows of which table are gone now; none where nothing was over. */
    Map<String, Integer> expire(Transaction tx, Retention.Terms terms, Instant now) {
        var gone = new TreeMap<String, Integer>();
        for (var expiry : EXPIRIES) {
            expiry.term().ifPresent(term -> gone.merge(expiry.table(), tx.handle()
                    .createUpdate("delete from " + expiry.table() + " where " + expiry.where())
                    .bind("before", term.before(terms, now)).execute(), Integer::sum));
        }
        gone.values().removeIf(count -> count == 0);
        gone.forEach((table, count) -> count(tx, Term.day(now), table, count, now));
        return gone;
    }

    private static void count(Transaction tx, LocalDate day, String table, int count, Instant now) {
        tx.handle().createUpdate("""
                insert into retention_count (on_day, what, how_many, at) values (:day, :what, :count, :now)
                on conflict (on_day, what) do update set how_many = retention_count.how_many + excluded.how_many
                """).bind("day", day.toString()).bind("what", table).bind("count", count).bind("now", now).execute();
    }
}
