package dev.stagecoach.outbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Transaction;

/** The outbox in numbers, for those who look after a team or the bot. What stands in a thread counts as its message. */
public final class BacklogStore {

    /** The team's messages that were due since then, or are. */
    public Tally tally(Transaction tx, TeamId team, Instant since) {
        return tx.handle().createQuery("""
                select count(case when state = 'sent' then 1 end) as sent,
                    count(case when state in ('due', 'sending') and reason is null then 1 end) as waiting,
                    count(case when state in ('due', 'sending') and reason is not null then 1 end) as put_off,
                    count(case when state = 'skipped' then 1 end) as skipped,
                    count(case when state = 'failed' then 1 end) as failed
                from delivery where team = :team and due_at >= :since and parent is null
                """).bind("team", team).bind("since", since).mapTo(Tally.class).one();
    }

    private record Waiting(int number, Optional<Instant> oldest) {}

    /** What waits at {@code now}, and what has failed that was due since then. */
    public Backlog backlog(Transaction tx, Instant since, Instant now) {
        var failures = tx.handle().createQuery("""
                select coalesce(reason, '') as reason, count(*) as count from delivery
                where state = 'failed' and due_at >= :since group by reason order by count(*) desc, reason
                """).bind("since", since).mapTo(Backlog.Failure.class).list();
        return tx.handle().createQuery("""
                select count(*) as number, min(due_at) as oldest from delivery
                where state in ('due', 'sending') and due_at <= :now
                """).bind("now", now).mapTo(Waiting.class)
                .map(waiting -> new Backlog(waiting.number(), waiting.oldest(), List.copyOf(failures))).one();
    }
}
