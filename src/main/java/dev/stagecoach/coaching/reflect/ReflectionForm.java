package dev.stagecoach.coaching.reflect;

import java.util.List;
import java.util.Optional;

import dev.stagecoach.chat.Field;
import dev.stagecoach.chat.Form;
import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.ChannelAudience;
import dev.stagecoach.coaching.FormReader;
import dev.stagecoach.coaching.Readership;

/** The form that takes a reflection; it carries the served prompt. */
record ReflectionForm(String answer, boolean share) {
    static final int LONGEST = 3_000;
    private static final String ANSWER = "answer";
    private static final String SHARE = "share";
    private static final String ME = "me";
    private static final String TEAM = "team";

    static Form form(Serving serving, ChannelAudience audience, Readership readers) {
        return ReflectionRoom.KEEP.form("Reflect", "Keep", serving.id(), List.of(
                new Field.Words(Text.bolded(serving.words())),
                new Field.LongText(ANSWER, "Your thoughts", "No names, please. A few lines are enough.", false,
                        LONGEST, ""),
                new Field.Pick(SHARE, "Who sees it",
                        "Now: " + readers.unshared() + ". If you share it: " + readers.shared()
                                + ", because I post it with your name in " + audience.channel() + ".",
                        false,
                        List.of(Field.Option.of(ME, "Only me"),
                                Field.Option.of(TEAM, "Share with my team")),
                        Optional.of(ME)),
                new Field.Words(Text.of("").quiet(
                        "You can delete it at any time. It is kept from evaluators, but the law may treat it as a school record."))));
    }

    /** Asks before a reflection that was kept is shown to the team. */
    static Form share(Reflection reflection, ChannelAudience audience) {
        return ReflectionRoom.SHARED_NOW.form("Share this reflection", "Share", reflection.id(), List.of(
                new Field.Words(Text.of("").quiet(reflection.prompt()).plus("\n" + reflection.answer())),
                new Field.Words(Text.of("I post it with your name in " + audience.channel() + "."))));
    }

    static ReflectionForm read(FormReader reading) {
        return new ReflectionForm(
                reading.required(ANSWER, LONGEST, "Please write a line, or close the form to leave it for now."),
                reading.oneOf(SHARE, List.of(ME, TEAM), ME).equals(TEAM));
    }
}
