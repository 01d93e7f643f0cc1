package dev.stagecoach.coaching.goal;

import java.util.List;
import java.util.Optional;

import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Transaction;

/** Where teams stand on the ladders of their goals. Like the goal, this is the team's and no person's. */
public final class LadderStore {
    private static final String SELECT = """
            select id, goal, rung, line, person as by, at, nullif(confirmed_by, '') as agreed_by,
                confirmed_at as agreed_at from ladder_stand
            """;

    /** Nothing happens where it is there already. */
    void propose(Transaction tx, LadderPlacement stand) {
        tx.handle().createUpdate("""
                insert into ladder_stand (id, goal, rung, line, person, at, confirmed_by)
                values (:id, :goal, :rung, :line, :person, :at, '') on conflict (id) do nothing
                """).bind("id", stand.id()).bind("goal", stand.goal()).bind("rung", stand.rung())
                .bind("line", stand.line()).bind("person", stand.by()).bind("at", stand.at()).execute();
    }

    /** Nothing happens where somebody has confirmed it before. */
    void confirm(Transaction tx, String id, LadderPlacement.Agreed agreed) {
        tx.handle().createUpdate("""
                update ladder_stand set confirmed_by = :by, confirmed_at = :at where id = :id and confirmed_at is null
                """).bind("by", agreed.by()).bind("at", agreed.at()).bind("id", id).execute();
    }

    Optional<LadderPlacement> find(Transaction tx, String id) {
        return tx.handle().createQuery(SELECT + " where id = :id").bind("id", id).mapTo(LadderPlacement.class)
                .findOne();
    }

    /** Whose business it is. */
    Optional<TeamId> team(Transaction tx, String id) {
        return tx.handle()
                .createQuery("select g.team from ladder_stand s join goal g on g.id = s.goal where s.id = :id")
                .bind("id", id).mapTo(TeamId.class).findOne();
    }

    /** All of a goal's, newest first. */
    public List<LadderPlacement> of(Transaction tx, String goal) {
        return tx.handle().createQuery(SELECT + " where goal = :goal order by at desc, id desc").bind("goal", goal)
                .mapTo(LadderPlacement.class).list();
    }

    /** What the team agreed on last. */
    public Optional<LadderPlacement> agreed(Transaction tx, String goal) {
        return of(tx, goal).stream().filter(stand -> !stand.open()).findFirst();
    }

    /** What waits for somebody else to confirm it; a newer word takes the place of an older one. */
    Optional<LadderPlacement> proposed(Transaction tx, String goal) {
        return of(tx, goal).stream().findFirst().filter(LadderPlacement::open);
    }
}
