package dev.stagecoach.coaching.summary;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

import dev.stagecoach.chat.DateText;
import dev.stagecoach.coaching.Period;
import dev.stagecoach.outbox.Job;
import dev.stagecoach.outbox.Outbox;
import dev.stagecoach.outbox.Recurrence.Weekly;
import dev.stagecoach.people.People;
import dev.stagecoach.people.ReachabilityStore;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Transaction;

/** Plans each team's weekly summary. After a break only the latest one is planned. */
final class SummaryJob implements Job {
    static final String POST = "summary.post";

    private final ReachabilityStore places = new ReachabilityStore();
    private final Database database;
    private final People people;
    private final Outbox outbox;
    private final SummaryStore store;
    private final Freeze freeze;

    SummaryJob(Database database, People people, Outbox outbox, SummaryStore store, Freeze freeze) {
        this.database = database;
        this.people = people;
        this.outbox = outbox;
        this.store = store;
        this.freeze = freeze;
    }

    @Override
    public String name() {
        return "weekly summaries";
    }

    @Override
    public void run(Instant now) {
        Job.each(database.read(tx -> store.due(tx, now)), team -> "the weekly summary of team " + team,
                team -> database.change(tx -> store.claim(tx, team, now).ifPresent(due -> plan(tx, team, due, now))));
    }

    @Override
    public Optional<Instant> next() {
        return database.read(tx -> store.firstDue(tx));
    }

    /** Other settings give the next summary its time; one that is due already still goes out. */
    void rearrange(Transaction tx, Team team, Instant now) {
        if (!team.summaryOn()) {
            store.stop(tx, team.id());
            return;
        }
        store.claim(tx, team.id(), now).ifPresent(due -> plan(tx, team.id(), due, now));
        store.set(tx, team.id(), next(team, now));
    }

    private void plan(Transaction tx, TeamId id, Instant due, Instant now) {
        var found = people.teams().find(tx, id).filter(Team::summaryOn);
        if (found.isEmpty()) {
            store.stop(tx, id);
            return;
        }
        var team = found.get();
        var slot = latest(team, due, now);
        var date = LocalDate.ofInstant(slot, team.zone());
        var key = "summary/" + id + "/" + date;
        outbox.plan(tx, team.id(), key, POST, team.channel(),
                Subject.of(id, week(slot, team.zone(), people.teams().begun(tx, id))), now);
        if (places.resting(tx, team).isPresent()) {
            outbox.skip(tx, key, "I could not reach the team's channel; /coach summary shows that week.");
        } else {
            freeze.before(tx, id, slot, now);
        }
        store.set(tx, id, next(team, now));
    }

    private static Instant latest(Team team, Instant due, Instant now) {
        var slot = due;
        for (var next = next(team, slot); !next.isAfter(now); next = next(team, next)) {
            slot = next;
        }
        return slot;
    }

    /** Reads after "because". */
    static String because(Team team) {
        return "the settings of " + team.name() + " post a summary every "
                + DateText.weekday(team.summary().day()) + " at " + DateText.time(team.summary().time());
    }

    static Instant next(Team team, Instant after) {
        return new Weekly(1, Set.of(team.summary().day()), team.summary().time(), LocalDate.EPOCH).next(after,
                team.zone());
    }

    /** The seven days before, by the local clock, as far as there was a team. */
    private static Period week(Instant until, ZoneId zone, Instant begun) {
        var from = until.atZone(zone).minusDays(7).toInstant();
        return new Period(from.isBefore(begun) && until.isAfter(begun) ? begun : from, until);
    }

    /** Which team and period a delivery is about. */
    record Subject(TeamId team, Period period) {
        static String of(TeamId team, Period period) {
            return team + " " + period.from().toEpochMilli() + " " + period.until().toEpochMilli();
        }

        static Subject parse(String text) {
            var parts = text.split(" ", 3);
            return new Subject(new TeamId(parts[0]), new Period(Instant.ofEpochMilli(Long.parseLong(parts[1])),
                    Instant.ofEpochMilli(Long.parseLong(parts[2]))));
        }
    }
}
