package dev.stagecoach.coaching.continuum;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.stagecoach.coaching.workbook.Entries;
import dev.stagecoach.coaching.workbook.Filled;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.Level;
import dev.stagecoach.guide.Practice;
import dev.stagecoach.guide.Side;
import dev.stagecoach.guide.Tool;

/** A team's own words for levels of a practice; where it has none, the guide's count. */
record Wording(Entries own) {

    static Wording of(Optional<Filled> adopted) {
        return new Wording(adopted.map(Filled::entries).orElse(Entries.EMPTY));
    }

    static String field(Side side, int level) {
        return side.key() + "_" + level;
    }

    /** What the form for a side asks. What is left empty is as the guide has it. */
    List<Tool.Field> fields(Guide guide, Practice practice, Side side) {
        return guide.levels().stream().map(level -> new Tool.Field(field(side, level.value()), Tool.Kind.TEXT,
                level.name(), own(side, level).map(_ -> "The guide: " + text(practice, side, level)).orElse(""),
                List.of(), true)).toList();
    }

    static String text(Practice practice, Side side, Level level) {
        return practice.side(side).levels().get(level.value() - 1);
    }

    Optional<String> own(Side side, Level level) {
        return Optional.of(own.text(field(side, level.value()))).filter(words -> !words.isEmpty());
    }

    /** Whether the team has words of its own. */
    boolean edited() {
        return !own.values().isEmpty();
    }

    /** What the form shows: the team's words, else the guide's. */
    Entries shown(Guide guide, Practice practice, Side side) {
        return new Entries(guide.levels().stream().collect(Collectors.toMap(level -> field(side, level.value()),
                level -> List.of(own(side, level).orElse(text(practice, side, level))))));
    }

    /** What was typed, without what says the same as the guide. */
    static Wording typed(Guide guide, Practice practice, Entries typed) {
        var own = new HashMap<>(typed.values());
        for (var side : Side.values()) {
            for (var level : guide.levels()) {
                own.remove(field(side, level.value()), List.of(text(practice, side, level)));
            }
        }
        return new Wording(new Entries(Map.copyOf(own)));
    }

    /** The practice as the team words it. */
    Practice of(Guide guide, Practice practice) {
        var worded = practice;
        for (var side : Side.values()) {
            for (var level : guide.levels()) {
                var words = own(side, level);
                worded = words.isPresent() ? worded.worded(side, level.value(), words.get()) : worded;
            }
        }
        return worded;
    }
}
