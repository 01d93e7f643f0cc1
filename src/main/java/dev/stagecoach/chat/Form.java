package dev.stagecoach.chat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A form to fill in.
 *
 * @param id which handler reads it, as {@code room.name}
 * @param context what the handler needs to know, up to 3,000 characters; people do not see it
 * @param submit the verb on the button; empty for a page that only informs
 */
public record Form(String id, String title, String submit, String context, List<Field> fields) {
    public Form {
        fields = List.copyOf(fields);
    }

    /** The same with what was filled in. */
    public Form filled(Answers answers) {
        return with(fields.stream().map(field -> field.filled(answers)).toList());
    }

    /** The same with other fields. */
    public Form with(List<Field> others) {
        return new Form(id, title, submit, context, others);
    }

    /** The same with more fields at its end. */
    public Form and(Field... more) {
        return with(Stream.concat(fields.stream(), Stream.of(more)).toList());
    }

    /** The same as far as the field of this key, and then the button that brings the rest. */
    public Form foldedAfter(String key, Field more) {
        var last = IntStream.range(0, fields.size())
                .filter(i -> fields.get(i) instanceof Field.Input input && input.key().equals(key)).findFirst();
        return last.isPresent()
                ? with(Stream.concat(fields.stream().limit(last.getAsInt() + 1L), Stream.of(more)).toList())
                : this;
    }

    /** A page with nothing to fill in. */
    public static Form page(String id, String title, List<Field> fields) {
        return new Form(id, title, "", "", fields);
    }
}
