package dev.stagecoach.coaching.visit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.people.Confidential;
import dev.stagecoach.people.DataKind;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Transaction;

/** Requests for cover, handed out closed: whoever asked and the team's leaders may see them. */
final class CoverStore {
    private static final String SELECT = """
            select c.visit, v.team, c.person, v.at, c.state, c.leader, c.asked_at
            from peer_visit_cover c join peer_visit v on v.id = c.visit
            """;

    /** False where there is one already. */
    boolean ask(Transaction tx, String visit, PersonId person, Instant now) {
        return tx.handle().createUpdate("""
                insert into peer_visit_cover (visit, person, state, asked_at) values (:visit, :person, 'ASKED', :now)
                on conflict (visit) do update set person = excluded.person, state = 'ASKED', leader = null,
                    asked_at = excluded.asked_at where peer_visit_cover.state = 'DROPPED'
                """).bind("visit", visit).bind("person", person).bind("now", now).execute() == 1;
    }

    Optional<Confidential<Cover>> find(Transaction tx, String visit) {
        return tx.handle().createQuery(SELECT + " where c.visit = :visit").bind("visit", visit).mapTo(Cover.class)
                .map(CoverStore::closed).findOne();
    }

    /** Those that nobody has answered, for visits after this moment; the next one first. */
    List<Confidential<Cover>> waiting(Transaction tx, TeamId team, Instant now) {
        return tx.handle().createQuery(SELECT + """
                 where v.team = :team and c.state = 'ASKED' and v.at > :now order by v.at, c.visit
                """).bind("team", team).bind("now", now).mapTo(Cover.class).map(CoverStore::closed).list();
    }

    /** What one has turned down another may still arrange; false where it has been arranged, or is no longer needed. */
    boolean answer(Transaction tx, String visit, Cover.State answer, PersonId leader) {
        return tx.handle().createUpdate("""
                update peer_visit_cover set state = :answer, leader = :leader
                where visit = :visit and (state = 'ASKED' or state = 'DECLINED' and :answer = 'ARRANGED')
                """).bind("answer", answer).bind("leader", leader).bind("visit", visit).execute() == 1;
    }

    void drop(Transaction tx, String visit) {
        tx.handle().createUpdate("update peer_visit_cover set state = 'DROPPED' where visit = :visit")
                .bind("visit", visit).execute();
    }

    private static Confidential<Cover> closed(Cover cover) {
        return new Confidential<>(DataKind.COVER_REQUEST, cover.team(), cover.person(), false, cover);
    }
}
