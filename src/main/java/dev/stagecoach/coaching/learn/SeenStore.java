package dev.stagecoach.coaching.learn;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.stagecoach.people.Confidential;
import dev.stagecoach.people.DataKind;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Transaction;

/** Who has seen what. It leaves here closed, or as counts over a team's members. */
final class SeenStore {

    /** Notes that the person has seen it; the first time counts. */
    void see(Transaction tx, PersonId person, String what, Instant now) {
        tx.handle().createUpdate("""
                insert into reading_seen (person, what, at) values (:person, :what, :now)
                on conflict (person, what) do nothing
                """).bind("person", person).bind("what", what).bind("now", now).execute();
    }

    /** All that the person has seen. */
    Confidential<Set<String>> of(Transaction tx, TeamId team, PersonId person) {
        var seen = tx.handle().createQuery("select what from reading_seen where person = :person")
                .bind("person", person).mapTo(String.class).list();
        return new Confidential<>(DataKind.READING, team, person, false, Set.copyOf(seen));
    }

    /** How many of how many members. */
    record Share(int n, int of) {
        /** Rounded down, so that a hundred means everybody. */
        int percent() {
            return of == 0 ? 0 : 100 * n / of;
        }
    }

    /** The members who have seen all of these, of all members. */
    Share all(Transaction tx, TeamId team, List<String> what) {
        var seen = tx.handle().createQuery("""
                select count(s.what) as seen from membership m join person p on p.id = m.person
                left join reading_seen s on s.person = m.person and s.what in (<what>)
                where m.team = :team and m.left_at is null and m.role = 'MEMBER' and p.active = 1
                group by m.person
                """).bindList("what", what).bind("team", team).mapTo(Integer.class).list();
        return new Share((int) seen.stream().filter(count -> count == what.size()).count(), seen.size());
    }

    private record Readers(String what, int n) {}

    /** For each of these that a member has seen, by how many members. */
    Map<String, Integer> counts(Transaction tx, TeamId team, List<String> what) {
        return tx.handle().createQuery("""
                select s.what, count(*) as n from membership m join person p on p.id = m.person
                join reading_seen s on s.person = m.person and s.what in (<what>)
                where m.team = :team and m.left_at is null and m.role = 'MEMBER' and p.active = 1
                group by s.what
                """).bindList("what", what).bind("team", team)
                .mapTo(Readers.class).collectToMap(Readers::what, Readers::n);
    }
}
