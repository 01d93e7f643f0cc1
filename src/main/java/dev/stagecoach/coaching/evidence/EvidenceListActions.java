package dev.stagecoach.coaching.evidence;

import java.util.Optional;

import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Transaction;

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

        String format() {
            return (team + " " + from + " " + level).strip();
        }

        static Optional<Turn> parse(String value) {
            var parts = value.split(" ", -1);
            return parts.length >= 2 && parts.length <= 3 && parts[1].matches("\\d{1,6}") && !parts[0].isEmpty()
                    ? Optional.of(new Turn(new TeamId(parts[0]), Integer.parseInt(parts[1]),
                            parts.length == 3 ? parts[2] : ""))
                    : Optional.empty();
        }
    }

    Reply list(Call.Typed call) {
        return context.database().read(tx -> new Reply.ToYou(page(tx, Turn.first(call.inTeam()), call.person())));
    }

    Reply turn(Call.Click click) {
        return Turn.parse(click.value()).map(turn -> context.database()
                .read(tx -> context.mayLog(tx, turn.team(), click.person())
                        ? new Reply.Replace(page(tx, turn, click.person()))
                        : EvidenceRoom.NOT_YOURS))
                .orElse(EvidenceRoom.NOT_YOURS);
    }

    private Card page(Transaction tx, Turn turn, PersonId viewer) {
        var visible = context.people().gate().openAll(tx, viewer, context.store().of(tx, turn.team()));
        var team = context.people().teams().find(tx, turn.team());
        return visible.isEmpty() || team.isEmpty()
                ? EvidenceCards.none(turn.team())
                : context.cards(tx, turn.team()).page(turn, visible, viewer, team.get().zone());
    }

    Reply delete(Call.Click click) {
        return context.database().write(tx -> context.own(tx, click.value(), click.person()).<Reply>map(one -> {
            context.store().delete(tx, one.id());
            context.outbox().skip(tx, EvidenceContext.key(one.id()), "its author deleted the evidence");
            context.outbox().refresh(tx, EvidenceContext.key(one.id()));
            return new Reply.Replace(page(tx, Turn.first(one.team()), click.person()));
        }).orElse(EvidenceRoom.NOT_YOURS));
    }

    Reply approve(Call.Click click, boolean approved) {
        return context.database().write(tx -> context.store().find(tx, click.value())
                .filter(closed -> context.mayLog(tx, closed.team(), click.person()))
                .flatMap(closed -> context.people().gate().open(tx, click.person(), closed)).<Reply>map(one -> {
                    context.store().approve(tx, one.id(), approved);
                    context.outbox().refresh(tx, EvidenceContext.key(one.id()));
                    return new Reply.ToYou(Card.saying(approved
                            ? "School leaders may see this evidence now."
                            : "This evidence stays within the team."));
                }).orElse(EvidenceRoom.NOT_YOURS));
    }
}
