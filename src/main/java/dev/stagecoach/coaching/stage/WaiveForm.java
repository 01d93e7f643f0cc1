package dev.stagecoach.coaching.stage;

import java.util.List;
import java.util.Optional;

import dev.stagecoach.chat.Access;
import dev.stagecoach.chat.Access.Who;
import dev.stagecoach.chat.Action;
import dev.stagecoach.chat.Field;
import dev.stagecoach.chat.Form;
import dev.stagecoach.coaching.FormReader;

/** The form in which a coach says which gate the team does without, and why. */
record WaiveForm(String gate, String reason) {
    static final Action<MoveForm.Seen> SEND = Action.form("journey.waive", MoveForm.SEEN, Access.writes(Who.COACHES));
    private static final String GATE = "gate";
    private static final String REASON = "reason";

    /** @param open the gates that can be waived, at least one */
    static Form form(Journey journey, List<GateStatus> open) {
        var options = open.stream()
                .map(one -> new Field.Option(one.gate().key(), one.gate().text(), "")).toList();
        return SEND.form("Waive a step", "Waive it", new MoveForm.Seen(journey),
                List.of(new Field.Pick(GATE, "Which one?", "", false, options, Optional.of(options.getFirst().value())),
                        new Field.LongText(REASON, "Why the team can skip it", "The team will read this.", false,
                                MoveForm.LONGEST, "")));
    }

    static WaiveForm read(FormReader reading, List<GateStatus> open) {
        return new WaiveForm(reading.oneOf(GATE, open.stream().map(one -> one.gate().key()).toList(), ""),
                reading.required(REASON, MoveForm.LONGEST,
                        "Please say in a sentence why, so that everybody can follow."));
    }
}
