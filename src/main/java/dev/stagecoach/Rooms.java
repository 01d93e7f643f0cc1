package dev.stagecoach;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import dev.stagecoach.app.ActionRouter;
import dev.stagecoach.app.Handlers;
import dev.stagecoach.chat.Access.Who;
import dev.stagecoach.chat.Action;
import dev.stagecoach.chat.Button;
import dev.stagecoach.coaching.Counted;
import dev.stagecoach.coaching.Counting;
import dev.stagecoach.coaching.MessageKind;
import dev.stagecoach.coaching.Room;
import dev.stagecoach.coaching.Ways;
import dev.stagecoach.coaching.ask.AskRoom;
import dev.stagecoach.coaching.baseline.BaselineRoom;
import dev.stagecoach.coaching.brief.ActivitySigns;
import dev.stagecoach.coaching.brief.BriefRoom;
import dev.stagecoach.coaching.brief.Observed;
import dev.stagecoach.coaching.brief.QuietRoom;
import dev.stagecoach.coaching.calendar.CalendarRoom;
import dev.stagecoach.coaching.checkin.CheckinRoom;
import dev.stagecoach.coaching.checkin.Surroundings;
import dev.stagecoach.coaching.continuum.ContinuumRoom;
import dev.stagecoach.coaching.due.Due;
import dev.stagecoach.coaching.due.DueRoom;
import dev.stagecoach.coaching.evidence.EvidenceRoom;
import dev.stagecoach.coaching.feedback.FeedbackRoom;
import dev.stagecoach.coaching.goal.GoalRoom;
import dev.stagecoach.coaching.goal.LadderRoom;
import dev.stagecoach.coaching.goal.TeamStatus;
import dev.stagecoach.coaching.home.HomeContent;
import dev.stagecoach.coaching.home.HomeRoom;
import dev.stagecoach.coaching.leader.LeaderRoom;
import dev.stagecoach.coaching.leader.PromiseRoom;
import dev.stagecoach.coaching.learn.CrosswalkRoom;
import dev.stagecoach.coaching.learn.LearnRoom;
import dev.stagecoach.coaching.learn.ResourceRoom;
import dev.stagecoach.coaching.learn.SceneRoom;
import dev.stagecoach.coaching.mydata.WhoSeesRoom;
import dev.stagecoach.coaching.plan.AgreementRoom;
import dev.stagecoach.coaching.plan.ArcRoom;
import dev.stagecoach.coaching.plan.MeasureRoom;
import dev.stagecoach.coaching.plan.PlanRoom;
import dev.stagecoach.coaching.reflect.ReflectionRoom;
import dev.stagecoach.coaching.report.CycleRoom;
import dev.stagecoach.coaching.report.ReportLine;
import dev.stagecoach.coaching.report.ReportRoom;
import dev.stagecoach.coaching.report.ReportSource;
import dev.stagecoach.coaching.rounds.AssessmentRoom;
import dev.stagecoach.coaching.rounds.VisibilityRoom;
import dev.stagecoach.coaching.school.SchoolRoom;
import dev.stagecoach.coaching.school.SharedBySchool;
import dev.stagecoach.coaching.share.ShareRoom;
import dev.stagecoach.coaching.stage.Journeys;
import dev.stagecoach.coaching.stage.NextRoom;
import dev.stagecoach.coaching.stage.StageRoom;
import dev.stagecoach.coaching.step.StepRoom;
import dev.stagecoach.coaching.summary.SummaryRoom;
import dev.stagecoach.coaching.team.Reachability;
import dev.stagecoach.coaching.team.ReachabilityRoom;
import dev.stagecoach.coaching.team.TakeOverRoom;
import dev.stagecoach.coaching.team.TeamRoom;
import dev.stagecoach.coaching.team.WelcomeRoom;
import dev.stagecoach.coaching.tries.TryRoom;
import dev.stagecoach.coaching.visit.VisitCounts;
import dev.stagecoach.coaching.visit.VisitRoom;
import dev.stagecoach.coaching.visit.WalkRoom;
import dev.stagecoach.coaching.why.NudgeRoom;
import dev.stagecoach.coaching.why.WhyRoom;
import dev.stagecoach.coaching.workbook.WorkbookRoom;
import dev.stagecoach.guide.Coaching.Sight;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.outbox.Composer;
import dev.stagecoach.outbox.Job;
import dev.stagecoach.outbox.Outbox;
import dev.stagecoach.people.Directory;
import dev.stagecoach.people.People;
import dev.stagecoach.people.Roster;
import dev.stagecoach.people.Standing;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Transaction;

/** Everything that people can do, a room each, and which room learns what from which. */
final class Rooms {
    private final List<Room> all = new ArrayList<>();
    /** Grows with the list: whoever asks every room asks those too that come after it. */
    private final List<Room> everyRoom = Collections.unmodifiableList(all);
    private final Map<String, List<Who>> clicked = new ConcurrentHashMap<>();
    private final HomeRoom home;
    private final DueRoom due;
    private final ActionRouter actions;

    Rooms(Database database, People people, Guide guide, Directory directory, Roster roster,
            Reachability reachability, boolean legalHold) {
        actions = new ActionRouter(database, people, new JourneyInFocus(guide), legalHold);
        var outbox = new Outbox();
        var stands = new TeamStatus(guide);
        var dues = new Due(people, outbox, everyRoom);
        var checkins = new CheckinRoom(database, people, guide, outbox,
                new Surroundings(stands::practice, stands::stage, dues::plan));
        due = new DueRoom(database, people, dues, checkins::comes);
        var reflections = new ReflectionRoom(database, people, guide, outbox);
        var evidence = new EvidenceRoom(database, people, guide, outbox);
        var loops = new TryRoom(database, people, guide, outbox);
        var signs = signs(checkins, evidence, reflections);
        var assessment = new AssessmentRoom(database, people, guide, outbox);
        var moves = new Journeys(guide, outbox, everyRoom);
        all.addAll(List.of(assessment, new GoalRoom(database, people, guide, moves),
                new StageRoom(database, people, guide, moves, counting()), checkins, due,
                new LadderRoom(guide, outbox), loops, reflections, evidence,
                new QuietRoom(database, people, outbox, signs, Rooms::waysOutOfSilence)));
        all.addAll(exploring(database, people, guide, outbox));
        var agreements = new AgreementRoom(people, guide);
        var counts = new MeasureRoom(database, people, guide);
        var promises = new PromiseRoom(people);
        var leaders = new LeaderRoom(database, people, guide, outbox);
        var shared = new SharedBySchool(people, outbox);
        all.addAll(List.of(new PlanRoom(people, guide, shared), new ArcRoom(database, people, guide, outbox), counts,
                agreements, leaders, promises, new StepRoom(people, guide, assessment::ownLevel)));
        all.addAll(reporting(people, guide, outbox,
                List.of(source("Counts", counts::moved), source("Tries", loops::endings),
                        source("Evidence", evidence::reported), source("The same people", assessment::moved),
                        support(agreements), source("Leaders' promises", leaders::promised))));
        all.addAll(sustaining(database, people, guide, outbox));
        all.addAll(List.of(new SummaryRoom(database, people, outbox, everyRoom, checkins::closeAnswers),
                new BriefRoom(people, new BriefRoom.Sources(everyRoom, signs, seen(assessment, promises), guide)),
                new CalendarRoom(database, people, shared, everyRoom),
                new TeamRoom(database, people, outbox, roster, everyRoom)));
        all.addAll(messages(database, people, outbox, roster, reachability));
        home = new HomeRoom(database, people, directory, new HomeContent(everyRoom, stands::line, this::commands));
        add(home);
        roster.tells((tx, team, change, now) -> everyRoom.forEach(room -> room.roleChanged(tx, team, change, now)));
    }

    /** One more thing that people can do; all the others learn of it by themselves. */
    void add(Room room) {
        all.add(room);
    }

    /** What a team gets to know before it plans, and how its people help each other. */
    private static List<Room> exploring(Database database, People people, Guide guide, Outbox outbox) {
        var resources = new ResourceRoom(people, guide, new SharedBySchool(people, outbox));
        var crosswalk = new CrosswalkRoom(people, guide);
        return List.of(resources, crosswalk, new LearnRoom(people, guide, resources, crosswalk),
                new BaselineRoom(people, guide), new ContinuumRoom(people, guide),
                new SceneRoom(database, people, guide, outbox), new VisibilityRoom(database, people, outbox),
                new FeedbackRoom(database, people, guide, outbox), new AskRoom(database, people, guide, outbox),
                new SchoolRoom(database, people), new VisitRoom(database, people, guide, outbox),
                new WalkRoom(database, people, guide, outbox));
    }

    /** What people can say and ask about what the bot sends them. */
    private List<Room> messages(Database database, People people, Outbox outbox, Roster roster,
            Reachability reachability) {
        return List.of(new ReachabilityRoom(database, people, outbox, reachability, roster),
                new TakeOverRoom(database, people, outbox, everyRoom), new WhyRoom(people, this::kinds),
                new WhoSeesRoom(people, everyRoom),
                new NudgeRoom(people, outbox, this::composers));
    }

    /** What shows that a team is at work. */
    private static ActivitySigns signs(CheckinRoom checkins, EvidenceRoom evidence, ReflectionRoom reflections) {
        return new ActivitySigns(checkins::asksSince,
                List.of(checkins::lastAnswer, evidence::lastLogged, reflections::lastWritten));
    }

    /** What a coach's questions can be about. */
    private static List<Observed> seen(AssessmentRoom assessment, PromiseRoom promises) {
        return List.of(new Observed(Sight.SPREAD, assessment::farApart),
                new Observed(Sight.MOVED, assessment::movedLately),
                new Observed(Sight.PROMISE_OPEN, promises::coachOwes));
    }

    /** What a cycle comes to, and its end. */
    private static List<Room> reporting(People people, Guide guide, Outbox outbox, List<ReportSource> sources) {
        var reports = new ReportRoom(people, guide, sources);
        return List.of(reports, new CycleRoom(people, outbox, reports));
    }

    /** What keeps a practice alive, and hands it on. */
    private static List<Room> sustaining(Database database, People people, Guide guide, Outbox outbox) {
        return List.of(new WorkbookRoom(people, guide),
                new NextRoom(guide), new ShareRoom(people, guide),
                new WelcomeRoom(database, people, guide, outbox));
    }

    /** What a room has to tell in a report: in counts, or empty. */
    private interface Telling {
        List<String> of(Transaction tx, Team team, String practice, Instant since);
    }

    private static ReportSource support(AgreementRoom agreements) {
        return source("Support",
                (tx, team, practice, since) -> Stream.concat(agreements.support(tx, team, practice, since).stream(),
                        VisitCounts.told(tx, team, practice, since).stream()).toList());
    }

    private static ReportSource source(String heading, Telling room) {
        return (tx, team, practice, since) -> {
            var told = room.of(tx, team, practice, since);
            return told.isEmpty() ? List.of() : List.of(new ReportLine(heading, String.join(", ", told)));
        };
    }

    private static List<Button> waysOutOfSilence(TeamId team) {
        return List.of(CheckinRoom.LIST.primary("Look at the check-ins", team),
                Ways.HOME.button("Where the team stands", Optional.of(team)));
    }

    private List<Counted> counted(Transaction tx, Team team, String practice, Instant now) {
        return all.stream().flatMap(room -> room.counted(tx, team, practice, now).stream()).toList();
    }

    private Counting counting() {
        return new Counting() {
            @Override
            public List<Counted> counted(Transaction tx, Team team, String practice, Instant now) {
                return Rooms.this.counted(tx, team, practice, now);
            }

            @Override
            public boolean mayClick(String click, Standing standing) {
                return clicked.computeIfAbsent(click, Rooms.this::whoMay).stream()
                        .anyMatch(who -> who.admits(standing));
            }
        };
    }

    /** Whom a click is for; nobody where there is none of that name. */
    private List<Who> whoMay(String click) {
        return all.stream().flatMap(room -> room.feature().actions().stream()).map(Action.Handled::action)
                .filter(action -> action.way() == Action.Way.CLICK && action.id().equals(click))
                .map(action -> action.access().who()).toList();
    }

    private List<Action.Typed> commands() {
        return all.stream().flatMap(room -> room.feature().typed().stream()).toList();
    }

    /** What people call each kind of message, and why it comes. */
    Map<String, MessageKind> kinds() {
        var kinds = new HashMap<String, MessageKind>();
        all.forEach(room -> kinds.putAll(room.kinds()));
        return kinds;
    }

    DueRoom due() {
        return due;
    }

    HomeRoom home() {
        return home;
    }

    List<Room> all() {
        return List.copyOf(all);
    }

    /** What people can do, every action behind its check. */
    List<Handlers> features() {
        return all.stream().map(Room::feature).map(actions::resolved).toList();
    }

    List<Job> jobs() {
        return all.stream().flatMap(room -> room.jobs().stream()).toList();
    }

    /** Who writes which kind of message. */
    Map<String, Composer> composers() {
        var composers = new HashMap<String, Composer>();
        all.forEach(room -> room.composers().forEach((kind, composer) -> {
            if (composers.put(kind, composer) != null) {
                throw new IllegalStateException("two rooms compose " + kind);
            }
        }));
        return composers;
    }
}
