package dev.stagecoach.coaching.report;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Card.Fact;
import dev.stagecoach.chat.Carried.Begun;
import dev.stagecoach.chat.DateText;
import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.Ways;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Ids;

/** What the report looks like in chat. */
final class ReportCards {
    private final String name;

    /** @param name what the guide calls the report */
    ReportCards(String name) {
        this.name = name;
    }

    /**
     * Where a report stands.
     *
     * @param written whether the team has written its part
     * @param approved whether leaders read it now
     */
    record State(boolean written, boolean approved) {}

    /** As it stands now, for members and coaches. */
    Card draft(TeamId team, List<ReportLine> lines, State state) {
        var card = lines(lines).footnote(state.approved()
                ? "Leaders see it as it was when you approved it."
                : "Leaders do not see it. One of you proposes showing it to them, and another confirms.");
        var buttons = new ArrayList<Button>();
        if (!state.written()) {
            return card.buttons(ReportRoom.WRITE.primary("Write your part", team));
        }
        var propose = ReportRoom.PROPOSE;
        var value = new Begun(team, Ids.next());
        buttons.add(state.approved()
                ? propose.button("Propose it as it is now", value)
                : propose.primary("Propose showing leaders", value));
        buttons.add(ReportRoom.WRITE.button("Edit your part", team));
        buttons.add(Ways.CLOSE_GOAL.button("Close this goal", team));
        if (state.approved()) {
            buttons.add(ReportRoom.CLOSE.button("Hide it from leaders", team));
        }
        return card.buttons(buttons);
    }

    /** As it was proposed. */
    Card proposed(TeamId team, Approval approval, boolean own) {
        var card = lines(approval.lines()).text(Text.of("Proposed for leaders by ").mention(approval.by())
                .plus(own
                        ? ". Another member or a coach needs to confirm it."
                        : ". Once you confirm, they can read "
                                + "exactly this."));
        var edit = ReportRoom.WRITE.button("Edit your part", team);
        return own
                ? card.buttons(edit)
                : card.buttons(ReportRoom.CONFIRM.primary("Yes, show leaders", new Begun(team, approval.id())),
                        edit);
    }

    /** For leaders. */
    Card approved(Approval approval, ZoneId zone) {
        return lines(approval.lines()).footnote("The team approved this report for you to read"
                + approval.approved().map(at -> " on " + DateText.dayAndYear(at, zone)).orElse("") + ".");
    }

    private Card lines(List<ReportLine> lines) {
        return Card.titled(name).heading(name)
                .facts(lines.stream().map(line -> Fact.of(line.heading(), line.words())).toList());
    }
}
