package dev.stagecoach.coaching.due;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.stagecoach.coaching.Planned;
import dev.stagecoach.coaching.Room;
import dev.stagecoach.outbox.Job;
import dev.stagecoach.outbox.Outbox;
import dev.stagecoach.outbox.Recurrence.Weekly;
import dev.stagecoach.outbox.SendPolicy;
import dev.stagecoach.people.People;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Transaction;

/**
 * Plans a word of what is due, once a person and week. It is due with the team's first check-in of the week, so that
 * the two go out as one message; in a week without one, on the eve of the team's meeting.
 */
final class DueJob implements Job {
    static final String WEEK = "due.week";
    private static final LocalTime USUAL = LocalTime.of(15, 0);
    private static final Duration AHEAD = Duration.ofDays(7);

    private final DueStore store = new DueStore();
    private final Database database;
    private final People people;
    private final Outbox outbox;
    private final List<Room> others;
    private final DueLines lines;

    /** @param others the rooms whose check-ins it goes out with */
    DueJob(Database database, People people, Outbox outbox, List<Room> others, DueLines lines) {
        this.database = database;
        this.people = people;
        this.outbox = outbox;
        this.others = others;
        this.lines = lines;
    }

    @Override
    public String name() {
        return "what is due";
    }

    @Override
    public void run(Instant now) {
        Job.each(database.read(tx -> store.due(tx, now)), team -> "what is due in team " + team,
                team -> database.change(tx -> store.claim(tx, team, now).ifPresent(due -> plan(tx, team, due, now))));
    }

    @Override
    public Optional<Instant> next() {
        return database.read(store::firstDue);
    }

    void rearrange(Transaction tx, Team team, Instant now) {
        store.set(tx, team.id(), next(tx, team, now));
    }

    private void plan(Transaction tx, TeamId id, Instant due, Instant now) {
        var team = people.teams().find(tx, id).orElseThrow();
        var checkin = firstCheckin(tx, team, due.minusMillis(1), endOfWeek(team, due));
        // A check-in that was moved since takes this with it; it must not use up the week before.
        if (checkin.filter(due::isBefore).isPresent() && checkin.get().isAfter(now)) {
            store.set(tx, id, checkin.get());
            return;
        }
        people.members().of(tx, id).forEach(member -> {
            if (!lines.of(tx, member.person(), now).isEmpty()) {
                var key = key(member.person(), LocalDate.ofInstant(due, team.zone()));
                outbox.plan(tx, id, key, WEEK, member.person(), key, due);
            }
        });
        store.set(tx, id, next(tx, team, now));
    }

    /** In the week after this one's. */
    private Instant next(Transaction tx, Team team, Instant after) {
        var checkin = firstCheckin(tx, team, after, after.plus(AHEAD).plusMillis(1));
        return checkin.orElseGet(() -> new Weekly(1, Set.of(team.meeting().eve()), USUAL, LocalDate.EPOCH).next(after,
                team.zone()));
    }

    private Optional<Instant> firstCheckin(Transaction tx, Team team, Instant after, Instant until) {
        return others.stream().flatMap(room -> room.planned(tx, team, after, until).stream())
                .filter(planned -> planned.policy() == SendPolicy.NUDGE).map(Planned::at)
                .min(Comparator.naturalOrder());
    }

    private static Instant endOfWeek(Team team, Instant moment) {
        return LocalDate.ofInstant(moment, team.zone()).with(TemporalAdjusters.next(DayOfWeek.MONDAY))
                .atStartOfDay(team.zone()).toInstant();
    }

    /** One a person and week, whatever number of teams the person is in. */
    static String key(PersonId person, LocalDate day) {
        return "due/" + person + "/" + day.get(IsoFields.WEEK_BASED_YEAR) + "-"
                + day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    }
}
