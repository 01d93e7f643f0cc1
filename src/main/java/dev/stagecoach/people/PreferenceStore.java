package dev.stagecoach.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.stagecoach.storage.Transaction;
import org.jspecify.annotations.Nullable;

import static org.jdbi.v3.core.statement.EmptyHandling.NULL_KEYWORD;

/** What people want of the bot. */
public final class PreferenceStore {

    public Preference of(Transaction tx, PersonId person) {
        return of(tx, List.of(person)).getOrDefault(person, Preference.NONE);
    }

    /** {@link #of} of many; whoever never changed anything is left out. */
    public Map<PersonId, Preference> of(Transaction tx, Collection<PersonId> people) {
        var found = new HashMap<PersonId, Preference>();
        tx.handle().createQuery("""
                select p.person, p.paused_until, p.away_from, p.away_until, p.quiet_from, p.quiet_to, s.kind
                from preference p left join preference_stop s on s.person = p.person
                where p.person in (<people>)
                """).bindList(NULL_KEYWORD, "people", people.stream().map(PersonId::toString).toList())
                .map((row, _) -> Map.entry(PersonId.parse(row.getString("person")), preference(row)))
                .forEach(one -> found.merge(one.getKey(), one.getValue(), Preference::stoppingToo));
        return found;
    }

    public void keep(Transaction tx, PersonId person, Preference preference, Instant now) {
        tx.handle().createUpdate("""
                insert into preference (person, paused_until, away_from, away_until, quiet_from, quiet_to, changed_at)
                values (:person, :pausedUntil, :awayFrom, :awayUntil, :quietFrom, :quietTo, :now)
                on conflict (person) do update set paused_until = excluded.paused_until,
                    away_from = excluded.away_from, away_until = excluded.away_until,
                    quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to, changed_at = excluded.changed_at
                """).bind("person", person.toString())
                .bind("pausedUntil", preference.pausedUntil().map(LocalDate::toString))
                .bind("awayFrom", preference.vacation().map(days -> days.first().toString()))
                .bind("awayUntil", preference.vacation().map(days -> days.last().toString()))
                .bind("quietFrom", preference.quiet().map(hours -> hours.from().toString()))
                .bind("quietTo", preference.quiet().map(hours -> hours.to().toString()))
                .bind("now", now.toEpochMilli()).execute();
        tx.handle().createUpdate("delete from preference_stop where person = :person")
                .bind("person", person.toString()).execute();
        for (var kind : preference.stopped()) {
            tx.handle().createUpdate("insert into preference_stop (person, kind) values (:person, :kind)")
                    .bind("person", person.toString()).bind("kind", kind.name()).execute();
        }
    }

    /** Whether the person wants check-ins at this moment; the pause is read as a day in this zone. */
    public boolean wantsCheckins(Transaction tx, PersonId person, Instant now, ZoneId zone) {
        return of(tx, person).wantsCheckins(now.atZone(zone).toLocalDate());
    }

    private static Preference preference(ResultSet row) throws SQLException {
        var away = row.getString("away_from");
        var stopped = Optional.ofNullable(row.getString("kind")).map(Subscription::valueOf);
        return new Preference(stopped.map(Set::of).orElse(Set.of()), day(row.getString("paused_until")),
                away == null
                        ? Optional.empty()
                        : Optional.of(new DaysOff(LocalDate.parse(away),
                                LocalDate.parse(row.getString("away_until")), Preference.VACATION)),
                quiet(row.getString("quiet_from"), row.getString("quiet_to")));
    }

    private static Optional<LocalDate> day(@Nullable String stored) {
        return Optional.ofNullable(stored).map(LocalDate::parse);
    }

    private static Optional<QuietHours> quiet(@Nullable String from, @Nullable String to) {
        return from == null || to == null
                ? Optional.empty()
                : Optional.of(new QuietHours(LocalTime.parse(from), LocalTime.parse(to), false));
    }
}
