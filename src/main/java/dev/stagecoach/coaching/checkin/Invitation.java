package dev.stagecoach.coaching.checkin;

import java.time.Instant;
import java.util.Optional;

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
        if (checkins.ledger().sent(tx, asked.key(subject.snooze())).isEmpty()) {
            var spared = spared(tx, asked, subject.snooze(), now);
            if (spared.isPresent()) {
                return new Composition.Skip(spared.get());
            }
        }
        return checkins.questions(tx, asked).<Composition>map(questions -> Composition.Send
                .of(checkins.letter(tx, asked, questions, subject.snooze()).card(now)))
                .orElseGet(() -> new Composition.Skip("the guide no longer has these questions"));
    }

    /** Why a message that does not stand yet is not sent any more. */
    private Optional<String> spared(Transaction tx, Asked asked, int which, Instant now) {
        if (which == Asked.REPEAT && !asked.unheard(now)) {
            return Optional.of(asked.state() == Asked.State.OPEN && asked.snoozes() == 0
                    ? "the check-in is closed"
                    : "the person has answered, skipped or put it off");
        }
        if (asked.state() != Asked.State.OPEN) {
            return Optional.empty();
        }
        var zone = checkins.team(tx, asked.occasion().team()).zone();
        if (!checkins.preferences().wantsCheckins(tx, asked.person(), now, zone)) {
            return Optional.of("the person wants no check-ins now");
        }
        // Somebody who put it off was promised to hear of it, if only that it is closed.
        var promised = which > 0 && asked.occasion().status() != Occasion.Status.WITHDRAWN;
        if (!asked.occasion().takesAnswers(now) && !promised) {
            return Optional.of("the check-in is closed");
        }
        return asked.newest() ? Optional.empty() : Optional.of("a newer check-in was sent");
    }
}
