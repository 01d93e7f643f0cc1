package dev.stagecoach.coaching.stage;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import dev.stagecoach.coaching.stage.Proposal.Answer;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.outbox.Outbox;
import dev.stagecoach.people.People;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Ids;
import dev.stagecoach.storage.Transaction;

/**
 * How a journey moves: the team proposes, a coach countersigns. A coach's own move stands where no other coach is
 * there to countersign it. Every call is part of one transaction.
 */
final class Proposals {
    static final String PROPOSED = "journey.proposed";
    static final String TURNED_DOWN = "journey.turned_down";

    private final JourneyStore journeys = new JourneyStore();
    private final ProposalStore store = new ProposalStore();
    private final People people;
    private final Outbox outbox;
    private final Journeys moves;

    Proposals(People people, Guide guide, Outbox outbox) {
        this.people = people;
        this.outbox = outbox;
        this.moves = new Journeys(guide, outbox);
    }

    /** Where to, whose wish it is, why, and when. */
    record Wish(String to, PersonId by, String reason, Instant at) {}

    /** What became of a wish. */
    sealed interface Outcome {
        /** The journey is there. */
        record Moved(String stage) implements Outcome {}

        /** It waits for a coach. */
        record Waiting(Proposal proposal) implements Outcome {}

        /** Another wish waits on this journey. */
        record AnotherWaits(Proposal other) implements Outcome {}

        /** The journey is no longer in the stage that was seen. */
        record MovedOn() implements Outcome {}
    }

    Outcome propose(Transaction tx, Team team, MoveForm.Seen seen, Wish wish) {
        journeys.hold(tx, team.id(), seen.practice());
        var present = journeys.with(tx, team.id(), seen.practice()).map(Journey::stage);
        if (!present.equals(Optional.of(seen.stage()))) {
            // A second click on the same form finds the journey where the first one brought it.
            return present.equals(Optional.of(wish.to())) ? new Outcome.Moved(wish.to()) : new Outcome.MovedOn();
        }
        var proposal = new Proposal(Ids.next(), team.id(), seen.practice(), seen.stage(), wish.to(), wish.by(),
                wish.reason(), wish.at(), new Answer.Open());
        if (coaches(tx, team.id()).equals(Set.of(wish.by()))) {
            move(tx, team, proposal, Optional.empty(), wish.at());
            return new Outcome.Moved(wish.to());
        }
        return announce(tx, team, proposal);
    }

    private Outcome announce(Transaction tx, Team team, Proposal proposal) {
        if (store.propose(tx, proposal)) {
            outbox.plan(tx, team.id(), key(proposal.id()), PROPOSED, team.channel(), proposal.id(), proposal.at());
            return new Outcome.Waiting(proposal);
        }
        return store.open(tx, team.id(), proposal.practice()).<Outcome>map(
                open -> open.sameWish(proposal.to(), proposal.by(), proposal.reason())
                        ? new Outcome.Waiting(open)
                        : new Outcome.AnotherWaits(open))
                .orElseGet(Outcome.MovedOn::new);
    }

    /** What became of an answer. */
    sealed interface Answering {
        /** The proposal as it stands now. */
        record Done(Proposal proposal) implements Answering {}

        /** It had been answered, or its journey has left the stage. */
        record Over(Proposal proposal) implements Answering {}

        /** A coach's own proposal is for another coach. */
        record ForAnotherCoach() implements Answering {}
    }

    Answering countersign(Transaction tx, Proposal seen, PersonId coach, Instant now) {
        return whereOpen(tx, seen, coach, (proposal, team) -> {
            store.answer(tx, proposal.id(), move(tx, team, proposal,
                    Optional.of(coach).filter(one -> !one.equals(proposal.by())), now)
                            ? new Answer.Countersigned(coach, now)
                            : new Answer.Overtaken(now));
        });
    }

    /** @param word what is missing */
    Answering turnDown(Transaction tx, Proposal seen, PersonId coach, String word, Instant now) {
        return whereOpen(tx, seen, coach, (proposal, team) -> {
            store.answer(tx, proposal.id(), new Answer.NotYet(coach, word, now));
            outbox.plan(tx, team.id(), key(proposal.id()) + "/not-yet", TURNED_DOWN, team.channel(), proposal.id(),
                    now);
        });
    }

    /** For its proposer alone. */
    Answering takeBack(Transaction tx, Proposal seen, Instant now) {
        return store.answer(tx, seen.id(), new Answer.TakenBack(now)) ? done(tx, seen) : over(tx, seen);
    }

    /** An answer to a proposal that waits. */
    private interface Work {
        void answer(Proposal proposal, Team team);
    }

    private Answering whereOpen(Transaction tx, Proposal seen, PersonId coach, Work work) {
        var coaches = coaches(tx, seen.team());
        journeys.hold(tx, seen.team(), seen.practice());
        var proposal = store.find(tx, seen.id()).orElse(seen);
        if (!proposal.open()) {
            return new Answering.Over(proposal);
        }
        if (!proposal.answeredBy(coach, coaches)) {
            return new Answering.ForAnotherCoach();
        }
        work.answer(proposal, people.teams().find(tx, proposal.team()).orElseThrow());
        return done(tx, proposal);
    }

    private Answering done(Transaction tx, Proposal proposal) {
        outbox.refresh(tx, key(proposal.id()));
        return new Answering.Done(store.find(tx, proposal.id()).orElseThrow());
    }

    private Answering over(Transaction tx, Proposal proposal) {
        return new Answering.Over(store.find(tx, proposal.id()).orElseThrow());
    }

    /** Moves the journey, unless it has left the stage; another wish that waits on it is overtaken. */
    private boolean move(Transaction tx, Team team, Proposal wish, Optional<PersonId> countersigner, Instant now) {
        var moved = moves.move(tx, team, new Move(Ids.next(), team.id(), wish.practice(), wish.from(), wish.to(),
                wish.by(), countersigner, wish.reason(), now));
        if (moved) {
            store.open(tx, team.id(), wish.practice()).filter(left -> !left.id().equals(wish.id()))
                    .ifPresent(left -> {
                        store.answer(tx, left.id(), new Answer.Overtaken(now));
                        outbox.refresh(tx, key(left.id()));
                    });
        }
        return moved;
    }

    Set<PersonId> coaches(Transaction tx, TeamId team) {
        return people.members().coaches(tx, team);
    }

    private static String key(String proposal) {
        return "journey/proposal/" + proposal;
    }
}
