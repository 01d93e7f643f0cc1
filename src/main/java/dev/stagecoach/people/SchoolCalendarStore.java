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

/** The calendars of schools. A school is known by its {@link SchoolDays#key}; any way of writing its name will do. */
public final class SchoolCalendarStore {
    private record OfSchool(String school, SchoolDays days) {}

    /** All entries, past ones too, first days first. */
    public List<SchoolDays> of(Transaction tx, String school) {
        var key = SchoolDays.key(school);
        return of(tx, List.of(key)).getOrDefault(key, List.of());
    }

    /** {@link #of} of many schools, by {@link SchoolDays#key}; those without entries are left out. */
    Map<String, List<SchoolDays>> of(Transaction tx, Collection<String> keys) {
        return tx.handle().createQuery("""
                select school, id as days_id, kind as days_kind, first_day as days_days_first,
                    last_day as days_days_last, name as days_days_name, from_file as days_from_file
                 from school_days where school in (<keys>) order by first_day, last_day, name, id
                """).bindList(NULL_KEYWORD, "keys", List.copyOf(keys)).mapTo(OfSchool.class).stream()
                .collect(Collectors.groupingBy(OfSchool::school,
                        Collectors.mapping(OfSchool::days, Collectors.toList())));
    }

    /** Adds the days unless the school has the very same; whether this call added them. */
    public boolean add(Transaction tx, String school, SchoolDays added, Instant now) {
        return tx.handle().createUpdate("""
                insert into school_days (id, school, kind, first_day, last_day, name, from_file, added_at)
                values (:id, :school, :kind, :first, :last, :name, :fromFile, :now)
                on conflict do nothing
                """).bind("id", Ids.next()).bind("school", SchoolDays.key(school)).bind("kind", added.kind())
                .bind("first", added.days().first()).bind("last", added.days().last())
                .bind("name", added.days().name()).bind("fromFile", added.fromFile()).bind("now", now).execute() == 1;
    }

    /** Whether there was such an entry; one from a file stays. */
    public boolean remove(Transaction tx, String school, String id) {
        return tx.handle().createUpdate("""
                delete from school_days where id = :id and school = :school and from_file = 0
                """).bind("id", id).bind("school", SchoolDays.key(school)).execute() == 1;
    }

    public boolean hasFiles(Transaction tx) {
        return tx.handle().createQuery("""
                select count(*) from (select school from school_days where from_file = 1
                    union all select school from school_file_trouble) f
                """).mapTo(Integer.class).one() > 0;
    }

    /**
     * Forgets what files said before.
     *
     * @param but the schools whose file cannot be used now, so that what it said last goes on
     */
    public void forgetFiles(Transaction tx, Collection<String> but) {
        tx.handle().createUpdate("delete from school_days where from_file = 1 and school not in (<but>)")
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
     * What is wrong with this school's file, in sentences; empty where nothing is.
     *
     * @param since only what came up after this
     */
    public List<String> troubles(Transaction tx, String school, Instant since) {
        return tx.handle().createQuery("""
                select words from school_file_trouble where school = :school and since >= :since order by words
                """).bind("school", SchoolDays.key(school)).bind("since", since).mapTo(String.class).list();
    }

    /** SQL knows no empty list, and nothing is "not in" one of null; no key and no sentence is a blank. */
    private static List<String> others(List<String> values) {
        return Stream.concat(values.stream(), Stream.of(" ")).toList();
    }

    private static List<String> keys(Collection<String> schools) {
        return schools.stream().map(SchoolDays::key).distinct().toList();
    }

    /** Keeps what was found until somebody has looked at it; what the same person left lying is forgotten. */
    public String draft(Transaction tx, String school, List<SchoolDays> found, PersonId by, Instant now) {
        tx.handle().createUpdate("""
                delete from school_days_found where draft in (select id from school_days_draft where person = :by)
                """).bind("by", by).execute();
        tx.handle().createUpdate("delete from school_days_draft where person = :by").bind("by", by)
                .execute();
        var id = Ids.next();
        tx.handle().createUpdate("""
                insert into school_days_draft (id, school, person, made_at) values (:id, :school, :by, :now)
                """).bind("id", id).bind("school", SchoolDays.key(school)).bind("by", by).bind("now", now).execute();
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

    /** What this person has uploaded for this school, in its order; empty where it is not there any more. */
    public Optional<List<SchoolDays>> drafted(Transaction tx, String school, String draft, PersonId by) {
        var found = tx.handle().createQuery("""
                select '' as id, f.kind, f.first_day as days_first, f.last_day as days_last, f.name as days_name,
                    0 as from_file
                from school_days_found f join school_days_draft d on d.id = f.draft
                where d.id = :draft and d.school = :school and d.person = :by order by f.place
                """).bind("draft", draft).bind("school", SchoolDays.key(school)).bind("by", by)
                .mapTo(SchoolDays.class).list();
        return found.isEmpty() ? Optional.empty() : Optional.of(new ArrayList<>(found));
    }
}
