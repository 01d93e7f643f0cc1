package dev.stagecoach.coaching.ask;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.coaching.ask.HelpRequest.State;
import dev.stagecoach.people.Confidential;
import dev.stagecoach.people.DataKind;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Transaction;

/** Requests for help, handed out closed: whoever asked and the team's coaches may see them. */
final class HelpRequestStore {
    private static final String SELECT = "select id, team, person, state, coach from help_request";

    /** Nothing happens to one that is there. */
    void open(Transaction tx, String id, TeamId team, PersonId person, Instant now) {
        tx.handle().createUpdate("""
                insert into help_request (id, team, person, state, asked_at, changed_at)
                values (:id, :team, :person, 'OPEN', :now, :now) on conflict (id) do nothing
                """).bind("id", id).bind("team", team).bind("person", person).bind("now", now).execute();
    }

    Optional<Confidential<HelpRequest>> find(Transaction tx, String id) {
        return tx.handle().createQuery(SELECT + " where id = :id").bind("id", id).mapTo(HelpRequest.class)
                .map(HelpRequestStore::closed)
                .findOne();
    }

    /** Whose business it is. */
    Optional<TeamId> team(Transaction tx, String id) {
        return tx.handle().createQuery("select team from help_request where id = :id").bind("id", id)
                .mapTo(TeamId.class).findOne();
    }

    /** Whether the request is this person's. */
    boolean asks(Transaction tx, String id, PersonId person) {
        return tx.handle().createQuery("select count(*) from help_request where id = :id and person = :person")
                .bind("id", id).bind("person", person).mapTo(Integer.class).one() == 1;
    }

    /** Those of the team that wait for somebody or are being helped with, oldest first. */
    List<Confidential<HelpRequest>> waiting(Transaction tx, TeamId team) {
        return tx.handle().createQuery(SELECT + """
                 where team = :team and state in ('OPEN', 'TAKEN') order by asked_at, id
                """).bind("team", team).mapTo(HelpRequest.class).map(HelpRequestStore::closed).list();
    }

    /** From one state to the next; false where it is no longer in the first one. */
    boolean move(Transaction tx, HelpRequest request, State next, Optional<PersonId> coach, Instant now) {
        return tx.handle().createUpdate("""
                update help_request set state = :next, coach = :coach, changed_at = :now
                where id = :id and state = :state
                """).bind("next", next).bind("coach", coach)
                .bind("now", now).bind("id", request.id()).bind("state", request.state()).execute() == 1;
    }

    private static Confidential<HelpRequest> closed(HelpRequest request) {
        return new Confidential<>(DataKind.HELP_REQUEST, request.team(), request.person(), false, request);
    }
}
