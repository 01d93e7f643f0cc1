package dev.stagecoach.coaching.checkin;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.Command;
import dev.stagecoach.chat.Feature;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.MessageKind;
import dev.stagecoach.coaching.Period;
import dev.stagecoach.coaching.Planned;
import dev.stagecoach.coaching.Room;
import dev.stagecoach.coaching.Section;
import dev.stagecoach.coaching.Step;
import dev.stagecoach.delivery.Composer;
import dev.stagecoach.delivery.Due;
import dev.stagecoach.delivery.Ledger;
import dev.stagecoach.delivery.Manner;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.people.People;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Standing;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.people.View;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Transaction;

import static java.util.Map.entry;

/** Check-ins: coaches schedule them, members answer in private. */
public final class CheckinRoom implements Room {
    /** The click that shows coaches what is scheduled; its value is the team. */
    public static final String LIST = "checkin.list";

    private final Checkins checkins;
    private final Scheduling scheduling;
    private final Answering answering;
    private final Wishing wishing;

    /** @param focus which practice a team is taking up, for the words of the questions */
    public CheckinRoom(Database database, People people, Guide guide, Ledger ledger, Focus focus) {
        this.checkins = new Checkins(database, people, guide, ledger, focus);
        this.scheduling = new Scheduling(checkins);
        this.answering = new Answering(checkins);
        this.wishing = new Wishing(checkins);
    }

    @Override
    public Feature feature() {
        return new Feature("checkin",
                List.of(new Command("checkin", "schedule check-ins, pause, send or change them",
                        Command.Audience.COACHES, scheduling::list)),
                clicks(),
                Map.of(ScheduleForm.ID, scheduling::preview, PreviewForm.ID, scheduling::confirm, AnswerForm.ID,
                        answering::save, SnoozeForm.ID, answering::putOff),
                Map.of());
    }

    private Map<String, Function<Call.Click, Reply>> clicks() {
        return Map.ofEntries(entry(LIST, scheduling::look), entry(CheckinCards.NEW, scheduling::start),
                entry(CheckinCards.EDIT, scheduling::edit), entry(PreviewForm.CHANGE, scheduling::change),
                entry(CheckinCards.PAUSE, scheduling::pause), entry(CheckinCards.RESUME, scheduling::resume),
                entry(CheckinCards.SEND, scheduling::sendNow), entry(CheckinCards.DELETE, scheduling::delete),
                entry(CheckinCards.ANSWER, answering::open), entry(CheckinCards.SNOOZE, answering::snooze),
                entry(CheckinCards.SKIP, answering::skip), entry(Letter.KEEP, wishing::keep),
                entry(Letter.SECOND, wishing::second), entry(Letter.STOP, wishing::stop),
                entry(Letter.START, wishing::start));
    }

    @Override
    public Map<String, Composer> composers() {
        return Map.of(Checkins.ASK, new Invitation(checkins));
    }

    @Override
    public Map<String, MessageKind> kinds() {
        return Map.of(Checkins.ASK,
                new MessageKind("Check-in", new Cause(checkins.schedules(), checkins.occasions())::because));
    }

    @Override
    public List<Due> due() {
        return List.of(new Planning(checkins), new Following(checkins));
    }

    @Override
    public List<Step> steps(Transaction tx, Team team, PersonId person, Standing standing, Instant now) {
        var steps = new ArrayList<Step>();
        if (standing.belongs()) {
            for (var asked : checkins.occasions().open(tx, team.id(), person)) {
                checkins.questions(tx, asked).filter(_ -> asked.waits(now))
                        .ifPresent(questions -> steps.add(new Step(Step.Rank.OPEN_ANSWER,
                                CheckinCards.waiting(questions),
                                Button.primary("Answer", CheckinCards.ANSWER, asked.occasion().id()))));
            }
        }
        if (standing.belongs()) {
            steps.addAll(wishing.steps(tx, person));
        }
        if (standing.isCoach() && checkins.schedules().of(tx, team.id()).isEmpty()) {
            steps.add(new Step(Step.Rank.NEXT, "No check-ins are scheduled yet.", CheckinCards.schedule(team.id())));
        }
        return steps;
    }

    @Override
    public List<Section> sections(Transaction tx, Team team, Period period, View view) {
        return new Findings(checkins).of(tx, team, period, view);
    }

    @Override
    public List<Planned> planned(Transaction tx, Team team, Instant now, Instant until) {
        return checkins.schedules().of(tx, team.id()).stream().filter(schedule -> schedule.paused().isEmpty())
                .flatMap(schedule -> Stream
                        .iterate(schedule.recurrence().next(now, team.zone()), until::isAfter,
                                at -> schedule.recurrence().next(at, team.zone()))
                        .map(at -> new Planned(at, "Check-in “" + checkins.setName(schedule.set()) + "”",
                                Manner.NUDGE)))
                .toList();
    }

    @Override
    public void teamChanged(Transaction tx, Team team, Instant now) {
        new Automatic(checkins).follow(tx, team, now);
    }

    /** The answers to what was asked before {@code until} become final: a summary takes them in. */
    public void closeAnswers(Transaction tx, TeamId team, Instant until, Instant now) {
        checkins.close(tx, team, until, now);
    }

    /** When a member last answered a check-in of the team; empty where nobody ever did. */
    public Optional<Instant> lastAnswer(Transaction tx, TeamId team) {
        return checkins.occasions().lastAct(tx, team);
    }

    /** When what runs for the team asked first, not before {@code after}; empty where nothing did. */
    public Optional<Instant> asksSince(Transaction tx, TeamId team, Instant after) {
        return checkins.schedules().asksSince(tx, team, after);
    }
}
