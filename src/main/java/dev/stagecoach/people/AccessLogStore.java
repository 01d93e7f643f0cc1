package dev.stagecoach.people;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

import dev.stagecoach.people.AccessLog.Look;
import dev.stagecoach.storage.Ids;
import dev.stagecoach.storage.Transaction;

/** The rows of the {@link AccessLog}. */
final class AccessLogStore {

    /** Adds an entry in the transaction of what was done. */
    void add(Transaction tx, AccessEntry entry, Instant now) {
        var midnight = LocalDate.ofInstant(now, ZoneOffset.UTC).atStartOfDay(ZoneOffset.UTC).toInstant();
        tx.handle().createUpdate("""
                insert into access_log (id, at, act, team, person, what, author)
                select :id, :now, :act, :team, :by, :what, :author
                where :always = 1 or not exists (select 1 from access_log
                    where person = :by and at >= :midnight and act = :act and team = :team and what = :what
                        and author = :author)
                """).bind("id", Ids.next()).bind("now", now).bind("act", entry.act()).bind("team", entry.team())
                .bind("by", entry.by()).bind("what", entry.what())
                .bind("author", entry.author().map(PersonId::toString).orElse(""))
                .bind("always", entry.onceADay() ? 0 : 1).bind("midnight", midnight).execute();
    }

    /** Who looked at what this person wrote, the newest first. */
    List<Look> looksAt(Transaction tx, PersonId author, int most) {
        return tx.handle().createQuery("""
                select at, team, person as viewer, what from access_log where author = :author and act = 'LOOKED'
                order by at desc, id desc limit :most
                """).bind("author", author).bind("most", most).mapTo(Look.class).list();
    }
}
