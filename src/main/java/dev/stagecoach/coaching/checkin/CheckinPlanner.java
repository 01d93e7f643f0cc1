package dev.stagecoach.coaching.checkin;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

import dev.stagecoach.outbox.Job;
import dev.stagecoach.people.Day;
import dev.stagecoach.people.ReachabilityStore;
import dev.stagecoach.people.Team;
import dev.stagecoach.storage.Transaction;

/** Turns schedules that have come due into occasions and messages to be sent. */
final class CheckinPlanner implements Job {
    private final ReachabilityStore places = new ReachabilityStore();
    private final Checkins checkins;
    private final RecipientPlanner asking;

    CheckinPlanner(Checkins checkins) {
        this.checkins = checkins;
        this.asking = new RecipientPlanner(checkins);
    }

    @Override
    public String name() {
        return "check-ins";
    }

    @Override
    public void run(Instant now) {
        Job.each(checkins.database().read(tx -> checkins.schedules().due(tx, now)), id -> "check-in schedule " + id,
                id -> plan(id, now));
        var old = now.minus(CheckinRun.EDITABLE);
        if (firstOpen().filter(recipient -> !recipient.isAfter(old)).isPresent()) {
            checkins.database().change(tx -> checkins.closeOld(tx, old, now));
        }
    }

    private void plan(String id, Instant now) {
        checkins.database().change(tx -> checkins.schedules().claim(tx, id, now).ifPresent(schedule -> {
            var team = checkins.team(tx, schedule.team());
            var slots = Slots.at(schedule.recurrence(), schedule.nextDue(), now, team.zone());
            if (asks(tx, team, slots.latest())) {
                asking.bySchedule(tx, schedule, slots.latest(), now);
            }
            checkins.schedules().change(tx, schedule.dueAt(slots.next()));
        }));
    }

    /** What falls on a day off, or while the channel is gone, is not asked at all: nothing waits after a break. */
    private boolean asks(Transaction tx, Team team, Instant slot) {
        return places.resting(tx, team).isEmpty()
                && !(checkins.people().days().ofTeam(tx, team).at(slot) instanceof Day.Ruling.Off);
    }

    @Override
    public Optional<Instant> next() {
        var due = checkins.database().read(tx -> checkins.schedules().firstDue(tx));
        return Stream.concat(due.stream(), firstOpen().map(recipient -> recipient.plus(CheckinRun.EDITABLE)).stream())
                .min(Instant::compareTo);
    }

    private Optional<Instant> firstOpen() {
        return checkins.database().read(tx -> checkins.runs().firstOpen(tx));
    }
}
