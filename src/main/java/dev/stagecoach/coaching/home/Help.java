package dev.stagecoach.coaching.home;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import dev.stagecoach.chat.Access.Who;
import dev.stagecoach.chat.Action;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Field;
import dev.stagecoach.chat.Form;
import dev.stagecoach.chat.Text;

/**
 * What somebody can type, only what is theirs to use, on one screen: what people use every week and what coaches and
 * leaders use has a line each, the rest is named.
 */
record Help(List<Action.Typed> usual, List<Action.Typed> coaching, List<Action.Typed> more) {
    private static final String GIST = "I coach your team step by step. /coach alone always shows what comes next for"
            + " you.";
    private static final String PRIVACY = "What you rate and reflect on stays yours unless you share it. Leaders never"
            + " see what a person said.";
    private static final String FOR_COACHING = "For coaches and leaders";
    private static final String MORE = "Other commands: ";
    private static final String SAME = "These words do the same:";
    /** What people use every week. */
    private static final Set<String> USUAL = Set.of("", "stage", "goal", "plan", "reflect", "evidence", "try",
            "feedback", "learn", "why");

    /**
     * Bare /coach first: it is enough to know that one.
     *
     * @param mine the commands that this person may use
     */
    static Help over(List<Action.Typed> mine) {
        var coaching = mine.stream().filter(command -> coaching(command.action().action().access().who())).toList();
        var others = mine.stream().filter(command -> !coaching(command.action().action().access().who())).toList();
        return new Help(
                others.stream().filter(command -> USUAL.contains(command.word()))
                        .sorted(Comparator.comparing(command -> !command.word().isEmpty())).toList(),
                coaching, others.stream().filter(command -> !USUAL.contains(command.word())).toList());
    }

    private static boolean coaching(Who audience) {
        return switch (audience) {
            case ANYONE, TEAM, MEMBERS, MEMBERS_AND_COACHES, LEADERS -> false;
            case COACHES, COACHES_AND_LEADERS -> true;
        };
    }

    Card card() {
        var card = Card.titled("What I can do").text(GIST).bullets(lines(usual));
        if (!coaching.isEmpty()) {
            card = card.text(Text.bolded(FOR_COACHING)).bullets(lines(coaching));
        }
        card = more.isEmpty() ? card : card.text(named());
        return (aliases().isEmpty() ? card : card.text(aliases().get())).footnote(PRIVACY)
                .buttons(HomeRoom.ALL.button("Everything I can do", Optional.empty()));
    }

    Form page() {
        var fields = new ArrayList<Field>(List.of(new Field.Words(paragraph(Text.of(GIST), usual))));
        if (!coaching.isEmpty()) {
            fields.add(new Field.Words(paragraph(Text.bolded(FOR_COACHING), coaching)));
        }
        if (!more.isEmpty()) {
            fields.add(new Field.Words(named()));
        }
        aliases().ifPresent(words -> fields.add(new Field.Words(words)));
        fields.add(new Field.Words(Text.of(PRIVACY)));
        return Form.page(HomeRoom.HELP.id(), "What I can do", fields);
    }

    private Text named() {
        var words = Text.of(MORE);
        for (var place = 0; place < more.size(); place++) {
            words = words.plus(place == 0 ? "" : ", ").bold("/coach " + more.get(place).word());
        }
        return words.plus(".");
    }

    /** Other words for the same; empty where there are none. */
    private Optional<Text> aliases() {
        var known = Stream.of(usual, coaching, more).flatMap(List::stream)
                .filter(command -> !command.aliases().also().isEmpty()).toList();
        var words = Text.of(SAME);
        for (var command : known) {
            words = words.plus("\n").bold(("/coach " + command.word()).strip())
                    .plus(" " + String.join(", ", command.aliases().also()));
        }
        return known.isEmpty() ? Optional.empty() : Optional.of(words);
    }

    private static Text paragraph(Text heading, List<Action.Typed> commands) {
        var words = heading;
        for (var command : commands) {
            words = line(words.plus("\n"), command);
        }
        return words;
    }

    private static List<Text> lines(List<Action.Typed> commands) {
        return commands.stream().map(command -> line(Text.of(""), command)).toList();
    }

    /** It goes on after the command, whichever way its room writes it. */
    private static String begun(String help) {
        return help.substring(0, 1).toLowerCase(Locale.ROOT) + help.substring(1);
    }

    private static Text line(Text before, Action.Typed command) {
        return before.bold(("/coach " + command.word()).strip()).plus(" " + begun(command.help()));
    }
}
