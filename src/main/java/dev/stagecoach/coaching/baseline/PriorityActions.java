package dev.stagecoach.coaching.baseline;

import java.util.function.Supplier;

import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.FormReader;
import dev.stagecoach.coaching.workbook.Entries;
import dev.stagecoach.coaching.workbook.Target;
import dev.stagecoach.coaching.workbook.ToolSubmissions;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.people.People;

/** Saying what comes first. */
final class PriorityActions {
    private final People people;
    private final Guide guide;

    PriorityActions(People people, Guide guide) {
        this.people = people;
        this.guide = guide;
    }

    Reply open(CallContext here) {
        var present = Priorities.of(here.tx(), people.gate(), here.teamId());
        return new Reply.Open(Priorities.form(guide).open(Priorities.target(here.teamId(), present),
                present.map(before -> before.filled().entries()).orElse(Entries.EMPTY)));
    }

    /** @param page shows the baseline as it is now */
    Reply save(CallContext here, Target target, Supplier<Card> page) {
        var sent = here.submission();
        var form = Priorities.form(guide);
        var reading = new FormReader(sent.answers());
        var entries = Priorities.read(form, reading, sent.answers());
        return new ToolSubmissions(people, Priorities.store(), form).guarded(here, target, reading, entries,
                _ -> new Reply.ToYou(page.get()));
    }
}
