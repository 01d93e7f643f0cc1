package dev.stagecoach.coaching.leader;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.Commitment;
import dev.stagecoach.people.People;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.View;
import dev.stagecoach.storage.Transaction;

/** What leaders have promised, as their team sees it. */
record LeaderPromises(People people, Log log, LogCards cards) {
    private static final int PROMISES_SHOWN = 12;
    private static final int ENTRIES_SHOWN = 3;

    /** What is shown to all who look from there, newest first. */
    List<Commitment> commitments(Transaction tx, Team team, View view) {
        return new SharedPromises(people).all(tx, team.id(), view).stream().map(SharedPromises.Shared::promise)
                .toList();
    }

    Card card(Transaction tx, Team team, View view, LocalDate today) {
        var promises = commitments(tx, team, view).stream()
                .sorted(Comparator.comparing((Commitment one) -> one.outcome().state())
                        .thenComparing(one -> one.by().orElse(LocalDate.MAX)))
                .limit(PROMISES_SHOWN).map(one -> one.line(today)).toList();
        var shown = log.shown(tx, team.id(), view);
        var done = shown.stream()
                .filter(item -> item.kind() == LogItem.Kind.ENTRY && !cards.gist(item).isEmpty()).limit(ENTRIES_SHOWN)
                .map(item -> Text.of(cards.gist(item) + goal(item, shown)).quiet(" (" + name(tx, item) + ")")).toList();
        if (promises.isEmpty() && done.isEmpty()) {
            return Card.saying("Your leaders have not shown " + team.name() + " a promise yet.")
                    .buttons(LeaderRoom.ASK.primary("Ask the leader", team.id()));
        }
        var card = Card.titled("What our leaders have promised").heading("What our leaders have promised")
                .bullets(promises);
        return done.isEmpty() ? card : card.text(Text.bolded("What they did recently")).bullets(done);
    }

    /** What an entry was for, where its leader shows that as well. */
    private static String goal(LogItem entry, List<LogItem> shown) {
        return shown.stream().filter(item -> GoalLink.of(entry).filter(item.id()::equals).isPresent())
                .flatMap(goal -> goal.promise().stream()).findFirst().map(words -> ", for: " + words).orElse("");
    }

    private String name(Transaction tx, LogItem item) {
        return new SharedPromises(people).name(tx, item);
    }
}
