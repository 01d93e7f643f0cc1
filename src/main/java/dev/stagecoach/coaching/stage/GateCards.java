package dev.stagecoach.coaching.stage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Carried.WorkPart;
import dev.stagecoach.chat.Text;
import dev.stagecoach.people.Team;

/** What gates look like: a line each, and below them a button for each thing that is missing. */
final class GateCards {
    private static final int RECEIPTS_SHOWN = 3;

    /**
     * The card with these gates below.
     *
     * @param acting the practice, where the reader may take a waiver back
     * @param mine those that the reader can help with, of whichever outcome; the button of the first stands out
     */
    Card of(Card card, Team team, List<GateStatus> gates, List<GateStatus> mine, Optional<String> acting) {
        return card.bullets(gates.stream().map(GateCards::line).toList()).buttons(ways(team, gates, mine))
                .buttons(acting.map(practice -> back(team, gates, practice)).orElse(List.of()));
    }

    private static List<Button> back(Team team, List<GateStatus> gates, String practice) {
        return gates.stream().filter(one -> one.state() instanceof GateStatus.State.Waived)
                .map(one -> Gates.TAKE_BACK.button("Take back the waiver: " + one.gate().button(),
                        new WorkPart(team.id(), practice, one.gate().key())))
                .toList();
    }

    /** Two gates may be opened by the same button. */
    private static List<Button> ways(Team team, List<GateStatus> gates, List<GateStatus> mine) {
        var buttons = new LinkedHashMap<String, Button>();
        for (var one : gates) {
            if (mine.contains(one) && one.state() instanceof GateStatus.State.Open open) {
                var button = one.equals(mine.getFirst())
                        ? Button.primary(one.gate().button(), open.click(), team.id().value())
                        : Button.of(one.gate().button(), open.click(), team.id().value());
                buttons.putIfAbsent(open.click() + " " + one.gate().button(), button);
            }
        }
        return List.copyOf(buttons.values());
    }

    private static Text line(GateStatus passing) {
        var text = passing.gate().text();
        return switch (passing.state()) {
            case GateStatus.State.Met(var receipts) -> receipts.isEmpty()
                    ? Text.bolded("Met: ").plus(text + ".")
                    : Text.bolded("Met: ").plus(text + ". ").quiet(shown(receipts));
            case GateStatus.State.Open(_, var soFar, var obstacle) -> Text.bolded("Open: ").plus(text + "."
                    + soFar.map(one -> " So far " + one.there() + " of " + one.needed() + ".").orElse("")
                    + (obstacle.isEmpty() ? "" : " " + obstacle));
            case GateStatus.State.Waived(var waiver) -> Text.bolded("Waived: ").plus(text + ". ").mention(waiver.by())
                    .plus(": ").quiet(waiver.reason());
        };
    }

    private static String shown(List<String> receipts) {
        var more = receipts.size() - RECEIPTS_SHOWN;
        return String.join(" ", receipts.stream().limit(RECEIPTS_SHOWN).toList())
                + (more > 0 ? " And " + more + " more." : "");
    }
}
