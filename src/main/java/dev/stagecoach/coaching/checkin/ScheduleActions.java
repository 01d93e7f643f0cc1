package dev.stagecoach.coaching.checkin;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.stagecoach.chat.Action.Handled;
import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Carried.Begun;
import dev.stagecoach.chat.DateText;
import dev.stagecoach.chat.Form;
import dev.stagecoach.chat.Plural;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.checkin.Schedule.Origin;
import dev.stagecoach.coaching.checkin.Schedule.Pause;
import dev.stagecoach.outbox.Recurrence.Weekly;
import dev.stagecoach.people.Day;
import dev.stagecoach.people.Member;
import dev.stagecoach.people.Role;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Ids;

/** What coaches do: schedule, look, pause, send, change, delete. */
final class ScheduleActions {
    private static final Reply GONE = Reply.Refused
            .because("Somebody deleted this check-in. /coach checkin shows what is scheduled.");

    private final Checkins checkins;
    private final RecipientPlanner asking;

    ScheduleActions(Checkins checkins) {
        this.checkins = checkins;
        this.asking = new RecipientPlanner(checkins);
    }

    List<Handled<?>> actions() {
        return List.of(CheckinRoom.LIST.by(this::list), CheckinCards.NEW.by(this::start),
                CheckinCards.EDIT.by(this::edit),
                PreviewForm.CHANGE.by((here, plan) -> new Reply.Open(form(here, plan))),
                ScheduleForm.PREVIEW.by(this::preview), PreviewForm.CONFIRM.by(this::confirm),
                CheckinCards.PAUSE.by((here, id) -> changed(here, schedule(here, id).pausedBy(Pause.COACH))),
                CheckinCards.RESUME.by(
                        (here, id) -> changed(here, schedule(here, id).resumed(here.now(), here.team().zone()))),
                StageCheckins.FOLLOW.by((here, id) -> StageCheckins.follow(here, checkins, id)),
                StageCheckins.STAY.by((here, id) -> StageCheckins.stay(here, checkins, id)),
                CheckinCards.SEND.by(this::sendNow), CheckinCards.DELETE.by(this::delete));
    }

    Reply list(CallContext here, TeamId team) {
        return new Reply.ToYou(card(here));
    }

    private Reply start(CallContext here, TeamId team) {
        return checkins.firstSet().<Reply>map(set -> new Reply.Open(form(here, fresh(here, set.key()))))
                .orElseGet(() -> Reply.Refused.because("The guide has no questions for members yet. The person who "
                        + "runs me can add some to its check-in file."));
    }

    private Reply edit(CallContext here, String id) {
        var schedule = schedule(here, id);
        return new Reply.Open(form(here, new ScheduleDraft(here.teamId(), id, schedule.set(), schedule.recurrence(),
                schedule.chosen())));
    }

    /** The filled-in form becomes the preview. */
    private Reply preview(CallContext here, Begun plan) {
        var day = checkins.people().days().ofTeam(here.tx(), here.team());
        var limits = new ScheduleForm.Limits(checkins.sets(), here.today(), day.quiet(),
                person -> checkins.people().members().standing(here.tx(), here.teamId(), person).belongs());
        return switch (ScheduleForm.parse(plan, here.submission().answers(), limits)) {
            case ScheduleForm.Parsed.Bad(var reasons) -> new Reply.Mend(reasons);
            case ScheduleForm.Parsed.Good(var filled) -> new Reply.Next(
                    PreviewForm.of(filled, checkins.setName(filled.set()), here.now(), day, enough(here, filled)));
        };
    }

    /** Until when this week everybody has been asked for enough, for example by a round; empty where not everybody. */
    private Optional<Instant> enough(CallContext here, ScheduleDraft plan) {
        var meant = checkins.people().members().of(here.tx(), here.teamId()).stream()
                .filter(member -> plan.chosen().isEmpty()
                        ? member.role() == Role.MEMBER
                        : plan.chosen().contains(member.person()))
                .map(Member::person).toList();
        var zone = here.team().zone();
        var monday = here.today().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        var spent = checkins.outbox().spent(here.tx(), checkins.people(), meant,
                monday.atStartOfDay(zone).toInstant());
        return Optional.of(monday.plusDays(7).atStartOfDay(zone).toInstant())
                .filter(_ -> !meant.isEmpty() && spent.containsAll(meant));
    }

    private Reply confirm(CallContext here, ScheduleDraft plan) {
        var zone = here.team().zone();
        var next = plan.recurrence().next(here.now(), zone);
        var known = checkins.schedules().find(here.tx(), plan.schedule());
        if (known.isPresent()) {
            checkins.schedules().change(here.tx(), known.get().as(plan, here.now(), zone));
        } else if (!checkins.schedules().add(here.tx(), added(plan, next), here.now())) {
            return GONE;
        }
        var day = checkins.people().days().ofTeam(here.tx(), here.team());
        return new Reply.ToYou(CheckinCards.scheduled(added(plan, next), checkins.setName(plan.set()), day,
                Gap.ahead(plan.recurrence(), day, here.now())));
    }

    private static Schedule added(ScheduleDraft plan, Instant next) {
        return new Schedule(plan.schedule(), plan.team(), plan.set(), plan.recurrence(), plan.chosen(), Origin.COACH,
                Optional.empty(), next);
    }

    private Reply changed(CallContext here, Schedule schedule) {
        checkins.schedules().change(here.tx(), schedule);
        return new Reply.Replace(card(here));
    }

    private Reply sendNow(CallContext here, String id) {
        var schedule = schedule(here, id);
        if (checkins.recipient(here.tx(), schedule, here.team(), here.now()).isEmpty()) {
            return Reply.Refused.because("There is nobody to ask right now: no member wants check-ins, or the "
                    + "people you chose have left the team. Edit who is asked.");
        }
        var day = checkins.people().days().ofTeam(here.tx(), here.team());
        return asking.byCoach(here.tx(), schedule, here.now()).<Reply>map(
                number -> new Reply.ToYou(Card.saying(number == 0
                        ? "It is on the Home tabs: nobody gets a message about it right now."
                        : "On its way to " + Plural.of(number, "person") + when(here.now(), day) + ".")))
                .orElseGet(() -> Reply.Refused.because("This check-in already went out today. I do not ask anyone "
                        + "twice a day."));
    }

    private static String when(Instant now, Day day) {
        var from = day.nextOpen(now);
        return from.equals(now)
                ? ""
                : ". I keep quiet hours and days off free, so it goes out on " + DateText.near(from, day.zone());
    }

    private Reply delete(CallContext here, String id) {
        checkins.withdraw(here.tx(), schedule(here, id), here.now());
        return new Reply.Replace(card(here));
    }

    private Schedule schedule(CallContext here, String id) {
        return checkins.schedules().find(here.tx(), id).orElseThrow();
    }

    private Card card(CallContext here) {
        var day = checkins.people().days().ofTeam(here.tx(), here.team());
        var schedules = checkins.schedules().of(here.tx(), here.teamId()).stream()
                .map(schedule -> new CheckinCards.Line(schedule, checkins.setName(schedule.set()),
                        Arrival.last(here.tx(), checkins, here.team(), schedule),
                        schedule.gaps(day, here.now()).stream().findFirst()))
                .toList();
        return CheckinCards.list(here.team(), schedules, day);
    }

    private Form form(CallContext here, ScheduleDraft plan) {
        var zone = here.team().zone();
        return ScheduleForm.of(plan.from(here.now(), zone), checkins.sets(), DateText.zone(zone));
    }

    /** What a coach most likely wants: weekly on the eve of the meeting, from tomorrow's school day. */
    private ScheduleDraft fresh(CallContext here, String set) {
        var team = here.team();
        var day = checkins.people().days().ofTeam(here.tx(), team);
        var first = Hours.schoolDayAfter(here.today(), day);
        while (Hours.isWeekend(first.getDayOfWeek())) {
            first = Hours.schoolDayAfter(first, day);
        }
        var rhythm = new Weekly(Math.max(1, team.checkinWeeks()), Set.of(Hours.eve(team.meeting().day())),
                Hours.usual(day.quiet()), first);
        return new ScheduleDraft(team.id(), Ids.next(), set, rhythm, List.of());
    }
}
