package dev.stagecoach.coaching.checkin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import dev.stagecoach.chat.Access;
import dev.stagecoach.chat.Access.Who;
import dev.stagecoach.chat.Action;
import dev.stagecoach.chat.Answers;
import dev.stagecoach.chat.Field;
import dev.stagecoach.chat.Field.Option;
import dev.stagecoach.chat.Form;
import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.ChannelAudience;
import dev.stagecoach.coaching.Readership;
import dev.stagecoach.guide.CheckinSet.Kind;
import dev.stagecoach.people.DataKind;

/** The questions of one check-in as a form. All may be left out, but not all at once. */
final class AnswerForm {
    static final Action<String> SAVE = Checkins.asked(
            Action.form("checkin.answer", CheckinCards.RUN, Access.writes(Who.TEAM)), Function.identity());
    static final String SHOW = "show";
    static final int LONGEST_LINE = 300;
    private static final int MOST_STUDENTS = 5000;
    private static final int BIGGEST_NUMBER = 100_000;
    private static final int SELECT_ABOVE = 10;
    private static final String TEAM = "team";
    private static final String ME = "me";

    private AnswerForm() {}

    /** What was sent in: answers, or reasons beside the fields. */
    sealed interface Parsed {
        /** @param shown whether the typed lines are shown to the team */
        record Good(List<StoredAnswer> answers, boolean shown) implements Parsed {}

        record Bad(Map<String, String> reasons) implements Parsed {}
    }

    static String key(String question) {
        return "q." + question;
    }

    static String countKey(String question) {
        return key(question) + ".n";
    }

    static String wholeKey(String question) {
        return key(question) + ".m";
    }

    /**
     * What stands in the form.
     *
     * @param answers by question
     * @param shown whether the typed lines are shown to the team
     * @param readers who can see what
     */
    record Given(Map<String, String> answers, boolean shown, Readers readers, LateAnswer late) {}

    /**
     * Who can see what.
     *
     * @param audience who reads in the channel
     */
    record Readers(String answers, Readership line, ChannelAudience audience) {}

    static Form of(Recipient recipient, Questions questions, Given before) {
        var given = before.answers();
        var fields = new ArrayList<Field>();
        before.late().ahead().ifPresent(words -> fields.add(new Field.Words(Text.bolded(words))));
        fields.add(new Field.Words(Text.of("Skip what does not fit; one answer is enough. Who can see your "
                + "answers: " + before.readers().answers()
                + ". Your team and your coach see how many answered, and counts once 5 people have.")));
        for (var question : questions.list()) {
            fields.addAll(fields(question, given.getOrDefault(question.key(), "")));
        }
        if (questions.hasLine()) {
            fields.add(new Field.Pick(SHOW, "Who sees the line you write",
                    "Now: " + before.readers().line().unshared() + ". If you show it: "
                            + before.readers().line().shared()
                            + ", because it appears with your name in the weekly summary in "
                            + before.readers().audience().channel() + ".",
                    true,
                    List.of(Option.of(ME, "Only me"), Option.of(TEAM, "Show this line to my team")),
                    Optional.of(before.shown() ? TEAM : ME)));
        }
        return SAVE.form("Check-in", "Save", recipient.run().id(), fields);
    }

    private static List<Field> fields(Questions.Asking question, String given) {
        var key = key(question.key());
        return switch (question.kind()) {
            case CHOICE, SCALE -> List.of(choice(question, given));
            case N_OF_M -> counts(question, given);
            case LINE, LIST -> List.of(new Field.ShortText(key, question.text(), "One line, no names.", true,
                    LONGEST_LINE, given));
            case NUMBER -> List.of(new Field.Number(key, question.text(), "", true, 0, BIGGEST_NUMBER,
                    number(given)));
        };
    }

    private static Field choice(Questions.Asking question, String given) {
        var key = key(question.key());
        var options = question.options().stream().map(words -> Option.of(words, words)).toList();
        var initial = Optional.of(given).filter(question.options()::contains);
        return options.size() > SELECT_ABOVE
                ? new Field.Select(key, question.text(), "", true, options, initial)
                : new Field.Pick(key, question.text(), "", true, options, initial);
    }

    private static List<Field> counts(Questions.Asking question, String given) {
        var parts = given.split("/", 2);
        return List.of(
                new Field.Number(countKey(question.key()), question.text(),
                        "A count only, no names. At least ten, so that nobody is singled out.", true, 0,
                        MOST_STUDENTS, number(parts[0])),
                new Field.Number(wholeKey(question.key()), "Out of how many", "", true, 1, MOST_STUDENTS,
                        parts.length > 1 ? number(parts[1]) : Optional.empty()));
    }

    private static Optional<Integer> number(String given) {
        return given.matches("\\d{1,9}") ? Optional.of(Integer.valueOf(given)) : Optional.empty();
    }

    static Parsed parse(Questions questions, Answers answers) {
        var reasons = new LinkedHashMap<String, String>();
        var given = new ArrayList<StoredAnswer>();
        for (var question : questions.list()) {
            value(question, answers, reasons)
                    .ifPresent(value -> given.add(new StoredAnswer(question.key(), value, kind(questions, question))));
        }
        if (given.isEmpty() && reasons.isEmpty()) {
            reasons.put(firstField(questions),
                    "Answer at least one question. Not this time? Just close this form.");
        }
        return reasons.isEmpty()
                ? new Parsed.Good(given, answers.one(SHOW).filter(TEAM::equals).isPresent())
                : new Parsed.Bad(reasons);
    }

    /** What was typed rather than chosen. */
    static List<String> lines(Questions questions, List<StoredAnswer> answers) {
        var typed = questions.list().stream().filter(AnswerForm::isTyped).map(Questions.Asking::key).toList();
        return answers.stream().filter(answer -> typed.contains(answer.question())).map(StoredAnswer::value).toList();
    }

    private static DataKind kind(Questions questions, Questions.Asking question) {
        return isTyped(question) ? DataKind.REFLECTION : questions.kind();
    }

    private static boolean isTyped(Questions.Asking question) {
        return question.kind() == Kind.LINE || question.kind() == Kind.LIST;
    }

    private static Optional<String> value(Questions.Asking question, Answers answers, Map<String, String> reasons) {
        var key = key(question.key());
        return switch (question.kind()) {
            case CHOICE, SCALE -> picked(question, answers, reasons);
            case N_OF_M -> counted(question, answers, reasons);
            case LINE, LIST -> typed(key, answers, reasons);
            case NUMBER -> numbered(key, answers, 0, BIGGEST_NUMBER, reasons).map(String::valueOf);
        };
    }

    private static Optional<String> picked(Questions.Asking question, Answers answers, Map<String, String> reasons) {
        var picked = answers.one(key(question.key()));
        if (picked.isPresent() && !question.options().contains(picked.get())) {
            reasons.put(key(question.key()), "That choice is no longer available. Choose another.");
        }
        return picked;
    }

    private static Optional<String> typed(String key, Answers answers, Map<String, String> reasons) {
        var typed = answers.text(key);
        if (typed.length() > LONGEST_LINE) {
            reasons.put(key, "Keep it to " + LONGEST_LINE + " characters; this has " + typed.length() + ".");
        }
        return typed.isEmpty() ? Optional.empty() : Optional.of(typed);
    }

    private static Optional<String> counted(Questions.Asking question, Answers answers, Map<String, String> reasons) {
        var countKey = countKey(question.key());
        var wholeKey = wholeKey(question.key());
        var count = numbered(countKey, answers, 0, MOST_STUDENTS, reasons);
        var whole = numbered(wholeKey, answers, 1, MOST_STUDENTS, reasons);
        if (reasons.containsKey(countKey) || reasons.containsKey(wholeKey)) {
            return Optional.empty();
        }
        if (count.isPresent() && whole.isEmpty()) {
            reasons.put(wholeKey, "Say out of how many, or leave both empty.");
        } else if (whole.isPresent() && count.isEmpty()) {
            reasons.put(countKey, "Say how many, or leave both empty.");
        } else if (count.isPresent() && count.get() > whole.orElseThrow()) {
            reasons.put(countKey, "This cannot be more than the " + whole.get() + " below.");
        }
        return count.flatMap(n -> whole.map(m -> n + "/" + m));
    }

    private static Optional<Integer> numbered(String key, Answers answers, int min, int max,
            Map<String, String> reasons) {
        if (answers.text(key).isEmpty()) {
            return Optional.empty();
        }
        var number = answers.number(key).filter(typed -> typed >= min && typed <= max);
        if (number.isEmpty()) {
            reasons.put(key, "Give a whole number from " + min + " to " + max + ".");
        }
        return number;
    }

    private static String firstField(Questions questions) {
        var first = questions.list().getFirst();
        return first.kind() == Kind.N_OF_M ? countKey(first.key()) : key(first.key());
    }
}
