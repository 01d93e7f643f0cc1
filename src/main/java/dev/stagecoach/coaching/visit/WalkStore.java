package dev.stagecoach.coaching.visit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.coaching.Period;
import dev.stagecoach.people.Confidential;
import dev.stagecoach.people.DataKind;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Transaction;

/** Learning walks, handed out closed; whoever begins one shares it with the team. */
final class WalkStore {
    private static final String SELECT = """
            select id, team, practice, person, look_for as slot_look_for, at as slot_at,
                case when state = 'CANCELED' then 1 else 0 end as canceled, rooms_with as seen_with, rooms as seen_rooms
            from learning_walk
            """;

    /** Keeps a new one, with the one who begins it; nothing happens where its id is known already. */
    void begin(Transaction tx, Walk walk, Instant now) {
        var begun = tx.handle().createUpdate("""
                insert into learning_walk (id, team, practice, person, look_for, at, state, opened_at)
                values (:id, :team, :practice, :person, :lookFor, :at, 'OPEN', :now) on conflict (id) do nothing
                """).bind("id", walk.id()).bind("team", walk.team()).bind("practice", walk.practice())
                .bind("person", walk.person()).bind("lookFor", walk.slot().lookFor()).bind("at", walk.slot().at())
                .bind("now", now).execute() == 1;
        if (begun) {
            add(tx, walk.id(), walk.person());
        }
    }

    Optional<TeamId> team(Transaction tx, String id) {
        return tx.handle().createQuery("select team from learning_walk where id = :id").bind("id", id)
                .mapTo(TeamId.class).findOne();
    }

    Optional<Confidential<Walk>> find(Transaction tx, String id) {
        return tx.handle().createQuery(SELECT + " where id = :id").bind("id", id).mapTo(Walk.class)
                .map(WalkStore::closed).findOne();
    }

    /** Those of the team that began after this moment or are to come, the next one first. */
    List<Confidential<Walk>> since(Transaction tx, TeamId team, Instant since) {
        return tx.handle().createQuery(SELECT + """
                 where team = :team and state = 'OPEN' and at > :since order by at, id
                """).bind("team", team).bind("since", since).mapTo(Walk.class).map(WalkStore::closed).list();
    }

    /** Those of the period that have a count. */
    List<Confidential<Walk>> counted(Transaction tx, TeamId team, Period period) {
        return tx.handle().createQuery(SELECT + """
                 where team = :team and rooms is not null and at >= :from and at < :until order by at, id
                """).bind("team", team).bind("from", period.from()).bind("until", period.until()).mapTo(Walk.class)
                .map(WalkStore::closed).list();
    }

    /** Takes one of the places; false where none is left. The empty update makes two who do so wait for each other. */
    boolean join(Transaction tx, String id, PersonId person, int places) {
        tx.handle().createUpdate("update learning_walk set state = state where id = :id").bind("id", id).execute();
        var walkers = walkers(tx, id);
        if (walkers.contains(person)) {
            return true;
        }
        if (walkers.size() >= places) {
            return false;
        }
        add(tx, id, person);
        return true;
    }

    private static void add(Transaction tx, String id, PersonId person) {
        tx.handle().createUpdate("""
                insert into learning_walker (walk, person) values (:id, :person) on conflict (walk, person) do nothing
                """).bind("id", id).bind("person", person).execute();
    }

    void leave(Transaction tx, String id, PersonId person) {
        tx.handle().createUpdate("delete from learning_walker where walk = :id and person = :person").bind("id", id)
                .bind("person", person).execute();
    }

    List<PersonId> walkers(Transaction tx, String id) {
        return tx.handle().createQuery("select person from learning_walker where walk = :id order by person")
                .bind("id", id).mapTo(PersonId.class).list();
    }

    void cancel(Transaction tx, String id) {
        tx.handle().createUpdate("update learning_walk set state = 'CANCELED' where id = :id").bind("id", id)
                .execute();
    }

    void count(Transaction tx, String id, Walk.Seen seen, Instant now) {
        tx.handle().createUpdate("""
                update learning_walk set rooms_with = :with, rooms = :rooms, counted_at = :now where id = :id
                """).bind("with", seen.with()).bind("rooms", seen.rooms()).bind("now", now).bind("id", id).execute();
    }

    private static Confidential<Walk> closed(Walk walk) {
        return new Confidential<>(DataKind.VISIT, walk.team(), walk.person(), true, walk);
    }
}
