package dev.stagecoach.coaching.feedback;

import java.util.ArrayList;

import dev.stagecoach.chat.Carried;
import dev.stagecoach.chat.Carried.TeamOf;
import dev.stagecoach.chat.Field;
import dev.stagecoach.chat.Form;
import dev.stagecoach.chat.Plural;
import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.ChannelAudience;
import dev.stagecoach.coaching.FormReader;
import dev.stagecoach.coaching.feedback.FeedbackThread.Audience;
import dev.stagecoach.guide.Feedback.Protocol;
import dev.stagecoach.guide.Feedback.Turn;

/** The form of one turn: what it asks for, how to begin, and room for the words. */
final class SayForm {
    static final String WORDS = "words";
    private static final int LONGEST = 600;

    private SayForm() {}

    /**
     * Which turn of which thread.
     *
     * @param turn where something is read, the first of what was said, counted from 0
     */
    record Target(String thread, int turn) {
        static Carried<Target> carried(TeamOf<String> team) {
            return new Carried<>(one -> one.thread() + " " + one.turn(),
                    text -> Carried.parts(text, 2).filter(two -> two.get(1).matches("\\d{1,3}"))
                            .map(two -> new Target(two.get(0), Integer.parseInt(two.get(1)))),
                    (tx, one) -> team.find(tx, one.thread()));
        }
    }

    /**
     * What stands in the form when it opens.
     *
     * @param audience who reads in the channel, for a thread of the whole team
     */
    record Draft(String typed, ChannelAudience audience) {}

    static Form form(FeedbackThread thread, Protocol protocol, Turn turn, Draft draft) {
        var fields = new ArrayList<Field>();
        var table = thread.table();
        fields.add(new Field.Words(Text.bolded("Question: ").plus(table.question())));
        fields.add(new Field.Words(Text.bolded("Evidence: ").plus(table.evidence())));
        fields.add(new Field.Words(Text.bolded(turn.name() + ". ").plus(turn.text())));
        if (!turn.starters().isEmpty()) {
            fields.add(new Field.Words(Text.of("").quiet("You could begin with: " + String.join(" · ",
                    turn.starters()))));
        }
        fields.add(new Field.LongText(WORDS, "Your words", "About " + minutes(turn) + ". No names.", false, LONGEST,
                draft.typed()));
        fields.add(new Field.Words(Text.of(thread.setting().audience() == Audience.TEAM
                ? "I post it with your name in " + draft.audience().channel() + "."
                : "Only the people in this thread can read it, with your name.")));
        fields.add(TableForm.rules(protocol));
        return FeedbackRoom.SAID.form(title(turn), "Send", new Target(thread.id(), turn.number()), fields);
    }

    static String read(FormReader reading) {
        return reading.required(WORDS, LONGEST, "Please write a line, or close this and press “Nothing to add”.");
    }

    private static String minutes(Turn turn) {
        return Plural.of(turn.minutes(), "minute");
    }

    /** A title holds 24 characters. */
    private static String title(Turn turn) {
        var title = "Turn " + turn.number() + ": " + turn.name();
        return title.length() <= 24 ? title : "Turn " + turn.number();
    }
}
