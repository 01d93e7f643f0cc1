package dev.stagecoach.coaching.feedback;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.chat.Answers;
import dev.stagecoach.chat.Field;
import dev.stagecoach.chat.Form;
import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.FormReader;
import dev.stagecoach.coaching.feedback.FeedbackThread.Choice;
import dev.stagecoach.coaching.feedback.FeedbackThread.Decision;
import dev.stagecoach.coaching.feedback.FeedbackThread.Outcome;
import dev.stagecoach.guide.Feedback.Turn;

/** The forms of the last turn, and of the one question after it. */
final class TurnDecisionForm {
    private static final int LONGEST = 300;
    private static final int DAYS_AHEAD = 366;

    private TurnDecisionForm() {}

    /** What stands in the form when it opens. */
    record Draft(String choice, String words, Optional<LocalDate> on) {
        static final Draft EMPTY = new Draft("", "", Optional.empty());

        static Draft of(Answers answers, Decision typed) {
            return new Draft(answers.text("choice"), typed.words(), Optional.of(typed.on()));
        }
    }

    static Form form(FeedbackThread thread, Turn turn, Draft draft) {
        return FeedbackRoom.DECIDED.form("Your next step", "Save", thread.id(), List.of(
                new Field.Words(Text.bolded("You asked: ").plus(thread.table().question())),
                new Field.Words(Text.of(turn.text())),
                new Field.Pick("choice", "What will you do?", "", false,
                        Arrays.stream(Choice.values()).map(one -> Field.Option.of(one.name(), one.words())).toList(),
                        Optional.of(draft.choice()).filter(one -> !one.isEmpty())),
                new Field.LongText("words", "What exactly?", "One thing. The people you asked can read it.", false,
                        LONGEST,
                        draft.words()),
                new Field.Day("on", "By when?", "On that day I will ask you once how it went.", false, draft.on())));
    }

    /** @param today in the presenter's zone */
    static Decision read(FormReader reading, LocalDate today) {
        var choice = reading.oneOf("choice", Arrays.stream(Choice.values()).map(Enum::name).toList(), "");
        if (choice.isEmpty()) {
            reading.mend("choice", "Please choose one.");
        }
        var words = reading.required("words", LONGEST, "Please write exactly what you will do, in a line.");
        var on = reading.day("on");
        if (on.isEmpty()) {
            reading.mend("on", "Please choose a day.");
        }
        if (on.filter(day -> day.isBefore(today) || day.isAfter(today.plusDays(DAYS_AHEAD))).isPresent()) {
            reading.mend("on", "Please choose today or a later day, within a year.");
        }
        return new Decision(choice.isEmpty() ? Choice.TRY : Choice.valueOf(choice), words, on.orElse(today), false,
                Optional.empty());
    }

    static Form outcome(FeedbackThread thread, Decision decision) {
        return FeedbackRoom.OUTCOME.form("How did it go?", "Save", thread.id(), List.of(
                new Field.Words(Text.bolded(decision.choice().words() + ": ").plus(decision.words())),
                new Field.Pick("outcome", "Did you do it?", "Only you see this.", false,
                        Arrays.stream(Outcome.values()).map(one -> Field.Option.of(one.name(), one.words())).toList(),
                        decision.outcome().map(Enum::name))));
    }

    static Optional<Outcome> readOutcome(FormReader reading) {
        var outcome = reading.oneOf("outcome", Arrays.stream(Outcome.values()).map(Enum::name).toList(), "");
        if (outcome.isEmpty()) {
            reading.mend("outcome", "Please choose one.");
            return Optional.empty();
        }
        return Optional.of(Outcome.valueOf(outcome));
    }
}
