package dev.stagecoach.coaching.rounds;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import dev.stagecoach.coaching.Period;
import dev.stagecoach.people.SchoolStore;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Ids;
import dev.stagecoach.storage.Transaction;

/** What leaders see of several teams together: kept as it was counted. */
final class PoolStore {

    /** @param teams how many teams are in it */
    record Pool(String school, Reveal.Figure figure, int teams, Pooled.Told told, Instant at) {}

    /** The rounds and the people of an earlier one. */
    record Before(Set<String> rounds, Release.Answers answers) {}

    private record Row(String pool, String round, String person) {}

    List<Before> before(Transaction tx, String school, Reveal.Figure figure) {
        return tx.handle().createQuery("""
                select p.pool, p.round, p.person from assessment_pool_person p join assessment_pool a on a.id = p.pool
                where a.school = :school and a.practice = :practice and a.side = :side
                """).bind("school", school).bind("practice", figure.practice()).bind("side", figure.side().key())
                .mapTo(Row.class).list().stream().collect(Collectors.groupingBy(Row::pool)).values().stream()
                .map(rows -> new Before(rows.stream().map(Row::round).collect(Collectors.toSet()),
                        new Release.Answers(rows.stream().map(Row::person).collect(Collectors.toSet()), Set.of(),
                                Map.of(), Set.of())))
                .toList();
    }

    /** @param people who stand behind it, by round */
    void keep(Transaction tx, Pool pool, Map<String, Set<String>> people) {
        var id = Ids.next();
        tx.handle().createUpdate("""
                insert into assessment_pool (id, school, practice, side, at, teams, told)
                values (:id, :school, :practice, :side, :at, :teams, :told)
                """).bind("id", id).bind("school", pool.school()).bind("practice", pool.figure().practice())
                .bind("side", pool.figure().side().key()).bind("at", pool.at()).bind("teams", pool.teams())
                .bind("told", pool.told().key()).execute();
        people.forEach((round, all) -> all.forEach(person -> tx.handle().createUpdate(
                "insert into assessment_pool_person (pool, round, person) values (:pool, :round, :person)")
                .bind("pool", id).bind("round", round).bind("person", person).execute()));
    }

    private record Kept(String school, Reveal.Figure figure, int teams, String told, Instant at) {
        Pool pool() {
            return new Pool(school, figure, teams, Pooled.Told.of(told), at);
        }
    }

    /** Those of the team's school from the period, in the order of their practices. */
    List<Pool> in(Transaction tx, TeamId team, Period period) {
        return tx.handle().createQuery("""
                select school, practice as figure_practice, side as figure_side, teams, told, at from assessment_pool
                where school = :school and at >= :from and at < :until order by at, practice, side
                """).bind("school", new SchoolStore().of(tx, team).school()).bind("from", period.from())
                .bind("until", period.until()).mapTo(Kept.class).map(Kept::pool).list();
    }
}
