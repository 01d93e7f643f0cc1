package dev.stagecoach.coaching.checkin;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import dev.stagecoach.coaching.checkin.Cadence.Choice;
import dev.stagecoach.coaching.checkin.Cadence.Past;
import dev.stagecoach.coaching.checkin.Cadence.Turn;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.storage.Transaction;

import static org.jdbi.v3.core.statement.EmptyHandling.NULL_KEYWORD;

/** What speaks for how often somebody is asked. */
final class CadenceStore {
    /** A check-in that came less long ago has had no time to be answered. */
    private static final Duration FAIR = Duration.ofHours(24);
    private static final int FAR_BACK = 20;

    /** @param arrived whether any message of the occasion with this id has reached the person */
    Cadence of(Transaction tx, PersonId person, Instant now, Predicate<String> arrived) {
        var lastAct = lastAct(tx, person);
        var past = rows(tx, person, now).stream()
                .filter(row -> row.rested() || lastAct.filter(act -> !row.at().isAfter(act)).isPresent()
                        || arrived.test(row.run()))
                .map(row -> new Past(row.at(), !row.rested())).toList();
        return new Cadence(past, lastAct, Optional.ofNullable(choices(tx, List.of(person)).get(person)));
    }

    private static List<Row> rows(Transaction tx, PersonId person, Instant now) {
        return tx.handle().createQuery("""
                select o.id as run, o.asked_at as at, case when k.turn = :rested then 1 else 0 end as rested
                from checkin_asked k join checkin_occasion o on o.id = k.occasion
                where k.person = :person and (k.turn = :rested or o.asked_at <= :fair)
                    and (k.snoozed_until is null or k.snoozed_until <= :now)
                order by o.asked_at desc, o.id desc limit :most
                """).bind("person", person).bind("rested", stored(Turn.RESTED))
                .bind("fair", now.minus(FAIR)).bind("now", now).bind("most", FAR_BACK).mapTo(Row.class).list();
    }

    private static Optional<Instant> lastAct(Transaction tx, PersonId person) {
        return tx.handle().createQuery("""
                select max(changed_at) from checkin_asked where person = :person and state <> 'open'
                """).bind("person", person).mapTo(Instant.class).findOne();
    }

    /** What the people want of the rhythm, where they said so. */
    Map<PersonId, Choice> choices(Transaction tx, Collection<PersonId> people) {
        return tx.handle().createQuery("select person, choice from checkin_choice where person in (<people>)")
                .bindList(NULL_KEYWORD, "people", people)
                .mapTo(Chosen.class).collectToMap(Chosen::person, Chosen::choice);
    }

    void choose(Transaction tx, PersonId person, Choice choice, Instant now) {
        tx.handle().createUpdate("""
                insert into checkin_choice (person, choice, chosen_at) values (:person, :choice, :now)
                on conflict (person) do update set choice = excluded.choice, chosen_at = excluded.chosen_at
                """).bind("person", person).bind("choice", choice.name().toLowerCase(Locale.ROOT))
                .bind("now", now).execute();
    }

    static String stored(Turn turn) {
        return turn.name().toLowerCase(Locale.ROOT);
    }

    private record Chosen(PersonId person, Choice choice) {}

    private record Row(String run, Instant at, boolean rested) {}
}
