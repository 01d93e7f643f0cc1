package dev.stagecoach.coaching.workbook;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.stagecoach.chat.Card.Fact;
import dev.stagecoach.chat.DateText;
import dev.stagecoach.chat.Text;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.Term;
import dev.stagecoach.guide.Tool;

/** How a filled-in tool reads: each field's label with what stands there; fields left empty are left out. */
public final class ToolFacts {

    private final Guide guide;

    public ToolFacts(Guide guide) {
        this.guide = guide;
    }

    /** Every field that has something in it, in the tool's order. */
    public List<Fact> of(Tool tool, Entries entries) {
        return tool.fields().stream().filter(field -> !entries.many(field.key()).isEmpty())
                .map(field -> new Fact(field.label(), content(field, entries))).toList();
    }

    /** {@link #of} without some fields that stand elsewhere on the card. */
    public List<Fact> without(Tool tool, Entries entries, String... keys) {
        return tool.fields().stream()
                .filter(field -> !List.of(keys).contains(field.key()) && !entries.many(field.key()).isEmpty())
                .map(field -> new Fact(field.label(), content(field, entries))).toList();
    }

    /** What a choice is called; one that the guide no longer has goes by its key. */
    public String name(Tool tool, Entries entries, String field) {
        return tool.field(field).map(one -> names(one, entries.many(field))).orElse(entries.text(field));
    }

    /** As in "Sat, Oct 3, 2026". */
    public static String day(LocalDate day) {
        return DateText.dayAndYear(day);
    }

    private Text content(Tool.Field field, Entries entries) {
        var key = field.key();
        return switch (field.kind()) {
            case LINE, TEXT, NUMBER -> Text.of(entries.text(key));
            case LINK -> Text.of("").link(entries.text(key), entries.text(key));
            case CHOICE, MANY -> Text.of(names(field, entries.many(key)));
            case DATE -> Text.of(entries.day(key).map(ToolFacts::day).orElse(""));
            case TIME -> Text.of(entries.time(key).map(DateText::time).orElse(""));
            case COUNT -> Text.of(entries.count(key).map(count -> count.words(guide.sides())).orElse(""));
            case PERSON -> entries.person(key).map(Text::mentioning).orElse(Text.of(""));
        };
    }

    private String names(Tool.Field field, List<String> keys) {
        var choices = field.choices(guide);
        return keys.stream().map(key -> choices.stream().filter(term -> term.key().equals(key)).map(Term::name)
                .findFirst().or(() -> Optional.of(key)).orElseThrow()).collect(Collectors.joining(", "));
    }
}
