package dev.stagecoach.coaching.learn;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.stagecoach.people.Confidential;
import dev.stagecoach.people.DataKind;
import dev.stagecoach.people.Member;
import dev.stagecoach.people.MemberStore;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Role;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Transaction;

import static org.jdbi.v3.core.statement.EmptyHandling.NULL_KEYWORD;

/** Who has seen what. It leaves here closed, or as counts over a team's members. */
final class SeenStore {
    private final MemberStore members = new MemberStore();

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
        var members = members(tx, team);
        var readAll = tx.handle().createQuery("""
                select count(*) from (select person from reading_seen where person in (<people>) and what in (<what>)
                    group by person having count(*) = :all) done
                """).bindList(NULL_KEYWORD, "people", members).bindList("what", what).bind("all", what.size())
                .mapTo(Integer.class).one();
        return new Share(readAll, members.size());
    }

    private List<PersonId> members(Transaction tx, TeamId team) {
        return members.of(tx, team, Role.MEMBER).stream().map(Member::person).toList();
    }

    private record Readers(String what, int n) {}

    /** For each of these that a member has seen, by how many members. */
    Map<String, Integer> counts(Transaction tx, TeamId team, List<String> what) {
        return tx.handle().createQuery("""
                select what, count(*) as n from reading_seen
                where person in (<people>) and what in (<what>) group by what
                """).bindList(NULL_KEYWORD, "people", members(tx, team)).bindList("what", what).mapTo(Readers.class)
                .collectToMap(Readers::what, Readers::n);
    }
}
