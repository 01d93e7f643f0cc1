package dev.stagecoach.coaching.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Transaction;

/** Days on which coaches talked with their teams. */
final class ContactStore {

    /** Notes a contact; a second one on the same day is the same. */
    void note(Transaction tx, TeamId team, String practice, LocalDate on, PersonId by, Instant now) {
        tx.handle().createUpdate("""
                insert into coaching_contact (team, practice, on_day, person, at)
                values (:team, :practice, :day, :person, :now)
                on conflict (team, practice, on_day, person) do nothing
                """).bind("team", team).bind("practice", practice).bind("day", on)
                .bind("person", by).bind("now", now).execute();
    }

    /** The person's contact of that day, in ISO form, was noted by mistake. */
    void takeBack(Transaction tx, TeamId team, String practice, PersonId by, String day) {
        tx.handle().createUpdate("""
                delete from coaching_contact
                where team = :team and practice = :practice and person = :person and on_day = :day
                """).bind("team", team).bind("practice", practice).bind("person", by).bind("day", day).execute();
    }

    Optional<LocalDate> last(Transaction tx, TeamId team, String practice) {
        return tx.handle().createQuery("""
                select on_day from coaching_contact where team = :team and practice = :practice
                order by on_day desc limit 1
                """).bind("team", team).bind("practice", practice).mapTo(LocalDate.class).findOne();
    }

    /** How many there were on that day and since. */
    int count(Transaction tx, TeamId team, String practice, LocalDate since) {
        return tx.handle().createQuery("select count(*) from coaching_contact where team = :team"
                + " and practice = :practice and on_day >= :since").bind("team", team).bind("practice", practice)
                .bind("since", since).mapTo(Integer.class).one();
    }
}
