package dev.stagecoach.coaching.stage;

import java.util.List;
import java.util.Optional;

import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Transaction;

/** Journeys and their history. */
public final class JourneyStore {
    private static final String MOVE = """
            select id, team, practice, from_stage as "from", to_stage as "to", person as by,
                countersigner as backing_countersigner, seconder as backing_seconder, yes as backing_yes,
                members as backing_members, reason, at
            from journey_move

            """;

    /** The journey that the team works on now; empty until it has chosen a practice. */
    public Optional<Journey> current(Transaction tx, TeamId team) {
        return tx.handle().createQuery("""
                select j.team, j.practice, j.stage, j.since
                from journey_focus f join journey j on j.team = f.team and j.practice = f.practice
                where f.team = :team
                """).bind("team", team).mapTo(Journey.class).findOne();
    }

    /** The team's journey with a practice, whether or not it works on it now. */
    public Optional<Journey> with(Transaction tx, TeamId team, String practice) {
        return tx.handle().createQuery("""
                select team, practice, stage, since from journey where team = :team and practice = :practice
                """).bind("team", team).bind("practice", practice).mapTo(Journey.class).findOne();
    }

    /** All that the team has begun, the newest first. */
    public List<Journey> all(Transaction tx, TeamId team) {
        return tx.handle().createQuery("""
                select team, practice, stage, since from journey where team = :team order by started_at desc, practice
                """).bind("team", team).mapTo(Journey.class).list();
    }

    /**
     * Keeps the journey as it is until this transaction ends. The empty update takes the row's lock, so that on
     * PostgreSQL two answers to one wish wait for each other.
     */
    void hold(Transaction tx, TeamId team, String practice) {
        tx.handle().createUpdate("update journey set stage = stage where team = :team and practice = :practice")
                .bind("team", team).bind("practice", practice).execute();
    }

    /** Starts a journey; nothing happens to one that has started. */
    void start(Transaction tx, Journey journey) {
        tx.handle().createUpdate("""
                insert into journey (team, practice, stage, started_at, since)
                values (:team, :practice, :stage, :since, :since) on conflict (team, practice) do nothing
                """).bind("team", journey.team()).bind("practice", journey.practice())
                .bind("stage", journey.stage()).bind("since", journey.since()).execute();
    }

    /** Makes the practice the one that the team works on. */
    void focus(Transaction tx, TeamId team, String practice) {
        tx.handle().createUpdate("""
                insert into journey_focus (team, practice) values (:team, :practice)
                on conflict (team) do update set practice = excluded.practice
                """).bind("team", team).bind("practice", practice).execute();
    }

    /** Moves a journey on from the stage that its mover saw; false where it has left that stage meanwhile. */
    boolean advance(Transaction tx, Move move) {
        return tx.handle().createUpdate("""
                update journey set stage = :to, since = :now
                where team = :team and practice = :practice and stage = :from
                """).bind("to", move.to()).bind("now", move.at()).bind("team", move.team())
                .bind("practice", move.practice()).bind("from", move.from()).execute() == 1;
    }

    void record(Transaction tx, Move move) {
        tx.handle().createUpdate("""
                insert into journey_move (id, team, practice, from_stage, to_stage, person, countersigner, seconder, yes,
                    members, reason, at)
                values (:id, :team, :practice, :from, :to, :person, :countersigner, :seconder, :yes,
                    :members, :reason, :at)
                """).bind("id", move.id()).bind("team", move.team()).bind("practice", move.practice())
                .bind("from", move.from()).bind("to", move.to()).bind("person", move.by())
                .bind("countersigner", move.backing().countersigner()).bind("seconder", move.backing().seconder())
                .bind("yes", move.backing().yes()).bind("members", move.backing().members())
                .bind("reason", move.reason()).bind("at", move.at()).execute();
    }

    public Optional<Move> move(Transaction tx, String id) {
        return tx.handle().createQuery(MOVE + " where id = :id").bind("id", id).mapTo(Move.class).findOne();
    }

    /** Everything that happened on the team's journeys, newest first. */
    public List<Move> history(Transaction tx, TeamId team) {
        return tx.handle().createQuery(MOVE + " where team = :team order by at desc, id desc")
                .bind("team", team).mapTo(Move.class).list();
    }

    /** Why the team named the practice as its next one; empty where it did not. */
    public String namedBecause(Transaction tx, TeamId team, String practice) {
        return tx.handle().createQuery("""
                select reason from next_practice where team = :team and next = :practice order by at desc limit 1
                """).bind("team", team).bind("practice", practice).mapTo(String.class).findOne().orElse("");
    }

    /** The latest choice of the practice. */
    public Optional<Move> choice(Transaction tx, TeamId team, String practice) {
        return history(tx, team).stream().filter(move -> move.practice().equals(practice) && move.choice())
                .findFirst();
    }
}
