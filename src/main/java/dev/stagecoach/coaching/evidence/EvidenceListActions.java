package dev.stagecoach.coaching.evidence;

import java.util.List;
import java.util.Optional;

import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Carried;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.evidence.Evidence.Shown;
import dev.stagecoach.people.TeamId;

/** The team's evidence page by page, and what can be done to an item there. */
final class EvidenceListActions {
    private final EvidenceContext context;

    EvidenceListActions(EvidenceContext context) {
        this.context = context;
    }

    /**
     * Which page is shown.
     *
     * @param from the first item, counted from 0
     * @param level the key of the impact level that is shown; empty for all
     */
    record Turn(TeamId team, int from, String level) {
        static final Carried<Turn> CARRIED = new Carried<>(
                turn -> (turn.team() + " " + turn.from() + " " + turn.level()).strip(), Turn::read,
                (_, turn) -> Optional.of(turn.team()));

        static Turn first(TeamId team) {
            return new Turn(team, 0, "");
        }

        Turn to(int other) {
            return new Turn(team, other, level);
        }

        Turn at(String other) {
            return new Turn(team, 0, other);
        }

        boolean shows(Evidence evidence) {
            return level.isEmpty() || evidence.finding().reach().impact().equals(level);
        }

        private static Optional<Turn> read(String value) {
            return Carried.parts(value, 2).map(two -> List.of(two.get(0), two.get(1), ""))
                    .or(() -> Carried.parts(value, 3)).filter(three -> three.get(1).matches("\\d{1,6}"))
                    .map(three -> new Turn(new TeamId(three.get(0)), Integer.parseInt(three.get(1)), three.get(2)));
        }
    }

    Reply list(CallContext here) {
        return new Reply.ToYou(page(here, Turn.first(here.teamId())));
    }

    Reply turn(CallContext here, Turn turn) {
        return new Reply.Replace(page(here, turn));
    }

    private Card page(CallContext here, Turn turn) {
        var visible = context.people().gate().openAll(here.tx(), here.person(),
                context.store().of(here.tx(), here.teamId()));
        return visible.isEmpty()
                ? EvidenceCards.none(here.teamId())
                : context.cards(here.tx(), here.teamId()).page(turn, visible, here.person(), here.team());
    }

    Reply delete(CallContext here, String id) {
        context.store().delete(here.tx(), id);
        context.outbox().skip(here.tx(), EvidenceContext.key(id), "its author deleted the evidence");
        context.outbox().refresh(here.tx(), EvidenceContext.key(id));
        return new Reply.Replace(page(here, Turn.first(here.teamId())));
    }

    /** Words that the team does not see yet go no further; the button stands only where it does. */
    Reply approve(CallContext here, String id, boolean approved) {
        if (context.opened(here, id).shown() == Shown.MINE) {
            return Reply.Refused.because("Only you can see this so far. Show it to your team first: /coach evidence "
                    + "list.");
        }
        context.store().show(here.tx(), id, approved ? Shown.LEADERS : Shown.TEAM);
        context.outbox().refresh(here.tx(), EvidenceContext.key(id));
        return new Reply.ToYou(Card.saying(approved
                ? "School leaders can see this now, without your name."
                : "This stays within your team."));
    }
}
