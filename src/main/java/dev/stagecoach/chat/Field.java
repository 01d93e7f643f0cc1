package dev.stagecoach.chat;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.people.PersonId;

/** A piece of a form. Every input comes back under its {@code key}; {@code hint} may be empty. */
public sealed interface Field {

    /** Comes back under its key. */
    sealed interface Input extends Field {
        String key();
    }

    /** Words between inputs. */
    record Words(Text text) implements Field {}

    record ShortText(String key, String label, String hint, boolean optional, int maxLength, String initial)
            implements
                Input {}

    record LongText(String key, String label, String hint, boolean optional, int maxLength, String initial)
            implements
                Input {}

    /**
     * One of a few, all visible.
     *
     * @param tells the form handler that gets the form as it stands each time a choice is made, long before it is sent
     *            in; its reply is not shown. Empty for none.
     */
    record Pick(String key, String label, String hint, boolean optional, List<Option> options,
            Optional<String> initial, Optional<String> tells) implements Input {

        public Pick(String key, String label, String hint, boolean optional, List<Option> options,
                Optional<String> initial) {
            this(key, label, hint, optional, options, initial, Optional.empty());
        }

        public Pick telling(String form) {
            return new Pick(key, label, hint, optional, options, initial, Optional.of(form));
        }
    }

    /** One of many, folded away. */
    record Select(String key, String label, String hint, boolean optional, List<Option> options,
            Optional<String> initial) implements Input {}

    /** Several, at most {@code max} of them. */
    record PickMany(String key, String label, String hint, boolean optional, List<Option> options,
            List<String> initial, int max) implements Input {}

    record People(String key, String label, String hint, boolean optional, List<PersonId> initial, int max)
            implements
                Input {}

    record Day(String key, String label, String hint, boolean optional, Optional<LocalDate> initial)
            implements
                Input {}

    record TimeOfDay(String key, String label, String hint, boolean optional, Optional<LocalTime> initial)
            implements
                Input {}

    record Number(String key, String label, String hint, boolean optional, int min, int max, Optional<Integer> initial)
            implements
                Input {}

    /** A text file, of one of these endings ("ics"), at most {@link #LARGEST} bytes; its words come back. */
    record Upload(String key, String label, String hint, boolean optional, List<String> endings) implements Input {
        /** In bytes. */
        public static final int LARGEST = 1_000_000;
    }

    /**
     * The same with what was filled in; for answers that the form's reader found nothing wrong with. A field that was
     * not on the form keeps what stood in it, and so does one with an answer that no person can give there.
     */
    default Field filled(Answers answers) {
        try {
            return this instanceof Input input && answers.values().containsKey(input.key()) ? taking(answers) : this;
        } catch (DateTimeException | IllegalArgumentException _) {
            return this;
        }
    }

    private Field taking(Answers answers) {
        return switch (this) {
            case ShortText(var key, var label, var hint, var optional, var max, _) ->
                new ShortText(key, label, hint, optional, max, answers.text(key));
            case LongText(var key, var label, var hint, var optional, var max, _) ->
                new LongText(key, label, hint, optional, max, answers.text(key));
            case Pick(var key, var label, var hint, var optional, var options, _, var tells) ->
                new Pick(key, label, hint, optional, options, chosen(answers, key, options), tells);
            case Select(var key, var label, var hint, var optional, var options, _) ->
                new Select(key, label, hint, optional, options, chosen(answers, key, options));
            case PickMany(var key, var label, var hint, var optional, var options, _, var max) ->
                new PickMany(key, label, hint, optional, options, answers.many(key), max);
            case People(var key, var label, var hint, var optional, _, var max) ->
                new People(key, label, hint, optional, answers.people(key), max);
            case Day(var key, var label, var hint, var optional, _) ->
                new Day(key, label, hint, optional, answers.day(key));
            case TimeOfDay(var key, var label, var hint, var optional, _) ->
                new TimeOfDay(key, label, hint, optional, answers.time(key));
            case Number(var key, var label, var hint, var optional, var min, var max, _) ->
                new Number(key, label, hint, optional, min, max, answers.number(key));
            case Words _,Upload _,Aside _,Turn _ -> this;
        };
    }

    private static Optional<String> chosen(Answers answers, String key, List<Option> options) {
        return answers.one(key).filter(one -> options.stream().anyMatch(option -> option.value().equals(one)));
    }

    /** A button inside the form; what it opens lies on top, and the form keeps what was typed. */
    record Aside(Button button) implements Field {}

    /**
     * A button inside the form that hands the form as it stands to another handler, which knows it by the same context;
     * what comes back takes the form's place.
     */
    record Turn(String label, String form) implements Field {}

    /** A choice: {@code value} comes back, {@code label} is read, {@code detail} explains and may be empty. */
    record Option(String value, String label, String detail) {
        public static Option of(String value, String label) {
            return new Option(value, label, "");
        }
    }
}
