package dev.stagecoach.coaching.stage;

import java.util.ArrayList;
import java.util.List;

import dev.stagecoach.chat.Access.Who;
import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Carried.Work;
import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.Ways;
import dev.stagecoach.coaching.stage.Proposal.Answer;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.people.Team;

/** What a proposal looks like: in the channel, to whoever may answer it, and when it is answered. */
final class ProposalCards {
    private final StageWords words;

    ProposalCards(Guide guide) {
        this.words = new StageWords(guide);
    }

    /** The message in the channel, which changes with the answer. */
    Card inChannel(Proposal proposal, Roles roles) {
        var card = said(proposal);
        return switch (proposal.answer()) {
            case Answer.Open _ -> card.buttons(answers(proposal, roles)).footnote(proposal.forMembers(roles)
                    ? "A member seconds it or says what is missing: the team has no other coach."
                    : "A coach of the team answers.");
            case Answer.Countersigned(var by, _) ->
                card.footnote(Text.of("Countersigned by ").mention(by).plus("."));
            case Answer.Seconded(var by, _) -> card.footnote(Text.of("Seconded by ").mention(by).plus("."));
            case Answer.NotYet(var by, var word, _) ->
                card.text(Text.of("Not yet, says ").mention(by).plus(":")).quote(word);
            case Answer.TakenBack _ -> card.footnote(Text.of("Taken back by ").mention(proposal.by()).plus("."));
            case Answer.Overtaken _ -> card.footnote("The team has since moved in another way, so this is over.");
        };
    }

    private Card said(Proposal proposal) {
        return Card.titled("Somebody proposes a move " + words.move(proposal.from(), proposal.to()) + ".")
                .text(Text.mentioning(proposal.by()).plus(" proposes to move "
                        + words.move(proposal.from(), proposal.to()) + " with " + words.practice(proposal.practice())
                        + "."))
                .quote(proposal.reason());
    }

    private static List<Button> answers(Proposal proposal, Roles roles) {
        return List.of(ProposalActions.COUNTERSIGN.primary(
                proposal.forMembers(roles) ? "Second it" : "Countersign", proposal.id()),
                ProposalActions.NOT_YET.button("Not yet", proposal.id()));
    }

    /** A proposal that waits, with what this viewer can do about it. */
    Card waiting(Proposal proposal, Viewer viewer) {
        var buttons = new ArrayList<Button>();
        if (viewer.answers(proposal)) {
            buttons.addAll(answers(proposal, viewer.roles()));
        }
        if (viewer.proposed(proposal)) {
            buttons.add(ProposalActions.TAKE_BACK.button("Take it back", proposal.id()));
        }
        if (viewer.roles().coaches().isEmpty() && viewer.standing().isMember()) {
            buttons.add(Ways.TAKE_OVER.button("Take over as coach", proposal.team()));
        }
        var card = said(proposal).buttons(buttons);
        return viewer.answers(proposal) ? card : card.footnote(waitsFor(proposal, viewer));
    }

    private static String waitsFor(Proposal proposal, Viewer viewer) {
        if (proposal.forMembers(viewer.roles())) {
            return "This is waiting for a team member to second it.";
        }
        if (viewer.roles().coaches().isEmpty()) {
            return "The team has no coach right now. A member can take over and then answer this.";
        }
        return viewer.standing().isCoach()
                ? "This is waiting for another coach on the team."
                : "This is waiting for a coach on the team.";
    }

    /** For the proposer, just now. */
    Card proposed(Proposal proposal, Viewer viewer) {
        return Card.saying("Proposed. I will tell the channel, and "
                + (proposal.forMembers(viewer.roles()) ? "a member seconds it" : "a coach countersigns it")
                + " or says what is missing.").then(waiting(proposal, viewer));
    }

    /** For whoever wished something else while this waits. */
    Card another(Proposal proposal, Viewer viewer) {
        return Card.saying("One proposal is already open, and a journey takes one at a time. The next can follow "
                + "once this one is answered.").then(waiting(proposal, viewer));
    }

    Card moved(String stage) {
        return Card.saying("Your team is now in the stage " + words.stage(stage)
                + ". I will tell the channel.");
    }

    /** What is said in the channel when somebody turned it down. */
    Card turnedDown(Proposal proposal, Answer.NotYet no) {
        return Card.titled("Not yet: the team stays in " + words.stage(proposal.from()) + " for now.")
                .text(Text.of("To the move ").plus(words.move(proposal.from(), proposal.to()) + " that ")
                        .mention(proposal.by()).plus(" proposed, ").mention(no.by()).plus(" says: not yet."))
                .quote(no.word())
                .buttons(StagePageActions.VIEW.button("See the stage",
                        new Work(proposal.team(), proposal.practice())))
                .footnote("Propose it again whenever you think it is time.");
    }

    /** Why this viewer cannot answer it, and who does. */
    String notYours(Proposal proposal, Viewer viewer, Team team) {
        var members = proposal.forMembers(viewer.roles());
        if (!viewer.proposed(proposal)) {
            return "This is for " + (members ? Who.MEMBERS : Who.COACHES).words() + " in " + team.name() + ".";
        }
        var coach = viewer.standing().isCoach() ? "another coach of the team" : "a coach of the team";
        return "This one is your own, so " + (members ? "a member of the team seconds it" : coach + " countersigns it")
                + ". You can take it back in /coach stage.";
    }

    /** Why nothing happened: it was answered before. */
    String over(Proposal proposal) {
        return switch (proposal.answer()) {
            case Answer.Open _ -> "This proposal is still open.";
            case Answer.Countersigned _ -> "This proposal has already been countersigned, and the team has moved to "
                    + words.stage(proposal.to()) + ".";
            case Answer.Seconded _ -> "This proposal has already been seconded, and the team has moved to "
                    + words.stage(proposal.to()) + ".";
            case Answer.NotYet _ -> "Somebody has already answered this proposal: not yet.";
            case Answer.TakenBack _ -> "This proposal has been taken back.";
            case Answer.Overtaken _ -> "The team has since moved to another stage, so this proposal is over.";
        };
    }

    /** One line for the next step of whoever answers. */
    String asked(Proposal proposal, String name) {
        return name + " proposes to move " + words.move(proposal.from(), proposal.to()) + ".";
    }
}
