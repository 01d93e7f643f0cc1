package dev.stagecoach.coaching.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.chat.Carried;
import dev.stagecoach.chat.Field;
import dev.stagecoach.chat.Form;
import dev.stagecoach.chat.MessageRef;
import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.ChannelAudience;
import dev.stagecoach.coaching.CountFields;
import dev.stagecoach.coaching.FormReader;
import dev.stagecoach.coaching.evidence.Evidence.Finding;
import dev.stagecoach.coaching.evidence.Evidence.Reach;
import dev.stagecoach.coaching.evidence.Evidence.Shown;
import dev.stagecoach.people.ChannelId;
import dev.stagecoach.people.TeamId;

/** The form that logs evidence, or changes an item: a sentence is enough, and what says how far it carries stands below. */
final class EvidenceForm {
    static final int LONGEST_STATEMENT = 500;
    static final int LONGEST_LIMIT = 200;
    private static final String STATEMENT = "statement";
    static final String SHOWN = "shown";
    private static final int LONGEST_LINK = 1000;
    private static final CountFields COUNT = new CountFields("");

    private EvidenceForm() {}

    /** What was filled in: what was seen, and who is to see it. */
    record Sent(Finding finding, Shown shown) {}

    /**
     * Where it would stand.
     *
     * @param audience who reads in the team's channel
     * @param outside whether these words may not be posted there at all
     * @param now who can see it while it is its author's alone
     * @param shown who can see it once the team may
     */
    record Place(ChannelAudience audience, boolean outside, String now, String shown) {}

    /**
     * What stands in the form when it opens.
     *
     * @param shown who sees it; at first its author alone, because the quieter choice is the usual one
     */
    record Draft(String statement, Optional<Finding> before, Finding usual, Shown shown) {
        /** An empty form, or one that begins with these words, for the team's practice and goal. */
        static Draft fresh(String statement, String practice, String goal) {
            return new Draft(statement, Optional.empty(),
                    new Finding(practice, "", "", Optional.empty(), "", false, new Reach("", "", "", goal, "")),
                    Shown.MINE);
        }

        static Draft of(Finding finding, Shown shown) {
            return new Draft(finding.statement(), Optional.of(finding), finding, shown);
        }
    }

    static Form form(EvidenceOptions offered, Target target, Draft draft, Place place) {
        var before = draft.usual();
        var fields = new ArrayList<Field>();
        var statement = new Field.LongText(STATEMENT, "What you saw",
                "What " + offered.guide().sides().learners() + " did or said. No names.", false,
                LONGEST_STATEMENT, cut(draft.statement()));
        fields.addAll(place.outside()
                ? List.of(shown(draft, place), statement)
                : List.of(statement, shown(draft, place)));
        fields.addAll(COUNT.fields("How many", offered.guide().sides(), before.count()));
        if (!offered.types().isEmpty()) {
            fields.add(new Field.Pick("type", "What kind", "", true, offered.types(),
                    offered.known(offered.types(), before.type())));
        }
        var hint = offered.cannot(before.type()).orElse("For example: only one room, one day. If empty, I add the "
                + "usual caution.");
        fields.addAll(List.of(
                new Field.ShortText("cannot_show", "What it cannot show", hint, true, LONGEST_LIMIT,
                        before.cannotShow()),
                new Field.Select("practice", "Practice", "", true, offered.practices(),
                        offered.known(offered.practices(), before.practice()))));
        if (!place.outside()) {
            fields.add(new Field.Pick("highlight", "Worth showing others?",
                    "If your team can see it, the weekly summary will mention it.", true,
                    List.of(Field.Option.of("no", "No, just log it"), Field.Option.of("yes", "Yes")),
                    Optional.of(before.highlight() ? "yes" : "no")));
        }
        fields.addAll(reach(offered, before.reach()));
        return EvidenceRoom.SAVE.form(draft.before().isPresent() ? "Edit evidence" : "Log evidence", "Save", target,
                fields);
    }

    /** What is enough: what was seen, and who sees it. */
    static Form folded(Form form, Place place, Field more) {
        return form.foldedAfter(place.outside() ? STATEMENT : SHOWN, more);
    }

    /** Says before anything is posted where it will stand and who reads there. */
    private static Field shown(Draft draft, Place place) {
        if (place.outside()) {
            return new Field.Words(Text.bolded("Only you will see this. ").plus("The message is not from your team's"
                    + " channel, so I never post it. To show your team something, log it in your own words."));
        }
        return new Field.Pick(SHOWN, "Who sees it?", "Now: " + place.now() + ". If you choose your team: "
                + place.shown() + ", because I post it with your name in " + place.audience().channel()
                + "; it counts in the weekly summary.", false,
                List.of(
                        new Field.Option(Shown.MINE.name(), "Only me", "You can show your team later."),
                        Field.Option.of(Shown.TEAM.name(), "My team")),
                Optional.of(draft.shown() == Shown.MINE ? Shown.MINE.name() : Shown.TEAM.name()));
    }

    private static List<Field> reach(EvidenceOptions offered, Reach before) {
        var fields = new ArrayList<Field>();
        add(fields, "source", "Who saw it?", offered.known(offered.sources(), before.source()), offered.sources());
        add(fields, "impact", "What does it tell us about?", offered.known(offered.impact(), before.impact()),
                offered.impact());
        add(fields, "phase", "Phase of the learning cycle", offered.known(offered.phases(), before.phase()),
                offered.phases());
        add(fields, "goal", "Which goal is it for?", offered.known(offered.goals(), before.goal()), offered.goals());
        fields.add(new Field.ShortText("link", "Link", "Begins with https://", true, LONGEST_LINK, before.link()));
        return fields;
    }

    private static void add(List<Field> fields, String key, String label, Optional<String> initial,
            List<Field.Option> options) {
        if (!options.isEmpty()) {
            fields.add(new Field.Select(key, label, "", true, options, initial));
        }
    }

    /** Look at {@link FormReader#mend} before using it. */
    static Sent read(FormReader reading, EvidenceOptions offered, Place place) {
        var statement = reading.required(STATEMENT, LONGEST_STATEMENT, "Please write what you saw, in a sentence.");
        var count = COUNT.read(reading, offered.guide().sides());
        var type = oneOf(reading, "type", offered.types());
        var practice = oneOf(reading, "practice", offered.practices());
        var highlight = reading.oneOf("highlight", List.of("no", "yes"), "no").equals("yes");
        var reach = new Reach(oneOf(reading, "impact", offered.impact()), oneOf(reading, "phase", offered.phases()),
                reading.link("link", LONGEST_LINK), oneOf(reading, "goal", offered.goals()),
                oneOf(reading, "source", offered.sources()));
        var shown = Shown.valueOf(
                reading.oneOf(SHOWN, List.of(Shown.MINE.name(), Shown.TEAM.name()), Shown.MINE.name()));
        return new Sent(new Finding(practice, type, statement, count, reading.optional("cannot_show", LONGEST_LIMIT),
                highlight, reach), place.outside() ? Shown.MINE : shown);
    }

    private static String oneOf(FormReader reading, String key, List<Field.Option> options) {
        return reading.oneOf(key, options.stream().map(Field.Option::value).toList(), "");
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
        static final Carried<Target> CARRIED = new Carried<>(
                one -> one.team() + " " + one.evidence()
                        + one.from().map(ref -> " " + ref.channel() + " " + ref.ts()).orElse(""),
                Target::read, (_, one) -> Optional.of(one.team()));

        private static Optional<Target> read(String context) {
            return Carried.parts(context, 2)
                    .map(two -> new Target(new TeamId(two.get(0)), two.get(1), Optional.empty()))
                    .or(() -> Carried.parts(context, 4).flatMap(four -> ChannelId.find(four.get(2))
                            .map(channel -> new Target(new TeamId(four.get(0)), four.get(1),
                                    Optional.of(new MessageRef(channel, four.get(3)))))));
        }
    }
}
