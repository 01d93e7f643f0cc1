package dev.stagecoach.coaching.rounds;

import java.util.ArrayList;
import java.util.List;

import dev.stagecoach.chat.Plural;
import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.ChannelAudience;
import dev.stagecoach.people.VisibilityMode;

/** The modes in words, the same wherever they are spoken of. */
public final class ModeWords {
    private ModeWords() {}

    /** As a heading or a fact. */
    public static String name(VisibilityMode mode) {
        return switch (mode) {
            case CONFIDENTIAL -> "Counts, once five have answered";
            case OPEN -> "Open among ourselves";
            case JOINT -> "One placement together";
        };
    }

    /**
     * Who sees what, in a few sentences; leaders in each of them.
     *
     * @param agreed the leaders to whose reading in the channel the team has agreed
     */
    public static String meaning(VisibilityMode mode, ChannelAudience agreed) {
        return switch (mode) {
            case CONFIDENTIAL -> "Nobody but you sees what you place. The team and its coach see how many chose each"
                    + " level, once five or more have answered. "
                    + leaders(agreed, "School leaders see neither, only the answers"
                            + " of at least three teams added up.");
            case OPEN -> "Team members see what each other placed. The coach sees counts, however few. Notes stay "
                    + "with their authors. "
                    + leaders(agreed, "School leaders see none of it.");
            case JOINT -> "Nobody answers alone, and I keep nothing about any one person: you talk each practice "
                    + "through and write down the one level you agree on. "
                    + leaders(agreed, "School leaders do not see it.");
        };
    }

    private static String leaders(ChannelAudience agreed, String otherwise) {
        return agreed.leaders().isEmpty()
                ? otherwise
                : "As you agreed, " + agreed.names() + " can read the channel, and so "
                        + Plural.either(agreed.leaders().size(), "sees", "see") + " the team's result there.";
    }

    /** What somebody is to know before the first choice, in one sentence. */
    static Text beforeChoosing(VisibilityMode mode) {
        var who = mode == VisibilityMode.OPEN
                ? "Your team sees what you choose once the round closes, as you agreed."
                : "Only you see what you choose. Your team sees counts, once five have answered.";
        return Text.bolded(who).plus(" The person who runs our server could look; confidential is not legally "
                + "secret.");
    }

    /**
     * The same at length.
     *
     * @param readers who can see by name what is chosen
     */
    static List<Text> more(VisibilityMode mode, ChannelAudience agreed, String readers) {
        var all = new ArrayList<Text>();
        all.add(Text.bolded("With your name on it. ").plus("Who can see where you place yourself: " + readers + "."));
        all.add(Text.bolded("Your choices. ").plus(meaning(mode, agreed)));
        all.add(Text.bolded("Your notes, whom you had in mind and how sure you are. ")
                .plus("They stay with you. I never show them to anyone, and they go into no figure."));
        all.add(Text.bolded("Until the round closes. ").plus("Nobody sees any result, only how many have begun."));
        all.add(Text.bolded("The server. ").plus("I run on your school's or district's own machine. The person who "
                + "looks after it could open my database, though nothing I show leads there."));
        all.add(Text.bolded("The law. ").plus("This is not part of any evaluation. Still, confidential is not legally"
                + " secret: public-records law can reach what a district writes. So leave names out."));
        return all;
    }
}
