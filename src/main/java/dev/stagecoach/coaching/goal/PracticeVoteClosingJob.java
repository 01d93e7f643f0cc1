package dev.stagecoach.coaching.goal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.outbox.Job;
import dev.stagecoach.people.People;
import dev.stagecoach.storage.Database;

/** Closes proposals of a practice whose time is up. */
final class PracticeVoteClosingJob implements Job {
    private final Database database;
    private final People people;
    private final PracticeProposals proposals;
    private final PracticeProposalStore store = new PracticeProposalStore();

    PracticeVoteClosingJob(Database database, People people, PracticeProposals proposals) {
        this.database = database;
        this.people = people;
        this.proposals = proposals;
    }

    @Override
    public String name() {
        return "votes on a practice";
    }

    /** Reads before it writes, so that a tick with nothing to do takes no write lock. */
    @Override
    public void run(Instant now) {
        Job.each(open().stream().filter(proposal -> proposal.over(now)).toList(),
                proposal -> "proposal of a practice " + proposal.id(),
                proposal -> database.change(tx -> proposals.closeWhenDue(tx,
                        people.teams().find(tx, proposal.team()).orElseThrow(), proposal.id(), now)));
    }

    @Override
    public Optional<Instant> next() {
        return open().stream().map(PracticeProposal::closes).findFirst();
    }

    private List<PracticeProposal> open() {
        return database.read(store::open);
    }
}
