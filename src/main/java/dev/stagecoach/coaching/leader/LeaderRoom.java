package dev.stagecoach.coaching.leader;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

import dev.stagecoach.chat.Access;
import dev.stagecoach.chat.Access.Who;
import dev.stagecoach.chat.Action;
import dev.stagecoach.chat.Action.Handled;
import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Carried;
import dev.stagecoach.chat.Carried.Page;
import dev.stagecoach.chat.Feature;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.Commitment;
import dev.stagecoach.coaching.Counted;
import dev.stagecoach.coaching.MessageKind;
import dev.stagecoach.coaching.NextStep;
import dev.stagecoach.coaching.OwnItem;
import dev.stagecoach.coaching.Period;
import dev.stagecoach.coaching.Room;
import dev.stagecoach.coaching.Section;
import dev.stagecoach.coaching.workbook.Target;
import dev.stagecoach.guide.Fact;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.outbox.Composer;
import dev.stagecoach.outbox.Composer.Composition;
import dev.stagecoach.outbox.Delivery;
import dev.stagecoach.outbox.Job;
import dev.stagecoach.outbox.Outbox;
import dev.stagecoach.outbox.SendPolicy;
import dev.stagecoach.people.People;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Standing;
import dev.stagecoach.people.Subscription;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.people.View;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Transaction;

/** Leaders keep their own goals and log; the team sees what they show, and how their promises went. */
public final class LeaderRoom implements Room {
    private static final Access READS = Access.reads(Who.LEADERS);
    private static final Access WRITES = Access.writes(Who.LEADERS);
    private static final Carried<String> OWN = Carried.thing(Log::team);
    /** Asks a team's leaders to take part. */
    public static final Action<TeamId> ASK = Action.click("leader.ask", Carried.team(), Access.writes(Who.TEAM));
    static final Action<TeamId> LOG = Action.click("leader.log", Carried.team(), Access.reads(Who.TEAM));
    static final Action<Page> PAGE = Action.click("leader.page", Carried.page(), Access.reads(Who.TEAM));
    static final Action<TeamId> GOAL = Action.click("leader.goal", Carried.team(), READS);
    static final Action<Target> GOAL_FORM = Action.form("leader.goal_form", Target.CARRIED, WRITES);
    static final Action<TeamId> ENTRY = Action.click("leader.entry", Carried.team(), READS);
    static final Action<Target> ENTRY_FORM = Action.form("leader.entry_form", Target.CARRIED, WRITES);
    static final Action<String> ITEM = own(Action.click("leader.item", OWN, READS));
    static final Action<String> EDIT = own(Action.click("leader.edit", OWN, READS));
    static final Action<String> KEEP = own(Action.click("leader.keep", OWN, WRITES));
    static final Action<String> REOPEN = own(Action.click("leader.reopen", OWN, WRITES));
    static final Action<String> RELEASE = own(Action.click("leader.release", OWN, READS));
    static final Action<String> RELEASED = own(Action.form("leader.release_form", OWN, WRITES));
    static final Action<String> SHOW = own(Action.click("leader.show", OWN, WRITES));
    static final Action<String> HIDE = own(Action.click("leader.hide", OWN, WRITES));
    static final Action<String> DELETE = own(Action.click("leader.delete", OWN, WRITES.deleting()));

    private final Database database;
    private final People people;
    private final Optional<Work> work;

    /** What there is only where the guide has tools for leaders. */
    private record Work(Log log, LogActions actions, LeaderPromises mirror, Requests requests, WeeklyQuestion week) {}

    public LeaderRoom(Database database, People people, Guide guide, Outbox outbox) {
        this.database = database;
        this.people = people;
        this.work = LeaderTools.of(guide).map(tools -> {
            var log = new Log(people);
            var week = new WeeklyQuestion(guide, people, outbox, log);
            var actions = new LogActions(people, tools, log, week);
            return new Work(log, actions, new LeaderPromises(people, log, actions.cards()),
                    new Requests(people, outbox, log), week);
        });
    }

    private static Action<String> own(Action<String> action) {
        return action.onlyFor("its author", (here, id) -> Log.isBy(here.tx(), id, here.person()));
    }

    @Override
    public Feature feature() {
        return work.map(LeaderRoom::feature).orElse(Feature.NONE);
    }

    private static Feature feature(Work work) {
        var actions = new ArrayList<Handled<?>>(work.actions().actions());
        actions.addAll(work.week().actions());
        actions.addAll(List.of(LOG.by((here, _) -> shown(work, here, 0)),
                PAGE.by((here, turn) -> shown(work, here, turn.from())), ASK.by((here, _) -> asked(work, here))));
        return new Feature("leader",
                List.of(new Action.Typed("log", "shows leaders their goals and log, and everyone else what leaders "
                        + "share",
                        LOG.by((here, _) -> shown(work, here, 0)))),
                actions);
    }

    private static Reply shown(Work work, CallContext here, int from) {
        return here.standing().isLeader()
                ? work.actions().page(here, from)
                : new Reply.ToYou(work.mirror().card(here.tx(), here.team(), here.standing().view(), here.today()));
    }

    private static Reply asked(Work work, CallContext here) {
        return here.standing().isLeader() ? work.actions().page(here, 0) : work.requests().ask(here);
    }

    private static LocalDate today(Team team, Instant now) {
        return now.atZone(team.zone()).toLocalDate();
    }

    @Override
    public Map<String, Composer> composers() {
        return work.<Map<String, Composer>>map(here -> Map.of(
                Requests.REQUEST,
                Composer.asking(SendPolicy.REQUEST, Subscription.LEADING, (delivery, _) -> composed(delivery,
                        (tx, team) -> here.requests().composed(tx, delivery, team))),
                WeeklyQuestion.ASK,
                Composer.asking(SendPolicy.NUDGE, Subscription.LEADING, (delivery, now) -> composed(delivery,
                        (tx, team) -> here.week().composed(tx, delivery, team, now)))))
                .orElse(Map.of());
    }

    private Composition composed(Delivery delivery, BiFunction<Transaction, Team, Composition> words) {
        return database.read(tx -> people.teams().find(tx, delivery.team()).map(team -> words.apply(tx, team))
                .orElseGet(() -> new Composition.Skip("the team no longer exists")));
    }

    @Override
    public List<Job> jobs() {
        return work.<List<Job>>map(here -> List.of(new WeeklyQuestionJob(database, here.week()))).orElse(List.of());
    }

    @Override
    public Map<String, MessageKind> kinds() {
        return work.isEmpty()
                ? Map.of()
                : Map.of(Requests.REQUEST, MessageKind.of("A request to a leader",
                        "a team that you lead asked its leaders for a goal or a log entry"),
                        WeeklyQuestion.ASK,
                        MessageKind.of("The weekly question to a leader", "you have a goal of your own in %s, and I "
                                + "ask about it on Fridays; a button in /coach log stops that"));
    }

    @Override
    public List<OwnItem> own(Transaction tx, Team team, PersonId person) {
        return work.map(here -> here.log().written(tx, team, person)).orElse(List.of());
    }

    @Override
    public List<NextStep> steps(Transaction tx, Team team, PersonId person, Standing standing, Instant now) {
        if (work.isEmpty() || !standing.isLeader()) {
            return List.of();
        }
        var here = work.get();
        var asked = here.requests().steps(tx, team, person, now);
        var weekly = here.week().step(tx, team, person, now);
        var log = new NextStep(NextStep.Rank.ANY_TIME, "What you did for " + team.name() + ", in a minute.",
                ENTRY.button("Log something", team.id()));
        return Stream.of(due(tx, team, person, standing, now).stream(), asked.stream(), Stream.of(weekly.orElse(log)))
                .flatMap(steps -> steps).toList();
    }

    @Override
    public List<NextStep> due(Transaction tx, Team team, PersonId person, Standing standing, Instant now) {
        return work.filter(_ -> standing.isLeader()).stream()
                .flatMap(here -> here.log().own(tx, team.id(), person).stream()
                        .filter(item -> item.commitment("").filter(one -> one.due(today(team, now))).isPresent())
                        .map(item -> new NextStep(NextStep.Rank.OPEN_ANSWER, "Your promise is due: "
                                + item.promise().orElse(""), KEEP.primary("Kept", item.id())))
                        .limit(1))
                .toList();
    }

    @Override
    public List<Section> sections(Transaction tx, Team team, Period period, View view) {
        return work.map(here -> Commitment.sections(here.mirror().commitments(tx, team, view), period,
                today(team, period.until()))).orElse(List.of());
    }

    /** How many of the promises that leaders show were kept, are open, or were released; in words. */
    public List<String> promised(Transaction tx, Team team, String practice, Instant since) {
        var shown = work.map(here -> here.mirror().commitments(tx, team, View.TEAM)).orElse(List.of());
        return Stream.of(Commitment.State.KEPT, Commitment.State.OPEN, Commitment.State.RELEASED)
                .map(state -> Map.entry(state, shown.stream()
                        .filter(one -> one.open() || !one.outcome().at().orElse(one.made()).isBefore(since))
                        .filter(one -> one.outcome().state() == state).count()))
                .filter(count -> count.getValue() > 0)
                .map(count -> count.getKey().name().toLowerCase(Locale.ROOT) + ": " + count.getValue()).toList();
    }

    /** Receipts are numbers: what a leader keeps private shows nowhere. */
    @Override
    public List<Counted> counted(Transaction tx, Team team, String practice, Instant now) {
        return work.map(here -> {
            var tied = here.log().tied(tx, team.id(), practice);
            return List.of(
                    new Counted(Fact.LEADER_GOALS, tied.goals(), told(tied.goals(), "goal"), ASK.id()),
                    new Counted(Fact.LEADER_LOG_ENTRIES, tied.entries(), told(tied.entries(), "log entry"), ASK.id()));
        }).orElse(List.of());
    }

    private static List<String> told(int number, String what) {
        return switch (number) {
            case 0 -> List.of();
            case 1 -> List.of("A leader's " + what + ".");
            default -> List.of("Leaders: " + number + " times a " + what + ".");
        };
    }
}
