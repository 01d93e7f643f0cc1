package dev.stagecoach.coaching.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.Section;
import dev.stagecoach.guide.Sides;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.View;
import dev.stagecoach.picture.Tally;

/**
 * What evidence adds to a summary, those items first that carry farthest.
 *
 * @param names of people
 */
record EvidenceSections(EvidenceCards cards, View view, Function<PersonId, String> names) {
    private static final int LINES = 10;
    private static final int LONGEST_RECEIPT = 160;

    /**
     * Each of them once: what is worth showing to others stands there.
     *
     * @param visible what the view may see; nothing else is counted
     */
    List<Section> of(List<Evidence> visible) {
        if (visible.isEmpty()) {
            return List.of();
        }
        var sections = new ArrayList<Section>();
        sections.add(new Section(Section.Place.STUDENTS, true,
                limited(cards.farthestFirst(visible.stream().filter(one -> !one.finding().highlight()).toList())
                        .stream()
                        .map(this::levelled).toList()),
                List.of(new Tally("Evidence logged", visible.size(), 0))));
        var highlights = visible.stream().filter(one -> one.finding().highlight()).map(this::credit).toList();
        if (!highlights.isEmpty()) {
            sections.add(new Section(Section.Place.HIGHLIGHTS, true, limited(highlights), List.of()));
        }
        return sections;
    }

    private Text levelled(Evidence evidence) {
        var level = cards.levelName(evidence);
        return level.isEmpty()
                ? Text.of(line(evidence, cards.sides()))
                : Text.bolded(level + ": ").plus(line(evidence, cards.sides()));
    }

    static String line(Evidence evidence, Sides sides) {
        var statement = evidence.finding().statement();
        return evidence.finding().count().map(count -> statement + " (" + count.words(sides) + ")").orElse(statement);
    }

    /** {@link #line} short enough to stand beside others. */
    static String receipt(Evidence evidence, Sides sides) {
        var line = line(evidence, sides);
        return line.codePointCount(0, line.length()) <= LONGEST_RECEIPT
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_RECEIPT)) + "…";
    }

    /** The team knows who saw it; leaders read what was seen. */
    private Text credit(Evidence evidence) {
        var line = Text.of(line(evidence, cards.sides()));
        return switch (view) {
            case AUTHOR, TEAM, COACH -> line.quiet(" " + names.apply(evidence.author()));
            case LEADER, OUTSIDER -> line;
        };
    }

    private static List<Text> limited(List<Text> lines) {
        if (lines.size() <= LINES) {
            return lines;
        }
        var shown = new ArrayList<>(lines.subList(0, LINES));
        shown.add(Text.of("").quiet("and " + (lines.size() - LINES) + " more"));
        return shown;
    }
}
