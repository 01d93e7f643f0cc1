package dev.stagecoach.outbox;

import java.time.Duration;
import java.time.Instant;

import dev.stagecoach.people.Address;
import dev.stagecoach.storage.Transaction;

/** What was to go to a place while it was gone, and goes there once it is back. */
public final class HeldBackStore {
    /** Older messages are not sent any more when their place is back. */
    private static final Duration WORTH_SAYING = Duration.ofDays(14);

    /**
     * The delivery could not go there and goes when the place is back; at once where the place has got another id while
     * it was on its way.
     */
    public void hold(Transaction tx, String delivery, Address place) {
        if (moved(tx, delivery, place)) {
            return;
        }
        tx.handle().createUpdate("""
                insert into held_back (delivery, place) values (:delivery, :place) on conflict (delivery) do nothing
                """).bind("delivery", delivery).bind("place", Address.format(place)).execute();
    }

    private static boolean moved(Transaction tx, String delivery, Address place) {
        return tx.handle().createUpdate("""
                update delivery set state = case when state = 'skipped' then 'due' else state end, attempts = 0,
                    stale = case when state = 'sent' then 1 else stale end
                where id = :delivery and state in ('skipped', 'sent') and address <> :place
                """).bind("delivery", delivery).bind("place", Address.format(place)).execute() == 1;
    }

    /**
     * What was held back there is due again, apart from what nobody would want to read any more; what stands there
     * already and has changed is written again.
     */
    public void release(Transaction tx, Address place, Instant now) {
        tx.handle().createUpdate("""
                update delivery set stale = 1, try_at = :now
                where state = 'sent' and id in (select delivery from held_back where place = :place)
                """).bind("now", now).bind("place", Address.format(place)).execute();
        tx.handle().createUpdate("""
                update delivery set state = 'due', try_at = :now, attempts = 0
                where state = 'skipped' and due_at >= :oldest
                    and id in (select delivery from held_back where place = :place)
                """).bind("now", now).bind("oldest", now.minus(WORTH_SAYING))
                .bind("place", Address.format(place)).execute();
        tx.handle().createUpdate("delete from held_back where place = :place")
                .bind("place", Address.format(place)).execute();
    }
}
