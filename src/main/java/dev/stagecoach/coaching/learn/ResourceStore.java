package dev.stagecoach.coaching.learn;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.stagecoach.people.PersonId;
import dev.stagecoach.storage.Transaction;

/** What schools wrote about resources. */
final class ResourceStore {
    private static final String SELECT = """
            select id, own, title, why, link, minutes, practices, version from resource
            """;

    /** Who writes, and when. */
    record Writer(PersonId person, Instant at) {}

    /** Of this school, in the order in which they came there. */
    List<Material> of(Transaction tx, String school) {
        return tx.handle().createQuery(SELECT + " where school = :school order by id").bind("school", school)
                .mapTo(Row.class).map(Row::material).list();
    }

    Optional<Material> find(Transaction tx, String school, String id) {
        return tx.handle().createQuery(SELECT + " where school = :school and id = :id").bind("school", school)
                .bind("id", id).mapTo(Row.class).map(Row::material).findOne();
    }

    /** Who wrote the present version. */
    Optional<PersonId> writer(Transaction tx, String school, String id) {
        return tx.handle().createQuery("select person from resource where school = :school and id = :id")
                .bind("school", school).bind("id", id).mapTo(PersonId.class).findOne();
    }

    /**
     * Saves what was written on the version before this one.
     *
     * @return false where there is another version by now
     */
    boolean save(Transaction tx, String school, Material next, Writer writer) {
        var content = next.content();
        return tx.handle().createUpdate("""
                insert into resource (school, id, own, title, why, link, minutes, practices, version, person, at)
                values (:school, :id, :own, :title, :why, :link, :minutes, :practices, :version, :person, :now)
                on conflict (school, id) do update set title = excluded.title, why = excluded.why,
                    link = excluded.link, minutes = excluded.minutes, practices = excluded.practices,
                    version = excluded.version, person = excluded.person, at = excluded.at
                where resource.version = excluded.version - 1
                """).bind("school", school).bind("id", next.id()).bind("own", next.own())
                .bind("title", content.title()).bind("why", content.why()).bind("link", content.link())
                .bind("minutes", content.minutes().orElse(0))
                .bind("practices", String.join(" ", content.practices())).bind("version", next.version())
                .bind("person", writer.person()).bind("now", writer.at()).execute() == 1;
    }

    /** Takes away what the school added. */
    void remove(Transaction tx, String school, String id) {
        tx.handle().createUpdate("delete from resource where school = :school and id = :id and own = 1")
                .bind("school", school).bind("id", id).execute();
    }

    private record Row(String id, boolean own, String title, String why, String link, int minutes, String practices,
            int version) {
        Material material() {
            var keys = Stream.of(practices.split(" ")).filter(key -> !key.isEmpty()).toList();
            var content = new Material.Content(title, why, link, Optional.of(minutes).filter(number -> number > 0),
                    keys);
            return new Material(id, own, content, version);
        }
    }
}
