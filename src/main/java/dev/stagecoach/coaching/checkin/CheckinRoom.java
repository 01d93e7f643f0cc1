package dev.stagecoach.coaching.checkin;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import dev.stagecoach.chat.Access;
import dev.stagecoach.chat.Access.Who;
import dev.stagecoach.chat.Action;
import dev.stagecoach.chat.Action.Handled;
import dev.stagecoach.chat.Carried;
import dev.stagecoach.chat.DateText;
import dev.stagecoach.chat.Feature;
import dev.stagecoach.coaching.MessageKind;
import dev.stagecoach.coaching.NextStep;
import dev.stagecoach.coaching.OwnItem;
import dev.stagecoach.coaching.Period;
import dev.stagecoach.coaching.Planned;
import dev.stagecoach.coaching.Room;
import dev.stagecoach.coaching.Section;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.outbox.Composer;
import dev.stagecoach.outbox.Job;
import dev.stagecoach.outbox.Outbox;
import dev.stagecoach.outbox.SendPolicy;
import dev.stagecoach.people.DataKind;
import dev.stagecoach.people.People;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.RoleChange;
import dev.stagecoach.people.Standing;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.people.View;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Transaction;

/** Check-ins: coaches schedule them, members answer in private. */
public final class CheckinRoom implements Room {
    /** Shows coaches what is scheduled. */
    public static final Action<TeamId> LIST = Action.click("checkin.list", Carried.team(),
            Access.reads(Who.COACHES));

    private static final int WEEKS_AHEAD = 4;

    private final Checkins checkins;
    private final ScheduleActions scheduling;
    private final AnswerActions answering;
    private final CadenceActions wishing;

    /** @param focus which practice a team is taking up, for the words of the questions */
    public CheckinRoom(Database database, People people, Guide guide, Outbox outbox, Focus focus) {
        this(database, people, guide, outbox, new Surroundings(focus, (_, _) -> Optional.empty(), (_, _, _, _) -> {}));
    }

    public CheckinRoom(Database database, People people, Guide guide, Outbox outbox, Surroundings surroundings) {
        this.checkins = new Checkins(database, people, guide, outbox, surroundings);
        this.scheduling = new ScheduleActions(checkins);
        this.answering = new AnswerActions(checkins);
        this.wishing = new CadenceActions(checkins);
    }

    @Override
    public Feature feature() {
        return new Feature("checkin",
                List.of(new Action.Typed("checkin", "schedules, pauses, sends or changes check-ins",
                        LIST.by(scheduling::list)).also("check-ins", "reminders", "reminder", "schedule")
                        .orElse("preferences")),
                Stream.of(scheduling.actions(), answering.actions(), wishing.actions())
                        .<Handled<?>>flatMap(List::stream).toList());
    }

    @Override
    public Map<String, Composer> composers() {
        return Map.of(Checkins.ASK, new Invitation(checkins));
    }

    @Override
    public Map<String, MessageKind> kinds() {
        return Map.of(Checkins.ASK,
                new MessageKind("Check-in", new Cause(checkins.schedules(), checkins.runs())::because));
    }

    @Override
    public List<Job> jobs() {
        return List.of(new CheckinPlanner(checkins), new FollowUpJob(checkins));
    }

    @Override
    public List<OwnItem> own(Transaction tx, Team team, PersonId person) {
        return checkins.answers().own(tx, team.id(), person).stream().map(one -> new OwnItem(
                (one.closed().kind() == DataKind.REFLECTION
                        ? "What you typed at the check-in of "
                        : "What you chose at the check-in of ") + DateText.dayAndYear(one.asked(), team.zone()),
                one.closed())).toList();
    }

    @Override
    public List<NextStep> steps(Transaction tx, Team team, PersonId person, Standing standing, Instant now) {
        var steps = new ArrayList<NextStep>();
        if (standing.belongs()) {
            for (var recipient : checkins.runs().open(tx, team.id(), person)) {
                checkins.questions(tx, recipient).filter(_ -> recipient.waits(now) && recipient.fits(standing))
                        .ifPresent(questions -> steps.add(new NextStep(NextStep.Rank.OPEN_ANSWER,
                                CheckinCards.waiting(questions),
                                CheckinCards.ANSWER.primary("Answer", recipient.run().id()),
                                CheckinCards.putOffOrSkip(recipient))));
            }
        }
        if (standing.belongs()) {
            steps.addAll(wishing.steps(tx, person));
        }
        if (standing.isCoach()) {
            steps.addAll(StageCheckins.steps(tx, checkins, team));
            steps.addAll(gaps(tx, team, now));
        }
        if (standing.isCoach() && checkins.schedules().of(tx, team.id()).isEmpty()) {
            steps.add(new NextStep(NextStep.Rank.NEXT, "No check-ins are scheduled yet.",
                    CheckinCards.schedule(team.id())));
        }
        return steps;
    }

    /** Days off ahead that leave check-ins out: a coach may want other dates. */
    private List<NextStep> gaps(Transaction tx, Team team, Instant now) {
        var day = checkins.people().days().ofTeam(tx, team);
        var soon = LocalDate.ofInstant(now, team.zone()).plusWeeks(WEEKS_AHEAD);
        return checkins.schedules().of(tx, team.id()).stream()
                .flatMap(schedule -> schedule.gaps(day, now).stream().limit(1)
                        .filter(gap -> !gap.first().isAfter(soon))
                        .map(gap -> new NextStep(NextStep.Rank.AHEAD, gap.words(),
                                CheckinCards.EDIT.button("Change the dates", schedule.id()))))
                .toList();
    }

    @Override
    public List<Section> sections(Transaction tx, Team team, Period period, View view) {
        return new CheckinSections(checkins).of(tx, team, period, view);
    }

    @Override
    public List<Planned> planned(Transaction tx, Team team, Instant now, Instant until) {
        return checkins.schedules().of(tx, team.id()).stream().filter(schedule -> schedule.paused().isEmpty())
                .flatMap(schedule -> Stream
                        .iterate(schedule.recurrence().next(now, team.zone()), until::isAfter,
                                at -> schedule.recurrence().next(at, team.zone()))
                        .map(at -> new Planned(at, "Check-in “" + checkins.setName(schedule.set()) + "”",
                                SendPolicy.NUDGE)))
                .toList();
    }

    @Override
    public void teamChanged(Transaction tx, Team team, Instant now) {
        new DefaultSchedule(checkins).follow(tx, team, now);
    }

    @Override
    public void roleChanged(Transaction tx, Team team, RoleChange change, Instant now) {
        checkins.roleChanged(tx, team, change, now);
    }

    @Override
    public void stageChanged(Transaction tx, Team team, Instant now) {
        new DefaultSchedule(checkins).followStage(tx, team, now);
    }

    @Override
    public List<String> inStage(Transaction tx, Team team) {
        return StageCheckins.words(tx, checkins, team);
    }

    /** The answers to what was asked before {@code until} become final: a summary takes them in. */
    public void closeAnswers(Transaction tx, TeamId team, Instant until, Instant now) {
        checkins.close(tx, team, until, now);
    }

    /** Whether a schedule is still to ask the person before that moment. */
    public boolean comes(Transaction tx, Team team, PersonId person, Instant until) {
        var day = checkins.people().days().ofTeam(tx, team);
        return checkins.schedules().of(tx, team.id()).stream()
                .filter(schedule -> schedule.paused().isEmpty() && schedule.nextDue().isBefore(until)
                        && day.offOn(LocalDate.ofInstant(schedule.nextDue(), team.zone())).isEmpty())
                .anyMatch(schedule -> checkins.recipient(tx, schedule, team, schedule.nextDue()).contains(person));
    }

    /** When a member last answered a check-in of the team; empty where nobody ever did. */
    public Optional<Instant> lastAnswer(Transaction tx, TeamId team) {
        return checkins.runs().lastAct(tx, team);
    }

    /** When what runs for the team asked first, not before {@code after}; empty where nothing did. */
    public Optional<Instant> asksSince(Transaction tx, TeamId team, Instant after) {
        return checkins.schedules().asksSince(tx, team, after);
    }
}
