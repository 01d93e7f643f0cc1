package dev.stagecoach.guide;

import java.util.List;
import java.util.Locale;

import dev.stagecoach.guide.Tool.Field;
import dev.stagecoach.guide.Tool.Kind;

import static dev.stagecoach.guide.YamlNode.CHOICES;
import static dev.stagecoach.guide.YamlNode.NAME;
import static dev.stagecoach.guide.YamlNode.SENTENCE;

/** Reads the tools' forms. */
final class ToolReading {
    private static final int FIELDS = 20;
    private static final int HINT = 150;

    private final Guide guide;

    /** @param guide whose lists the options may stand for */
    ToolReading(Guide guide) {
        this.guide = guide;
    }

    Tool tool(YamlNode item) {
        item.withKeys("key", "name", "purpose", "caution", "fields");
        item.at("fields").items(FIELDS);
        return new Tool(item.key("key"), item.text("name", NAME), item.text("purpose", SENTENCE),
                item.textIfAny("caution", SENTENCE), item.each("fields", this::field, Field::key));
    }

    private Field field(YamlNode item) {
        item.withKeys("key", "kind", "label", "hint", "options", "optional");
        var kind = item.oneOf("kind", Kind.values());
        var options = switch (kind) {
            case CHOICE, MANY -> item.texts("options", NAME);
            case LINE, TEXT, DATE, NUMBER, COUNT, PERSON, LINK -> none(item, kind);
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
