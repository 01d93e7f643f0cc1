package dev.stagecoach.coaching.rounds;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import dev.stagecoach.guide.Side;
import dev.stagecoach.people.MemberStore;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.VisibilityMode;
import dev.stagecoach.storage.Transaction;

/** Who stands behind a figure: read when a round closes, to decide what may be shown, and shown to nobody. */
final class BehindStore {
    /** What stands for the side of importance dots, which are one figure of the whole round. */
    static final Reveal.Figure DOTS = new Reveal.Figure("", Side.STUDENT);
    private static final String DOTS_SIDE = "dots";

    private final RoundStore rounds = new RoundStore();
    private final MemberStore members = new MemberStore();

    /** A figure that was shown. @param levels whether its levels were told, not only that all share a view */
    record Shown(Round round, boolean levels, Release.Answers answers) {}

    private record Said(PersonId person, int level) {}

    /** What was said of a figure in a round that has just closed. */
    Release.Answers now(Transaction tx, Round round, Reveal.Figure figure, int highest) {
        var said = tx.handle().createQuery("""
                select person, level from assessment_rating where round = :round and practice = :practice
                    and side = :side and level between 0 and :highest
                """).bind("round", round.id()).bind("practice", figure.practice()).bind("side", figure.side().key())
                .bind("highest", highest).mapTo(Said.class)
                .collectToMap(one -> one.person().toString(), Said::level);
        return answers(tx, round, said);
    }

    /** Who gave importance dots; what they gave them to makes no difference here. */
    Release.Answers dots(Transaction tx, Round round) {
        var people = tx.handle().createQuery("select distinct person from assessment_dot where round = :round")
                .bind("round", round.id()).mapTo(PersonId.class).list();
        return answers(tx, round, people.stream().collect(Collectors.toMap(PersonId::toString, _ -> 1)));
    }

    private Release.Answers answers(Transaction tx, Round round, Map<String, Integer> said) {
        var there = members.at(tx, round.team(), round.openedAt()).stream().map(PersonId::toString)
                .collect(Collectors.toSet());
        var late = new HashSet<>(said.keySet());
        late.removeAll(there);
        var placed = new HashMap<>(said);
        placed.values().removeIf(level -> level == 0);
        var unsure = new HashSet<>(said.keySet());
        unsure.removeAll(placed.keySet());
        return new Release.Answers(placed.keySet(), unsure, placed, late);
    }

    void keep(Transaction tx, String round, Reveal.Figure figure, Release.Answers answers) {
        answers.people().forEach(person -> keep(tx, round, figure, person, 1));
        answers.unsure().forEach(person -> keep(tx, round, figure, person, 0));
    }

    private static void keep(Transaction tx, String round, Reveal.Figure figure, String person, int placed) {
        tx.handle().createUpdate("""
                insert into assessment_behind (round, practice, side, person, placed)
                values (:round, :practice, :side, :person, :placed)
                """).bind("round", round).bind("practice", figure.practice()).bind("side", side(figure))
                .bind("person", person).bind("placed", placed).execute();
    }

    static String side(Reveal.Figure figure) {
        return figure.equals(DOTS) ? DOTS_SIDE : figure.side().key();
    }

    private record Row(String round, String person, int placed, int level, int told) {}

    /**
     * The same figure in all rounds of all teams where it was shown, the last one first. A team's members may belong to
     * another team, and its coach may coach another.
     */
    List<Shown> shown(Transaction tx, VisibilityMode mode, Reveal.Figure figure) {
        var rows = tx.handle().createQuery("""
                select b.round, b.person, b.placed, coalesce(g.level, 0) as level,
                    case when f.counts is null or f.counts = '' then 0 else 1 end as told
                from assessment_behind b join assessment_round r on r.id = b.round
                left join assessment_figure f
                    on f.round = b.round and f.practice = b.practice and f.side = b.side
                left join assessment_rating g
                    on g.round = b.round and g.practice = b.practice and g.side = b.side and g.person = b.person
                where b.practice = :practice and b.side = :side and r.mode = :mode
                order by r.closed_at desc, r.id desc
                """).bind("practice", figure.practice()).bind("side", side(figure)).bind("mode", mode.key())
                .mapTo(Row.class).list();
        return rows.stream().collect(Collectors.groupingBy(Row::round, LinkedHashMap::new, Collectors.toList()))
                .entrySet().stream().map(one -> shown(tx, one.getKey(), one.getValue())).toList();
    }

    private Shown shown(Transaction tx, String round, List<Row> rows) {
        var people = people(rows, 1);
        var levels = rows.stream().filter(row -> row.level() > 0 && people.contains(row.person()))
                .collect(Collectors.toMap(Row::person, Row::level));
        return new Shown(rounds.find(tx, round).orElseThrow(), rows.getFirst().told() == 1,
                new Release.Answers(people, people(rows, 0), levels, Set.of()));
    }

    private static Set<String> people(List<Row> rows, int placed) {
        return rows.stream().filter(row -> row.placed() == placed).map(Row::person).collect(Collectors.toSet());
    }
}
