package dev.stagecoach.coaching.leader;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

import dev.stagecoach.chat.Access;
import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.Command;
import dev.stagecoach.chat.Feature;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.Commitment;
import dev.stagecoach.coaching.Counted;
import dev.stagecoach.coaching.MessageKind;
import dev.stagecoach.coaching.NextStep;
import dev.stagecoach.coaching.Period;
import dev.stagecoach.coaching.Room;
import dev.stagecoach.coaching.Section;
import dev.stagecoach.guide.Fact;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.outbox.Composer;
import dev.stagecoach.outbox.Composer.Composition;
import dev.stagecoach.outbox.Delivery;
import dev.stagecoach.outbox.Job;
import dev.stagecoach.outbox.Outbox;
import dev.stagecoach.outbox.SendPolicy;
import dev.stagecoach.people.Insider;
import dev.stagecoach.people.People;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Standing;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.people.View;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Transaction;

/** Leaders keep their own goals and log; the team sees what they show, and how their promises went. */
public final class LeaderRoom implements Room {
    /** The click that asks a team's leaders to take part; its value is the team. */
    public static final String ASK = "leader.ask";
    static final String LOG = "leader.log";
    static final String PAGE = "leader.page";
    static final String GOAL = "leader.goal";
    static final String ENTRY = "leader.entry";
    static final String ITEM = "leader.item";
    static final String EDIT = "leader.edit";
    static final String KEEP = "leader.keep";
    static final String REOPEN = "leader.reopen";
    static final String RELEASE = "leader.release";
    static final String SHOW = "leader.show";
    static final String HIDE = "leader.hide";
    static final String DELETE = "leader.delete";
    static final String GOAL_FORM = "leader.goal_form";
    static final String ENTRY_FORM = "leader.entry_form";
    private static final Reply OUTSIDERS = Reply.Refused.because("You are not in this team, so this is not yours to"
            + " see.");

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
            var actions = new LogActions(database, people, tools, log, week);
            return new Work(log, actions, new LeaderPromises(people, log, actions.cards()),
                    new Requests(people, outbox, log), week);
        });
    }

    @Override
    public Feature feature() {
        return work.map(this::feature)
                .orElseGet(() -> new Feature("leader", List.of(), Map.of(), Map.of(), Map.of()));
    }

    private Feature feature(Work here) {
        var clicks = new HashMap<String, Function<Call.Click, Reply>>(here.actions().clicks());
        clicks.putAll(here.actions().weekly());
        clicks.put(LOG, click -> shown(here, new TeamId(click.value()), 0, click));
        clicks.put(PAGE, click -> turned(here, click));
        clicks.put(ASK, click -> asked(here, click));
        return new Feature("leader",
                List.of(new Command("log", "Leaders: your goals and log. Others: what they show",
                        Access.Who.TEAM, call -> shown(here, call.inTeam(), 0, call))),
                clicks, here.actions().forms(), Map.of());
    }

    private Reply turned(Work here, Call.Click click) {
        var parts = click.value().split(" ", 2);
        var from = parts.length == 2 && parts[1].matches("\\d{1,6}") ? Integer.parseInt(parts[1]) : 0;
        return shown(here, new TeamId(parts[0]), from, click);
    }

    private Reply shown(Work here, TeamId id, int from, Call call) {
        return database.read(tx -> in(tx, id, call.person(), (team, standing) -> standing.isLeader()
                ? here.actions().page(tx, team, call.person(), from, call)
                : new Reply.ToYou(here.mirror().card(tx, team, standing.isCoach() ? View.COACH : View.TEAM,
                        today(team, call.now())))));
    }

    private Reply asked(Work here, Call.Click click) {
        return database.write(tx -> in(tx, new TeamId(click.value()), click.person(),
                (team, standing) -> standing.isLeader()
                        ? here.actions().page(tx, team, click.person(), 0, click)
                        : here.requests().ask(tx, team, click.now())));
    }

    /** What is done in a team by one of its people. */
    private interface InTeam {
        Reply with(Team team, Standing standing);
    }

    private Reply in(Transaction tx, TeamId id, PersonId person, InTeam inTeam) {
        return Insider.of(tx, people, id, person).map(here -> inTeam.with(here.team(), here.standing()))
                .orElse(OUTSIDERS);
    }

    private static LocalDate today(Team team, Instant now) {
        return now.atZone(team.zone()).toLocalDate();
    }

    @Override
    public Map<String, Composer> composers() {
        return work.<Map<String, Composer>>map(here -> Map.of(
                Requests.REQUEST, Composer.in(SendPolicy.REQUEST, (delivery, _) -> composed(delivery,
                        (tx, team) -> here.requests().composed(tx, delivery, team))),
                WeeklyQuestion.ASK, Composer.in(SendPolicy.NUDGE, (delivery, now) -> composed(delivery,
                        (tx, team) -> here.week().composed(tx, delivery, team, now)))))
                .orElse(Map.of());
    }

    private Composition composed(Delivery delivery, BiFunction<Transaction, Team, Composition> words) {
        return database.read(tx -> people.teams().find(tx, delivery.team()).map(team -> words.apply(tx, team))
                .orElseGet(() -> new Composition.Skip("the team is not there any more")));
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
                        MessageKind.of("The weekly question to a leader", "you have a goal of your own in %s,"
                                + " and I ask about it on Fridays; a button in /coach log stops it"));
    }

    @Override
    public List<NextStep> steps(Transaction tx, Team team, PersonId person, Standing standing, Instant now) {
        if (work.isEmpty() || !standing.isLeader()) {
            return List.of();
        }
        var here = work.get();
        var due = here.log().own(tx, team.id(), person).stream()
                .filter(item -> item.commitment("").filter(one -> one.due(today(team, now))).isPresent())
                .map(item -> new NextStep(NextStep.Rank.OPEN_ANSWER, "Your promise has come to its day: "
                        + item.promise().orElse(""), Button.primary("Kept", KEEP, item.id())))
                .findFirst();
        var asked = here.requests().steps(tx, team, person, now);
        var weekly = here.week().step(tx, team, person, now);
        var log = new NextStep(NextStep.Rank.ANY_TIME, "What you did for " + team.name() + ", in a minute.",
                Button.of("Log something", ENTRY, team.id().value()));
        return Stream.of(due.stream(), asked.stream(), Stream.of(weekly.orElse(log)))
                .flatMap(steps -> steps).toList();
    }

    @Override
    public List<Section> sections(Transaction tx, Team team, Period period, View view) {
        return work.map(here -> Commitment.sections(here.mirror().commitments(tx, team, view), period,
                today(team, period.until()))).orElse(List.of());
    }

    /** How many of the promises that leaders show were kept, are open, or were released; in words. */
    public List<String> promised(Transaction tx, Team team, String practice) {
        var shown = work.map(here -> here.mirror().commitments(tx, team, View.TEAM)).orElse(List.of());
        return Stream.of(Commitment.State.KEPT, Commitment.State.OPEN, Commitment.State.RELEASED)
                .map(state -> Map.entry(state,
                        shown.stream().filter(one -> one.outcome().state() == state).count()))
                .filter(count -> count.getValue() > 0)
                .map(count -> count.getKey().name().toLowerCase(Locale.ROOT) + ": " + count.getValue()).toList();
    }

    /** Receipts are numbers: what a leader keeps private shows nowhere. */
    @Override
    public List<Counted> counted(Transaction tx, Team team, String practice, Instant now) {
        return work.map(here -> {
            var tied = here.log().tied(tx, team.id(), practice);
            return List.of(
                    new Counted(Fact.LEADER_GOALS, tied.goals(), told(tied.goals(), "goal"), ASK),
                    new Counted(Fact.LEADER_LOG_ENTRIES, tied.entries(), told(tied.entries(), "log entry"), ASK));
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
