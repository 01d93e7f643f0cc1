package dev.stagecoach.coaching.visit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.coaching.visit.Visit.State;
import dev.stagecoach.people.Confidential;
import dev.stagecoach.people.DataKind;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Transaction;

/** Visits, handed out closed; the two share theirs, and what is open is shared with whoever may take it. */
final class VisitStore {
    private static final String SELECT = """
            select id, team, practice, kind as parties_kind, person as parties_person, partner as parties_partner,
                asked as parties_asked, look_for as slot_look_for, at as slot_at, state, taken_at, returns, thanked_at
            from peer_visit
            """;

    /** Keeps a new one; false where its id is known already. */
    boolean open(Transaction tx, Visit visit, Instant now) {
        return tx.handle().createUpdate("""
                insert into peer_visit (id, team, practice, kind, person, asked, returns, look_for, at, state, opened_at)
                values (:id, :team, :practice, :kind, :person, :asked, :returns, :lookFor, :at, 'OPEN', :now)
                on conflict (id) do nothing
                """).bind("id", visit.id()).bind("team", visit.team()).bind("practice", visit.practice())
                .bind("kind", visit.parties().kind()).bind("person", visit.parties().person())
                .bind("asked", visit.parties().asked()).bind("returns", visit.returns())
                .bind("lookFor", visit.slot().lookFor()).bind("at", visit.slot().at()).bind("now", now)
                .execute() == 1;
    }

    Optional<TeamId> team(Transaction tx, String id) {
        return tx.handle().createQuery("select team from peer_visit where id = :id").bind("id", id)
                .mapTo(TeamId.class).findOne();
    }

    /** Whether this person is one of the two, or the one who was asked. */
    boolean isIn(Transaction tx, String id, PersonId person) {
        return tx.handle().createQuery("""
                select count(*) from peer_visit
                where id = :id and (person = :person or partner = :person or asked = :person)
                """).bind("id", id).bind("person", person).mapTo(Integer.class).one() == 1;
    }

    boolean begins(Transaction tx, String id, PersonId person) {
        return tx.handle().createQuery("select count(*) from peer_visit where id = :id and person = :person")
                .bind("id", id).bind("person", person).mapTo(Integer.class).one() == 1;
    }

    Optional<State> state(Transaction tx, String id) {
        return tx.handle().createQuery("select state from peer_visit where id = :id").bind("id", id)
                .mapTo(State.class).findOne();
    }

    /** As this person sees it. */
    Optional<Confidential<Visit>> find(Transaction tx, String id, PersonId viewer) {
        return tx.handle().createQuery(SELECT + " where id = :id").bind("id", id).mapTo(Visit.class)
                .map(visit -> closed(visit, viewer)).findOne();
    }

    /** All of the team that are still to come or that began after this moment, the next one first. */
    List<Confidential<Visit>> since(Transaction tx, TeamId team, Instant since, PersonId viewer) {
        return tx.handle().createQuery(SELECT + """
                 where team = :team and state in ('OPEN', 'TAKEN') and at > :since order by at, id
                """).bind("team", team).bind("since", since).mapTo(Visit.class)
                .map(visit -> closed(visit, viewer)).list();
    }

    /** Takes what is free; of two who do so at once, one has it. */
    boolean take(Transaction tx, String id, PersonId partner, Instant now) {
        return tx.handle().createUpdate("""
                update peer_visit set state = 'TAKEN', partner = :partner, taken_at = :now
                where id = :id and state = 'OPEN' and at > :now and person <> :partner
                    and (asked is null or asked = :partner)
                """).bind("partner", partner).bind("now", now).bind("id", id).execute() == 1;
    }

    /** Nothing comes of it; false where it has changed meanwhile. */
    boolean cancel(Transaction tx, Visit visit) {
        return tx.handle().createUpdate("update peer_visit set state = 'CANCELED' where id = :id and state = :state")
                .bind("id", visit.id()).bind("state", visit.state()).execute() == 1;
    }

    /** Somebody else can take it. */
    boolean free(Transaction tx, Visit visit) {
        return tx.handle().createUpdate("""
                update peer_visit set state = 'OPEN', partner = null, taken_at = null
                where id = :id and state = 'TAKEN' and partner = :partner
                """).bind("id", visit.id()).bind("partner", visit.parties().partner()).execute() == 1;
    }

    /** False where that was said before. */
    boolean thank(Transaction tx, String id, Instant now) {
        return tx.handle().createUpdate("update peer_visit set thanked_at = :now where id = :id and thanked_at is null")
                .bind("now", now).bind("id", id).execute() == 1;
    }

    /** Whether a visit in return was begun and not called off. */
    boolean returned(Transaction tx, String id) {
        return tx.handle().createQuery("select count(*) from peer_visit where returns = :id and state <> 'CANCELED'")
                .bind("id", id).mapTo(Integer.class).one() > 0;
    }

    /** Without a partner nothing is shared but with those who may become one. */
    private static Confidential<Visit> closed(Visit visit, PersonId viewer) {
        var parties = visit.parties();
        var shared = visit.people().contains(viewer) || parties.asked().filter(viewer::equals).isPresent()
                || visit.state() == State.OPEN && parties.asked().isEmpty();
        return new Confidential<>(DataKind.VISIT, visit.team(), parties.person(), shared, visit);
    }
}
