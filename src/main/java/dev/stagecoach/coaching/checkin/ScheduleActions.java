package dev.stagecoach.coaching.checkin;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.DateText;
import dev.stagecoach.chat.Form;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.checkin.Schedule.Origin;
import dev.stagecoach.coaching.checkin.Schedule.Pause;
import dev.stagecoach.outbox.Recurrence.Weekly;
import dev.stagecoach.people.Day;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Ids;
import dev.stagecoach.storage.Transaction;

/** What coaches do: schedule, look, pause, send, change, delete. */
final class ScheduleActions {
    private static final Reply NOT_COACH = Reply.Refused.because("Check-ins are scheduled by the team's coaches.");
    private static final Reply GONE = Reply.Refused
            .because("This check-in was deleted meanwhile. /coach checkin shows what is scheduled.");

    private final Checkins checkins;
    private final RecipientPlanner asking;

    ScheduleActions(Checkins checkins) {
        this.checkins = checkins;
        this.asking = new RecipientPlanner(checkins);
    }

    Reply list(Call.Typed call) {
        return checkins.database().read(tx -> new Reply.ToYou(list(tx, call.inTeam())));
    }

    Reply look(Call.Click click) {
        return checkins.database().read(tx -> {
            var team = checkins.people().teams().find(tx, new TeamId(click.value()));
            return team.isPresent() && checkins.isCoach(tx, team.get().id(), click.person())
                    ? new Reply.ToYou(list(tx, team.get().id()))
                    : NOT_COACH;
        });
    }

    Reply start(Call.Click click) {
        return checkins.database().read(tx -> {
            var team = checkins.people().teams().find(tx, new TeamId(click.value()));
            if (team.isEmpty() || !checkins.isCoach(tx, team.get().id(), click.person())) {
                return NOT_COACH;
            }
            return checkins.firstSet().<Reply>map(set -> new Reply.Open(
                    form(fresh(tx, team.get(), set.key(), click.now()), team.get(), click.now())))
                    .orElseGet(() -> Reply.Refused.because("The guide has no questions for members yet. Whoever runs"
                            + " me can add some to its check-in file."));
        });
    }

    Reply edit(Call.Click click) {
        return checkins.database().read(tx -> withSchedule(tx, click, (schedule, team) -> new Reply.Open(form(
                new ScheduleDraft(team.id(), schedule.id(), schedule.set(), schedule.recurrence(), schedule.chosen()),
                team,
                click.now()))));
    }

    /** From the preview back to the form. */
    Reply change(Call.Click click) {
        return ScheduleDraft.parse(click.value()).map(plan -> checkins.database()
                .<Reply>read(tx -> checkins.isCoach(tx, plan.team(), click.person())
                        ? new Reply.Open(form(plan, checkins.team(tx, plan.team()), click.now()))
                        : NOT_COACH))
                .orElse(GONE);
    }

    /** The filled-in form becomes the preview. */
    Reply preview(Call.Submission sent) {
        var id = ScheduleForm.team(sent.context());
        return checkins.database().read(tx -> {
            if (!checkins.isCoach(tx, id, sent.person())) {
                return NOT_COACH;
            }
            var team = checkins.team(tx, id);
            var day = checkins.people().days().ofTeam(tx, team);
            var limits = new ScheduleForm.Limits(checkins.sets(), LocalDate.ofInstant(sent.now(), team.zone()),
                    day.quiet(), person -> belongs(tx, id, person));
            return switch (ScheduleForm.parse(sent.context(), sent.answers(), limits)) {
                case ScheduleForm.Parsed.Bad(var reasons) -> new Reply.Mend(reasons);
                case ScheduleForm.Parsed.Good(var plan) -> new Reply.Next(
                        PreviewForm.of(plan, checkins.setName(plan.set()), sent.now(), day));
            };
        });
    }

    Reply confirm(Call.Submission sent) {
        return PreviewForm.plan(sent.context()).map(plan -> confirm(sent, plan)).orElse(GONE);
    }

    private Reply confirm(Call.Submission sent, ScheduleDraft plan) {
        return checkins.database().write(tx -> {
            if (!checkins.isCoach(tx, plan.team(), sent.person())) {
                return NOT_COACH;
            }
            var zone = checkins.team(tx, plan.team()).zone();
            var next = plan.recurrence().next(sent.now(), zone);
            var known = checkins.schedules().find(tx, plan.schedule());
            if (known.filter(schedule -> !schedule.team().equals(plan.team())).isPresent()) {
                return GONE;
            }
            if (known.isPresent()) {
                checkins.schedules().change(tx, known.get().as(plan, sent.now(), zone));
            } else if (!checkins.schedules().add(tx, added(plan, next), sent.now())) {
                return GONE;
            }
            return new Reply.ToYou(CheckinCards.scheduled(plan, checkins.setName(plan.set()), next, zone));
        });
    }

    private static Schedule added(ScheduleDraft plan, Instant next) {
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
            if (checkins.recipient(tx, schedule, team, click.now()).isEmpty()) {
                return Reply.Refused.because("Nobody is to be asked just now: no member wants check-ins, or those"
                        + " chosen have left the team. Edit who is asked.");
            }
            var day = checkins.people().days().ofTeam(tx, team);
            return asking.byCoach(tx, schedule, click.now()).<Reply>map(
                    number -> new Reply.ToYou(Card.saying(number == 0
                            ? "It waits on the Home tabs: just now nobody is to get a message of it."
                            : "On its way to " + Counts.count(number, "person") + when(click.now(), day) + ".")))
                    .orElseGet(() -> Reply.Refused.because("This check-in was sent today already. Nobody is asked"
                            + " twice a day."));
        }));
    }

    private static String when(Instant now, Day day) {
        var from = day.nextOpen(now);
        return from.equals(now)
                ? ""
                : ". Quiet hours and days off stay free, so it goes out on " + DateText.near(from, day.zone());
    }

    Reply delete(Call.Click click) {
        return checkins.database().write(tx -> withSchedule(tx, click, (schedule, team) -> {
            checkins.withdraw(tx, schedule, click.now());
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
        var team = checkins.team(tx, id);
        return CheckinCards.list(team, schedules, names, checkins.people().days().ofTeam(tx, team));
    }

    private Form form(ScheduleDraft plan, Team team, Instant now) {
        return ScheduleForm.of(plan.from(now, team.zone()), checkins.sets(), DateText.zone(team.zone()));
    }

    /** What a coach most likely wants: weekly on the eve of the meeting, from tomorrow's school day. */
    private ScheduleDraft fresh(Transaction tx, Team team, String set, Instant now) {
        var day = checkins.people().days().ofTeam(tx, team);
        var first = Hours.schoolDayAfter(LocalDate.ofInstant(now, team.zone()), day);
        while (Hours.isWeekend(first.getDayOfWeek())) {
            first = Hours.schoolDayAfter(first, day);
        }
        var rhythm = new Weekly(Math.max(1, team.checkinWeeks()), Set.of(Hours.eve(team.meeting().day())),
                Hours.usual(day.quiet()), first);
        return new ScheduleDraft(team.id(), Ids.next(), set, rhythm, List.of());
    }

    private boolean belongs(Transaction tx, TeamId team, PersonId person) {
        return checkins.people().members().standing(tx, team, person).belongs();
    }
}
