package dev.stagecoach.coaching.checkin;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import dev.stagecoach.coaching.checkin.FollowStore.Pending;
import dev.stagecoach.delivery.Due;
import dev.stagecoach.people.Subscription;
import dev.stagecoach.storage.Transaction;

/** After the first message: asks once more who has not answered, and writes earlier messages anew. */
final class Following implements Due {
    /** A later message goes out in the meantime. */
    static final Duration SOON = Duration.ofMinutes(1);
    private static final Duration AGAIN = Duration.ofMinutes(15);

    private final Checkins checkins;

    Following(Checkins checkins) {
        this.checkins = checkins;
    }

    @Override
    public String name() {
        return "check-in repeats";
    }

    @Override
    public void run(Instant now) {
        Due.each(checkins.database().read(tx -> checkins.follows().repeats(tx, now)),
                pending -> "repeating check-in " + pending.asked().occasion().id(),
                pending -> checkins.database().change(tx -> repeat(tx, pending, now)));
        Due.each(checkins.database().read(tx -> checkins.follows().follows(tx, now)),
                pending -> "following up check-in " + pending.asked().occasion().id(),
                pending -> checkins.database().change(tx -> follow(tx, pending.asked(), now)));
    }

    private void repeat(Transaction tx, Pending pending, Instant now) {
        checkins.follows().repeated(tx, pending.asked());
        // As things are now, not as they were when the list was read.
        var asked = checkins.occasions().find(tx, pending.asked().occasion().id(), pending.asked().person())
                .orElseThrow();
        if (asked.unheard(now) && checkins.preferences().of(tx, asked.person()).wants(Subscription.REMINDERS)
                && checkins.ledger().sent(tx, asked.key(0)).isPresent()) {
            checkins.repeat(tx, asked, pending.at());
            checkins.follows().followAt(tx, asked, Optional.of(later(pending.at(), now).plus(SOON)));
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private void follow(Transaction tx, Asked asked, Instant now) {
        var latest = asked.key(asked.latest());
        if (asked.state() != Asked.State.OPEN || !asked.occasion().takesAnswers(now)) {
            checkins.follows().followAt(tx, asked, Optional.empty());
        } else if (checkins.ledger().sent(tx, latest).isPresent()) {
            asked.keys().stream().filter(key -> !key.equals(latest)).forEach(key -> checkins.ledger().refresh(tx, key));
            checkins.follows().followAt(tx, asked, Optional.empty());
        } else {
            var day = checkins.people().days().ofTeam(tx, checkins.team(tx, asked.occasion().team()));
            checkins.follows().followAt(tx, asked, Optional.of(day.nextOpen(now.plus(AGAIN))));
        }
    }

    @Override
    public Optional<Instant> next() {
        return checkins.database().read(tx -> checkins.follows().first(tx));
    }
}
