package dev.stagecoach.coaching.checkin;

import dev.stagecoach.people.Team;
import dev.stagecoach.storage.Transaction;

/** Why a check-in came to somebody, in words that read after "because". */
record Cause(ScheduleStore schedules, CheckinRunStore runs) {

    /** @param subject as {@link Recipient#subject} writes it */
    String because(Transaction tx, Team team, String subject) {
        var run = subject.split(" ", 2)[0];
        return runs.scheduleOf(tx, run).flatMap(id -> schedules.find(tx, id))
                .map(schedule -> words(team, schedule))
                .orElse("a coach of " + team.name() + " asked the team");
    }

    private static String words(Team team, Schedule schedule) {
        var rhythm = schedule.recurrence().words();
        return switch (schedule.origin()) {
            case COACH -> "a coach of " + team.name() + " scheduled check-ins " + rhythm;
            case SETTINGS -> "the settings of " + team.name() + " ask for check-ins " + rhythm;
            case SETTINGS_EDITED -> "a coach of " + team.name() + " set its check-ins to " + rhythm;
        };
    }
}
