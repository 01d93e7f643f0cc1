package dev.stagecoach.coaching.rounds;

import java.util.List;
import java.util.Map;

import dev.stagecoach.chat.Access;
import dev.stagecoach.chat.Access.Who;
import dev.stagecoach.chat.Action;
import dev.stagecoach.chat.Action.Handled;
import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Carried;
import dev.stagecoach.chat.Carried.Begun;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.people.TeamId;

/** A small team that has agreed on it places itself together, in conversation. */
final class JointActions {
    static final Action<TeamId> PLACE = Action.click("assessment.joint", Carried.team(),
            Access.reads(Who.MEMBERS_AND_COACHES));
    private static final Reply NOT_AGREED = Reply.Refused
            .because(
                    "Placing together is for a team of fewer than five that has not agreed to be open. /coach "
                            + "visibility shows what your team agreed on.");

    private final VisibilityStore consents = new VisibilityStore();
    private final Guide guide;
    private final Rounds rounds;

    JointActions(Guide guide, Rounds rounds) {
        this.guide = guide;
        this.rounds = rounds;
    }

    List<Handled<?>> actions() {
        return List.of(
                PLACE.by((here, team) -> agreed(here) ? new Reply.Open(JointForm.of(team, guide)) : NOT_AGREED),
                JointForm.SEND.by(this::placed));
    }

    private Reply placed(CallContext here, Begun begun) {
        var placed = JointForm.read(here.submission().answers(), guide);
        if (placed.isEmpty()) {
            return new Reply.Mend(Map.of(JointForm.firstKey(guide), "Please place at least one side of one practice."));
        }
        if (!agreed(here)) {
            return NOT_AGREED;
        }
        rounds.placeTogether(here.tx(), new Rounds.Together(begun.id(), begun.team(), placed), here.person(),
                here.now());
        return new Reply.ToYou(Card.saying("Placed. I am posting the result in the channel now."));
    }

    private boolean agreed(CallContext here) {
        return consents.agreement(here.tx(), here.teamId(), here.now()).mayPlaceTogether();
    }
}
