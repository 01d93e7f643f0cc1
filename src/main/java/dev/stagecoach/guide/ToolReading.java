package dev.stagecoach.guide;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import dev.stagecoach.guide.Tool.Extras;
import dev.stagecoach.guide.Tool.Field;
import dev.stagecoach.guide.Tool.Kind;
import dev.stagecoach.guide.Tool.Page;
import dev.stagecoach.guide.Tool.Party;
import dev.stagecoach.guide.Tool.Word;

import static dev.stagecoach.guide.YamlNode.CHOICES;
import static dev.stagecoach.guide.YamlNode.NAME;
import static dev.stagecoach.guide.YamlNode.SENTENCE;

/** Reads the tools' forms. */
final class ToolReading {
    private static final int FIELDS = 20;
    private static final int HINT = 150;
    private static final int BUTTON = 40;
    private static final Optional<Word> NO_WORD = Optional.empty();

    private final Guide guide;

    /** @param guide whose lists the options may stand for */
    ToolReading(Guide guide) {
        this.guide = guide;
    }

    Tool tool(YamlNode item) {
        item.withKeys("key", "name", "purpose", "caution", "fields", "page");
        item.at("fields").items(FIELDS);
        var fields = item.each("fields", this::field, Field::key);
        return new Tool(item.key("key"), item.text("name", NAME), item.text("purpose", SENTENCE),
                item.textIfAny("caution", SENTENCE), fields,
                item.has("page") ? Optional.of(page(item.at("page"), fields)) : Optional.empty());
    }

    private static Page page(YamlNode item, List<Field> fields) {
        item.withKeys("heading", "none", "write", "title", "practice", "reads", "writes", "word", "help", "news",
                "fact",
                "history", "guarded");
        var word = item.has("word") ? Optional.of(new Word(item.key("word"), item.text("help", NAME))) : NO_WORD;
        var fact = item.has("fact") ? Optional.of(item.oneOf("fact", Fact.values())) : Optional.<Fact>empty();
        return new Page(item.text("heading", NAME), item.text("none", SENTENCE), item.text("write", BUTTON),
                named(item, "title", fields, Kind.LINE), named(item, "practice", fields, Kind.CHOICE),
                item.oneOf("reads", Party.values()), item.oneOf("writes", Party.values()),
                new Extras(word, item.textIfAny("news", NAME), fact, item.yes("history"), item.yes("guarded")));
    }

    private static Optional<String> named(YamlNode page, String key, List<Field> fields, Kind kind) {
        return page.has(key)
                ? Optional.of(page.reference(key, "field of kind " + kind.name().toLowerCase(Locale.ROOT),
                        fields.stream().filter(field -> field.kind() == kind).map(Field::key).toList()))
                : Optional.empty();
    }

    private Field field(YamlNode item) {
        item.withKeys("key", "kind", "label", "hint", "options", "optional");
        var kind = item.oneOf("kind", Kind.values());
        var options = switch (kind) {
            case CHOICE, MANY -> item.texts("options", NAME);
            case LINE, TEXT, DATE, TIME, NUMBER, COUNT, PERSON, LINK -> none(item, kind);
        };
        var field = new Field(item.key("key"), kind, item.text("label", NAME), item.textIfAny("hint", HINT), options,
                item.yes("optional"));
        return options.isEmpty() ? field : fitting(item.at("options"), field);
    }

    private static List<String> none(YamlNode item, Kind kind) {
        if (item.has("options")) {
            throw item.at("options")
                    .refuse("only a choice or many has options, not " + kind.name().toLowerCase(Locale.ROOT));
        }
        return List.of();
    }

    private Field fitting(YamlNode place, Field field) {
        for (var option : field.options()) {
            if (option.startsWith("{") && !Tool.LISTS.contains(option)) {
                throw place
                        .refuse("'" + option + "' is no list of a guide; known are " + String.join(", ", Tool.LISTS));
            }
        }
        var shown = field.choices(guide);
        if (shown.isEmpty() || shown.size() > CHOICES) {
            throw place.refuse("shows " + shown.size() + " choices; from 1 to " + CHOICES + " fit");
        }
        place.distinct(shown, Term::key);
        return field;
    }
}
