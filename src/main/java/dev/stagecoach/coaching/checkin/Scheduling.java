package dev.stagecoach.coaching.checkin;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Form;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.checkin.Schedule.Origin;
import dev.stagecoach.coaching.checkin.Schedule.Pause;
import dev.stagecoach.delivery.Recurrence.Weekly;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Ids;
import dev.stagecoach.storage.Transaction;

/** What coaches do: schedule, look, pause, send, change, delete. */
final class Scheduling {
    private static final LocalTime USUAL_TIME = LocalTime.of(15, 0);
    private static final Reply NOT_COACH = Reply.Refused.because("Check-ins are scheduled by the team's coaches.");
    private static final Reply GONE = Reply.Refused
            .because("This check-in was deleted meanwhile. /coach checkin shows what is scheduled.");

    private final Checkins checkins;

    Scheduling(Checkins checkins) {
        this.checkins = checkins;
    }

    Reply list(Call.Typed call) {
        return checkins.database().read(tx -> new Reply.ToYou(list(tx, call.inTeam())));
    }

    Reply start(Call.Click click) {
        return checkins.database().read(tx -> {
            var team = checkins.people().teams().find(tx, new TeamId(click.value()));
            if (team.isEmpty() || !checkins.isCoach(tx, team.get().id(), click.person())) {
                return NOT_COACH;
            }
            return checkins.firstSet().<Reply>map(set -> new Reply.Open(form(fresh(team.get(), set.key(), click.now()),
                    team.get())))
                    .orElseGet(() -> Reply.Refused.because("The guide has no questions for members yet. Whoever runs"
                            + " me can add some to its check-in file."));
        });
    }

    Reply edit(Call.Click click) {
        return checkins.database().read(tx -> withSchedule(tx, click, (schedule, team) -> new Reply.Open(form(
                new Plan(team.id(), schedule.id(), schedule.set(), schedule.recurrence(), schedule.chosen()), team))));
    }

    /** From the preview back to the form. */
    Reply change(Call.Click click) {
        var plan = Plan.parse(click.value());
        return checkins.database().read(tx -> checkins.isCoach(tx, plan.team(), click.person())
                ? new Reply.Open(form(plan, checkins.team(tx, plan.team())))
                : NOT_COACH);
    }

    /** The filled-in form becomes the preview. */
    Reply preview(Call.Submission sent) {
        var id = ScheduleForm.team(sent.context());
        return checkins.database().read(tx -> {
            if (!checkins.isCoach(tx, id, sent.person())) {
                return NOT_COACH;
            }
            var team = checkins.team(tx, id);
            var today = LocalDate.ofInstant(sent.now(), team.zone());
            return switch (ScheduleForm.parse(sent.context(), sent.answers(), checkins.sets(), today,
                    person -> belongs(tx, id, person))) {
                case ScheduleForm.Parsed.Bad(var reasons) -> new Reply.Mend(reasons);
                case ScheduleForm.Parsed.Good(var plan) -> new Reply.Next(
                        PreviewForm.of(plan, checkins.setName(plan.set()), sent.now(), team.zone()));
            };
        });
    }

    Reply confirm(Call.Submission sent) {
        var plan = PreviewForm.plan(sent.context());
        return checkins.database().write(tx -> {
            if (!checkins.isCoach(tx, plan.team(), sent.person())) {
                return NOT_COACH;
            }
            var zone = checkins.team(tx, plan.team()).zone();
            var next = plan.recurrence().next(sent.now(), zone);
            var known = checkins.schedules().find(tx, plan.schedule());
            if (known.isPresent()) {
                checkins.schedules().change(tx, known.get().as(plan, sent.now(), zone));
            } else if (!checkins.schedules().add(tx, added(plan, next), sent.now())) {
                return GONE;
            }
            return new Reply.ToYou(CheckinCards.scheduled(plan, checkins.setName(plan.set()), next, zone));
        });
    }

    private static Schedule added(Plan plan, Instant next) {
        return new Schedule(plan.schedule(), plan.team(), plan.set(), plan.recurrence(), plan.chosen(), Origin.COACH,
                Optional.empty(), next);
    }

    Reply pause(Call.Click click) {
        return changed(click, (schedule, _) -> schedule.pausedBy(Pause.COACH));
    }

    Reply resume(Call.Click click) {
        return changed(click, (schedule, team) -> schedule.resumed(click.now(), team.zone()));
    }

    private Reply changed(Call.Click click, BiFunction<Schedule, Team, Schedule> change) {
        return checkins.database().write(tx -> withSchedule(tx, click, (schedule, team) -> {
            checkins.schedules().change(tx, change.apply(schedule, team));
            return new Reply.Replace(list(tx, team.id()));
        }));
    }

    Reply sendNow(Call.Click click) {
        return checkins.database().write(tx -> withSchedule(tx, click, (schedule, team) -> {
            if (checkins.asked(tx, schedule, team, click.now()).isEmpty()) {
                return Reply.Refused.because("Nobody is to be asked just now: no member wants check-ins, or those"
                        + " chosen have left the team. Edit who is asked.");
            }
            return checkins.ask(tx, schedule, click.now(), click.now())
                    .<Reply>map(number -> new Reply.ToYou(Card.saying("On its way to "
                            + Dates.count(number, "person") + when(click.now(), team) + ".")))
                    .orElseGet(() -> Reply.Refused.because("This check-in was sent today already. Nobody is asked"
                            + " twice a day."));
        }));
    }

    private static String when(Instant now, Team team) {
        var from = Hours.from(now, team.zone());
        return from.equals(now)
                ? ""
                : ". Evenings and weekends stay free, so it goes out on " + Dates.full(from, team.zone());
    }

    Reply delete(Call.Click click) {
        return checkins.database().write(tx -> withSchedule(tx, click, (schedule, team) -> {
            checkins.schedules().remove(tx, schedule.id(), click.now());
            return new Reply.Replace(list(tx, team.id()));
        }));
    }

    private Reply withSchedule(Transaction tx, Call.Click click, BiFunction<Schedule, Team, Reply> work) {
        var schedule = checkins.schedules().find(tx, click.value());
        if (schedule.isEmpty()) {
            return GONE;
        }
        var team = checkins.team(tx, schedule.get().team());
        return checkins.isCoach(tx, team.id(), click.person()) ? work.apply(schedule.get(), team) : NOT_COACH;
    }

    private Card list(Transaction tx, TeamId id) {
        var schedules = checkins.schedules().of(tx, id);
        var names = schedules.stream().map(schedule -> checkins.setName(schedule.set())).toList();
        return CheckinCards.list(checkins.team(tx, id), schedules, names);
    }

    private Form form(Plan plan, Team team) {
        return ScheduleForm.of(plan, checkins.sets(), team.zone().getId());
    }

    /** What a coach most likely wants: weekly on the eve of the meeting, from tomorrow's school day. */
    private static Plan fresh(Team team, String set, Instant now) {
        var first = LocalDate.ofInstant(now, team.zone()).plusDays(1);
        while (Hours.isWeekend(first.getDayOfWeek())) {
            first = first.plusDays(1);
        }
        var rhythm = new Weekly(Math.max(1, team.checkinWeeks()), Set.of(Hours.eve(team.meeting().day())), USUAL_TIME,
                first);
        return new Plan(team.id(), Ids.next(), set, rhythm, List.of());
    }

    private boolean belongs(Transaction tx, TeamId team, PersonId person) {
        return checkins.people().members().standing(tx, team, person).belongs();
    }
}
