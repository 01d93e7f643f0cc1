package dev.stagecoach.coaching.checkin;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import dev.stagecoach.coaching.checkin.FollowUpStore.Pending;
import dev.stagecoach.outbox.Job;
import dev.stagecoach.people.Subscription;
import dev.stagecoach.storage.Transaction;

/** After the first message: asks once more who has not answered, and writes earlier messages anew. */
final class FollowUpJob implements Job {
    /** A later message goes out in the meantime. */
    static final Duration SOON = Duration.ofMinutes(1);
    private static final Duration AGAIN = Duration.ofMinutes(15);

    private final Checkins checkins;

    FollowUpJob(Checkins checkins) {
        this.checkins = checkins;
    }

    @Override
    public String name() {
        return "check-in repeats";
    }

    @Override
    public void run(Instant now) {
        Job.each(checkins.database().read(tx -> checkins.follows().repeats(tx, now)),
                pending -> "repeating check-in " + pending.recipient().run().id(),
                pending -> checkins.database().change(tx -> repeat(tx, pending, now)));
        Job.each(checkins.database().read(tx -> checkins.follows().follows(tx, now)),
                pending -> "following up check-in " + pending.recipient().run().id(),
                pending -> checkins.database().change(tx -> follow(tx, pending.recipient(), now)));
    }

    private void repeat(Transaction tx, Pending pending, Instant now) {
        checkins.follows().repeated(tx, pending.recipient());
        // As things are now, not as they were when the list was read.
        var recipient = checkins.runs().find(tx, pending.recipient().run().id(), pending.recipient().person())
                .orElseThrow();
        if (recipient.unheard(now) && checkins.preferences().of(tx, recipient.person()).wants(Subscription.REMINDERS)
                && checkins.outbox().sent(tx, recipient.key(0)).isPresent()) {
            checkins.repeat(tx, recipient, pending.at());
            checkins.follows().followAt(tx, recipient, Optional.of(later(pending.at(), now).plus(SOON)));
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private void follow(Transaction tx, Recipient recipient, Instant now) {
        var latest = recipient.key(recipient.latest());
        if (recipient.state() != Recipient.State.OPEN || !recipient.run().takesAnswers(now)) {
            checkins.follows().followAt(tx, recipient, Optional.empty());
        } else if (checkins.outbox().sent(tx, latest).isPresent()) {
            recipient.keys().stream().filter(key -> !key.equals(latest))
                    .forEach(key -> checkins.outbox().refresh(tx, key));
            checkins.follows().followAt(tx, recipient, Optional.empty());
        } else {
            var day = checkins.people().days().ofTeam(tx, checkins.team(tx, recipient.run().team()));
            checkins.follows().followAt(tx, recipient, Optional.of(day.nextOpen(now.plus(AGAIN))));
        }
    }

    @Override
    public Optional<Instant> next() {
        return checkins.database().read(tx -> checkins.follows().first(tx));
    }
}
