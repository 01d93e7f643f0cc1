package dev.stagecoach.coaching.checkin;

import java.time.Instant;

import dev.stagecoach.delivery.Composer;
import dev.stagecoach.delivery.Delivery;
import dev.stagecoach.delivery.Manner;
import dev.stagecoach.storage.Transaction;

/** Writes the private message of a check-in, first and each time that something has changed. */
final class Invitation implements Composer {
    private final Checkins checkins;

    Invitation(Checkins checkins) {
        this.checkins = checkins;
    }

    @Override
    public Composition compose(Delivery delivery, Instant now) {
        return checkins.database().read(tx -> composed(tx, Asked.Subject.parse(delivery.subject()), now));
    }

    @Override
    public Manner manner() {
        return Manner.NUDGE;
    }

    private Composition composed(Transaction tx, Asked.Subject subject, Instant now) {
        var found = checkins.occasions().find(tx, subject.occasion(), subject.person());
        if (found.isEmpty()) {
            return new Composition.Skip("the check-in is gone");
        }
        var asked = found.get();
        if (!checkins.people().members().standing(tx, asked.occasion().team(), asked.person()).belongs()) {
            return new Composition.Skip("the person has left the team");
        }
        var stands = checkins.ledger().sent(tx, asked.key(subject.snooze())).isPresent();
        if (asked.state() == Asked.State.OPEN && !stands && !asked.occasion().takesAnswers(now)) {
            return new Composition.Skip("the check-in is closed");
        }
        if (asked.state() == Asked.State.OPEN && !stands && !asked.newest()) {
            return new Composition.Skip("a newer check-in was sent");
        }
        return checkins.questions(tx, asked).<Composition>map(
                questions -> Composition.Send.of(CheckinCards.message(asked, questions, subject.snooze(), now)))
                .orElseGet(() -> new Composition.Skip("the guide no longer has these questions"));
    }
}
