package dev.stagecoach.coaching.home;

import java.util.Comparator;
import java.util.List;

import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Command;
import dev.stagecoach.chat.Command.Audience;
import dev.stagecoach.chat.Field;
import dev.stagecoach.chat.Form;
import dev.stagecoach.chat.Text;

/** What somebody can type, one line each; only what is theirs to use. */
record Help(List<Command> forAll, List<Command> forCoaching) {
    private static final String GIST = "I coach your team step by step. /coach alone always shows what comes next for"
            + " you.";
    private static final String PRIVACY = "What you rate and reflect on stays yours unless you share it. Leaders never"
            + " see what a person said.";

    /** Bare /coach first: it is enough to know that one.
     *
     * @param mine the commands that this person may use
     */
    static Help over(List<Command> mine) {
        return new Help(mine.stream().filter(command -> !coaching(command.audience()))
                .sorted(Comparator.comparing(command -> !command.word().isEmpty())).toList(),
                mine.stream().filter(command -> coaching(command.audience())).toList());
    }

    private static boolean coaching(Audience audience) {
        return switch (audience) {
            case ANYONE, TEAM, MEMBERS_AND_COACHES -> false;
            case COACHES, COACHES_AND_LEADERS -> true;
        };
    }

    Card card() {
        var card = Card.titled("What I can do").text(GIST).bullets(lines(forAll));
        if (!forCoaching.isEmpty()) {
            card = card.text(Text.bolded("For coaches and leaders")).bullets(lines(forCoaching));
        }
        return card.footnote(PRIVACY);
    }

    Form page() {
        var words = Text.of(GIST);
        for (var command : forAll) {
            words = line(words.plus("\n"), command);
        }
        if (!forCoaching.isEmpty()) {
            words = words.plus("\n\n").bold("For coaches and leaders");
        }
        for (var command : forCoaching) {
            words = line(words.plus("\n"), command);
        }
        return Form.page("home.help", "What I can do",
                List.of(new Field.Words(words), new Field.Words(Text.of(PRIVACY))));
    }

    private static List<Text> lines(List<Command> commands) {
        return commands.stream().map(command -> line(Text.of(""), command)).toList();
    }

    private static Text line(Text before, Command command) {
        return before.bold(("/coach " + command.word()).strip()).plus(" " + command.help());
    }
}
