package dev.stagecoach.coaching.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.Section;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.View;
import dev.stagecoach.picture.Tally;

/** What evidence adds to a summary. */
final class EvidenceSections {
    private static final int LINES = 10;

    private EvidenceSections() {}

    /** @param visible what the view may see; nothing else is counted */
    static List<Section> of(List<Evidence> visible, View view, Function<PersonId, String> names) {
        if (visible.isEmpty()) {
            return List.of();
        }
        var sections = new ArrayList<Section>();
        sections.add(new Section(Section.Place.EVIDENCE, true, limited(visible.stream().map(EvidenceSections::line)
                .toList()), List.of(new Tally("Evidence logged", visible.size(), 0))));
        var highlights = visible.stream().filter(one -> one.finding().highlight())
                .map(one -> credit(one, view, names)).toList();
        if (!highlights.isEmpty()) {
            sections.add(new Section(Section.Place.HIGHLIGHTS, true, limited(highlights), List.of()));
        }
        return sections;
    }

    private static Text line(Evidence evidence) {
        var text = Text.of(evidence.finding().statement());
        return evidence.finding().count().map(count -> text.plus(" (" + count.words() + ")")).orElse(text);
    }

    /** The team knows who saw it; leaders read what was seen. */
    private static Text credit(Evidence evidence, View view, Function<PersonId, String> names) {
        return switch (view) {
            case AUTHOR, TEAM, COACH -> line(evidence).quiet(" " + names.apply(evidence.author()));
            case ADMIN, OUTSIDER -> line(evidence);
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
