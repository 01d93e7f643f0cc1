package dev.stagecoach.coaching.checkin;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.storage.Transaction;

/** What is to be looked at again after the first message: who is asked once more, and what earlier messages say. */
final class FollowUpStore {

    /** @param at since when it is to be done */
    record Pending(Recipient recipient, Instant at) {}

    /** Who is to be asked once more by now. */
    List<Pending> repeats(Transaction tx, Instant now) {
        return due(tx, "repeat_at", now);
    }

    /** There is no repeat to come any more. */
    void repeated(Transaction tx, Recipient recipient) {
        at(tx, recipient, "repeat_at", Optional.empty());
    }

    /** Whose earlier messages may have to be written anew by now. */
    List<Pending> follows(Transaction tx, Instant now) {
        return due(tx, "follow_at", now);
    }

    void followAt(Transaction tx, Recipient recipient, Optional<Instant> at) {
        at(tx, recipient, "follow_at", at);
    }

    /** The earliest moment at which something is to be done here. */
    Optional<Instant> first(Transaction tx) {
        var repeat = first(tx, "repeat_at");
        var follow = first(tx, "follow_at");
        return repeat.isPresent() && follow.filter(at -> at.isBefore(repeat.get())).isEmpty() ? repeat : follow;
    }

    private static List<Pending> due(Transaction tx, String column, Instant now) {
        return tx.handle().createQuery(CheckinRunStore.SELECT + " where k." + column + " <= :now order by k." + column)
                .bind("now", now)
                .map((row, context) -> new Pending(
                        context.findRowMapperFor(Recipient.class).orElseThrow().map(row, context),
                        Instant.ofEpochMilli(row.getLong(column))))
                .list();
    }

    private static void at(Transaction tx, Recipient recipient, String column, Optional<Instant> at) {
        tx.handle()
                .createUpdate("update checkin_asked set " + column + " = :at where occasion = :occasion"
                        + " and person = :person")
                .bind("at", at).bind("occasion", recipient.run().id()).bind("person", recipient.person()).execute();
    }

    private static Optional<Instant> first(Transaction tx, String column) {
        return tx.handle()
                .createQuery("select " + column + " from checkin_asked where " + column + " is not null order by "
                        + column + " limit 1")
                .mapTo(Instant.class).findOne();
    }
}
