package dev.stagecoach.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.stagecoach.storage.Ids;
import dev.stagecoach.storage.Transaction;

import static org.jdbi.v3.core.statement.EmptyHandling.NULL_KEYWORD;

/** People, and who belongs to which team in which role. */
public final class MemberStore {

    /** Writes what the chat service says of a person. */
    public void keep(Transaction tx, Person person, Instant now) {
        tx.handle().createUpdate("""
                insert into person (id, name, zone, kind, active, seen_at)
                values (:id, :name, :zone, :kind, :active, :now)
                on conflict (id) do update set name = excluded.name, zone = excluded.zone, kind = excluded.kind,
                    active = excluded.active, seen_at = excluded.seen_at
                """).bind("id", person.id().toString()).bind("name", person.name()).bind("zone", person.zone().getId())
                .bind("kind", person.kind().name()).bind("active", person.active() ? 1 : 0)
                .bind("now", now.toEpochMilli()).execute();
    }

    public Optional<Person> person(Transaction tx, PersonId id) {
        return Optional.ofNullable(people(tx, List.of(id)).get(id));
    }

    /** Those of the people who are known. */
    public Map<PersonId, Person> people(Transaction tx, Collection<PersonId> ids) {
        return tx.handle().createQuery("select id, name, zone, kind, active from person where id in (<ids>)")
                .bindList(NULL_KEYWORD, "ids", ids.stream().map(PersonId::toString).toList())
                .map((row, _) -> person(row)).stream()
                .collect(Collectors.toMap(Person::id, Function.identity()));
    }

    /** Makes the person part of the team in this role; changes the role of somebody who is. The person is kept. */
    public void join(Transaction tx, TeamId team, PersonId person, Role role, Instant now) {
        tx.handle().createUpdate("""
                insert into membership (id, team, person, role, joined_at)
                values (:id, :team, :person, :role, :now)
                on conflict (team, person) where left_at is null do update set role = excluded.role
                """).bind("id", Ids.next()).bind("team", team.value()).bind("person", person.toString())
                .bind("role", role.name()).bind("now", now.toEpochMilli()).execute();
    }

    /** Ends the person's part in the team; nothing happens to somebody who has none. */
    public void leave(Transaction tx, TeamId team, PersonId person, Instant now) {
        tx.handle().createUpdate("""
                update membership set left_at = :now where team = :team and person = :person and left_at is null
                """).bind("now", now.toEpochMilli()).bind("team", team.value()).bind("person", person.toString())
                .execute();
    }

    /** Everybody who belongs to the team now, whose account is active, by name. */
    public List<Member> of(Transaction tx, TeamId team) {
        return tx.handle().createQuery("""
                select m.team, m.person, p.name, m.role, m.joined_at
                from membership m join person p on p.id = m.person
                where m.team = :team and m.left_at is null and p.active = 1 order by p.name, p.id
                """).bind("team", team.value()).map((row, _) -> member(row)).list();
    }

    /** {@link #of} in one role. */
    public List<Member> of(Transaction tx, TeamId team, Role role) {
        return of(tx, team).stream().filter(member -> member.role() == role).toList();
    }

    /** What the person may do in the team now. A deactivated person may do nothing. */
    public Standing standing(Transaction tx, TeamId team, PersonId person) {
        var part = new Part(team, person);
        return standings(tx, List.of(part)).getOrDefault(part, Standing.OUTSIDER);
    }

    /** {@link #standing} of many; outsiders are left out. */
    public Map<Part, Standing> standings(Transaction tx, Collection<Part> parts) {
        return tx.handle().createQuery("""
                select m.team, m.person, m.role from membership m join person p on p.id = m.person
                where m.team in (<teams>) and m.person in (<people>) and m.left_at is null and p.active = 1
                """)
                .bindList(NULL_KEYWORD, "teams", parts.stream().map(part -> part.team().value()).distinct().toList())
                .bindList(NULL_KEYWORD, "people",
                        parts.stream().map(part -> part.person().toString()).distinct().toList())
                .map((row, _) -> Map.entry(
                        new Part(new TeamId(row.getString("team")), PersonId.parse(row.getString("person"))),
                        new Standing(Optional.of(Role.valueOf(row.getString("role"))))))
                .stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Person person(ResultSet row) throws SQLException {
        return new Person(PersonId.parse(row.getString("id")), row.getString("name"),
                ZoneId.of(row.getString("zone")), Person.Kind.valueOf(row.getString("kind")),
                row.getInt("active") == 1);
    }

    private static Member member(ResultSet row) throws SQLException {
        return new Member(new TeamId(row.getString("team")), PersonId.parse(row.getString("person")),
                row.getString("name"), Role.valueOf(row.getString("role")),
                Instant.ofEpochMilli(row.getLong("joined_at")));
    }
}
