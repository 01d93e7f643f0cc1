package dev.stagecoach.people;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.stagecoach.storage.Ids;
import dev.stagecoach.storage.Transaction;

import static org.jdbi.v3.core.statement.EmptyHandling.NULL_KEYWORD;

/** The calendars of schools: what the teams of a school keep together, and what files say of schools by their name. */
public final class SchoolCalendarStore {
    private record OfTeam(TeamId team, SchoolDays days) {}

    /** All entries of the team's school, past ones too, first days first. */
    public List<SchoolDays> of(Transaction tx, TeamId team) {
        return of(tx, List.of(team)).getOrDefault(team, List.of());
    }

    /** {@link #of} of many teams; those whose school has no entries are left out. */
    Map<TeamId, List<SchoolDays>> of(Transaction tx, Collection<TeamId> teams) {
        return tx.handle().createQuery("""
                select t.team, d.id as days_id, d.kind as days_kind, d.first_day as days_days_first,
                    d.last_day as days_days_last, d.name as days_days_name, 0 as days_from_file
                from school_team t join school_days d on d.school = t.school where t.team in (<teams>)
                union all
                select t.team, d.id, d.kind, d.first_day, d.last_day, d.name, 1
                from school_team t join school s on s.id = t.school join school_file_days d on d.school = s.name
                where t.team in (<teams>)
                order by 4, 5, 6, 2
                """).bindList(NULL_KEYWORD, "teams", List.copyOf(teams)).mapTo(OfTeam.class).stream()
                .collect(Collectors.groupingBy(OfTeam::team,
                        Collectors.mapping(OfTeam::days, Collectors.toList())));
    }

    /** Adds the days for every team of this team's school unless they are there; whether this call added them. */
    public boolean add(Transaction tx, TeamId team, SchoolDays added, Instant now) {
        return of(tx, team).stream().noneMatch(one -> one.days().equals(added.days()))
                && tx.handle().createUpdate("""
                        insert into school_days (id, school, kind, first_day, last_day, name, added_at)
                        select :id, school, :kind, :first, :last, :name, :now from school_team where team = :team
                        on conflict do nothing
                        """).bind("id", Ids.next()).bind("team", team).bind("kind", added.kind())
                        .bind("first", added.days().first()).bind("last", added.days().last())
                        .bind("name", added.days().name()).bind("now", now).execute() == 1;
    }

    /** Takes the entry from every team of this team's school; whether there was one. What a file says stays. */
    public boolean remove(Transaction tx, TeamId team, String id) {
        return tx.handle().createUpdate("""
                delete from school_days where id = :id
                    and school = (select school from school_team where team = :team)
                """).bind("id", id).bind("team", team).execute() == 1;
    }

    /** What a file says of the schools of this name; any way of writing it will do. */
    public void addFromFile(Transaction tx, String school, SchoolDays added) {
        tx.handle().createUpdate("""
                insert into school_file_days (id, school, kind, first_day, last_day, name)
                values (:id, :school, :kind, :first, :last, :name) on conflict do nothing
                """).bind("id", Ids.next()).bind("school", SchoolDays.key(school)).bind("kind", added.kind())
                .bind("first", added.days().first()).bind("last", added.days().last())
                .bind("name", added.days().name()).execute();
    }

    public boolean hasFiles(Transaction tx) {
        return tx.handle().createQuery("""
                select count(*) from (select school from school_file_days
                    union all select school from school_file_trouble) f
                """).mapTo(Integer.class).one() > 0;
    }

    /**
     * Forgets what files said before.
     *
     * @param but the schools whose file cannot be used now, so that what it said last goes on
     */
    public void forgetFiles(Transaction tx, Collection<String> but) {
        tx.handle().createUpdate("delete from school_file_days where school not in (<but>)")
                .bindList("but", others(keys(but))).execute();
    }

    /** What is wrong with schools' files now, in sentences; what was wrong before and is not now is forgotten. */
    public void note(Transaction tx, Map<String, List<String>> troubles, Instant now) {
        tx.handle().createUpdate("delete from school_file_trouble where words not in (<words>)")
                .bindList("words", others(troubles.values().stream().flatMap(List::stream).toList())).execute();
        tx.handle().createUpdate("delete from school_file_trouble where school not in (<schools>)")
                .bindList("schools", others(keys(troubles.keySet()))).execute();
        troubles.forEach((school, words) -> words.forEach(each -> tx.handle().createUpdate("""
                insert into school_file_trouble (school, words, since) values (:school, :words, :since)
                on conflict do nothing
                """).bind("school", SchoolDays.key(school)).bind("words", each).bind("since", now).execute()));
    }

    /**
     * What is wrong with the file for this team's school, in sentences; empty where nothing is.
     *
     * @param since only what came up after this
     */
    public List<String> troubles(Transaction tx, TeamId team, Instant since) {
        return tx.handle().createQuery("""
                select f.words from school_file_trouble f join school s on s.name = f.school
                join school_team t on t.school = s.id
                where t.team = :team and f.since >= :since order by f.words
                """).bind("team", team).bind("since", since).mapTo(String.class).list();
    }

    /** SQL knows no empty list, and nothing is "not in" one of null; no key and no sentence is a blank. */
    private static List<String> others(List<String> values) {
        return Stream.concat(values.stream(), Stream.of(" ")).toList();
    }

    private static List<String> keys(Collection<String> schools) {
        return schools.stream().map(SchoolDays::key).distinct().toList();
    }

    /** Keeps what was found until somebody has looked at it; what the same person left lying is forgotten. */
    public String draft(Transaction tx, TeamId team, List<SchoolDays> found, PersonId by, Instant now) {
        tx.handle().createUpdate("""
                delete from school_days_found where draft in (select id from school_days_draft where person = :by)
                """).bind("by", by).execute();
        tx.handle().createUpdate("delete from school_days_draft where person = :by").bind("by", by)
                .execute();
        var id = Ids.next();
        tx.handle().createUpdate("""
                insert into school_days_draft (id, team, person, made_at) values (:id, :team, :by, :now)
                """).bind("id", id).bind("team", team).bind("by", by).bind("now", now).execute();
        for (var place = 0; place < found.size(); place++) {
            tx.handle().createUpdate("""
                    insert into school_days_found (draft, place, kind, first_day, last_day, name)
                    values (:draft, :place, :kind, :first, :last, :name)
                    """).bind("draft", id).bind("place", place).bind("kind", found.get(place).kind())
                    .bind("first", found.get(place).days().first()).bind("last", found.get(place).days().last())
                    .bind("name", found.get(place).days().name()).execute();
        }
        return id;
    }

    /** What this person has uploaded in this team, in its order; empty where it is not there any more. */
    public Optional<List<SchoolDays>> drafted(Transaction tx, TeamId team, String draft, PersonId by) {
        var found = tx.handle().createQuery("""
                select '' as id, f.kind, f.first_day as days_first, f.last_day as days_last, f.name as days_name,
                    0 as from_file
                from school_days_found f join school_days_draft d on d.id = f.draft
                where d.id = :draft and d.team = :team and d.person = :by order by f.place
                """).bind("draft", draft).bind("team", team).bind("by", by)
                .mapTo(SchoolDays.class).list();
        return found.isEmpty() ? Optional.empty() : Optional.of(new ArrayList<>(found));
    }
}
