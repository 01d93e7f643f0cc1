package dev.stagecoach.coaching.rounds;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import dev.stagecoach.chat.Access;
import dev.stagecoach.chat.Access.Who;
import dev.stagecoach.chat.Action;
import dev.stagecoach.chat.Answers;
import dev.stagecoach.chat.Carried;
import dev.stagecoach.chat.Carried.Begun;
import dev.stagecoach.chat.Field;
import dev.stagecoach.chat.Form;
import dev.stagecoach.chat.Text;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.Practice;
import dev.stagecoach.guide.Side;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Ids;

/** One placement that a team agrees on in conversation. Nothing of a single person is asked or kept. */
final class JointForm {
    static final Action<Begun> SEND = Action.form("assessment.joint_form", Carried.begun(),
            Access.writes(Who.MEMBERS_AND_COACHES));

    private JointForm() {}

    static Form of(TeamId team, Guide guide) {
        var words = new RoundWords(guide);
        var fields = new ArrayList<Field>();
        fields.add(
                new Field.Words(Text.of("Read a continuum aloud, each say where and why, and agree on one level. "
                        + "Skip what you have not talked about. /coach learn has the full wording.")));
        for (var practice : guide.practices()) {
            for (var side : Side.values()) {
                fields.add(new Field.Select(key(practice, side), words.shortName(practice.key()) + ", "
                        + words.side(side), "", true, levels(guide), Optional.empty()));
            }
        }
        return SEND.form("Place us together", "Place us", new Begun(team, Ids.next()), fields);
    }

    private static List<Field.Option> levels(Guide guide) {
        return guide.levels().stream()
                .map(level -> Field.Option.of(String.valueOf(level.value()), level.explained())).toList();
    }

    private static String key(Practice practice, Side side) {
        return practice.key() + "." + side.key();
    }

    /** What was agreed on; the sides that were left open are not in it. */
    static Map<Reveal.Figure, Distribution> read(Answers answers, Guide guide) {
        var placed = new LinkedHashMap<Reveal.Figure, Distribution>();
        var highest = guide.levels().size();
        for (var practice : guide.practices()) {
            for (var side : Side.values()) {
                IntStream.rangeClosed(1, highest).filter(level -> answers.text(key(practice, side))
                        .equals(String.valueOf(level))).findFirst()
                        .ifPresent(level -> placed.put(new Reveal.Figure(practice.key(), side),
                                new Distribution(IntStream.rangeClosed(1, highest)
                                        .mapToObj(one -> one == level ? 1 : 0).toList(), 0)));
            }
        }
        return placed;
    }

    /** The first input, for words that concern the whole form. */
    static String firstKey(Guide guide) {
        return guide.practices().stream().findFirst().map(practice -> key(practice, Side.values()[0])).orElse("");
    }
}
