package dev.stagecoach.coaching.evidence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.chat.Field;
import dev.stagecoach.chat.Form;
import dev.stagecoach.chat.MessageRef;
import dev.stagecoach.coaching.CountFields;
import dev.stagecoach.coaching.Reading;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.Practice;
import dev.stagecoach.people.ChannelId;
import dev.stagecoach.people.TeamId;

/** The form that logs evidence, or changes an item. */
final class EvidenceForm {
    static final String ID = "evidence.log";
    static final int LONGEST_STATEMENT = 500;
    static final int LONGEST_LIMIT = 200;
    private static final CountFields COUNT = new CountFields("");

    private EvidenceForm() {}

    /** What stands in the form when it opens. */
    record Draft(String statement, Optional<Evidence.Finding> before, String practice) {}

    static Form form(Guide guide, Target target, Draft draft) {
        var before = draft.before();
        var fields = new ArrayList<Field>();
        fields.add(new Field.LongText("statement", "What you saw", "What students did or said. No student names.",
                false, LONGEST_STATEMENT, cut(draft.statement())));
        fields.addAll(COUNT.fields("How many", before.flatMap(Evidence.Finding::count)));
        fields.addAll(List.of(
                new Field.ShortText("cannot_show", "What it cannot show", "Such as: only one class, one day.", true,
                        LONGEST_LIMIT, before.map(Evidence.Finding::cannotShow).orElse("")),
                new Field.Select("type", "What sort", "", true, types(),
                        Optional.of(before.map(one -> one.type().name()).orElse("OBSERVATION"))),
                new Field.Select("practice", "Practice", "", true, practices(guide),
                        Optional.of(before.map(Evidence.Finding::practice).orElse(draft.practice()))
                                .filter(key -> guide.practice(key).isPresent())),
                new Field.Pick("highlight", "Worth showing others?", "Then the weekly summary names it.", true,
                        List.of(Field.Option.of("no", "No, just log it"), Field.Option.of("yes", "Yes")),
                        Optional.of(before.filter(Evidence.Finding::highlight).isPresent() ? "yes" : "no"))));
        return new Form(ID, before.isPresent() ? "Edit evidence" : "Log evidence", "Save", target.format(), fields);
    }

    static Evidence.Finding read(Reading reading, Guide guide) {
        var statement = reading.required("statement", LONGEST_STATEMENT, "Please write what you saw, in a sentence.");
        var count = COUNT.read(reading);
        var type = reading.oneOf("type", Arrays.stream(Evidence.Type.values()).map(Enum::name).toList(),
                "OBSERVATION");
        var practice = reading.oneOf("practice", guide.practices().stream().map(Practice::key).toList(), "");
        var highlight = reading.oneOf("highlight", List.of("no", "yes"), "no").equals("yes");
        return new Evidence.Finding(practice, Evidence.Type.valueOf(type), statement, count,
                reading.optional("cannot_show", LONGEST_LIMIT), highlight);
    }

    private static List<Field.Option> types() {
        return Arrays.stream(Evidence.Type.values()).map(type -> Field.Option.of(type.name(), type.words())).toList();
    }

    private static List<Field.Option> practices(Guide guide) {
        return guide.practices().stream().map(practice -> Field.Option.of(practice.key(), practice.name())).toList();
    }

    /** A longer text than the field takes is cut, never in the middle of a character. */
    private static String cut(String words) {
        if (words.length() <= LONGEST_STATEMENT) {
            return words;
        }
        var end = Character.isHighSurrogate(words.charAt(LONGEST_STATEMENT - 1))
                ? LONGEST_STATEMENT - 1
                : LONGEST_STATEMENT;
        return words.substring(0, end);
    }

    /** Which item the form writes. A new one has its id from the start, so that sending it twice logs it once. */
    record Target(TeamId team, String evidence, Optional<MessageRef> from) {

        String format() {
            return team + " " + evidence + from.map(ref -> " " + ref.channel() + " " + ref.ts()).orElse("");
        }

        static Optional<Target> parse(String context) {
            var parts = context.split(" ", -1);
            if ((parts.length != 2 && parts.length != 4) || parts[0].isEmpty()) {
                return Optional.empty();
            }
            var from = parts.length == 4
                    ? Optional.of(new MessageRef(ChannelId.parse(parts[2]), parts[3]))
                    : Optional.<MessageRef>empty();
            return Optional.of(new Target(new TeamId(parts[0]), parts[1], from));
        }
    }
}
