package dev.stagecoach.coaching.share;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.stagecoach.coaching.share.HighlightStore.Answer;
import dev.stagecoach.coaching.workbook.Filled;
import dev.stagecoach.guide.Tool;
import dev.stagecoach.people.PersonId;

/**
 * Something that works.
 *
 * @param answers of the people of the team who are in it
 * @param places where it was told outside
 */
record Highlight(Tool tool, Filled filled, Map<PersonId, Optional<Answer>> answers, List<String> places) {
    static final String WHAT = "what";
    static final String CREDIT = "credit";
    static final String CONSENT = "consent";
    static final String WHERE = "where";
    static final String LINK = "link";

    Highlight {
        answers = Map.copyOf(answers);
        places = List.copyOf(places);
    }

    /** How far it may be told. The guide's choices go from the team outwards. */
    enum Reach {
        TEAM, SCHOOL, OUTSIDE
    }

    Reach reach() {
        var place = number(WHERE);
        return place >= Reach.values().length ? Reach.OUTSIDE : Reach.values()[Math.max(0, place)];
    }

    /** Whether its author says that everybody agreed, and everybody of the team who is in it did so here. */
    boolean agreed() {
        return number(CONSENT) == 0 && answers.values().stream().allMatch(Optional.of(Answer.AGREED)::equals);
    }

    /** People of the team who have not said yet. */
    List<PersonId> waiting() {
        return answers.entrySet().stream().filter(one -> one.getValue().isEmpty()).map(Map.Entry::getKey).sorted(
                Comparator.comparing(PersonId::toString)).toList();
    }

    boolean refused() {
        return answers.containsValue(Optional.of(Answer.REFUSED));
    }

    boolean mayBeTold(Reach reach) {
        return agreed() && reach().compareTo(reach) >= 0;
    }

    private int number(String field) {
        return tool.field(field).map(one -> one.options().indexOf(filled.entries().text(field))).orElse(-1);
    }
}
