package dev.stagecoach.coaching.share;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.stagecoach.people.PersonId;
import dev.stagecoach.storage.Transaction;

/** What the people in a highlight said, and where it was told outside. */
final class HighlightStore {

    enum Answer {
        AGREED, REFUSED
    }

    /** Who is in it from now on; what somebody has said stays, unless the words have changed. */
    void people(Transaction tx, String highlight, Collection<PersonId> people, boolean changed) {
        if (changed) {
            tx.handle().createUpdate("delete from highlight_person where filled = :id").bind("id", highlight).execute();
        }
        for (var person : people) {
            tx.handle().createUpdate("""
                    insert into highlight_person (filled, person) values (:id, :person)
                    on conflict (filled, person) do nothing
                    """).bind("id", highlight).bind("person", person).execute();
        }
    }

    private record Said(PersonId person, Optional<Answer> answer) {}

    /** What each person in it said. */
    Map<PersonId, Optional<Answer>> of(Transaction tx, String highlight) {
        return tx.handle().createQuery("select person, answer from highlight_person where filled = :id order by person")
                .bind("id", highlight).mapTo(Said.class).collectToMap(Said::person, Said::answer);
    }

    /** True where the person is in it. */
    boolean answer(Transaction tx, String highlight, PersonId person, Answer answer, Instant now) {
        return tx.handle().createUpdate("""
                update highlight_person set answer = :answer, answered_at = :now where filled = :id and person = :person
                """).bind("answer", answer).bind("now", now).bind("id", highlight)
                .bind("person", person).execute() == 1;
    }

    void told(Transaction tx, String highlight, String place, PersonId by, Instant now) {
        tx.handle().createUpdate("""
                insert into highlight_told (filled, place, person, at) values (:id, :place, :person, :now)
                on conflict (filled, place) do nothing
                """).bind("id", highlight).bind("place", place).bind("person", by).bind("now", now).execute();
    }

    List<String> places(Transaction tx, String highlight) {
        return tx.handle().createQuery("select place from highlight_told where filled = :id order by at")
                .bind("id", highlight).mapTo(String.class).list();
    }

    void delete(Transaction tx, String highlight) {
        for (var table : List.of("highlight_person", "highlight_told")) {
            tx.handle().createUpdate("delete from " + table + " where filled = :id").bind("id", highlight).execute();
        }
    }
}
