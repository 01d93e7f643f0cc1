package dev.stagecoach.coaching.checkin;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.stagecoach.coaching.checkin.Schedule.Origin;
import dev.stagecoach.coaching.checkin.Schedule.Pause;
import dev.stagecoach.outbox.Recurrence;
import dev.stagecoach.outbox.Recurrence.MonthlyOnDay;
import dev.stagecoach.outbox.Recurrence.MonthlyOnWeekday;
import dev.stagecoach.outbox.Recurrence.Weekly;
import dev.stagecoach.people.Team;
import dev.stagecoach.storage.Ids;
import dev.stagecoach.storage.Transaction;

/** The one schedule that comes with a team's settings: the eve of its meeting, until a coach decides otherwise. */
final class DefaultSchedule {
    private final Checkins checkins;

    DefaultSchedule(Checkins checkins) {
        this.checkins = checkins;
    }

    /** Brings the team's schedules in step with its settings. */
    void follow(Transaction tx, Team team, Instant now) {
        var time = Hours.usual(checkins.people().days().ofTeam(tx, team).quiet());
        if (team.checkinWeeks() > 0 && !checkins.schedules().hadAutomatic(tx, team.id())) {
            StageCheckins.set(tx, checkins, team).or(checkins::firstSet).ifPresent(set -> {
                var rhythm = StageCheckins.inRhythm(rhythm(team, time, now), set, tomorrow(team, now));
                checkins.schedules().add(tx, new Schedule(Ids.next(), team.id(), set.key(), rhythm, List.of(),
                        Origin.SETTINGS, Optional.empty(), rhythm.next(now, team.zone())), now);
            });
            return;
        }
        for (var schedule : checkins.schedules().of(tx, team.id())) {
            checkins.schedules().change(tx, followed(tx, schedule, team, time, now));
        }
    }

    /** The schedule that came with the settings asks what the guide has for the team's stage, in its rhythm. */
    void followStage(Transaction tx, Team team, Instant now) {
        var time = Hours.usual(checkins.people().days().ofTeam(tx, team).quiet());
        checkins.schedules().of(tx, team.id()).stream().filter(schedule -> schedule.origin() == Origin.SETTINGS)
                .forEach(schedule -> checkins.schedules().change(tx, inStep(tx, schedule, team, time, now)));
    }

    private Schedule followed(Transaction tx, Schedule schedule, Team team, LocalTime time, Instant now) {
        var inZone = schedule.nextDue().isAfter(now)
                ? schedule.every(schedule.recurrence(), now, team.zone())
                : schedule;
        return switch (schedule.origin()) {
            case COACH -> inZone;
            case SETTINGS -> inStep(tx, inZone, team, time, now);
            case SETTINGS_EDITED -> resting(inZone, team, now);
        };
    }

    private Schedule inStep(Transaction tx, Schedule before, Team team, LocalTime time, Instant now) {
        var set = StageCheckins.set(tx, checkins, team)
                .or(() -> checkins.guide().checkinSet(before.set()));
        var schedule = set.map(one -> before.asking(one.key())).orElse(before);
        var resting = resting(schedule, team, now);
        var usual = team.checkinWeeks() == 0 ? schedule.recurrence() : rhythm(team, time, now);
        var wanted = set.map(one -> StageCheckins.inRhythm(usual, one, tomorrow(team, now))).orElse(usual);
        return sameButStart(schedule.recurrence(), wanted) ? resting : resting.every(wanted, now, team.zone());
    }

    private static Schedule resting(Schedule schedule, Team team, Instant now) {
        if (team.checkinWeeks() == 0) {
            return schedule.paused().isPresent() ? schedule : schedule.pausedBy(Pause.SETTINGS);
        }
        return schedule.paused().filter(Pause.SETTINGS::equals).isPresent()
                ? schedule.resumed(now, team.zone())
                : schedule;
    }

    private static boolean sameButStart(Recurrence one, Recurrence other) {
        return switch (one) {
            case Weekly a -> other instanceof Weekly b && a.weeks() == b.weeks() && a.days().equals(b.days())
                    && a.time().equals(b.time());
            case MonthlyOnWeekday a -> other instanceof MonthlyOnWeekday b && a.nth() == b.nth() && a.day() == b.day()
                    && a.time().equals(b.time());
            case MonthlyOnDay _ -> one.equals(other);
        };
    }

    /** From tomorrow, because nobody is to be asked on the day a team is set up. */
    private static Weekly rhythm(Team team, LocalTime time, Instant now) {
        return new Weekly(team.checkinWeeks(), Set.of(Hours.eve(team.meeting().day())), time,
                tomorrow(team, now));
    }

    private static LocalDate tomorrow(Team team, Instant now) {
        return LocalDate.ofInstant(now, team.zone()).plusDays(1);
    }
}
