package dev.stagecoach.coaching.leader;

import java.util.List;
import java.util.Optional;

import dev.stagecoach.chat.Field;
import dev.stagecoach.chat.Form;
import dev.stagecoach.coaching.FormReader;
import dev.stagecoach.coaching.workbook.Entries;

/** Which of a leader's own goals a log entry is for; asked only where there is one. */
final class GoalLink {
    private static final String KEY = "for_goal";

    private GoalLink() {}

    /**
     * The form with the question at its end.
     *
     * @param goals the leader's own in the team, newest first
     */
    static Form asked(Form form, List<LogItem> goals, Optional<String> linked) {
        if (goals.isEmpty()) {
            return form;
        }
        return form.and(new Field.Select(KEY, "For which goal of yours?", "", true,
                goals.stream().map(goal -> Field.Option.of(goal.id(), goal.promise().orElse(""))).toList(),
                linked.filter(id -> goals.stream().anyMatch(goal -> goal.id().equals(id)))));
    }

    /** The one that a new entry is for, unless its leader says otherwise: where only one is open. */
    static Optional<String> usual(List<LogItem> goals) {
        var open = goals.stream().filter(LogItem::open).map(LogItem::id).toList();
        return open.size() == 1 ? Optional.of(open.getFirst()) : Optional.empty();
    }

    static Entries read(FormReader reading, List<LogItem> goals, Entries entries) {
        var chosen = reading.oneOf(KEY, goals.stream().map(LogItem::id).toList(), "");
        return chosen.isEmpty() ? entries : entries.with(KEY, chosen);
    }

    /** The id of the goal that an entry is for. */
    static Optional<String> of(LogItem item) {
        return Optional.of(item.filled().entries().text(KEY)).filter(id -> !id.isEmpty());
    }
}
