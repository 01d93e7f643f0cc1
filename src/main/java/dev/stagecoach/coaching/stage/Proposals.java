package dev.stagecoach.coaching.stage;

import java.time.Instant;
import java.util.Optional;

import dev.stagecoach.coaching.stage.Proposal.Answer;
import dev.stagecoach.outbox.Outbox;
import dev.stagecoach.people.People;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Ids;
import dev.stagecoach.storage.Transaction;

/**
 * How a journey moves: the team proposes, a coach countersigns. What the team's only coach proposes, a member seconds.
 * Every call is part of one transaction.
 */
final class Proposals {
    static final String PROPOSED = "journey.proposed";
    static final String TURNED_DOWN = "journey.turned_down";

    private final JourneyStore journeys = new JourneyStore();
    private final ProposalStore store = new ProposalStore();
    private final People people;
    private final Outbox outbox;
    private final Journeys moves;

    Proposals(People people, Journeys moves) {
        this.people = people;
        this.outbox = moves.outbox();
        this.moves = moves;
    }

    /** Where to, whose wish it is, why, and when. */
    record Wish(String to, PersonId by, String reason, Instant at) {}

    /** What became of a wish. */
    sealed interface Outcome {
        /** The journey is there. */
        record Moved(String stage) implements Outcome {}

        /** It waits for an answer. */
        record Waiting(Proposal proposal) implements Outcome {}

        /** Another wish waits on this journey. */
        record AnotherWaits(Proposal other) implements Outcome {}

        /** The journey is no longer in the stage that was seen. */
        record MovedOn() implements Outcome {}

        /** The team has nobody but its coach. */
        record Alone() implements Outcome {}
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
        return roles(tx, team.id()).alone(wish.by()) ? new Outcome.Alone() : announce(tx, team, proposal);
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

        /** It is for somebody else to answer. */
        record NotYours(Proposal proposal) implements Answering {}
    }

    /** A coach countersigns it, or a member seconds it. */
    Answering agree(Transaction tx, Proposal seen, PersonId person, Instant now) {
        return whereOpen(tx, seen, person, (proposal, team) -> {
            var coach = roles(tx, team.id()).coaches().contains(person);
            var backing = coach ? Move.Backing.countersigned(person) : Move.Backing.seconded(person);
            var answer = coach ? new Answer.Countersigned(person, now) : new Answer.Seconded(person, now);
            store.answer(tx, proposal.id(),
                    move(tx, team, proposal, backing, now) ? answer : new Answer.Overtaken(now));
        });
    }

    /** @param word what is missing */
    Answering turnDown(Transaction tx, Proposal seen, PersonId person, String word, Instant now) {
        return whereOpen(tx, seen, person, (proposal, team) -> {
            store.answer(tx, proposal.id(), new Answer.NotYet(person, word, now));
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

    private Answering whereOpen(Transaction tx, Proposal seen, PersonId person, Work work) {
        var roles = roles(tx, seen.team());
        journeys.hold(tx, seen.team(), seen.practice());
        var proposal = store.find(tx, seen.id()).orElse(seen);
        if (!proposal.open()) {
            return new Answering.Over(proposal);
        }
        if (!proposal.answeredBy(person, roles)) {
            return new Answering.NotYours(proposal);
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
    private boolean move(Transaction tx, Team team, Proposal wish, Move.Backing backing, Instant now) {
        var moved = moves.move(tx, team, new Move(Ids.next(), team.id(), wish.practice(), wish.from(), wish.to(),
                wish.by(), backing, wish.reason(), now));
        if (moved) {
            store.open(tx, team.id(), wish.practice()).filter(left -> !left.id().equals(wish.id()))
                    .ifPresent(left -> {
                        store.answer(tx, left.id(), new Answer.Overtaken(now));
                        outbox.refresh(tx, key(left.id()));
                    });
        }
        return moved;
    }

    Roles roles(Transaction tx, TeamId team) {
        return Roles.of(people, tx, team);
    }

    private static String key(String proposal) {
        return "journey/proposal/" + proposal;
    }
}
