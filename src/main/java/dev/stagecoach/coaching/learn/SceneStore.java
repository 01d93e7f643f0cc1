package dev.stagecoach.coaching.learn;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.stagecoach.coaching.rounds.Distribution;
import dev.stagecoach.people.Confidential;
import dev.stagecoach.people.DataKind;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Transaction;

/** Scenes that were put to teams. A placement leaves here closed, or as counts once the scene has closed. */
final class SceneStore {
    private static final String SELECT = """
            select id, team, practice, vignette, opened_by, opened_at, closed_at, counts as closed_counts,
                cannot_say as closed_cannot_say, asked as closed_asked from scene
            """;

    /** Puts it to the team; false where somebody did so before. */
    boolean open(Transaction tx, Scene scene) {
        return tx.handle().createUpdate("""
                insert into scene (id, team, practice, vignette, opened_by, opened_at)
                values (:id, :team, :practice, :vignette, :by, :at) on conflict (team, vignette) do nothing
                """).bind("id", scene.id()).bind("team", scene.team()).bind("practice", scene.practice())
                .bind("vignette", scene.vignette()).bind("by", scene.opened().by())
                .bind("at", scene.opened().at()).execute() == 1;
    }

    Optional<Scene> find(Transaction tx, String id) {
        return tx.handle().createQuery(SELECT + " where id = :id").bind("id", id).mapTo(Row.class).map(Row::scene)
                .findOne();
    }

    /** Whose business it is. */
    Optional<TeamId> team(Transaction tx, String id) {
        return tx.handle().createQuery("select team from scene where id = :id").bind("id", id).mapTo(TeamId.class)
                .findOne();
    }

    /** All that the team was given for a practice, in the order in which they came. */
    List<Scene> of(Transaction tx, TeamId team, String practice) {
        return tx.handle().createQuery(SELECT + " where team = :team and practice = :practice order by opened_at, id")
                .bind("team", team).bind("practice", practice).mapTo(Row.class).map(Row::scene).list();
    }

    /**
     * Keeps the scene open until this transaction ends; false where it is closed. The empty update takes the row's
     * lock, so that on PostgreSQL no placement is saved beside a closing that has counted already.
     */
    boolean hold(Transaction tx, String id) {
        return tx.handle().createUpdate("update scene set team = team where id = :id and closed_at is null")
                .bind("id", id).execute() == 1;
    }

    /** @param level 0 where the person cannot say */
    void place(Transaction tx, String scene, PersonId person, int level, Instant now) {
        tx.handle().createUpdate("""
                insert into scene_placement (scene, person, level, at) values (:scene, :person, :level, :now)
                on conflict (scene, person) do update set level = excluded.level, at = excluded.at
                """).bind("scene", scene).bind("person", person).bind("level", level).bind("now", now).execute();
    }

    /** Where somebody placed an open scene. */
    Optional<Confidential<Integer>> placement(Transaction tx, Scene scene, PersonId person) {
        return tx.handle().createQuery("select level from scene_placement where scene = :scene and person = :person")
                .bind("scene", scene.id()).bind("person", person).mapTo(Integer.class).findOne()
                .map(level -> new Confidential<>(DataKind.OWN_RATING, scene.team(), person, false, level));
    }

    /** How many have placed an open scene, with and without a level. */
    record Progress(int placed, int withLevel) {}

    Progress progress(Transaction tx, String scene) {
        return tx.handle().createQuery("""
                select count(*) as placed, coalesce(sum(case when level > 0 then 1 else 0 end), 0) as with_level
                from scene_placement where scene = :scene
                """).bind("scene", scene).mapTo(Progress.class).one();
    }

    private record Level(int level, int n) {}

    /** The placements by level, while the scene is held. */
    Distribution count(Transaction tx, String scene, int levels) {
        var counts = new ArrayList<>(Collections.nCopies(levels + 1, 0));
        tx.handle().createQuery("""
                select level, count(*) as n from scene_placement where scene = :scene and level <= :levels group by level
                """).bind("scene", scene).bind("levels", levels)
                .mapTo(Level.class).forEach(one -> counts.set(one.level(), one.n()));
        return new Distribution(counts.subList(1, levels + 1), counts.getFirst());
    }

    /** Freezes the figures and forgets who placed it where. */
    void close(Transaction tx, String scene, Scene.Closing end) {
        tx.handle().createUpdate("""
                update scene set closed_at = :at, counts = :counts, cannot_say = :cannotSay, asked = :asked
                where id = :id
                """).bind("at", end.at())
                .bind("counts", end.placed().counts().stream().map(String::valueOf).collect(Collectors.joining(" ")))
                .bind("cannotSay", end.placed().cannotSay()).bind("asked", end.asked()).bind("id", scene).execute();
        tx.handle().createUpdate("delete from scene_placement where scene = :scene").bind("scene", scene).execute();
    }

    private record Row(String id, TeamId team, String practice, String vignette, Scene.Opening opened,
            Optional<Closed> closed) {
        Scene scene() {
            return new Scene(id, team, practice, vignette, opened, closed.map(Closed::closing));
        }
    }

    private record Closed(Instant at, String counts, int cannotSay, int asked) {
        Scene.Closing closing() {
            var placed = Arrays.stream(counts.split(" ")).map(Integer::valueOf).toList();
            return new Scene.Closing(at, new Distribution(placed, cannotSay), asked);
        }
    }
}
