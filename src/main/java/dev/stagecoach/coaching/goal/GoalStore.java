package dev.stagecoach.coaching.goal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.coaching.stage.JourneyStore;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Ids;
import dev.stagecoach.storage.Transaction;

/** Goals with every version they had. A goal is the team's, not a person's: whoever belongs to the team may see it. */
public final class GoalStore {
    private static final String SELECT = """
            select g.id, g.team, g.practice, g.published_at, v.version, v.person, v.at, v.reach, v.side, v.sentence,
                v.baseline, v.baseline_on, v.baseline_source, v.target, v.target_on, v.measure, v.why, v.obstacle,
                v.expected, v.beyond, v.support
            from goal g join goal_version v on v.goal = g.id
            """;
    private static final String PRESENT = SELECT + " and v.version = g.version ";

    private final JourneyStore journeys = new JourneyStore();

    /** The goal for the practice that the team works on now; it may still be unwritten or unpublished. */
    public Optional<Goal> current(Transaction tx, TeamId team) {
        return journeys.current(tx, team).flatMap(journey -> with(tx, team, journey.practice()));
    }

    /** The team's goal for a practice. */
    public Optional<Goal> with(Transaction tx, TeamId team, String practice) {
        return tx.handle().createQuery(PRESENT + " where g.team = :team and g.practice = :practice")
                .bind("team", team.value()).bind("practice", practice).map((row, _) -> goal(row)).findOne();
    }

    /** All goals of a team that it has seen, whichever practice they are for. */
    public List<Goal> of(Transaction tx, TeamId team) {
        return tx.handle().createQuery(PRESENT + " where g.team = :team and g.published_at is not null order by"
                + " g.published_at desc, g.id").bind("team", team.value()).map((row, _) -> goal(row)).list();
    }

    public Optional<Goal> find(Transaction tx, String id) {
        return tx.handle().createQuery(PRESENT + " where g.id = :id").bind("id", id).map((row, _) -> goal(row))
                .findOne();
    }

    /** Every version, newest first. */
    public List<Goal.Version> history(Transaction tx, String id) {
        return tx.handle().createQuery(SELECT + " where g.id = :id order by v.version desc").bind("id", id)
                .map((row, _) -> version(row)).list();
    }

    /** The team's goal for the practice, begun with an empty canvas where there is none yet. */
    Goal begin(Transaction tx, TeamId team, String practice, PersonId by, Instant now) {
        var id = Ids.next();
        var made = tx.handle().createUpdate("""
                insert into goal (id, team, practice, version) values (:id, :team, :practice, 0)
                on conflict (team, practice) do nothing
                """).bind("id", id).bind("team", team.value()).bind("practice", practice).execute() == 1;
        if (made) {
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
                """).bind("next", next.number()).bind("id", id).bind("seen", next.number() - 1).execute() == 1;
        if (free) {
            write(tx, id, next);
        }
        return free;
    }

    /** From now on the team sees the goal; nothing happens to one that is published. */
    void publish(Transaction tx, String id, Instant now) {
        tx.handle().createUpdate("update goal set published_at = :now where id = :id and published_at is null")
                .bind("now", now.toEpochMilli()).bind("id", id).execute();
    }

    private static void write(Transaction tx, String id, Goal.Version version) {
        var aim = version.canvas().aim();
        var means = version.canvas().means();
        tx.handle().createUpdate("""
                insert into goal_version (goal, version, person, at, reach, side, sentence, baseline, baseline_on,
                    baseline_source, target, target_on, measure, why, obstacle, expected, beyond, support)
                values (:goal, :version, :person, :at, :reach, :side, :sentence, :baseline, :baselineOn,
                    :baselineSource, :target, :targetOn, :measure, :why, :obstacle, :expected, :beyond, :support)
                """).bind("goal", id).bind("version", version.number()).bind("person", version.by().toString())
                .bind("at", version.at().toEpochMilli()).bind("reach", aim.reach()).bind("side", aim.side())
                .bind("sentence", aim.sentence()).bind("baseline", aim.baseline().value())
                .bind("baselineOn", text(aim.baseline().on())).bind("baselineSource", aim.baseline().source())
                .bind("target", aim.target().value()).bind("targetOn", text(aim.target().on()))
                .bind("measure", means.measure()).bind("why", means.why()).bind("obstacle", means.obstacle())
                .bind("expected", means.expected()).bind("beyond", means.beyond())
                .bind("support", means.support()).execute();
    }

    private static Goal goal(ResultSet row) throws SQLException {
        var publishedAt = row.getLong("published_at");
        var published = row.wasNull() ? Optional.<Instant>empty() : Optional.of(Instant.ofEpochMilli(publishedAt));
        return new Goal(row.getString("id"), new TeamId(row.getString("team")), row.getString("practice"), published,
                version(row));
    }

    private static Goal.Version version(ResultSet row) throws SQLException {
        var baseline = new Canvas.Measured(row.getString("baseline"), day(row.getString("baseline_on")),
                row.getString("baseline_source"));
        var target = new Canvas.Measured(row.getString("target"), day(row.getString("target_on")), "");
        var aim = new Canvas.Aim(row.getString("reach"), row.getString("side"), row.getString("sentence"), baseline,
                target);
        var means = new Canvas.Means(row.getString("measure"), row.getString("why"), row.getString("obstacle"),
                row.getString("expected"), row.getString("beyond"), row.getString("support"));
        return new Goal.Version(row.getInt("version"), PersonId.parse(row.getString("person")),
                Instant.ofEpochMilli(row.getLong("at")), new Canvas(aim, means));
    }

    private static String text(Optional<LocalDate> day) {
        return day.map(LocalDate::toString).orElse("");
    }

    private static Optional<LocalDate> day(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    }
}
