package dev.stagecoach.people;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

import dev.stagecoach.storage.Transaction;

/** What people want of the bot. */
public final class PreferenceStore {

    public Preference of(Transaction tx, PersonId person) {
        return tx.handle().createQuery("select checkins, paused_until from preference where person = :person")
                .bind("person", person.toString())
                .map((row, _) -> new Preference(row.getInt("checkins") == 1,
                        Optional.ofNullable(row.getString("paused_until")).map(LocalDate::parse)))
                .findOne().orElse(Preference.NONE);
    }

    public void keep(Transaction tx, PersonId person, Preference preference, Instant now) {
        tx.handle().createUpdate("""
                insert into preference (person, checkins, paused_until, changed_at)
                values (:person, :checkins, :pausedUntil, :now)
                on conflict (person) do update set checkins = excluded.checkins,
                    paused_until = excluded.paused_until, changed_at = excluded.changed_at
                """).bind("person", person.toString()).bind("checkins", preference.checkins() ? 1 : 0)
                .bind("pausedUntil", preference.pausedUntil().map(LocalDate::toString))
                .bind("now", now.toEpochMilli()).execute();
    }

    /** Whether the person wants check-ins at this moment; the pause is read as a day in this zone. */
    public boolean wantsCheckins(Transaction tx, PersonId person, Instant now, ZoneId zone) {
        return of(tx, person).wantsCheckins(now.atZone(zone).toLocalDate());
    }
}
