package dev.stagecoach.coaching.visit;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

import dev.stagecoach.coaching.Period;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Transaction;

/** Counts visits. One counts once one of the two has noted what there was to see. */
final class VisitCountStore {
    private static final String OF_WORK = "v.practice = :practice and v.at >= :from and v.at < :until";
    private static final String TOOK_PLACE = " v.team = :team and v.state = 'TAKEN' and exists (select 1 from "
            + "peer_visit_note n where n.visit = v.id) ";

    int visits(Transaction tx, TeamId team, String practice, Instant since) {
        return tx.handle().createQuery("select count(*) from peer_visit v where v.practice = :practice and "
                + "v.at >= :since and" + TOOK_PLACE).bind("team", team).bind("practice", practice)
                .bind("since", since).mapTo(Integer.class).one();
    }

    int visits(Transaction tx, TeamId team, Period period) {
        return tx.handle().createQuery("select count(*) from peer_visit v where v.at >= :from and v.at < :until and"
                + TOOK_PLACE).bind("team", team).bind("from", period.from()).bind("until", period.until())
                .mapTo(Integer.class).one();
    }

    /** Learning walks that brought a count back. */
    int walks(Transaction tx, TeamId team, String practice, Instant since) {
        return tx.handle().createQuery("""
                select count(*) from learning_walk where team = :team and practice = :practice and at >= :since
                    and rooms is not null
                """).bind("team", team).bind("practice", practice).bind("since", since).mapTo(Integer.class).one();
    }

    /** Who visited somebody, was visited, or walked along. */
    Set<PersonId> people(Transaction tx, TeamId team, String practice, Period period) {
        return new HashSet<>(tx.handle().createQuery("select v.person as person from peer_visit v where " + OF_WORK
                + " and" + TOOK_PLACE + "union select v.partner as person from peer_visit v where " + OF_WORK + " and"
                + TOOK_PLACE + """
                        union select w.person as person from learning_walker w join learning_walk v on v.id = w.walk
                        where v.team = :team and v.rooms is not null and\s""" + OF_WORK).bind("team", team)
                .bind("practice", practice).bind("from", period.from()).bind("until", period.until())
                .mapTo(PersonId.class).list());
    }
}
