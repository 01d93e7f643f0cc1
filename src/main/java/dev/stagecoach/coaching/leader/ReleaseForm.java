package dev.stagecoach.coaching.leader;

import java.util.List;

import dev.stagecoach.chat.Field;
import dev.stagecoach.chat.Form;
import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.FormReader;

/** Letting go of a promise, with the reason that whoever sees the promise reads. */
final class ReleaseForm {
    private static final String REASON = "reason";
    private static final int LONGEST_REASON = 200;

    private ReleaseForm() {}

    static Form form(LogItem item) {
        return LeaderRoom.RELEASED.form("Release a promise", "Release it", item.id(), List.of(
                new Field.Words(Text.of(item.promise().orElse(""))),
                new Field.ShortText(REASON, "Why does it no longer hold?", item.shown()
                        ? "Your team reads this beside the promise."
                        : "It stands in your log.", false, LONGEST_REASON, item.outcome().word())));
    }

    static String read(FormReader reading) {
        return reading.required(REASON, LONGEST_REASON, "Please say in a line why you let go of it.");
    }
}
