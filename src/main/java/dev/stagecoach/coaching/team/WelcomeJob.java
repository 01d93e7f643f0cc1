package dev.stagecoach.coaching.team;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

import dev.stagecoach.outbox.Job;
import dev.stagecoach.outbox.Outbox;
import dev.stagecoach.people.People;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Transaction;

/** Says welcome to whoever has joined a team that is under way, once. */
final class WelcomeJob implements Job {
    /** So long after joining it is still a welcome. */
    private static final Duration FRESH = Duration.ofDays(3);

    private final Database database;
    private final People people;
    private final Outbox outbox;
    private final BiFunction<Transaction, Team, List<Newcomer>> newcomers;

    WelcomeJob(Database database, People people, Outbox outbox,
            BiFunction<Transaction, Team, List<Newcomer>> newcomers) {
        this.database = database;
        this.people = people;
        this.outbox = outbox;
        this.newcomers = newcomers;
    }

    @Override
    public String name() {
        return "welcome";
    }

    @Override
    public void run(Instant now) {
        var since = now.minus(FRESH);
        Job.each(database.read(tx -> people.members().joinedSince(tx, since)), team -> "the welcome in team " + team,
                team -> welcome(team, since, now));
    }

    private void welcome(TeamId id, Instant since, Instant now) {
        var team = database.read(tx -> people.teams().find(tx, id));
        team.ifPresent(one -> database.read(tx -> newcomers.apply(tx, one)).stream()
                .filter(newcomer -> newcomer.member().since().isAfter(since))
                .forEach(newcomer -> database.change(tx -> outbox.plan(tx, id, key(newcomer), WelcomeRoom.WELCOME,
                        newcomer.person(), id.value(), now))));
    }

    /** Who leaves and comes back later is new again. */
    static String key(Newcomer newcomer) {
        var member = newcomer.member();
        return "induction/" + member.team() + "/" + member.person() + "/" + member.since().getEpochSecond();
    }

    /** None that anybody waits for: it comes by itself, at the next tick after somebody has joined. */
    @Override
    public Optional<Instant> next() {
        return Optional.empty();
    }
}
