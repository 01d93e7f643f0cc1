package dev.stagecoach.coaching.leader;

import java.util.List;

import dev.stagecoach.chat.Action;
import dev.stagecoach.chat.Field;
import dev.stagecoach.chat.Form;
import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.Commitment;
import dev.stagecoach.coaching.FormReader;

/** Letting go of a promise, with the reason that whoever sees the promise reads. */
final class ReleaseForm {
    private static final String REASON = "reason";
    private static final int LONGEST_REASON = 200;

    private ReleaseForm() {}

    /** @param reads who reads the reason, in a sentence */
    static Form form(Action<String> released, String id, String what, String reads, Commitment.Outcome before) {
        return released.form("Release a promise", "Release it", id, List.of(new Field.Words(Text.of(what)),
                new Field.ShortText(REASON, "Why are you releasing it?", reads, false, LONGEST_REASON,
                        before.word())));
    }

    static String read(FormReader reading) {
        return reading.required(REASON, LONGEST_REASON, "Please say in a line why you are releasing it.");
    }
}
