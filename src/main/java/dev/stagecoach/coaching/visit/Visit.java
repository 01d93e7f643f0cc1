package dev.stagecoach.coaching.visit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.TeamId;

/**
 * A visit to somebody's room.
 *
 * @param returns the visit that this one returns, so that the two are a pair
 * @param thankedAt when the visitor said thank you
 */
record Visit(String id, TeamId team, String practice, Parties parties, Slot slot, State state,
        Optional<Instant> takenAt, Optional<String> returns, Optional<Instant> thankedAt) {

    /** Who began it. */
    enum Kind {
        /** The host: come and see me. */
        OFFER,
        /** The visitor: I would like to see. */
        WISH
    }

    enum State {
        OPEN, TAKEN, CANCELED
    }

    /**
     * @param person who began it
     * @param partner who took it
     * @param asked the only one who may take it; empty where everybody on the team may
     */
    record Parties(Kind kind, PersonId person, Optional<PersonId> partner, Optional<PersonId> asked) {}

    record Slot(String lookFor, Instant at) {}

    Optional<PersonId> host() {
        return parties.kind() == Kind.OFFER ? Optional.of(parties.person()) : parties.partner();
    }

    Optional<PersonId> visitor() {
        return parties.kind() == Kind.WISH ? Optional.of(parties.person()) : parties.partner();
    }

    /** Those who are in it by now. */
    List<PersonId> people() {
        return Stream.concat(Stream.of(parties.person()), parties.partner().stream()).toList();
    }

    /** The other of the two. */
    Optional<PersonId> other(PersonId one) {
        return people().stream().filter(person -> !person.equals(one)).findFirst();
    }

    boolean begunBy(PersonId one) {
        return parties.person().equals(one);
    }

    boolean visitedBy(PersonId one) {
        return visitor().filter(one::equals).isPresent();
    }

    boolean agreed() {
        return state == State.TAKEN;
    }

    /** Whether somebody can still say yes to it. */
    boolean open(Instant now) {
        return state == State.OPEN && slot.at().isAfter(now);
    }

    boolean ahead(Instant now) {
        return agreed() && slot.at().isAfter(now);
    }

    /** It should have taken place. */
    boolean over(Instant now) {
        return agreed() && !slot.at().isAfter(now);
    }

    /** Whether its taker gives the slot back to the team; what was begun for one person alone ends instead. */
    boolean freedBy(PersonId one, Instant now) {
        return ahead(now) && !begunBy(one) && parties.asked().isEmpty();
    }
}
