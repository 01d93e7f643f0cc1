package dev.stagecoach.coaching.checkin;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.stagecoach.coaching.checkin.Asked.Subject;
import dev.stagecoach.delivery.Composer;
import dev.stagecoach.delivery.Delivery;
import dev.stagecoach.delivery.Manner;

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
        var known = checkins.database().read(tx -> Correspondence.of(tx, checkins, subjects.values()));
        return subjects.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, one -> composed(known, one.getValue(), now)));
    }

    @Override
    public Manner manner() {
        return Manner.NUDGE;
    }

    private static Composition composed(Correspondence known, Subject subject, Instant now) {
        var found = known.asked(subject);
        if (found.isEmpty()) {
            return new Composition.Skip("the check-in is gone");
        }
        var asked = found.get();
        if (!known.belongs(asked)) {
            return new Composition.Skip("the person has left the team");
        }
        var spared = known.stands(asked, subject.snooze())
                ? Optional.<String>empty()
                : spared(known, asked, subject.snooze(), now);
        return spared.<Composition>map(Composition.Skip::new).orElseGet(() -> known.questions(asked)
                .<Composition>map(list -> Composition.Send.of(known.letter(asked, list, subject.snooze()).card(now)))
                .orElseGet(() -> new Composition.Skip("the guide no longer has these questions")));
    }

    /** Why a message that does not stand yet is not sent any more. */
    private static Optional<String> spared(Correspondence known, Asked asked, int which, Instant now) {
        if (which == Asked.REPEAT && !asked.unheard(now)) {
            return Optional.of(asked.state() == Asked.State.OPEN && asked.snoozes() == 0
                    ? "the check-in is closed"
                    : "the person has answered, skipped or put it off");
        }
        if (asked.state() != Asked.State.OPEN) {
            return Optional.empty();
        }
        if (!known.wantsCheckins(asked, now)) {
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
