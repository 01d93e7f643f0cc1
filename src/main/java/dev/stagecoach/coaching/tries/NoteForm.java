package dev.stagecoach.coaching.tries;

import java.util.ArrayList;
import java.util.Optional;

import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.Field;
import dev.stagecoach.chat.Form;
import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.CountFields;
import dev.stagecoach.coaching.FormReader;
import dev.stagecoach.storage.Ids;

/** The form for a count, or one thing that students did. */
final class NoteForm {
    static final String ID = "loop.note";
    private static final int LONGEST = 300;
    private static final String SEEN = "seen";
    private static final CountFields COUNT = new CountFields("");

    private NoteForm() {}

    /** Which note of which try; it has its id from the start, so that sending it twice keeps one. */
    record Target(String of, String note) {
        static Target fresh(Try one) {
            return new Target(one.id(), Ids.next());
        }

        static Optional<Target> parse(String context) {
            var parts = context.split(" ", -1);
            return parts.length == 2 ? Optional.of(new Target(parts[0], parts[1])) : Optional.empty();
        }

        private String format() {
            return of + " " + note;
        }
    }

    static Form form(Target target, String change) {
        var fields = new ArrayList<Field>();
        fields.add(
                new Field.Words(Text.bolded(change).plus("\nA count, or one thing you saw; one of the two will do.")));
        fields.addAll(COUNT.fields("How many", Optional.empty()));
        fields.add(new Field.ShortText(SEEN, "One thing students did", "Something a camera could confirm. No names.",
                true, LONGEST, ""));
        return new Form(ID, "What you saw", "Keep", target.format(), fields);
    }

    /** Look at {@link FormReader#mend} before using it. */
    static TryNote read(FormReader reading, Target target, Call.Submission sent) {
        var count = COUNT.read(reading);
        var words = reading.optional(SEEN, LONGEST);
        if (count.isEmpty() && words.isEmpty()) {
            reading.mend(SEEN, "Please give a count or write one thing you saw.");
        }
        return new TryNote(target.note(), sent.person(), sent.now(), count, words);
    }
}
