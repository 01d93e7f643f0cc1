package dev.stagecoach.coaching.checkin;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.stagecoach.coaching.checkin.Recipient.Subject;
import dev.stagecoach.outbox.Composer;
import dev.stagecoach.outbox.Delivery;
import dev.stagecoach.outbox.SendPolicy;
import dev.stagecoach.people.Subscription;

/** Writes the private message of a check-in, first and each time that something has changed. */
final class Invitation implements Composer {
    private final Checkins checkins;

    Invitation(Checkins checkins) {
        this.checkins = checkins;
    }

    @Override
    public Composition compose(Delivery delivery, Instant now) {
        return Optional.ofNullable(composeTogether(List.of(delivery), now).get(delivery.id())).orElseThrow();
    }

    @Override
    public Map<String, Composition> composeTogether(List<Delivery> deliveries, Instant now) {
        var subjects = deliveries.stream()
                .collect(Collectors.toMap(Delivery::id, delivery -> Subject.parse(delivery.subject())));
        var known = checkins.database().read(tx -> CheckinMessageData.of(tx, checkins, subjects.values()));
        return subjects.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, one -> composed(known, one.getValue(), now)));
    }

    @Override
    public SendPolicy policy() {
        return SendPolicy.NUDGE;
    }

    @Override
    public Optional<Subscription> subscription() {
        return Optional.of(Subscription.CHECKINS);
    }

    @Override
    public boolean hasOwnWays() {
        return true;
    }

    private static Composition composed(CheckinMessageData known, Subject subject, Instant now) {
        var found = known.recipient(subject);
        if (found.isEmpty()) {
            return new Composition.Skip("the check-in is gone");
        }
        var recipient = found.get();
        if (!known.belongs(recipient)) {
            return new Composition.Skip("the person has left the team");
        }
        if (!known.fits(recipient)) {
            return known.stands(recipient, subject.snooze())
                    ? Composition.Send.of(CheckinMessage.notForLeaders(recipient.run().team()))
                    : new Composition.Skip("leaders of a team are not asked this");
        }
        var spared = known.stands(recipient, subject.snooze())
                ? Optional.<String>empty()
                : spared(known, recipient, subject.snooze(), now);
        return spared.<Composition>map(Composition.Skip::new).orElseGet(() -> known.questions(recipient)
                .<Composition>map(
                        list -> Composition.Send.of(known.message(recipient, list, subject.snooze()).card(now,
                                known.zone(recipient))))
                .orElseGet(() -> new Composition.Skip("the guide no longer has these questions")));
    }

    /** Why a message that does not stand yet is not sent any more. */
    private static Optional<String> spared(CheckinMessageData known, Recipient recipient, int which, Instant now) {
        if (which == Recipient.REPEAT && !recipient.unheard(now)) {
            return Optional.of(recipient.state() == Recipient.State.OPEN && recipient.snoozes() == 0
                    ? "the check-in is closed"
                    : "the person has answered, skipped or put it off");
        }
        if (recipient.state() != Recipient.State.OPEN) {
            return Optional.empty();
        }
        if (!known.wantsCheckins(recipient, now)) {
            return Optional.of("the person wants no check-ins now");
        }
        // Somebody who put it off was promised to hear of it, if only that it is closed.
        var promised = which > 0 && recipient.run().status() != CheckinRun.Status.WITHDRAWN;
        if (!recipient.run().takesAnswers(now) && !promised) {
            return Optional.of("the check-in is closed");
        }
        return recipient.newest() ? Optional.empty() : Optional.of("a newer check-in was sent");
    }
}
