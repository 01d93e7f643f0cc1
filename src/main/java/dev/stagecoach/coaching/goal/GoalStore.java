package dev.stagecoach.coaching.goal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.coaching.stage.JourneyStore;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Ids;
import dev.stagecoach.storage.Transaction;

/** Goals with every version they had. A goal is the team's, not a person's: whoever belongs to the team may see it. */
public final class GoalStore {
    private static final String VERSION = """
            v.version as %1$snumber, v.person as %1$sby, v.at as %1$sat, v.reach as %1$scanvas_aim_reach,
            v.side as %1$scanvas_aim_side, v.sentence as %1$scanvas_aim_sentence,
            v.baseline as %1$scanvas_aim_baseline_value, nullif(v.baseline_on, '') as %1$scanvas_aim_baseline_on,
            v.baseline_source as %1$scanvas_aim_baseline_source, v.target as %1$scanvas_aim_target_value,
            nullif(v.target_on, '') as %1$scanvas_aim_target_on, '' as %1$scanvas_aim_target_source,
            v.measure as %1$scanvas_means_measure_what, nullif(v.collector, '') as %1$scanvas_means_measure_collector,
            v.rhythm as %1$scanvas_means_measure_rhythm, v.why as %1$scanvas_means_why,
            v.obstacle as %1$scanvas_means_obstacle, v.support as %1$scanvas_means_support,
            v.promise as %1$scanvas_means_promise, v.ladder_below as %1$scanvas_ladder_below,
            v.ladder_start as %1$scanvas_ladder_start, v.ladder_hoped as %1$scanvas_ladder_hoped,
            v.ladder_above as %1$scanvas_ladder_above, v.ladder_far_above as %1$scanvas_ladder_far_above
            """;
    private static final String PRESENT = "select g.id, g.team, g.practice, g.cycle, g.idea, g.published_at as published, "
            + VERSION.formatted("present_")
            + " from goal g join goal_version v on v.goal = g.id and v.version = g.version ";

    private static final String OPEN = " not exists (select 1 from goal_closing c where c.goal = g.id) ";
    private static final String CLOSED = """
            select g.id, g.cycle, v.sentence, c.result as closing_result, c.reason as closing_reason,
                c.person as closing_by, c.at as closing_at
            from goal g join goal_closing c on c.goal = g.id
            join goal_version v on v.goal = g.id and v.version = g.version
            """;

    private final JourneyStore journeys = new JourneyStore();

    /** The goal for the practice that the team works on now; it may still be unwritten or unpublished. */
    public Optional<Goal> current(Transaction tx, TeamId team) {
        return journeys.current(tx, team).flatMap(journey -> with(tx, team, journey.practice()));
    }

    /** The team's goal for a practice, the one that it has not closed. */
    public Optional<Goal> with(Transaction tx, TeamId team, String practice) {
        return tx.handle().createQuery(PRESENT + " where g.team = :team and g.practice = :practice and" + OPEN)
                .bind("team", team).bind("practice", practice).mapTo(Goal.class).findOne();
    }

    /** The goals for a practice that the team has closed, the last one first. */
    public List<Goal.Closed> closed(Transaction tx, TeamId team, String practice) {
        return tx.handle()
                .createQuery(CLOSED + " where g.team = :team and g.practice = :practice order by g.cycle desc")
                .bind("team", team).bind("practice", practice).mapTo(Goal.Closed.class).list();
    }

    /** How the work on the goal ended; empty while it goes on. */
    public Optional<Goal.Closed> closed(Transaction tx, String id) {
        return tx.handle().createQuery(CLOSED + " where g.id = :id").bind("id", id).mapTo(Goal.Closed.class).findOne();
    }

    /** When the present cycle of a practice began: with the end of the one before it, else with the practice. */
    public Instant cycleBegan(Transaction tx, TeamId team, String practice) {
        return closed(tx, team, practice).stream().map(one -> one.closing().at()).findFirst().orElse(Instant.EPOCH);
    }

    /**
     * Ends the work on a goal; the next one begins, empty.
     *
     * @param idea what comes next, as the report says; may be empty
     * @return false where it has ended before
     */
    public boolean close(Transaction tx, Goal goal, Goal.Closing how, String idea) {
        var ended = tx.handle().createUpdate("""
                insert into goal_closing (goal, result, reason, person, at) values (:goal, :result, :reason, :by, :at)
                on conflict (goal) do nothing
                """).bind("goal", goal.id()).bind("result", how.result()).bind("reason", how.reason())
                .bind("by", how.by()).bind("at", how.at()).execute() == 1;
        if (ended) {
            add(tx, goal, how, idea);
        }
        return ended;
    }

    private void add(Transaction tx, Goal before, Goal.Closing how, String idea) {
        var id = Ids.next();
        if (insert(tx, new Begun(id, before.team(), before.practice(), before.cycle() + 1, idea))) {
            write(tx, id, new Goal.Version(0, how.by(), how.at(), Canvas.EMPTY));
        }
    }

    /** Whether the work on the goal can go on after all: as long as the goal after it is not written. */
    public boolean mayReopen(Transaction tx, Goal goal) {
        return closed(tx, goal.id()).isPresent() && with(tx, goal.team(), goal.practice())
                .filter(next -> next.cycle() == goal.cycle() + 1 && next.version() == 0).isPresent();
    }

    /** The work on the goal goes on; only where it {@link #mayReopen}. */
    public void reopen(Transaction tx, Goal goal) {
        var next = with(tx, goal.team(), goal.practice()).orElseThrow();
        tx.handle().createUpdate("delete from goal_version where goal = :goal").bind("goal", next.id()).execute();
        tx.handle().createUpdate("delete from goal where id = :goal").bind("goal", next.id()).execute();
        tx.handle().createUpdate("delete from goal_closing where goal = :goal").bind("goal", goal.id()).execute();
    }

    private record Begun(String id, TeamId team, String practice, int cycle, String idea) {}

    private static boolean insert(Transaction tx, Begun goal) {
        return tx.handle().createUpdate("""
                insert into goal (id, team, practice, version, cycle, idea)
                values (:id, :team, :practice, 0, :cycle, :idea) on conflict (team, practice, cycle) do nothing
                """).bind("id", goal.id()).bind("team", goal.team()).bind("practice", goal.practice())
                .bind("cycle", goal.cycle()).bind("idea", goal.idea()).execute() == 1;
    }

    /** All goals of a team that it has seen, whichever practice they are for. */
    public List<Goal> of(Transaction tx, TeamId team) {
        return tx.handle().createQuery(PRESENT + " where g.team = :team and g.published_at is not null order by"
                + " g.published_at desc, g.id").bind("team", team).mapTo(Goal.class).list();
    }

    public Optional<Goal> find(Transaction tx, String id) {
        return tx.handle().createQuery(PRESENT + " where g.id = :id").bind("id", id).mapTo(Goal.class)
                .findOne();
    }

    /** Whose business it is. */
    public Optional<TeamId> team(Transaction tx, String id) {
        return tx.handle().createQuery("select team from goal where id = :id").bind("id", id).mapTo(TeamId.class)
                .findOne();
    }

    /** Every version, newest first. */
    public List<Goal.Version> history(Transaction tx, String id) {
        return tx.handle()
                .createQuery("select " + VERSION.formatted("")
                        + " from goal_version v where v.goal = :id order by v.version desc")
                .bind("id", id).mapTo(Goal.Version.class).list();
    }

    /** The team's goal for the practice, begun with an empty canvas where there is none yet. */
    Goal begin(Transaction tx, TeamId team, String practice, PersonId by, Instant now) {
        var present = with(tx, team, practice);
        if (present.isPresent()) {
            return present.get();
        }
        var id = Ids.next();
        if (insert(tx, new Begun(id, team, practice, 1, ""))) {
            write(tx, id, new Goal.Version(0, by, now, Canvas.EMPTY));
        }
        return with(tx, team, practice).orElseThrow();
    }

    /**
     * Saves the next version.
     *
     * @return false where the goal has moved on from the version before it
     */
    boolean save(Transaction tx, String id, Goal.Version next) {
        var free = tx.handle().createUpdate("""
                update goal set version = :next where id = :id and version = :seen
                    and not exists (select 1 from goal_closing c where c.goal = goal.id)
                """).bind("next", next.number()).bind("id", id).bind("seen", next.number() - 1).execute() == 1;
        if (free) {
            write(tx, id, next);
        }
        return free;
    }

    /** From now on the team sees the goal; nothing happens to one that is published. */
    void publish(Transaction tx, String id, Instant now) {
        tx.handle().createUpdate("update goal set published_at = :now where id = :id and published_at is null")
                .bind("now", now).bind("id", id).execute();
    }

    private static void write(Transaction tx, String id, Goal.Version version) {
        var aim = version.canvas().aim();
        var means = version.canvas().means();
        var ladder = version.canvas().ladder();
        tx.handle().createUpdate("""
                insert into goal_version (goal, version, person, at, reach, side, sentence, baseline, baseline_on,
                    baseline_source, target, target_on, measure, collector, rhythm, why, obstacle, support, promise,
                    ladder_below, ladder_start, ladder_hoped, ladder_above, ladder_far_above)
                values (:goal, :version, :person, :at, :reach, :side, :sentence, :baseline, :baselineOn,
                    :baselineSource, :target, :targetOn, :measure, :collector, :rhythm, :why, :obstacle, :support,
                    :promise, :below, :start, :hoped, :above, :farAbove)
                """).bind("goal", id).bind("version", version.number()).bind("person", version.by())
                .bind("at", version.at()).bind("reach", aim.reach()).bind("side", aim.side())
                .bind("sentence", aim.sentence()).bind("baseline", aim.baseline().value())
                .bind("baselineOn", text(aim.baseline().on())).bind("baselineSource", aim.baseline().source())
                .bind("target", aim.target().value()).bind("targetOn", text(aim.target().on()))
                .bind("measure", means.measure().what()).bind("collector", text(means.measure().collector()))
                .bind("rhythm", means.measure().rhythm()).bind("why", means.why()).bind("obstacle", means.obstacle())
                .bind("support", means.support()).bind("promise", means.promise()).bind("below", ladder.below())
                .bind("start", ladder.start()).bind("hoped", ladder.hoped()).bind("above", ladder.above())
                .bind("farAbove", ladder.farAbove()).execute();
    }

    /** A day in ISO form, or a person's id; empty where there is none. */
    private static String text(Optional<?> given) {
        return given.map(Object::toString).orElse("");
    }
}
