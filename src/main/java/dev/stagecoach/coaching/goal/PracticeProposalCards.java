package dev.stagecoach.coaching.goal;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;

import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Carried.Work;
import dev.stagecoach.chat.DateText;
import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.Ways;
import dev.stagecoach.coaching.goal.PracticeProposal.Outcome;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.Practice;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Standing;
import dev.stagecoach.people.Visibility;

/** What the proposal of a practice looks like: in the channel, to whoever asks, and when it has ended. */
final class PracticeProposalCards {
    private static final String QUESTION = "Shall we take this up?";
    private final Guide guide;

    PracticeProposalCards(Guide guide) {
        this.guide = guide;
    }

    /** Who looks, when, and in which zone the team is. */
    record Looking(PersonId person, Standing standing, Instant now, ZoneId zone) {}

    /** The message in the channel, which changes with each answer and says at last what became of it. */
    Card inChannel(PracticeProposal proposal, PracticeVote vote, ZoneId zone) {
        var card = said(proposal);
        return switch (proposal.outcome()) {
            case Outcome.Open _ -> asked(card, proposal, vote, zone)
                    .buttons(PracticeProposalActions.YES.primary("Yes", proposal.id()),
                            PracticeProposalActions.NO.button("No", proposal.id()),
                            PracticeProposalActions.SEE.button("See details", proposal.id()))
                    .footnote(rule(proposal, vote));
            case Outcome.Chosen(_, var yes, var members) -> card
                    .text(Text.bolded("The team will take it up: ").plus(yes + " of " + members + " said yes."))
                    .buttons(Ways.WRITE_GOAL.primary("Write the goal", proposal.team()));
            case Outcome.NotChosen _ -> again(card.text(notTakenUp(proposal)), proposal);
            case Outcome.TakenBack _ -> card.footnote(Text.of("Taken back by ").mention(proposal.by()).plus("."));
            case Outcome.Overtaken _ -> card.text(over(proposal))
                    .buttons(Ways.CHOOSE_PRACTICE.button("Propose another practice", proposal.team()));
        };
    }

    private Card said(PracticeProposal proposal) {
        return Card.titled("Shall the team take up " + name(proposal) + "?")
                .text(Text.mentioning(proposal.by()).plus(" proposes that our team takes up ").bold(name(proposal))
                        .plus("."))
                .quote(proposal.reason());
    }

    private static Card asked(Card card, PracticeProposal proposal, PracticeVote vote, ZoneId zone) {
        return card.text(Text.bolded(QUESTION)).text(vote.yes() + " of " + vote.members() + " said yes, " + vote.no()
                + " no; open until " + DateText.near(proposal.closes(), zone) + ".");
    }

    private static String rule(PracticeProposal proposal, PracticeVote vote) {
        var enough = proposal.ofCoach()
                ? vote.needed() == 1 ? "a member says" : "two members say"
                : "more than half of the members say";
        return "The team takes it up as soon as " + enough + " yes. Members can change their answer while it is "
                + "open, and I do not tell anyone who said what"
                + (vote.members() < Visibility.TEAM_MINIMUM ? "; in a very small team people may guess." : ".");
    }

    private static Card again(Card card, PracticeProposal proposal) {
        return card.buttons(
                Ways.TAKE_UP.button("Propose again", new Work(proposal.team(), proposal.practice())));
    }

    private String notTakenUp(PracticeProposal proposal) {
        return proposal.outcome() instanceof Outcome.NotChosen(_, var yes, var members)
                ? "The team will not take up " + name(proposal) + " for now: " + yes + " of " + members + " said yes."
                : "";
    }

    /** What is said in the channel when it was not chosen. */
    Card notChosen(PracticeProposal proposal) {
        return again(Card.saying(notTakenUp(proposal)), proposal);
    }

    /** An open proposal, with what this viewer can do about it. */
    Card page(PracticeProposal proposal, PracticeVote vote, Looking viewer) {
        var card = asked(said(proposal), proposal, vote, viewer.zone());
        var buttons = new ArrayList<Button>();
        if (viewer.standing().isMember()) {
            buttons.add(PracticeProposalActions.YES.primary("Yes", proposal.id()));
            buttons.add(PracticeProposalActions.NO.button("No", proposal.id()));
        }
        if (viewer.standing().isCoach()) {
            var may = vote.mayClose(proposal.over(viewer.now()));
            card = card.text(may ? "You can close the vote now." : closing(proposal, viewer.zone()));
            if (may) {
                buttons.add(PracticeProposalActions.CLOSE.primary("Close the vote", proposal.id()));
            }
        }
        if (viewer.person().equals(proposal.by())) {
            buttons.add(PracticeProposalActions.TAKE_BACK.button("Take it back", proposal.id()));
        }
        return card.buttons(buttons).footnote(rule(proposal, vote));
    }

    /** When a coach may close it. */
    String closing(PracticeProposal proposal, ZoneId zone) {
        return "You can close the vote when everybody has answered or too few are left to say yes; on "
                + DateText.near(proposal.closes(), zone) + " I will close it myself.";
    }

    /** For the proposer, just now. */
    Card proposed(Card page) {
        return Card.saying("Proposed. I will tell the channel, and the members say yes or no.").divider()
                .then(page);
    }

    /** For whoever wished for another practice meanwhile. */
    Card another(Card page) {
        return Card.saying("Your team is already voting on one practice, and answers one question at a time.")
                .divider().then(page);
    }

    /** Why a form stays open: the team is asked about another practice. */
    String clash(PracticeProposal other, String name) {
        return name + " has proposed " + name(other) + " already, and a team answers one question at a time. Copy "
                + "what you wrote, close this form, and look at /coach goal.";
    }

    /** Why nothing happened: it has ended. */
    String over(PracticeProposal proposal) {
        return switch (proposal.outcome()) {
            case Outcome.Open _ -> "This vote is still open.";
            case Outcome.Chosen _ -> "This vote is over: the team has taken up " + name(proposal) + ".";
            case Outcome.NotChosen _ -> "This vote is over. " + notTakenUp(proposal);
            case Outcome.TakenBack _ -> "This proposal has been taken back.";
            case Outcome.Overtaken _ -> "This vote is over: the guide no longer has this practice.";
        };
    }

    /** One line for the next step of a member who has not answered. */
    String question(PracticeProposal proposal, String name) {
        return name + " proposes to take up " + name(proposal) + ". Say yes or no.";
    }

    /** One line for the coach's next step. */
    String mayClose(PracticeProposal proposal) {
        return "The vote on " + name(proposal) + " can be closed.";
    }

    /** One line for whoever waits with the others. */
    String waits(PracticeProposal proposal, ZoneId zone) {
        return "The team is voting on " + name(proposal) + " until " + DateText.near(proposal.closes(), zone) + ".";
    }

    private String name(PracticeProposal proposal) {
        return guide.practice(proposal.practice()).map(Practice::name).orElse(proposal.practice());
    }
}
