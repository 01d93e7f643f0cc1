package dev.stagecoach.outbox;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.stagecoach.chat.MessageRef;
import dev.stagecoach.people.Address;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Ids;
import dev.stagecoach.storage.Transaction;
import org.jdbi.v3.core.statement.Update;

import static org.jdbi.v3.core.statement.EmptyHandling.NULL_KEYWORD;

/**
 * What became of the outbox's rows. Each change asks for the caller's claim, so that an answer which comes after the
 * claim has lapsed changes nothing; only a message that stands is recorded whoever says so, the first one for good.
 */
public final class DeliveryStore {

    /** How far a row has come. */
    public enum State {
        DUE, SENDING, SENT, SKIPPED, FAILED
    }

    private record Count(State state, int number) {}

    /** How many rows there are in each state; of those that are done, only the ones planned for {@code since} or later. */
    public Map<State, Integer> counts(Transaction tx, Instant since) {
        var counts = new EnumMap<State, Integer>(State.class);
        for (var state : State.values()) {
            counts.put(state, 0);
        }
        tx.handle().createQuery("""
                select state, count(*) as number from delivery where state in ('due', 'sending') group by state
                union all
                select state, count(*) from delivery
                where due_at >= :since and state not in ('due', 'sending') group by state
                """).bind("since", since).mapTo(Count.class)
                .forEach(count -> counts.put(count.state(), count.number()));
        return counts;
    }

    /** How many of the team's messages due at {@code since} or later are in each state. */
    public Map<State, Integer> counts(Transaction tx, TeamId team, Instant since) {
        var counts = new EnumMap<State, Integer>(State.class);
        for (var state : State.values()) {
            counts.put(state, 0);
        }
        tx.handle().createQuery("""
                select state, count(*) as number from delivery
                where team = :team and due_at >= :since and parent is null group by state
                """).bind("team", team).bind("since", since).mapTo(Count.class)
                .forEach(count -> counts.put(count.state(), count.number()));
        return counts;
    }

    /** The messages to this address due at {@code since} or later, the latest first, at most {@code limit}. */
    public List<DeliveryStatus> ofPerson(Transaction tx, Address address, Instant since, int limit) {
        return tx.handle().createQuery("""
                select team, kind, subject, due_at, state, sent_at, reason from delivery
                where address = :address and due_at >= :since and parent is null order by due_at desc, id desc
                limit :limit
                """).bind("address", Address.format(address)).bind("since", since).bind("limit", limit)
                .mapTo(DeliveryStatus.class).list();
    }

    /** How delivery is doing; failures count that were due at {@code since} or later. */
    public OutboxHealth health(Transaction tx, Instant since) {
        return tx.handle().createQuery("""
                select (select min(due_at) from delivery where state = 'due') as oldest_due,
                    (select count(*) from delivery where state = 'failed' and due_at >= :since) as failed,
                    (select count(*) from delivery where state = 'sending' and claim is null) as unclear
                """).bind("since", since).mapTo(OutboxHealth.class).one();
    }

    /** The earliest moment at which the sender has something to do; empty where nothing is open. */
    Optional<Instant> next(Transaction tx) {
        return tx.handle().createQuery("""
                select min(at) as at from (
                    select min(try_at) as at from delivery where state = 'due'
                    union all
                    select min(claimed_until) from delivery where state = 'sending'
                    union all
                    select min(case when claim is null then try_at else claimed_until end) from delivery
                    where stale = 1 and state = 'sent'
                    union all
                    select min(claimed_until) from delivery where stale = 2
                ) open having min(at) is not null
                """).mapTo(Instant.class).findOne();
    }

    /** Where the next message goes, by the chat service's own id. */
    Optional<String> nextFor(Transaction tx) {
        return tx.handle().createQuery("select address from delivery where state = 'due' order by try_at, id limit 1")
                .mapTo(Address.class).findOne().map(Address::id);
    }

    /** Where the message with this id stands. */
    Optional<MessageRef> place(Transaction tx, String id) {
        return tx.handle().createQuery("select channel, ts from delivery where id = :id and ts is not null")
                .bind("id", id).mapTo(MessageRef.class).findOne();
    }

    /** Those of the rows that went out. */
    Set<String> sentAmong(Transaction tx, Collection<String> ids) {
        return Set.copyOf(tx.handle().createQuery("select id from delivery where id in (<ids>) and state = 'sent'")
                .bindList(NULL_KEYWORD, "ids", List.copyOf(ids)).mapTo(String.class).list());
    }

    /** When messages have used one of each person's nudges, from the given moment on; several as one count once. */
    Map<Address, List<Instant>> spent(Transaction tx, Collection<PersonId> people, Instant since) {
        return tx.handle().createQuery("""
                select address, max(attempt_at) as at from delivery
                where address in (<people>) and spent = 1 and attempt_at >= :since
                group by address, coalesce(lead, id)
                """).bindList(NULL_KEYWORD, "people", people.stream().map(Address::format).toList())
                .bind("since", since)
                .mapTo(Spent.class).stream().collect(Collectors.groupingBy(Spent::address,
                        Collectors.mapping(Spent::at, Collectors.toList())));
    }

    private record Spent(Address address, Instant at) {}

    /** The row goes out with another one's message. False where it is no longer the caller's. */
    boolean joins(Transaction tx, Claim claim, Claim lead) {
        return mine(tx, "lead = :lead", claim, "sending").bind("lead", lead.id()).execute() == 1;
    }

    /** What went out with this row's message besides itself. */
    List<Delivery> riders(Transaction tx, String lead) {
        return tx.handle().createQuery("""
                select id, team, kind, address as "to", subject, due_at, attempts from delivery
                where lead = :lead and state = 'sent' order by try_at, due_at, id
                """).bind("lead", lead).mapTo(Delivery.class).list();
    }

    /**
     * It stands there. False where it is known to stand already: what was recorded first is kept.
     *
     * @param said what went with it
     */
    boolean sent(Transaction tx, Claim claim, MessageRef message, Instant now, Said said) {
        return !sent(tx, List.of(new Standing(claim, message, now, said, false))).isEmpty();
    }

    /** {@link #sent} for many; gives those that were not known to stand. */
    Set<Standing> sent(Transaction tx, List<Standing> rows) {
        var batch = tx.handle().prepareBatch("""
                update delivery set state = 'sent', channel = :channel, ts = :ts, sent_at = :now, claim = null,
                    claimed_until = null, spent = :spent,
                    reason = coalesce(:note, case when state = 'sending' then reason else null end)
                where id = :id and state <> 'sent'
                """);
        rows.forEach(row -> batch.bind("channel", row.message().channel()).bind("ts", row.message().ts())
                .bind("now", row.at()).bind("spent", row.said().spends())
                .bind("note", row.said().note()).bind("id", row.claim().id()).add());
        var changed = batch.execute();
        var fresh = IntStream.range(0, rows.size()).filter(i -> changed[i] == 1).mapToObj(rows::get)
                .collect(Collectors.toSet());
        fresh.forEach(row -> row.claim().links().follows().ifPresent(earlier -> cameAgain(tx, earlier)));
        return fresh;
    }

    /** What stands below now is said where the message stood before. */
    private static void cameAgain(Transaction tx, String earlier) {
        tx.handle().createUpdate("""
                update delivery set stale = 1 where state = 'sent'
                    and id = (select coalesce(lead, id) from delivery where id = :earlier)
                """).bind("earlier", earlier).execute();
    }

    /** A message that stands, as one row sees it. */
    record Standing(Claim claim, MessageRef message, Instant at, Said said, boolean opensThread) {}

    /**
     * What there is to keep of a message besides its place.
     *
     * @param spends whether it has used one of the person's nudges of the week
     * @param note for example why it is late
     */
    record Said(boolean spends, Optional<String> note) {}

    /** What belongs in the message's thread is to be sent, or written again where it stands already. */
    void openThread(Transaction tx, String message) {
        tx.handle().createUpdate("""
                insert into delivery (id, team, unique_key, kind, address, subject, state, due_at, try_at, attempts, stale,
                    parent)
                select :new, team, unique_key || '/thread', kind, address, subject, 'due', due_at, due_at, 0, 0, id
                from delivery where id = :id
                on conflict (unique_key) do update set stale = 1 where delivery.state in ('sent', 'sending')
                """).bind("new", Ids.next()).bind("id", message).execute();
    }

    boolean skipped(Transaction tx, Claim claim, String reason) {
        return end(tx, claim, "skipped", reason);
    }

    boolean failed(Transaction tx, Claim claim, String reason) {
        return end(tx, claim, "failed", reason);
    }

    private static boolean end(Transaction tx, Claim claim, String state, String reason) {
        return mine(tx, "state = :state, reason = :reason, claim = null, claimed_until = null, lead = null", claim,
                "sending")
                .bind("state", state).bind("reason", reason).execute() == 1;
    }

    /** It did not go out, and is tried again. */
    boolean dueAgain(Transaction tx, Claim claim, Instant at, String reason) {
        return mine(tx, """
                state = 'due', try_at = :at, reason = :reason, claim = null, claimed_until = null, lead = null
                """, claim, "sending").bind("at", at).bind("reason", reason).execute() == 1;
    }

    /** It came too fast for the chat service, and goes out later; that was no attempt. */
    boolean slowedDown(Transaction tx, Claim claim, Instant until, String reason) {
        return mine(tx, """
                state = 'due', try_at = :until, attempts = attempts - 1, reason = :reason, claim = null,
                    claimed_until = null, lead = null
                """, claim, "sending").bind("until", until.toEpochMilli()).bind("reason", reason).execute() == 1;
    }

    /** It is due at another time; that was no attempt. */
    boolean putOff(Transaction tx, Claim claim, Instant until, String reason) {
        return mine(tx, """
                state = 'due', due_at = :until, try_at = :until, attempts = attempts - 1, reason = :reason,
                    claim = null, claimed_until = null, lead = null
                """, claim, "sending").bind("until", until).bind("reason", reason).execute() == 1;
    }

    /** It may have gone out; somebody finds out, not before {@code at}. */
    boolean unclear(Transaction tx, Claim claim, Instant at, String reason) {
        return mine(tx, "claimed_until = :at, reason = :reason, claim = null", claim, "sending")
                .bind("at", at).bind("reason", reason).execute() == 1;
    }

    /** The people to whom the next messages go, at most so many, who hears first at the head. */
    List<PersonId> nextPeople(Transaction tx, int most) {
        return tx.handle().createQuery("select address from delivery where state = 'due' order by try_at, due_at, id"
                + " limit :most").bind("most", most).mapTo(String.class).stream().map(Address::parse)
                .filter(PersonId.class::isInstance).map(PersonId.class::cast).distinct().toList();
    }

    /** Nothing goes to this address before the given moment. */
    void pause(Transaction tx, Address address, Instant until) {
        tx.handle().createUpdate("""
                update delivery set try_at = :until where address = :address and state = 'due' and try_at < :until
                """).bind("until", until).bind("address", Address.format(address)).execute();
    }

    /** The message has its present content, or will not get it; unless it changed meanwhile, that is all. */
    void rewritten(Transaction tx, Claim claim) {
        mine(tx, "claim = null, claimed_until = null, rewrites = 0, stale = case stale when 2 then 0 else stale end",
                claim, "sent").execute();
    }

    /** The message is to be written again. */
    void refresh(Transaction tx, String id) {
        tx.handle().createUpdate("update delivery set stale = 1 where id = :id and state in ('sent', 'sending')")
                .bind("id", id).execute();
    }

    /** Writing it again came too fast for the chat service; that was no attempt. */
    void rewriteSlowedDown(Transaction tx, Claim claim, Instant until) {
        mine(tx, "claim = null, claimed_until = null, stale = 1, try_at = :until", claim, "sent")
                .bind("until", until.toEpochMilli()).execute();
    }

    void rewriteLater(Transaction tx, Claim claim, Instant at) {
        mine(tx, "claim = null, claimed_until = null, rewrites = rewrites + 1, stale = 1, try_at = :at", claim, "sent")
                .bind("at", at).execute();
    }

    private static Update mine(Transaction tx, String change, Claim claim, String present) {
        return tx.handle()
                .createUpdate("update delivery set " + change
                        + " where id = :id and claim = :claim and state = :present")
                .bind("id", claim.id()).bind("claim", claim.token()).bind("present", present);
    }
}
