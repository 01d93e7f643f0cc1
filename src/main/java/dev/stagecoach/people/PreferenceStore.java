package dev.stagecoach.people;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.stagecoach.storage.Transaction;

import static org.jdbi.v3.core.statement.EmptyHandling.NULL_KEYWORD;

/** What people want of the bot. */
public final class PreferenceStore {

    /** One for each kind of messages that is stopped, or one where none is. */
    private record Row(PersonId person, Optional<LocalDate> pausedUntil, Optional<DaysOff> away,
            Optional<QuietHours> quiet, Optional<Subscription> stop) {
        Preference preference() {
            return new Preference(stop.map(Set::of).orElse(Set.of()), pausedUntil, away, quiet);
        }
    }

    public Preference of(Transaction tx, PersonId person) {
        return of(tx, List.of(person)).getOrDefault(person, Preference.NONE);
    }

    /** {@link #of} of many; whoever never changed anything is left out. */
    public Map<PersonId, Preference> of(Transaction tx, Collection<PersonId> people) {
        var found = new HashMap<PersonId, Preference>();
        tx.handle().createQuery("""
                select p.person, p.paused_until, p.away_from as away_first, p.away_until as away_last,
                    case when p.away_from is not null then :vacation end as away_name,
                    p.quiet_from, p.quiet_to, case when p.quiet_from is not null then 0 end as quiet_weekends,
                    s.kind as stop
                from preference p left join preference_stop s on s.person = p.person
                where p.person in (<people>)
                """).bindList(NULL_KEYWORD, "people", people).bind("vacation", Preference.VACATION).mapTo(Row.class)
                .forEach(row -> found.merge(row.person(), row.preference(), Preference::stoppingToo));
        return found;
    }

    public void keep(Transaction tx, PersonId person, Preference preference, Instant now) {
        tx.handle().createUpdate("""
                insert into preference (person, paused_until, away_from, away_until, quiet_from, quiet_to, changed_at)
                values (:person, :pausedUntil, :awayFrom, :awayUntil, :quietFrom, :quietTo, :now)
                on conflict (person) do update set paused_until = excluded.paused_until,
                    away_from = excluded.away_from, away_until = excluded.away_until,
                    quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to, changed_at = excluded.changed_at
                """).bind("person", person).bind("pausedUntil", preference.pausedUntil())
                .bind("awayFrom", preference.vacation().map(DaysOff::first))
                .bind("awayUntil", preference.vacation().map(DaysOff::last))
                .bind("quietFrom", preference.quiet().map(QuietHours::from))
                .bind("quietTo", preference.quiet().map(QuietHours::to)).bind("now", now).execute();
        tx.handle().createUpdate("delete from preference_stop where person = :person")
                .bind("person", person).execute();
        for (var kind : preference.stopped()) {
            tx.handle().createUpdate("insert into preference_stop (person, kind) values (:person, :kind)")
                    .bind("person", person).bind("kind", kind).execute();
        }
    }

    /** Whether the person wants check-ins at this moment; the pause is read as a day in this zone. */
    public boolean wantsCheckins(Transaction tx, PersonId person, Instant now, ZoneId zone) {
        return of(tx, person).wantsCheckins(now.atZone(zone).toLocalDate());
    }
}
