package dev.stagecoach.people;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.storage.Ids;
import dev.stagecoach.storage.Transaction;

/**
 * Schools, and which team is at which. A name that a team types is only a claim: until a coach or leader of that school
 * agrees, the team reads what the school shares and changes nothing there.
 */
public final class SchoolStore {

    /**
     * Where a team is.
     *
     * @param school the school's id
     * @param name as names are compared, {@link SchoolDays#key}
     * @param agreed whether the school has said that the team is one of its teams
     */
    public record Belonging(String school, String name, boolean agreed) {}

    /** Something that was changed for every team of a school, by whom and at which moment. */
    public record Change(TeamId team, PersonId person, String words, Instant at) {}

    /** A school of that name: with teams, or left by all. */
    private record Named(String id, boolean alive) {}

    /** Where the team is now. */
    public Belonging of(Transaction tx, TeamId team) {
        return find(tx, team).orElseThrow(() -> new IllegalStateException("team " + team + " is at no school"));
    }

    private Optional<Belonging> find(Transaction tx, TeamId team) {
        return tx.handle().createQuery("""
                select s.id as school, s.name, case when t.agreed_at is null then 0 else 1 end as agreed
                from school_team t join school s on s.id = t.school where t.team = :team
                """).bind("team", team).mapTo(Belonging.class).findOne();
    }

    /** The team names its school, for the first time or again; another way of writing the same name changes nothing. */
    void settle(Transaction tx, Team team, Instant now) {
        if (find(tx, team.id()).filter(one -> one.name().equals(SchoolDays.key(team.school()))).isEmpty()) {
            join(tx, team, "", now);
        }
    }

    /** The team is not at the school that it is waiting for: it goes to the next of that name, or to one of its own. */
    public void moveOn(Transaction tx, Team team, Instant now) {
        join(tx, team, of(tx, team.id()).school(), now);
    }

    private void join(Transaction tx, Team team, String after, Instant now) {
        var found = named(tx, team, after);
        var school = found.map(Named::id).orElseGet(() -> founded(tx, team));
        tx.handle().createUpdate("""
                insert into school_team (team, school, agreed_at) values (:team, :school, :agreed)
                on conflict (team) do update set school = excluded.school, agreed_at = excluded.agreed_at
                """).bind("team", team.id()).bind("school", school)
                .bind("agreed", found.filter(Named::alive).isPresent() ? null : now).execute();
    }

    /** The next school of the team's name, those with teams first; one whose teams have all left is anybody's. */
    private static Optional<Named> named(Transaction tx, Team team, String after) {
        return team.school().isBlank()
                ? Optional.empty()
                : tx.handle().createQuery("""
                        select s.id, max(case when t.agreed_at is null or t.team = :team then 0 else 1 end) as alive
                        from school s left join school_team t on t.school = s.id
                        where s.workspace = :workspace and s.name = :name and s.id > :after
                        group by s.id order by alive desc, s.id limit 1
                        """).bind("team", team.id()).bind("workspace", team.channel().workspace())
                        .bind("name", SchoolDays.key(team.school())).bind("after", after).mapTo(Named.class).findOne();
    }

    private static String founded(Transaction tx, Team team) {
        var id = Ids.next();
        tx.handle().createUpdate("insert into school (id, workspace, name) values (:id, :workspace, :name)")
                .bind("id", id).bind("workspace", team.channel().workspace())
                .bind("name", SchoolDays.key(team.school())).execute();
        return id;
    }

    /** Somebody of the school says that the team is one of its teams; nothing where it is agreed, or elsewhere by now. */
    public void agree(Transaction tx, TeamId team, String school, Instant now) {
        tx.handle().createUpdate("""
                update school_team set agreed_at = :now where team = :team and school = :school and agreed_at is null
                """).bind("now", now).bind("team", team).bind("school", school).execute();
    }

    /** The team was set up by this person; one who coaches or leads another team of the school agrees by doing so. */
    public void vouch(Transaction tx, TeamId team, PersonId person, Instant now) {
        var at = of(tx, team);
        if (!at.agreed() && speaksFor(tx, person, at.school())) {
            agree(tx, team, at.school(), now);
        }
    }

    private static boolean speaksFor(Transaction tx, PersonId person, String school) {
        return tx.handle().createQuery("""
                select count(*) from membership m join school_team t on t.team = m.team
                where t.school = :school and t.agreed_at is not null and m.person = :person and m.left_at is null
                    and m.role in ('COACH', 'LEADER')
                """).bind("school", school).bind("person", person).mapTo(Integer.class).one() > 0;
    }

    /** The teams that the school has agreed to, oldest first. */
    public List<TeamId> teams(Transaction tx, String school) {
        return tx.handle().createQuery("""
                select team from school_team where school = :school and agreed_at is not null order by team
                """).bind("school", school).mapTo(TeamId.class).list();
    }

    /** The other teams of the team's school; none while the school has not said that it is one of its teams. */
    public List<TeamId> others(Transaction tx, TeamId team) {
        var at = of(tx, team);
        return at.agreed()
                ? teams(tx, at.school()).stream().filter(other -> !other.equals(team)).toList()
                : List.of();
    }

    /** The teams that say they are at the school, and wait. */
    public List<TeamId> waiting(Transaction tx, String school) {
        return tx.handle().createQuery("""
                select team from school_team where school = :school and agreed_at is null order by team
                """).bind("school", school).mapTo(TeamId.class).list();
    }

    public void note(Transaction tx, String school, Change change) {
        tx.handle().createUpdate("""
                insert into school_change (id, school, team, person, words, at)
                values (:id, :school, :team, :person, :words, :at)
                """).bind("id", Ids.next()).bind("school", school).bind("team", change.team())
                .bind("person", change.person()).bind("words", change.words()).bind("at", change.at()).execute();
    }

    /** What was changed from {@code from} on and before {@code until}, in its order. */
    public List<Change> changes(Transaction tx, String school, Instant from, Instant until) {
        return tx.handle().createQuery("""
                select team, person, words, at from school_change
                where school = :school and at >= :from and at < :until order by at, id
                """).bind("school", school).bind("from", from).bind("until", until).mapTo(Change.class).list();
    }
}
