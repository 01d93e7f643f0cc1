package dev.stagecoach.coaching;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.stagecoach.chat.Answers;
import dev.stagecoach.chat.Field;
import dev.stagecoach.chat.Form;
import dev.stagecoach.chat.Text;

/**
 * Asks before words go out that hold what looks like a name: the form comes back as it was filled in, says what it saw,
 * and has one more choice, to post it all the same.
 */
public final class NameWarning {
    private static final String KEY = "names";
    private static final String KEEP = "keep";

    private NameWarning() {}

    /**
     * The form to answer with; empty where nothing looks like a name, or its writer has chosen to post it anyway.
     *
     * @param filled the form with what was typed in it
     * @param seen what looks like a name
     */
    public static Optional<Form> before(Form filled, Answers answers, List<String> seen) {
        if (seen.isEmpty() || answers.text(KEY).equals(KEEP)) {
            return Optional.empty();
        }
        var which = seen.stream().map(name -> "“" + name + "”").collect(Collectors.joining(", "));
        var fields = new ArrayList<Field>();
        fields.add(new Field.Words(Text.bolded("Not sent yet. ").plus("This looks like a name: " + which
                + ". Please take it out, or say that it can stay.")));
        fields.add(new Field.Pick(KEY, "Is it a name?", "", true,
                List.of(Field.Option.of(KEEP, "No, or it can stay. Send it as it is.")), Optional.empty()));
        fields.addAll(filled.fields());
        return Optional.of(filled.with(fields));
    }
}
