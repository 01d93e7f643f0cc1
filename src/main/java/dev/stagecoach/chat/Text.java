package dev.stagecoach.chat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import dev.stagecoach.people.ChannelId;
import dev.stagecoach.people.PersonId;

/**
 * A run of words. Whatever stands in it is shown as it is: nothing that a person typed can become a format, a
 * mention or a link.
 */
public record Text(List<Span> spans) {
    public Text {
        spans = List.copyOf(spans);
    }

    /** A piece of a text. */
    public sealed interface Span {
        record Plain(String words) implements Span {}

        record Bold(String words) implements Span {}

        record Quiet(String words) implements Span {}

        record Mention(PersonId person) implements Span {}

        record Channel(ChannelId channel) implements Span {}

        record Link(String url, String words) implements Span {}

        /** A moment, shown in each reader's own time zone; {@code fallback} where the service cannot. */
        record Moment(Instant at, String fallback) implements Span {}
    }

    /** A label before what it names: a colon, but none behind a question. */
    public static String label(String words) {
        return words.endsWith("?") ? words + " " : words + ": ";
    }

    public static Text of(String words) {
        return new Text(words.isEmpty() ? List.of() : List.of(new Span.Plain(words)));
    }

    /** The words with a capital letter first, as they begin a sentence or stand on a button. */
    public static String capital(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    public static Text bolded(String words) {
        return new Text(List.of(new Span.Bold(words)));
    }

    public static Text mentioning(PersonId person) {
        return new Text(List.of(new Span.Mention(person)));
    }

    public Text plus(String words) {
        return with(new Span.Plain(words));
    }

    /** "Ann", "Ann and Ben", "Ann, Ben and Cal"; nothing where there is nobody. */
    public static String listed(List<String> names) {
        return names.size() < 2
                ? String.join("", names)
                : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
    }

    public Text plus(Text other) {
        return new Text(Stream.concat(spans.stream(), other.spans.stream()).toList());
    }

    public Text bold(String words) {
        return with(new Span.Bold(words));
    }

    /** Words in a lighter weight (shown as italics where there is nothing lighter). */
    public Text quiet(String words) {
        return with(new Span.Quiet(words));
    }

    public Text mention(PersonId person) {
        return with(new Span.Mention(person));
    }

    public Text channel(ChannelId channel) {
        return with(new Span.Channel(channel));
    }

    public Text link(String url, String words) {
        return with(new Span.Link(url, words));
    }

    public Text moment(Instant at, String fallback) {
        return with(new Span.Moment(at, fallback));
    }

    private Text with(Span span) {
        var longer = new ArrayList<>(spans);
        longer.add(span);
        return new Text(longer);
    }
}
