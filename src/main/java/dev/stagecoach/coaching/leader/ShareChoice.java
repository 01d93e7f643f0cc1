package dev.stagecoach.coaching.leader;

import java.util.List;
import java.util.Optional;

import dev.stagecoach.chat.Field;
import dev.stagecoach.chat.Form;
import dev.stagecoach.coaching.FormReader;
import dev.stagecoach.guide.Tool;

/** Asks whether the team sees an item, in the guide's words where it has some. What counts is kept with the item. */
final class ShareChoice {
    static final String KEY = "share";
    private static final String KEEP = "keep";
    private static final String SHOW = "show";
    private static final List<String> WORDS = List.of("Keep it to myself", "Show it to the team");

    private ShareChoice() {}

    /** The form with the question at its end, and below it who can see it. */
    static Form asked(Form form, Tool tool, boolean shown, Field readers) {
        var field = tool.field(KEY);
        var words = field.map(Tool.Field::options).filter(options -> options.size() == 2).orElse(WORDS);
        return form.and(new Field.Pick(KEY, field.map(Tool.Field::label).orElse("Show it to the team?"), "", true,
                List.of(Field.Option.of(KEEP, words.getFirst()), Field.Option.of(SHOW, words.getLast())),
                Optional.of(shown ? SHOW : KEEP)), readers);
    }

    static boolean wanted(FormReader reading) {
        return reading.oneOf(KEY, List.of(KEEP, SHOW), KEEP).equals(SHOW);
    }
}
