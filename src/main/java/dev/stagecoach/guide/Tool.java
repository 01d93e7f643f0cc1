package dev.stagecoach.guide;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A form that the guide names, with its fields.
 *
 * @param purpose what it is for, in a sentence
 * @param caution what must not stand in it; may be empty
 */
public record Tool(String key, String name, String purpose, String caution, List<Field> fields, Optional<Page> page) {
    public Tool {
        fields = List.copyOf(fields);
    }

    /** A tool that a room of its own knows how to keep. */
    public Tool(String key, String name, String purpose, String caution, List<Field> fields) {
        this(key, name, purpose, caution, fields, Optional.empty());
    }

    /**
     * How a tool is kept that needs no room of its own: as a list of pages, or as one page for each practice.
     *
     * @param heading what stands over the list, or over the one page
     * @param none what is said as long as there is none
     * @param write what the button says that begins one
     * @param title the field that stands for a page in the list; empty where there is one page
     * @param practice the field that says which practice a page is about; empty for the one in focus
     * @param reads who reads it
     * @param writes who writes and edits it; a page of a list is deleted by its author alone
     */
    public record Page(String heading, String none, String write, Optional<String> title, Optional<String> practice,
            Party reads, Party writes, Extras extras) {
        /** Whether there is a list of them. */
        public boolean many() {
            return title.isPresent();
        }
    }

    /**
     * What a page may have beside.
     *
     * @param word what is typed after {@code /coach}, with what help says of it
     * @param news how a new page is told in the week's summary; empty where it is not
     * @param fact which fact its pages count for
     * @param history whether earlier versions can be read
     * @param guarded whether words that look like a name are asked about before they are kept
     */
    public record Extras(Optional<Word> word, String news, Optional<Fact> fact, boolean history, boolean guarded) {}

    /** A command. */
    public record Word(String word, String help) {}

    /** Whose a page is to read or to write. */
    public enum Party {
        TEAM, MEMBERS, MEMBERS_AND_COACHES, COACHES, COACHES_AND_LEADERS, LEADERS
    }

    public Optional<Field> field(String key) {
        return fields.stream().filter(field -> field.key().equals(key)).findFirst();
    }

    /** Whether it has all of these fields, each of this kind; a room that needs them stays out of sight where not. */
    public boolean asks(Map<String, Kind> needed) {
        return needed.entrySet().stream().allMatch(
                one -> field(one.getKey()).filter(field -> field.kind() == one.getValue()).isPresent());
    }

    /**
     * A field of a tool.
     *
     * @param hint may be empty
     * @param options for CHOICE and MANY, as written; one of {@link #LISTS} stands for a list of the guide
     */
    public record Field(String key, Kind kind, String label, String hint, List<String> options, boolean optional) {
        public Field {
            options = List.copyOf(options);
        }

        /** What can be chosen: the guide's lists filled in with their keys; an option of its own is its own key. */
        public List<Term> choices(Guide guide) {
            return options.stream().flatMap(option -> filled(option, guide)).toList();
        }
    }

    /** How a field is filled in; COUNT is n of m, LINE one line, TEXT several. */
    public enum Kind {
        LINE, TEXT, CHOICE, MANY, DATE, TIME, NUMBER, COUNT, PERSON, LINK
    }

    /** Options that stand for a list of the guide. */
    static final List<String> LISTS = List.of("{practices}", "{levels}", "{phases}", "{impact}", "{evidence}",
            "{rhythms}", "{models}");

    private static Stream<Term> filled(String option, Guide guide) {
        var work = guide.workbook();
        return switch (option) {
            case "{practices}" -> guide.practices().stream().map(one -> new Term(one.key(), one.name(), ""));
            case "{levels}" -> guide.levels().stream().map(one -> new Term(one.key(), one.name(), one.gist()));
            case "{phases}" -> work.introduction().cycle().stream().flatMap(cycle -> cycle.phases().stream())
                    .map(one -> new Term(one.key(), one.name(), one.text()));
            case "{impact}" -> work.trying().impact().stream()
                    .map(one -> new Term(one.key(), one.name(), one.question()));
            case "{evidence}" -> work.trying().evidence().stream().map(one -> new Term(one.key(), one.name(), ""));
            case "{models}" ->
                work.coaching().models().stream().map(one -> new Term(one.key(), one.name(), one.text()));
            case "{rhythms}" -> Stream.of(Rhythm.values()).map(one -> new Term(one.key(), one.words(), ""));
            default -> Stream.of(new Term(option, option, ""));
        };
    }
}
