package dev.stagecoach.slack;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

import com.google.gson.JsonObject;
import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.Card.Part;
import dev.stagecoach.chat.Field;
import dev.stagecoach.chat.Text;
import dev.stagecoach.people.PersonId;

/** The fields of a form as blocks. Keep in step with {@link Submissions}, which reads the same ids back. */
final class FieldRenderer {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private static final char TELLS = '@';

    private FieldRenderer() {}

    static void add(Field field, BlockBudget sheet) {
        switch (field) {
            case Field.Words(var text) -> TextRenderer.pieces(text, Limits.PARAGRAPH)
                    .forEach(piece -> sheet.text(piece, CardRenderer::richText));
            case Field.ShortText f -> sheet.kept(input(f.key(), f.label(), f.hint(), f.optional(),
                    text(f.maxLength(), f.initial(), false)));
            case Field.LongText f -> sheet.kept(input(f.key(), f.label(), f.hint(), f.optional(),
                    text(f.maxLength(), f.initial(), true)));
            case Field.Pick f -> choice(f.key(), f.label(), f.hint(), f.optional(), telling(f), f.options(), sheet);
            case Field.Select f -> choice(f.key(), f.label(), f.hint(), f.optional(),
                    ChoiceRenderer.select(f.options(), f.initial()), f.options(), sheet);
            case Field.PickMany f -> choice(f.key(), f.label(), f.hint(), f.optional(),
                    ChoiceRenderer.many(f.options(), f.initial(), f.max()), f.options(), sheet);
            case Field.People f -> sheet.kept(input(f.key(), f.label(), f.hint(), f.optional(), people(f)));
            case Field.Day f -> sheet.kept(input(f.key(), f.label(), f.hint(), f.optional(), day(f)));
            case Field.TimeOfDay f -> sheet.kept(input(f.key(), f.label(), f.hint(), f.optional(), time(f)));
            case Field.Number f -> sheet.kept(input(f.key(), f.label(), f.hint(), f.optional(), number(f)));
            case Field.Upload f -> sheet.kept(input(f.key(), f.label(), f.hint(), f.optional(),
                    Json.type("file_input").put("filetypes", Json.strings(f.endings())).put("max_files", 1)));
            case Field.Turn _,Field.Aside _ -> throw new IllegalArgumentException("a button stands in a row");
        }
    }

    /** The button that a field is; empty where it is none. */
    static Optional<Button> button(Field field) {
        return switch (field) {
            case Field.Aside(var button) -> Optional.of(button);
            case Field.Turn(var label, var form) -> Optional.of(Button.of(label, form + TELLS, ""));
            default -> Optional.empty();
        };
    }

    /** Buttons that follow one another stand in one row. */
    static List<JsonObject> row(List<Field> buttons) {
        return ButtonRenderer.blocks(new Part.Buttons(buttons.stream().flatMap(one -> button(one).stream()).toList()));
    }

    /** A choice that is told at once carries who is told in its action id, as far as {@link #TELLS}. */
    private static Json telling(Field.Pick field) {
        var pick = ChoiceRenderer.pick(field.options(), field.initial());
        field.tells().ifPresent(form -> pick.put("action_id", form + TELLS));
        return pick;
    }

    /** Who is told of a choice or a turn, from the action id that Slack sends back; empty where it is no such choice. */
    static Optional<String> told(String actionId) {
        var sign = actionId.indexOf(TELLS);
        return sign < 0 ? Optional.empty() : Optional.of(actionId.substring(0, sign));
    }

    private static void choice(String key, String label, String hint, boolean optional, Json element,
            List<Field.Option> options, BlockBudget sheet) {
        if (options.isEmpty()) {
            // Slack refuses a choice without options; the rest of the form is still of use.
            sheet.kept(CardRenderer.richText(Text.bolded(label).plus("\nThere is nothing to choose from yet.")));
            return;
        }
        var left = options.size() - Limits.OPTIONS;
        var shown = left > 0 ? (hint + " The last " + left + " choices do not fit here.").strip() : hint;
        sheet.kept(input(key, label, shown, optional, element));
    }

    private static JsonObject input(String key, String label, String hint, boolean optional, Json element) {
        var built = element.build();
        var input = Json.type("input").put("block_id", key)
                .put("label", Json.plain(Limits.label(label, Limits.LABEL))).put("optional", optional)
                .put("element", built);
        if (built.has("action_id")) {
            input.put("dispatch_action", true);
        }
        return hint.isBlank()
                ? input.build()
                : input.put("hint", Json.plain(Limits.label(hint, Limits.LABEL))).build();
    }

    /** What is there already is never cut to the field's own limit: whoever edits it sees all of it. */
    private static Json text(int maxLength, String initial, boolean multiline) {
        var shown = Limits.shorten(initial, Limits.INPUT);
        var max = Math.clamp(Math.max(maxLength, shown.length()), 1, Limits.INPUT);
        var text = Json.type("plain_text_input").put("multiline", multiline).put("max_length", max);
        return shown.isEmpty() ? text : text.put("initial_value", shown);
    }

    private static Json people(Field.People field) {
        var max = Math.max(1, field.max());
        var people = Json.type("multi_users_select").put("max_selected_items", max);
        var initial = field.initial().stream().map(PersonId::user).distinct().limit(max).toList();
        return initial.isEmpty() ? people : people.put("initial_users", Json.strings(initial));
    }

    private static Json day(Field.Day field) {
        var day = Json.type("datepicker");
        field.initial().ifPresent(initial -> day.put("initial_date", initial.toString()));
        return day;
    }

    private static Json time(Field.TimeOfDay field) {
        var time = Json.type("timepicker");
        field.initial().ifPresent(initial -> time.put("initial_time", TIME.format(initial)));
        return time;
    }

    private static Json number(Field.Number field) {
        var number = Json.type("number_input").put("is_decimal_allowed", false)
                .put("min_value", Integer.toString(field.min())).put("max_value", Integer.toString(field.max()));
        field.initial().ifPresent(initial -> number.put("initial_value",
                Integer.toString(Math.clamp(initial, field.min(), Math.max(field.min(), field.max())))));
        return number;
    }
}
