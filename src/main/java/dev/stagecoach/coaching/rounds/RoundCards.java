package dev.stagecoach.coaching.rounds;

import java.time.Instant;
import java.util.List;

import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Plural;
import dev.stagecoach.chat.Text;
import dev.stagecoach.guide.Sides;
import dev.stagecoach.people.ResponseRate;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.people.Visibility;

/** What is said about a round while it is open. */
final class RoundCards {
    private RoundCards() {}

    /**
     * For the coach: how far the round has come.
     *
     * @param afterClosing who sees the result then, without a full stop
     */
    static Card state(Round round, Rounds.Progress progress, Team team, String afterClosing) {
        var count = "Of " + Plural.of(progress.asked(), "person") + ", "
                + new ResponseRate(progress.tookPart(), progress.asked()).soFar() + " begun, and "
                + new ResponseRate(progress.finished(), progress.asked()).soFar() + " finished.";
        var card = Card.titled("Self-assessment in " + team.name() + ": " + count).heading("Self-assessment is open")
                .text(RoundWords.moment(Text.of(count + " It closes "), round.closesAt(), team.zone()).plus("."))
                .buttons(RoundActions.CLOSE.danger("Close and reveal", round.id(),
                        new Button.Confirm("Close and reveal now?", afterClosing + ", and nobody can change an "
                                + "answer after that.", "Close and reveal")),
                        RoundActions.MOVE.button("Change closing time", round.id()));
        return small(card, progress.asked());
    }

    /** For the coach of a small team, before anybody is asked in vain. */
    static Card tooFew(TeamId team, int members) {
        var title = "Your team is too small for a private round";
        return Card.titled(title).heading(title)
                .text("It has " + Plural.of(members, "member") + ", and with fewer than "
                        + Visibility.TEAM_MINIMUM + " answers I show no result: it would give people away. Two ways "
                        + "work well in a small team:")
                .bullets(List.of(
                        Text.bolded("Place yourselves together. ").plus("Talk each practice through, about ten minutes"
                                + " each, and write down the one level you agree on."),
                        Text.bolded("Be open with each other. ").plus("If every member says yes in private, you all "
                                + "see who placed what.")))
                .buttons(JointActions.PLACE.primary("Place us together", team),
                        VisibilityRoom.OPEN.button("Be open, if all agree", team),
                        RoundActions.ANYWAY.button("Open a private round anyway", team));
    }

    private static Card small(Card card, int members) {
        return members >= Visibility.TEAM_MINIMUM
                ? card
                : card.footnote("With fewer than " + Visibility.TEAM_MINIMUM + " answers, I show no result, because "
                        + "it would give people away. In a small team it works better to talk it through, with the "
                        + "full wording in front of you.");
    }

    /** For the coach: just opened. */
    static Card opened(Round round, int asked, Team team) {
        var whom = switch (asked) {
            case 0 -> "Nobody is on the team yet; I will ask people when they join.";
            case 1 -> "I am asking the one member privately now.";
            default -> "I am asking all " + asked + " members privately now.";
        };
        var card = Card.titled("The round is open. " + whom)
                .text(RoundWords.moment(Text.of("The round is open. " + whom + " It closes "), round.closesAt(),
                        team.zone()).plus(", and then I post the result in the channel."))
                .buttons(RoundActions.STATE.button("How is it going?", team.id()));
        return small(card, asked);
    }

    static Card moved(Round round, Instant closesAt, Team team) {
        return Card.titled("The round now closes at a different time.")
                .text(RoundWords.moment(Text.of("Noted. The round now closes "), closesAt, team.zone()).plus("."))
                .buttons(RoundActions.STATE.button("How is it going?", round.team()));
    }

    static Card closed() {
        return Card.saying("The round is closed. I will tell the team in the channel what came of it.");
    }

    /** For a member: the question. */
    static Card invite(Round round, Team team, Sides sides) {
        var where = "Where does your " + sides.group() + " stand?";
        return Card.titled(where + " About three minutes, private.")
                .heading(where)
                .text(RoundWords.moment(
                        Text.of(team.name() + " is looking at where it stands: " + practices(round)
                                + ", " + sides.student().within() + " and " + sides.system().within()
                                + ". It takes about three minutes; you can stop and come back, until "),
                        round.closesAt(), team.zone()).plus("."))
                .buttons(RatingActions.RATE.primary("Start", round.id()))
                .footnote(switch (round.mode()) {
                    case CONFIDENTIAL,
                            JOINT ->
                        "Your answers and notes stay private. The team sees counts, once the round has closed and "
                                + "only if at least " + Visibility.TEAM_MINIMUM + " people answered.";
                    case OPEN -> "As you agreed, the members of your team see what you place once the round has "
                            + "closed. Notes stay private. To say no, type /coach visibility.";
                });
    }

    private static String practices(Round round) {
        return Plural.of(round.practices().size(), "practice");
    }

    /** For a member who came to the end; only the number of pages, never what was chosen. */
    static Card done(Round round, OwnAnswers own, Team team) {
        var open = round.practices().size() - own.answered();
        var words = "Thank you. You placed " + own.answered() + " of " + practices(round) + "."
                + (open == 0 ? "" : " Anything you left open counts as not answered.");
        return Card.titled(words)
                .text(RoundWords.moment(Text.of(words + " You can change anything until "), round.closesAt(),
                        team.zone()).plus("; then I post the result in the channel."))
                .buttons(RatingActions.RATE.button("Look again", round.id()),
                        RatingActions.MINE.button("My answers", round.id()));
    }

    /** What becomes of a member's private message after the end. */
    static Card over(Round round, Team team) {
        return Card.titled("The self-assessment round has closed.")
                .text(Text.of("The self-assessment round has closed. See the result in ").channel(team.channel())
                        .plus("."))
                .buttons(RevealActions.RESULTS.button("See the result", round.team()),
                        RatingActions.MINE.button("My answers", round.id()));
    }
}
