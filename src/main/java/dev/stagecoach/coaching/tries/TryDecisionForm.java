package dev.stagecoach.coaching.tries;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.chat.Field;
import dev.stagecoach.chat.Form;
import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.FormReader;
import dev.stagecoach.guide.Sides;
import dev.stagecoach.guide.Term;

/**
 * The form that ends a try.
 *
 * @param show whether the team sees it from now on
 */
record TryDecisionForm(String decision, String why, boolean show) {
    private static final int LONGEST = 300;
    private static final int NOTES_SHOWN = 5;
    private static final String DECISION = "decision";
    private static final String WHY = "why";
    private static final String SHOW = "show";
    private static final String ME = "me";
    private static final String TEAM = "team";

    static Form form(Tries tries, Try one, List<TryNote> notes) {
        var fields = new ArrayList<Field>();
        fields.add(new Field.Words(soFar(tries.change(one), notes, tries.guide().sides())));
        fields.add(new Field.Pick(DECISION, "What will you do with it?", "", false, tries.loop().decisions().stream()
                .map(term -> new Field.Option(term.key(), term.name(), term.text())).toList(),
                Optional.empty()));
        fields.add(new Field.ShortText(WHY, "Why, in one line", "What did you expect, and what happened? No names.",
                false, LONGEST, ""));
        if (!one.shared()) {
            fields.add(new Field.Pick(SHOW, "Who sees how it ended", "", true,
                    List.of(Field.Option.of(ME, "Only me"),
                            new Field.Option(TEAM, "My team, too", "It then counts for the stage")),
                    Optional.of(ME)));
        }
        return TryRoom.DECIDED.form(names(tries), "Decide", one.id(), fields);
    }

    /** Such as "Keep, adapt or drop?"; a title takes 24 characters. */
    private static String names(Tries tries) {
        var names = tries.loop().decisions().stream().map(Term::name).toList();
        var joined = String.join(", ", names) + "?";
        return joined.length() <= 24 ? joined : "Time to decide";
    }

    private static Text soFar(String change, List<TryNote> notes, Sides sides) {
        var text = Text.bolded(change);
        if (notes.isEmpty()) {
            return text.plus("\nNobody noted anything along the way. Decide by what you remember.");
        }
        for (var note : notes.stream().limit(NOTES_SHOWN).toList()) {
            text = text.plus("\n• " + note.line(sides));
        }
        return notes.size() > NOTES_SHOWN ? text.quiet("\nand " + (notes.size() - NOTES_SHOWN) + " more") : text;
    }

    /** Look at {@link FormReader#mend} before using it. */
    static TryDecisionForm read(FormReader reading, Tries tries) {
        var decision = reading.oneOf(DECISION, tries.loop().decisions().stream().map(Term::key).toList(), "");
        if (decision.isEmpty()) {
            reading.mend(DECISION, "Please choose one.");
        }
        return new TryDecisionForm(decision, reading.required(WHY, LONGEST, "Please say why, in one line."),
                reading.oneOf(SHOW, List.of(ME, TEAM), ME).equals(TEAM));
    }

    /** The place beside which a clash is told. */
    static String field() {
        return WHY;
    }
}
