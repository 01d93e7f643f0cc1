package dev.stagecoach.coaching.ask;

import java.util.List;
import java.util.Optional;

import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.Button.Confirm;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Card.Fact;
import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.Ways;
import dev.stagecoach.coaching.feedback.FeedbackRoom;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.TeamId;

/** What a request for help looks like in chat. */
final class AskCards {
    private static final String PRIVATE = "Only you and your team's coaches see this.";

    private AskCards() {}

    /** @param asked what is asked; empty once it was withdrawn */
    static Card forCoach(HelpRequest request, List<Fact> asked, PersonId coach) {
        var card = Card.titled("Somebody on your team is asking for help")
                .text(Text.mentioning(request.person()).plus(" is asking for help.")).facts(asked);
        return switch (request.state()) {
            case OPEN -> card.buttons(AskRoom.TAKE.primary("I’ll take it", request.id()))
                    .footnote("Only the team's coaches see this; the team and its leaders do not.");
            case TAKEN -> request.coach().equals(Optional.of(coach))
                    ? card.text("You have this one. Tell me when it is done.")
                            .buttons(AskRoom.DONE.primary("Done", request.id()))
                    : card.text(taken(request));
            case DONE -> card.text("This is done.");
            case WITHDRAWN -> card.text("They no longer need help with this.");
        };
    }

    static Card forAuthor(HelpRequest request, List<Fact> asked) {
        var card = Card.titled("You asked for help").text(Text.bolded("You asked for help.")).facts(asked);
        return switch (request.state()) {
            case OPEN ->
                card.text("Your coach has it, and will get back to you.").buttons(withdraw(request)).footnote(PRIVATE);
            case TAKEN -> card.text(taken(request).plus(" They will get in touch with you.")).buttons(
                    AskRoom.DONE.primary("It is done", request.id()), withdraw(request)).footnote(PRIVATE);
            case DONE -> card.text("This is done.")
                    .buttons(Ways.ASK_HELP.button("Ask for help again", request.team()));
            case WITHDRAWN -> Card.saying("Taken back. I kept nothing of it.")
                    .buttons(Ways.ASK_HELP.button("Ask for help", request.team()));
        };
    }

    /** What stands with its author while nobody can help. */
    static Card withoutCoach(HelpRequest request, List<Fact> asked, boolean colleagues) {
        var title = "Your request has no coach right now";
        var ways = colleagues
                ? FeedbackRoom.OPEN.primary("Ask colleagues instead", request.team())
                : Ways.HOME.primary("See what comes next", Optional.of(request.team()));
        return Card.titled(title).heading(title).facts(asked)
                .text("Your coach no longer coaches this team. What you wrote is kept, and I pass it on as soon as "
                        + "the team has a new coach.")
                .buttons(ways, withdraw(request)).footnote(PRIVATE);
    }

    /** What stands with somebody who coached the team when the request was sent. */
    static Card notYours(TeamId team) {
        return Card.saying("You do not coach this team any more, so what was asked here is gone from your messages.")
                .buttons(Ways.HOME.button("What comes next for me", Optional.of(team)));
    }

    private static Text taken(HelpRequest request) {
        return request.coach().map(Text::mentioning).orElse(Text.of("A coach")).plus(" will help you with this.");
    }

    private static Button withdraw(HelpRequest request) {
        return AskRoom.WITHDRAW.danger("Take it back", request.id(), new Confirm("Take this back?",
                "This deletes what you wrote, in your coach's message too.", "Take it back"));
    }

    /** For a coach whom nobody asks. */
    static Card noneForCoach(TeamId team) {
        return Card.saying("Nobody on your team is asking for help right now.")
                .buttons(Ways.HOME.button("Where the team stands", Optional.of(team)));
    }
}
