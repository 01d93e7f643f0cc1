package dev.stagecoach.people;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
                """).bind("id", person.id()).bind("name", person.name()).bind("zone", person.zone())
                .bind("kind", person.kind()).bind("active", person.active()).bind("now", now).execute();
    }

    public Optional<Person> person(Transaction tx, PersonId id) {
        return Optional.ofNullable(people(tx, List.of(id)).get(id));
    }

    /** Those of the people who are known. */
    public Map<PersonId, Person> people(Transaction tx, Collection<PersonId> ids) {
        return tx.handle().createQuery("select id, name, zone, kind, active from person where id in (<ids>)")
                .bindList(NULL_KEYWORD, "ids", ids).mapTo(Person.class).collectToMap(Person::id, Function.identity());
    }

    /** Makes the person part of the team in this role; changes the role of somebody who is. The person is kept. */
    public void join(Transaction tx, TeamId team, PersonId person, Role role, Instant now) {
        tx.handle().createUpdate("""
                insert into membership (id, team, person, role, joined_at, role_at)
                values (:id, :team, :person, :role, :now, :now)
                on conflict (team, person) where left_at is null do update set role = excluded.role,
                    role_at = case when membership.role = excluded.role then membership.role_at else excluded.role_at end
                """).bind("id", Ids.next()).bind("team", team).bind("person", person)
                .bind("role", role).bind("now", now).execute();
    }

    /** Ends the person's part in the team; nothing happens to somebody who has none. */
    public void leave(Transaction tx, TeamId team, PersonId person, Instant now) {
        tx.handle().createUpdate("""
                update membership set left_at = :now where team = :team and person = :person and left_at is null
                """).bind("now", now).bind("team", team).bind("person", person).execute();
    }

    /** Ends somebody's part as a member, also while their account is deactivated; coaches and leaders stay. */
    void memberLeaves(Transaction tx, TeamId team, PersonId person, Instant now) {
        tx.handle().createUpdate("""
                update membership set left_at = :now
                where team = :team and person = :person and left_at is null and role = 'MEMBER'
                """).bind("now", now).bind("team", team).bind("person", person).execute();
    }

    /** Everybody who belongs to the team now, whose account is active, by name. */
    public List<Member> of(Transaction tx, TeamId team) {
        return tx.handle().createQuery("""
                select m.team, m.person, p.name, m.role, m.joined_at as since

                from membership m join person p on p.id = m.person
                where m.team = :team and m.left_at is null and p.active = 1 order by p.name, p.id
                """).bind("team", team).mapTo(Member.class).list();
    }

    /** The teams that somebody has joined since then and belongs to. */
    public List<TeamId> joinedSince(Transaction tx, Instant then) {
        return tx.handle()
                .createQuery("select distinct team from membership where joined_at > :then and left_at is null")
                .bind("then", then).mapTo(TeamId.class).list();
    }

    /** {@link #of} in one role. */
    public List<Member> of(Transaction tx, TeamId team, Role role) {
        return of(tx, team).stream().filter(member -> member.role() == role).toList();
    }

    /** Who coaches the team now. */
    public Set<PersonId> coaches(Transaction tx, TeamId team) {
        return of(tx, team, Role.COACH).stream().map(Member::person).collect(Collectors.toUnmodifiableSet());
    }

    /** What the person may do in the team now. A deactivated person may do nothing. */
    public Standing standing(Transaction tx, TeamId team, PersonId person) {
        var part = new Part(team, person);
        return standings(tx, List.of(part)).getOrDefault(part, Standing.OUTSIDER);
    }

    /** Whether the person has had the present role in the team since then or before. */
    boolean hasHadRole(Transaction tx, Part part, Instant since) {
        return tx.handle().createQuery("""
                select 1 from membership where team = :team and person = :person and left_at is null
                    and role_at <= :since
                """).bind("team", part.team()).bind("person", part.person()).bind("since", since)
                .mapTo(Integer.class).findOne().isPresent();
    }

    /** Who belonged to the team at that moment in the role they have, or had when they left. */
    public Set<PersonId> at(Transaction tx, TeamId team, Instant moment) {
        return Set.copyOf(tx.handle().createQuery("""
                select distinct person from membership where team = :team and role_at <= :moment
                    and (left_at is null or left_at > :moment)
                """).bind("team", team).bind("moment", moment).mapTo(PersonId.class).list());
    }

    private record PartIn(Part part, Role role) {}

    /** {@link #standing} of many; outsiders are left out. */
    public Map<Part, Standing> standings(Transaction tx, Collection<Part> parts) {
        return tx.handle().createQuery("""
                select m.team as part_team, m.person as part_person, m.role
                from membership m join person p on p.id = m.person
                where m.team in (<teams>) and m.person in (<people>) and m.left_at is null and p.active = 1
                """).bindList(NULL_KEYWORD, "teams", parts.stream().map(Part::team).distinct().toList())
                .bindList(NULL_KEYWORD, "people",
                        parts.stream().map(Part::person).distinct().toList())
                .mapTo(PartIn.class)
                .collectToMap(PartIn::part, one -> new Standing(Optional.of(one.role())));
    }
}
