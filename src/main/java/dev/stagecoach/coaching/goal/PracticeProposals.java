package dev.stagecoach.coaching.goal;

import java.time.Instant;
import java.util.Optional;

import dev.stagecoach.coaching.goal.PracticeProposal.Outcome;
import dev.stagecoach.coaching.stage.JourneyStore;
import dev.stagecoach.coaching.stage.Journeys;
import dev.stagecoach.coaching.stage.Move;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.outbox.Outbox;
import dev.stagecoach.people.People;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Ids;
import dev.stagecoach.storage.Transaction;

/**
 * How a team takes up a practice: somebody proposes it, the members say yes or no. Every call is part of one
 * transaction.
 */
final class PracticeProposals {
    static final String PROPOSED = "goal.proposed";
    static final String NOT_CHOSEN = "goal.not_chosen";

    private final PracticeProposalStore store = new PracticeProposalStore();
    private final GoalStore goals = new GoalStore();
    private final JourneyStore chosen = new JourneyStore();
    private final People people;
    private final Guide guide;
    private final Outbox outbox;
    private final Journeys journeys;

    PracticeProposals(People people, Guide guide, Journeys journeys) {
        this.people = people;
        this.guide = guide;
        this.outbox = journeys.outbox();
        this.journeys = journeys;
    }

    /** Which practice, why, whose wish it is, whether that is a coach, and when. */
    record Wish(String practice, String reason, PersonId by, boolean ofCoach, Instant at) {}

    /** What became of a wish. */
    sealed interface Wished {
        /** The team is asked. */
        record Asked(PracticeProposal proposal) implements Wished {}

        /** The team works on it. */
        record Chosen(Goal goal) implements Wished {}

        /** The team is asked about another one. */
        record AnotherIsOpen(PracticeProposal other) implements Wished {}

        /** There is nobody to ask. */
        record NoMembers() implements Wished {}
    }

    Wished propose(Transaction tx, Team team, Wish wish) {
        var proposal = new PracticeProposal(Ids.next(), team.id(), wish.practice(), wish.reason(), wish.by(),
                wish.ofCoach(), wish.at(), PracticeProposal.closes(wish.at(), people.days().ofTeam(tx, team)),
                new Outcome.Open());
        var count = store.count(tx, proposal);
        if (count.members() == 0) {
            return new Wished.NoMembers();
        }
        // A second click on a form whose wish has come true finds it so.
        var present = worksOn(tx, team.id(), wish);
        if (present.isPresent()) {
            return new Wished.Chosen(present.get());
        }
        if (!store.propose(tx, proposal)) {
            // On PostgreSQL the one that was in the way may have ended meanwhile.
            return store.open(tx, team.id())
                    .<Wished>map(open -> open.sameWish(wish.practice(), wish.by(), wish.reason())
                            ? new Wished.Asked(open)
                            : new Wished.AnotherIsOpen(open))
                    .orElseGet(() -> propose(tx, team, wish));
        }
        if (!wish.ofCoach()) {
            store.vote(tx, proposal.id(), wish.by(), true, wish.at());
        }
        outbox.plan(tx, team.id(), key(proposal.id()), PROPOSED, team.channel(), proposal.id(), wish.at());
        settle(tx, team, proposal, wish.at());
        return worksOn(tx, team.id(), wish).<Wished>map(Wished.Chosen::new)
                .orElseGet(() -> new Wished.Asked(proposal));
    }

    private Optional<Goal> worksOn(Transaction tx, TeamId team, Wish wish) {
        return goals.current(tx, team).filter(goal -> goal.practice().equals(wish.practice()))
                .filter(_ -> chosen.choice(tx, team, wish.practice()).map(Move::reason)
                        .equals(Optional.of(wish.reason())));
    }

    /** What became of an answer, of closing, or of taking it back. */
    sealed interface Answered {
        /** The proposal as it stands now. */
        record Done(PracticeProposal proposal) implements Answered {}

        /** It had ended before. */
        record Over(PracticeProposal proposal) implements Answered {}

        /** It is too early to close it. */
        record TooEarly(PracticeProposal proposal) implements Answered {}
    }

    /** A member's yes or no, in place of what the member said before. */
    Answered vote(Transaction tx, Team team, String id, PersonId member, boolean yes, Instant now) {
        var proposal = held(tx, id);
        if (!proposal.open() || proposal.over(now)) {
            closeWhenDue(tx, team, id, now);
            return new Answered.Over(find(tx, id));
        }
        store.vote(tx, id, member, yes, now);
        settle(tx, team, proposal, now);
        return done(tx, id);
    }

    /** By a coach. */
    Answered close(Transaction tx, Team team, String id, Instant now) {
        var proposal = held(tx, id);
        if (!proposal.open()) {
            return new Answered.Over(proposal);
        }
        var count = store.count(tx, proposal);
        if (!count.mayClose(proposal.over(now))) {
            return new Answered.TooEarly(proposal);
        }
        end(tx, team, proposal, count, now);
        return done(tx, id);
    }

    /** Nothing happens to one that has ended, or has time left. */
    void closeWhenDue(Transaction tx, Team team, String id, Instant now) {
        var proposal = held(tx, id);
        if (proposal.open() && proposal.over(now)) {
            end(tx, team, proposal, store.count(tx, proposal), now);
            done(tx, id);
        }
    }

    /** For its proposer alone. */
    Answered takeBack(Transaction tx, String id, Instant now) {
        return store.end(tx, id, new Outcome.TakenBack(now)) ? done(tx, id) : new Answered.Over(find(tx, id));
    }

    private void settle(Transaction tx, Team team, PracticeProposal proposal, Instant now) {
        var count = store.count(tx, proposal);
        if (count.now() == PracticeVote.Result.CHOSEN) {
            choose(tx, team, proposal, count, now);
        }
    }

    private void end(Transaction tx, Team team, PracticeProposal proposal, PracticeVote count, Instant now) {
        switch (count.atTheEnd()) {
            case CHOSEN -> choose(tx, team, proposal, count, now);
            case NOT_CHOSEN -> {
                if (store.end(tx, proposal.id(), new Outcome.NotChosen(now, count.yes(), count.members()))) {
                    outbox.plan(tx, team.id(), key(proposal.id()) + "/not-chosen", NOT_CHOSEN, team.channel(),
                            proposal.id(), now);
                }
            }
            case OPEN -> throw new IllegalStateException("what is closed is not open: " + count);
        }
    }

    /** The team takes up the practice; its goal is there to be written. */
    private void choose(Transaction tx, Team team, PracticeProposal proposal, PracticeVote count, Instant now) {
        if (guide.practice(proposal.practice()).isEmpty()) {
            store.end(tx, proposal.id(), new Outcome.Overtaken(now));
        } else if (store.end(tx, proposal.id(), new Outcome.Chosen(now, count.yes(), count.members()))) {
            journeys.take(tx, team, proposal.practice(), new Journeys.Choice(proposal.by(), proposal.reason(), now,
                    Move.Backing.agreed(count.yes(), count.members())));
            var goal = goals.begin(tx, team.id(), proposal.practice(), proposal.by(), now);
            outbox.refresh(tx, goal.messageKey());
        }
    }

    private PracticeProposal held(Transaction tx, String id) {
        store.hold(tx, id);
        return find(tx, id);
    }

    private PracticeProposal find(Transaction tx, String id) {
        return store.find(tx, id).orElseThrow();
    }

    private Answered done(Transaction tx, String id) {
        outbox.refresh(tx, key(id));
        return new Answered.Done(find(tx, id));
    }

    private static String key(String proposal) {
        return "goal/proposal/" + proposal;
    }
}
