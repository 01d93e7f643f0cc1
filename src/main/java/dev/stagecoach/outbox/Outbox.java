package dev.stagecoach.outbox;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import dev.stagecoach.chat.MessageRef;
import dev.stagecoach.people.Address;
import dev.stagecoach.people.ChannelId;
import dev.stagecoach.people.NudgeBudget;
import dev.stagecoach.people.People;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Ids;
import dev.stagecoach.storage.Transaction;

import static org.jdbi.v3.core.statement.EmptyHandling.NULL_KEYWORD;

/**
 * What features say to the outbox. Every call belongs to the transaction of the change that causes it, so a message
 * is planned if and only if the change is stored; the sender does the rest.
 */
public final class Outbox {

    /**
     * Plans a message.
     *
     * @param team whose business it is
     * @param key what makes it one of a kind, for example {@code round/ID/invite/PERSON}; a second one is refused
     * @param kind which {@link Composer} writes it
     * @param subject what it is about, an id that the composer understands
     * @return whether it was planned; false where the key is known already
     */
    public boolean plan(Transaction tx, TeamId team, String key, String kind, Address to, String subject,
            Instant dueAt) {
        return tx.handle().createUpdate("""
                insert into delivery (id, team, unique_key, kind, address, subject, state, due_at, try_at, attempts,
                    stale)
                values (:id, :team, :key, :kind, :address, :subject, 'due', :dueAt, :dueAt, 0, 0)
                on conflict (unique_key) do nothing
                """).bind("id", Ids.next()).bind("team", team).bind("key", key).bind("kind", kind)
                .bind("address", Address.format(to)).bind("subject", subject).bind("dueAt", dueAt).execute() == 1;
    }

    /** {@link #plan} for what somebody asked for just now: a {@link SendPolicy#REQUEST}, whatever its kind is. */
    public boolean request(Transaction tx, TeamId team, String key, String kind, Address to, String subject,
            Instant dueAt) {
        var planned = plan(tx, team, key, kind, to, subject, dueAt);
        if (planned) {
            tx.handle().createUpdate("update delivery set manner = :manner where unique_key = :key")
                    .bind("manner", SendPolicy.REQUEST).bind("key", key).execute();
        }
        return planned;
    }

    /** A request on its way goes out by then, even where its reader was asked for enough that week. */
    public void latest(Transaction tx, String key, Instant at) {
        tx.handle().createUpdate("""
                update delivery set latest_at = :at,
                    try_at = case when try_at > :at and reason is not null then :at else try_at end
                where unique_key = :key and state = 'due'
                """).bind("at", at).bind("key", key).execute();
    }

    /**
     * Plans the repeat of a message, of the same kind and to the same address. It needs none of the week's budget, and
     * goes out only where the first one did.
     *
     * @param of the key of the message that is repeated
     * @return whether it was planned; false where its own key is known already, or the other one is not
     */
    public boolean repeat(Transaction tx, String key, String of, String subject, Instant dueAt) {
        return follow(tx, key, of, subject, dueAt, Optional.empty());
    }

    /**
     * {@link #repeat} for a message that its reader has put off until {@code dueAt}: as a {@link SendPolicy#REQUEST}, never
     * too late.
     */
    public boolean snooze(Transaction tx, String key, String of, String subject, Instant dueAt) {
        return follow(tx, key, of, subject, dueAt, Optional.of(SendPolicy.REQUEST));
    }

    private static boolean follow(Transaction tx, String key, String of, String subject, Instant dueAt,
            Optional<SendPolicy> policy) {
        return tx.handle().createUpdate("""
                insert into delivery (id, team, unique_key, kind, address, subject, state, due_at, try_at, attempts,
                    stale, follows, manner)
                select :id, team, :key, kind, address, :subject, 'due', :dueAt, :dueAt, 0, 0, id, :manner
                from delivery where unique_key = :of
                on conflict (unique_key) do nothing
                """).bind("id", Ids.next()).bind("key", key).bind("of", of).bind("subject", subject)
                .bind("dueAt", dueAt).bind("manner", policy).execute() == 1;
    }

    /**
     * Plans an answer in the thread of a message, at any time of day: where somebody speaks, others speak back. What it
     * says is the part {@code inThread} of what its composer writes.
     *
     * @param under the key of the message
     * @return whether it was planned; false where its own key is known already, or the message's is not
     */
    public boolean answer(Transaction tx, String key, String under, String kind, String subject, Instant dueAt) {
        return tx.handle().createUpdate("""
                insert into delivery (id, team, unique_key, kind, address, subject, state, due_at, try_at, attempts,
                    stale, parent)
                select :id, team, :key, :kind, address, :subject, 'due', :dueAt, :dueAt, 0, 0, id
                from delivery where unique_key = :under
                on conflict (unique_key) do nothing
                """).bind("id", Ids.next()).bind("key", key).bind("under", under).bind("kind", kind)
                .bind("subject", subject).bind("dueAt", dueAt).execute() == 1;
    }

    /** A message that has not gone out yet never will; the reason is in words people understand. */
    public void skip(Transaction tx, String key, String reason) {
        tx.handle().createUpdate("""
                update delivery set state = 'skipped', reason = :reason where unique_key = :key and state = 'due'
                """).bind("reason", reason).bind("key", key).execute();
    }

    /** A message that has not gone out yet goes out at another time. */
    public void postpone(Transaction tx, String key, Instant dueAt) {
        tx.handle().createUpdate("""
                update delivery set due_at = :dueAt, try_at = :dueAt where unique_key = :key and state = 'due'
                """).bind("dueAt", dueAt).bind("key", key).execute();
    }

    /** A message that stands in a conversation is composed again and written over; one not yet sent needs nothing. */
    public void refresh(Transaction tx, String key) {
        tx.handle().createUpdate("""
                update delivery set stale = 1 where state in ('sent', 'sending')
                    and id = (select coalesce(lead, id) from delivery where unique_key = :key)
                """).bind("key", key).execute();
    }

    /** {@link #refresh} for all that this person was sent about the team. */
    public void refreshAll(Transaction tx, TeamId team, PersonId person) {
        tx.handle().createUpdate("""
                update delivery set stale = 1 where state in ('sent', 'sending') and team = :team
                    and address = :person
                """).bind("team", team).bind("person", Address.format(person)).execute();
    }

    /**
     * Whether several messages stand as one in this place, or one of the kind {@code digest}; then all of it is composed
     * again and written over. A reply that knows of one part only must not take its place.
     */
    boolean refreshBundle(Transaction tx, MessageRef message, String digest) {
        return tx.handle().createUpdate("""
                update delivery set stale = 1 where state = 'sent'
                    and id = (select min(coalesce(lead, id)) from delivery
                        where channel = :channel and ts = :ts and (lead is not null or kind = :digest))
                """).bind("channel", message.channel()).bind("ts", message.ts()).bind("digest", digest).execute() == 1;
    }

    /** What waits for the channel or stands in it is found under its other id from now on. */
    public void moved(Transaction tx, ChannelId from, ChannelId to) {
        tx.handle().createUpdate("update delivery set address = :to where address = :from")
                .bind("from", Address.format(from)).bind("to", Address.format(to)).execute();
        tx.handle().createUpdate("update delivery set channel = :to where channel = :from").bind("from", from)
                .bind("to", to).execute();
    }

    /** The keys of those messages that were sent. */
    public Set<String> sentAmong(Transaction tx, Collection<String> keys) {
        return Set.copyOf(tx.handle().createQuery("""
                select unique_key from delivery where unique_key in (<keys>) and state = 'sent' and ts is not null
                """).bindList(NULL_KEYWORD, "keys", List.copyOf(keys)).mapTo(String.class).list());
    }

    /** Why a message does not stand; only what may be told to others than its reader. */
    public enum Unsent {
        WAITS, BUDGET, DAYS_OFF, UNWANTED, OTHER
    }

    private record Row(String uniqueKey, String state, Optional<String> reason) {
        private Unsent why() {
            return state.equals("skipped") ? SendRules.why(reason.orElse("")) : Unsent.WAITS;
        }
    }

    /** The keys of those messages that were not sent. */
    public Map<String, Unsent> unsent(Transaction tx, Collection<String> keys) {
        return tx.handle().createQuery("""
                select unique_key, state, reason from delivery where unique_key in (<keys>) and state <> 'sent'
                """).bindList(NULL_KEYWORD, "keys", List.copyOf(keys)).mapTo(Row.class).stream()
                .collect(Collectors.toMap(Row::uniqueKey, Row::why));
    }

    /** Which of these people have been asked for enough in the week of this moment. */
    public Set<PersonId> spent(Transaction tx, People people, Collection<PersonId> asked, Instant monday) {
        var allowed = people.days().nudgesPerWeek(tx, asked);
        return new DeliveryStore().spent(tx, asked, monday).entrySet().stream()
                .filter(one -> one.getKey() instanceof PersonId person && one.getValue().size() >= allowed
                        .getOrDefault(person, NudgeBudget.USUAL.nudgesPerWeek()))
                .map(one -> (PersonId) one.getKey()).collect(Collectors.toSet());
    }

    /** Where the message stands, once it was sent. */
    public Optional<MessageRef> sent(Transaction tx, String key) {
        return tx.handle().createQuery("""
                select channel, ts from delivery where unique_key = :key and state = 'sent' and ts is not null
                """).bind("key", key).mapTo(MessageRef.class).findOne();
    }
}
