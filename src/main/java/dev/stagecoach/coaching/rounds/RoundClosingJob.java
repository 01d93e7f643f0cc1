package dev.stagecoach.coaching.rounds;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.outbox.Job;
import dev.stagecoach.storage.Database;

/** Asks members who joined while a round is open, and closes rounds whose time is up. */
final class RoundClosingJob implements Job {
    private final Database database;
    private final Rounds rounds;
    private final RoundStore store = new RoundStore();

    RoundClosingJob(Database database, Rounds rounds) {
        this.database = database;
        this.rounds = rounds;
    }

    @Override
    public String name() {
        return "self-assessment rounds";
    }

    @Override
    public void run(Instant now) {
        List<Round> open = database.read(store::open);
        Job.each(open, round -> "round " + round.id(), round -> advance(round, now));
    }

    /** Reads before it writes, so that a tick with nothing to do takes no write lock. */
    private void advance(Round round, Instant now) {
        if (!round.takesAnswers(now)) {
            database.change(tx -> rounds.closeWhenDue(tx, round, now));
        } else if (someoneIsNotAsked(round)) {
            database.change(tx -> rounds.invite(tx, round, now));
        }
    }

    private boolean someoneIsNotAsked(Round round) {
        List<?> missing = database.read(tx -> store.notAsked(tx, round.id()));
        return !missing.isEmpty();
    }

    @Override
    public Optional<Instant> next() {
        List<Round> open = database.read(store::open);
        var late = open.stream().filter(this::someoneIsNotAsked).map(Round::openedAt).findFirst();
        return late.or(() -> open.stream().map(Round::closesAt).findFirst());
    }
}
