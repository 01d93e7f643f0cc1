package dev.stagecoach.coaching.workbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.stagecoach.chat.Answers;
import dev.stagecoach.chat.Field;
import dev.stagecoach.chat.Form;
import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.CountFields;
import dev.stagecoach.coaching.FormReader;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.Term;
import dev.stagecoach.guide.Tool;
import dev.stagecoach.guide.Tool.Kind;

/**
 * A tool of the guide as a form: each of its fields is asked for as its kind wants it.
 *
 * @param id which handler reads it
 * @param title at most 24 characters
 * @param fields those that are asked for, in their order; the room knows the others already
 */
public record ToolForm(Guide guide, Tool tool, String id, String title, List<Tool.Field> fields) {
    public static final int LONGEST_LINE = 200;
    static final int LONGEST_TEXT = 1000;
    static final int MOST = 10_000;
    /** More choices than this are folded away. */
    private static final int SHOWN = 5;

    public ToolForm {
        fields = List.copyOf(fields);
    }

    public ToolForm(Guide guide, Tool tool, String id, String title) {
        this(guide, tool, id, title, tool.fields());
    }

    /** What was typed in it, field by field, rather than chosen. */
    public List<String> typed(Entries entries) {
        return fields.stream().filter(field -> field.kind() == Tool.Kind.LINE || field.kind() == Tool.Kind.TEXT)
                .map(field -> entries.text(field.key())).toList();
    }

    /** The form without fields that the room knows already. */
    public ToolForm without(String... keys) {
        return new ToolForm(guide, tool, id, title,
                fields.stream().filter(field -> !List.of(keys).contains(field.key())).toList());
    }

    /** Whether all that must be there behind the field of this key is there already, as far as the tool takes it. */
    public boolean knows(Map<String, List<String>> usual, String last) {
        var hidden = fields.stream().dropWhile(field -> !field.key().equals(last)).skip(1).toList();
        return hidden.stream().allMatch(field -> usual.containsKey(field.key())
                ? field.kind() != Kind.CHOICE || keys(field).containsAll(usual.get(field.key()))
                : field.optional());
    }

    /** @param entries what stands in it when it opens */
    public Form open(Target target, Entries entries) {
        return open(target, entries, List.of());
    }

    /** @param starters words to begin with, for who does not know what to write; shown above the fields */
    public Form open(Target target, Entries entries, List<Text> starters) {
        var shown = new ArrayList<Field>();
        var words = tool.caution().isEmpty()
                ? Text.of(tool.purpose())
                : Text.of(tool.purpose() + " ").quiet(
                        tool.caution());
        shown.add(new Field.Words(words));
        starters.forEach(starter -> shown.add(new Field.Words(starter)));
        fields.forEach(field -> shown.addAll(asked(field, entries)));
        return new Form(id, title, "Save", target.format(), shown);
    }

    private List<Field> asked(Tool.Field field, Entries entries) {
        var key = field.key();
        var initial = entries.text(key);
        return switch (field.kind()) {
            case LINE -> List.of(new Field.ShortText(key, field.label(), field.hint(), field.optional(), LONGEST_LINE,
                    initial));
            case TEXT -> List.of(new Field.LongText(key, field.label(), field.hint(), field.optional(), LONGEST_TEXT,
                    initial));
            case LINK -> List.of(new Field.ShortText(key, field.label(), "Begins with https://", field.optional(),
                    LONGEST_TEXT, initial));
            case CHOICE -> List.of(choice(field, initial));
            case MANY -> List.of(new Field.PickMany(key, field.label(), field.hint(), field.optional(),
                    options(field), entries.many(key), options(field).size()));
            case DATE -> List.of(new Field.Day(key, field.label(), field.hint(), field.optional(), entries.day(key)));
            case TIME -> List.of(new Field.TimeOfDay(key, field.label(), field.hint(), field.optional(),
                    entries.time(key)));
            case NUMBER -> List.of(new Field.Number(key, field.label(), field.hint(), field.optional(), 0, MOST,
                    entries.number(key)));
            case COUNT -> count(field).fields(field.label(), guide.sides(), entries.count(key));
            case PERSON -> List.of(new Field.People(key, field.label(), field.hint(), field.optional(),
                    entries.person(key).stream().toList(), 1));
        };
    }

    private Field choice(Tool.Field field, String initial) {
        var options = options(field);
        var known = options.stream().map(Field.Option::value).filter(initial::equals).findFirst();
        return options.size() > SHOWN
                ? new Field.Select(field.key(), field.label(), field.hint(), field.optional(), options, known)
                : new Field.Pick(field.key(), field.label(), field.hint(), field.optional(), options, known);
    }

    private List<Field.Option> options(Tool.Field field) {
        return field.choices(guide).stream().map(term -> new Field.Option(term.key(), term.name(), term.text()))
                .toList();
    }

    private static CountFields count(Tool.Field field) {
        return new CountFields(field.key() + "_");
    }

    /** What was filled in, with what fields that were not asked for hold already. */
    public Entries read(FormReader reading, Answers answers, Entries known) {
        var asked = fields.stream().map(Tool.Field::key).toList();
        var kept = known.values().entrySet().stream().filter(entry -> !asked.contains(entry.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return new Entries(kept).with(read(reading, answers));
    }

    /** What was filled in; look at {@link FormReader#mend} before using it. */
    public Entries read(FormReader reading, Answers answers) {
        var values = new HashMap<String, List<String>>();
        for (var field : fields) {
            var given = given(field, reading, answers);
            if (!given.isEmpty()) {
                values.put(field.key(), given);
            } else if (!field.optional()) {
                reading.mend(inputKey(field), ask(field.kind()));
            }
        }
        return new Entries(Map.copyOf(values));
    }

    private List<String> given(Tool.Field field, FormReader reading, Answers answers) {
        var key = field.key();
        return switch (field.kind()) {
            case LINE -> text(reading.optional(key, LONGEST_LINE));
            case TEXT -> text(reading.optional(key, LONGEST_TEXT));
            case LINK -> text(reading.link(key, LONGEST_TEXT));
            case CHOICE -> text(reading.oneOf(key, keys(field), ""));
            case MANY -> answers.many(key).stream().filter(keys(field)::contains).toList();
            case DATE -> reading.day(key).map(day -> List.of(day.toString())).orElse(List.of());
            case TIME -> reading.time(key).map(time -> List.of(time.toString())).orElse(List.of());
            case NUMBER -> reading.number(key, 0, MOST).map(number -> List.of(number.toString())).orElse(List.of());
            case COUNT -> count(field).read(reading, guide.sides()).map(Entries::parts).orElse(List.of());
            case PERSON -> answers.people(key).stream().limit(1).map(Object::toString).toList();
        };
    }

    private List<String> keys(Tool.Field field) {
        return field.choices(guide).stream().map(Term::key).toList();
    }

    private static List<String> text(String typed) {
        return typed.isEmpty() ? List.of() : List.of(typed);
    }

    /** The key of the first input, for words that concern the whole form. */
    String firstKey() {
        return fields.stream().findFirst().map(ToolForm::inputKey).orElse("");
    }

    private static String inputKey(Tool.Field field) {
        return field.kind() == Kind.COUNT ? field.key() + "_n" : field.key();
    }

    private static String ask(Kind kind) {
        return switch (kind) {
            case LINE, TEXT -> "Please write something here.";
            case LINK -> "Please paste an address here.";
            case CHOICE, MANY -> "Please choose one.";
            case DATE -> "Please choose a day.";
            case TIME -> "Please choose a time.";
            case NUMBER, COUNT -> "Please type a number.";
            case PERSON -> "Please choose somebody.";
        };
    }
}
