package dev.stagecoach.coaching.tries;

import java.util.ArrayList;
import java.util.Optional;

import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Carried.Part;
import dev.stagecoach.chat.Field;
import dev.stagecoach.chat.Form;
import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.CountFields;
import dev.stagecoach.coaching.FormReader;
import dev.stagecoach.guide.Sides;

/** The form for a count, or one thing that students did. */
final class NoteForm {
    private static final int LONGEST = 300;
    private static final String SEEN = "seen";
    private static final CountFields COUNT = new CountFields("");

    private NoteForm() {}

    /** @param one has the note's id from the start, so that sending it twice keeps one */
    static Form form(Part one, String change, Sides sides) {
        var fields = new ArrayList<Field>();
        fields.add(
                new Field.Words(Text.bolded(change).plus("\nA count or one thing you saw; either one is enough.")));
        fields.addAll(COUNT.fields("How many", sides, Optional.empty()));
        fields.add(new Field.ShortText(SEEN, "One thing " + sides.learners() + " did",
                "Something a camera could confirm. No names.",
                true, LONGEST, ""));
        return TryRoom.NOTED.form("What you saw", "Keep", one, fields);
    }

    /** Look at {@link FormReader#mend} before using it. */
    static TryNote read(FormReader reading, String id, CallContext here, Sides sides) {
        var count = COUNT.read(reading, sides);
        var words = reading.optional(SEEN, LONGEST);
        if (count.isEmpty() && words.isEmpty()) {
            reading.mend(SEEN, "Please give a count or write one thing you saw.");
        }
        return new TryNote(id, here.person(), here.now(), count, words);
    }
}
