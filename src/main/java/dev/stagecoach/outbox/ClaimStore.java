package dev.stagecoach.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.outbox.Claim.Work;
import dev.stagecoach.people.Address;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.storage.Ids;
import dev.stagecoach.storage.Transaction;
import org.jdbi.v3.core.statement.Query;

/** Takes rows of the outbox to work on, each for one worker at a time, and gives them back. */
final class ClaimStore {
    /** Longer than any call to the chat service takes; a claim that lives longer is renewed. */
    static final Duration LASTS = Duration.ofMinutes(2);

    /** More of them than anybody is sent at a time. */
    private static final int COMPANIONS = 1_000;

    private static final String COLUMNS = """
            d.id as delivery_id, d.team as delivery_team, d.kind as delivery_kind, d.address as delivery_to,
            d.subject as delivery_subject, d.due_at as delivery_due_at, d.attempts + :begun as delivery_attempts,
            d.parent as links_parent, d.lead as links_lead, d.follows as links_follows, d.manner as links_policy,
            d.latest_at as links_latest,
            d.attempt_at, d.rewrites
            """;

    /** A row before it is claimed, with the attempt counted that begins with the claim. */
    private record Row(Delivery delivery, MessageLinks links, Optional<Instant> attemptAt, int rewrites) {}

    /**
     * Takes up to {@code limit} rows of each kind of work that is due.
     *
     * @param due what counts as due
     * @param now when the claims begin
     */
    List<Claim> claim(Transaction tx, Instant due, Instant now, int limit) {
        var token = Ids.next();
        tx.dialect().oneAtATime().ifPresent(lock -> tx.handle().execute(lock));
        var claims = new ArrayList<Claim>();
        claims.addAll(lapsed(tx, token, due, now, limit));
        claims.addAll(due(tx, token, due, now, limit));
        claims.addAll(stale(tx, token, due, now, limit));
        return claims;
    }

    private List<Claim> lapsed(Transaction tx, String token, Instant due, Instant now, int limit) {
        var rows = select(tx, Work.FIND_OUT, "d.state = 'sending' and d.claimed_until <= :due", "d.claimed_until, d.id",
                due, limit)
                .mapTo(Row.class).map(row -> claim(row, Work.FIND_OUT, token, now)).list();
        take(tx, rows, token, now, "claim = :token, claimed_until = :until where state = 'sending'");
        return rows;
    }

    /** An address with a message on its way waits, so that its messages keep their order. */
    private List<Claim> due(Transaction tx, String token, Instant due, Instant now, int limit) {
        var rows = select(tx, Work.SEND, """
                d.state = 'due' and d.try_at <= :due and not exists
                    (select 1 from delivery o where o.address = d.address and o.state = 'sending')
                """, "d.try_at, d.due_at, d.id", due, limit).mapTo(Row.class)
                .map(row -> claim(row, Work.SEND, token, now)).list();
        if (rows.size() == limit) {
            rows = withCompanions(tx, rows, token, due, now);
        }
        take(tx, rows, token, now, """
                state = 'sending', claim = :token, attempts = attempts + 1, attempt_at = :now, claimed_until = :until
                where state = 'due'""");
        return rows;
    }

    /** What is due for one person may be one message, so all of it is in one worker's hand. */
    private static List<Claim> withCompanions(Transaction tx, List<Claim> rows, String token, Instant due,
            Instant now) {
        var people = rows.stream().map(claim -> claim.delivery().to()).filter(PersonId.class::isInstance)
                .map(Address::format).distinct().toList();
        if (people.isEmpty()) {
            return rows;
        }
        var all = new ArrayList<>(rows);
        select(tx, Work.SEND,
                "d.state = 'due' and d.try_at <= :due and d.address in (<people>) and d.id not in (<ids>)",
                "d.try_at, d.due_at, d.id", due, COMPANIONS).bindList("people", people)
                .bindList("ids", rows.stream().map(Claim::id).toList())
                .mapTo(Row.class).map(row -> claim(row, Work.SEND, token, now)).forEach(all::add);
        return all;
    }

    /** A row that is being rewritten waits, or the older content could come last. */
    private List<Claim> stale(Transaction tx, String token, Instant due, Instant now, int limit) {
        tx.handle().createUpdate("update delivery set stale = 1 where stale = 2 and claimed_until <= :due")
                .bind("due", due).execute();
        var rows = select(tx, Work.REWRITE, """
                d.stale = 1 and d.state = 'sent' and d.try_at <= :due
                    and (d.claim is null or d.claimed_until <= :due)
                """, "d.try_at, d.id", due, limit).mapTo(Row.class).map(row -> claim(row, Work.REWRITE, token, now))
                .list();
        take(tx, rows, token, now, "stale = 2, claim = :token, claimed_until = :until where stale = 1");
        return rows;
    }

    private static Query select(Transaction tx, Work work, String which, String order, Instant due, int limit) {
        return tx.handle()
                .createQuery("select " + COLUMNS + " from delivery d where " + which + " order by " + order
                        + " limit :limit" + tx.dialect().claim())
                .bind("due", due).bind("limit", limit).bind("begun", work == Work.SEND ? 1 : 0);
    }

    private static void take(Transaction tx, List<Claim> claims, String token, Instant now, String change) {
        if (claims.isEmpty()) {
            return;
        }
        tx.handle().createUpdate("update delivery set " + change + " and id in (<ids>)")
                .bindList("ids", claims.stream().map(Claim::id).toList()).bind("token", token)
                .bind("now", now).bind("until", now.plus(LASTS)).execute();
    }

    /** The claim, lasting anew; empty where it is no longer the caller's. */
    Optional<Claim> renew(Transaction tx, Claim claim, Instant now) {
        var until = now.plus(LASTS);
        var mine = tx.handle()
                .createUpdate("update delivery set claimed_until = :until where id = :id and claim = :token")
                .bind("until", until).bind("id", claim.id()).bind("token", claim.token()).execute() == 1;
        return mine
                ? Optional.of(claim.lasting(until))
                : Optional.empty();
    }

    /** Gives back rows that were claimed and not worked on; they are due again, not before {@code earliest}. */
    void release(Transaction tx, List<Claim> claims, Instant earliest) {
        for (var claim : claims) {
            var change = switch (claim.work()) {
                case SEND -> """
                        state = 'due', claim = null, attempts = attempts - 1, claimed_until = null,
                            try_at = case when try_at < :earliest then :earliest else try_at end
                        """;
                case FIND_OUT -> "claim = null, claimed_until = :earliest";
                case REWRITE -> """
                        stale = case stale when 2 then 1 else stale end, claim = null, claimed_until = null,
                            try_at = case when try_at < :earliest then :earliest else try_at end
                        """;
            };
            tx.handle().createUpdate("update delivery set " + change + " where id = :id and claim = :token")
                    .bind("earliest", earliest).bind("id", claim.id()).bind("token", claim.token()).execute();
        }
    }

    private static Claim claim(Row row, Work work, String token, Instant now) {
        var attempt = work == Work.REWRITE ? row.rewrites() + 1 : row.delivery().attempts();
        var attemptAt = work == Work.SEND ? now : row.attemptAt().orElse(Instant.EPOCH);
        return new Claim(row.delivery(), row.links(), work, token, attempt, attemptAt, now.plus(LASTS));
    }
}
