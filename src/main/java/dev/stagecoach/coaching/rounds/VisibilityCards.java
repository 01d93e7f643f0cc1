package dev.stagecoach.coaching.rounds;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.DateText;
import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.ChannelAudience;
import dev.stagecoach.coaching.rounds.VisibilityStore.Consent;
import dev.stagecoach.people.Standing;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.VisibilityMode;

/** What is said about who sees what. */
final class VisibilityCards {
    private static final String QUESTION = "May the other members of your team see what you place?";

    private VisibilityCards() {}

    /**
     * Who looks.
     *
     * @param own what this person said, if anything
     * @param asked whether the team was asked in its channel
     * @param agreed the leaders to whose reading in the channel the team has agreed
     */
    record Seen(Standing standing, Optional<Consent> own, boolean asked, ChannelAudience agreed) {}

    static Card page(Team team, OpennessVote agreement, Seen seen) {
        var mode = agreement.inForce();
        var card = Card.titled("Who sees what you say about yourselves: " + ModeWords.name(mode) + ".")
                .heading("Who sees what")
                .text(Text.bolded(ModeWords.name(mode)).plus(". " + ModeWords.meaning(mode, seen.agreed())))
                .text(state(agreement));
        if (seen.standing().isMember()) {
            card = question(card, team, agreement, seen);
        }
        var buttons = seen.standing().isLeader() ? List.<Button>of() : more(team, mode, agreement, seen);
        return card.buttons(buttons).footnote(footnote(agreement, seen.standing()));
    }

    private static String state(OpennessVote agreement) {
        if (agreement.members() == 0) {
            return "The team has no members yet; people who join its channel become members.";
        }
        var count = Text.capital(agreement.rate().soFar()) + " answered.";
        return agreement.agreed().isPresent()
                ? "The team has settled on this. " + count
                : "This applies until the team has settled it. " + count
                        + " I count once everybody has, or a week after "
                        + "the question came to the channel.";
    }

    private static Card question(Card card, Team team, OpennessVote agreement, Seen seen) {
        var yes = VisibilityRoom.YES.button("Yes, openly", team.id());
        var no = VisibilityRoom.NO.button("No, keep mine private", team.id());
        var asked = card.divider().text(Text.bolded(QUESTION)).bullets(choices(agreement, seen.agreed()));
        return seen.own().map(said -> asked
                .text("You said " + (said.open() ? "yes" : "no") + " on " + day(said, team.zone())
                        + ". You can change it at any time.")
                .buttons(said.open() ? no : yes)).orElseGet(() -> asked.buttons(yes, no));
    }

    private static List<Text> choices(OpennessVote agreement, ChannelAudience agreed) {
        var otherwise = agreement.small() ? VisibilityMode.JOINT : VisibilityMode.CONFIDENTIAL;
        return List.of(
                Text.of("If everybody says yes: ").bold(ModeWords.name(VisibilityMode.OPEN)).plus(". "
                        + ModeWords.meaning(VisibilityMode.OPEN, agreed)),
                Text.of("If anybody says no: ").bold(ModeWords.name(otherwise))
                        .plus(". " + ModeWords.meaning(otherwise, agreed)));
    }

    private static List<Button> more(Team team, VisibilityMode mode, OpennessVote agreement, Seen seen) {
        var buttons = new ArrayList<Button>();
        if (!seen.asked() && agreement.answered() < agreement.members()) {
            buttons.add(VisibilityRoom.ASK.button("Ask the team", team.id())
                    .asking(new Button.Confirm("Ask the team?", "I post the question in the channel once; everybody "
                            + "answers in private.", "Ask the team")));
        }
        if (mode == VisibilityMode.JOINT) {
            buttons.add(JointActions.PLACE.primary("Place us together", team.id()));
        }
        return buttons;
    }

    private static String footnote(OpennessVote agreement, Standing standing) {
        if (!standing.isMember()) {
            return "Each member answers in private; I do not tell anyone who said what. A round keeps the rule in "
                    + "force when it opened.";
        }
        return "I do not tell anyone who said what"
                + (agreement.small() ? "; in a very small team people may guess" : "")
                + ". A round keeps the rule in force when it opened.";
    }

    /** After an answer: what it means now. */
    static Card answered(Card page, Consent said, boolean withdrawn) {
        var thanks = Card.saying(said.open()
                ? "Noted: yes, in private. It takes effect when everybody has said yes."
                : "Noted: no, in private. I do not tell anyone who said so.");
        return (withdrawn ? thanks.bullets(withdrawal()) : thanks).divider().then(page);
    }

    private static List<Text> withdrawal() {
        return List.of(Text.of("Rounds opened from now on do not show anyone's own placement."),
                Text.of("If an open round is running now, what you placed in it is removed when it closes: not "
                        + "counted, not shown, deleted. Unless you say yes again before then."),
                Text.of("What the team has already seen of closed rounds stays as it is."));
    }

    /** The question in the channel; it shows how many have answered, never who or what. */
    static Card inChannel(Team team, OpennessVote agreement, ChannelAudience agreed) {
        var title = "Who may see what each of us says about our own work?";
        var card = Card.titled(title).heading(title)
                .text("Each member says yes or no to one question, in private: " + QUESTION)
                .bullets(choices(agreement, agreed)).text(state(agreement));
        return card.buttons(VisibilityRoom.OPEN.primary("Answer in private", team.id()))
                .footnote("I do not tell anyone who said what. You can change your answer at any time.");
    }

    static Card agreed(Team team, VisibilityMode mode, ChannelAudience agreed) {
        return Card.saying("The team has agreed on who sees what: " + ModeWords.name(mode) + ".")
                .text(ModeWords.meaning(mode, agreed))
                .buttons(VisibilityRoom.OPEN.button("See it, or change yours", team.id()))
                .footnote("Each round keeps the rule in force when it opens, and says so.");
    }

    private static String day(Consent said, ZoneId zone) {
        return DateText.dayAndYear(said.at(), zone);
    }
}
