package dev.stagecoach.coaching.team;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import dev.stagecoach.chat.Access;
import dev.stagecoach.chat.Action;
import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Carried;
import dev.stagecoach.chat.Feature;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.Counted;
import dev.stagecoach.coaching.MessageKind;
import dev.stagecoach.coaching.NextStep;
import dev.stagecoach.coaching.Room;
import dev.stagecoach.guide.Fact;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.SustainTools.InductionStep;
import dev.stagecoach.guide.SustainTools.Who;
import dev.stagecoach.outbox.Composer;
import dev.stagecoach.outbox.Composer.Composition;
import dev.stagecoach.outbox.Delivery;
import dev.stagecoach.outbox.Job;
import dev.stagecoach.outbox.Outbox;
import dev.stagecoach.outbox.SendPolicy;
import dev.stagecoach.people.Member;
import dev.stagecoach.people.People;
import dev.stagecoach.people.Person;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Role;
import dev.stagecoach.people.Standing;
import dev.stagecoach.people.Subscription;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Transaction;

/**
 * The path of who joins later: a welcome on the day they join, a buddy, and a few steps each week for the newcomer, the
 * buddy and a leader. The steps stand on their Home tabs and in their messages of the week, one at a time. Leaders see their own steps and who the buddy is, not what the newcomer did.
 */
public final class WelcomeRoom implements Room {
    /** The kind of the message that says welcome. */
    static final String WELCOME = "induction.welcome";
    static final Action<TeamId> OPEN = Action.click("induction.open", Carried.team(),
            Access.reads(Access.Who.TEAM));
    static final Action<TeamId> NAME = Action.click("induction.name", Carried.team(), Access.reads(Access.Who.TEAM));
    static final Action<TeamId> NAMED = Action.form("induction.form", Carried.team(),
            Access.writes(Access.Who.TEAM));
    /** Says that a newcomer's step is done. */
    static final Action<Step> DONE = Action.click("induction.done",
            new Carried<>(step -> step.team() + " " + step.newcomer() + " " + step.key(), Step::parse,
                    (_, step) -> Optional.of(step.team())),
            Access.writes(Access.Who.TEAM));
    /** Who joins within this time after the team was set up belongs to its beginning. */
    private static final Duration BEGINNING = Duration.ofDays(14);

    /** A step of a newcomer's path, by its key. */
    record Step(TeamId team, String newcomer, String key) {
        Step(TeamId team, Newcomer newcomer, InductionStep step) {
            this(team, newcomer.person().toString(), step.key());
        }

        static Optional<Step> parse(String text) {
            return Carried.parts(text, 3)
                    .map(three -> new Step(new TeamId(three.get(0)), three.get(1), three.get(2)));
        }
    }

    private final WelcomeStore store = new WelcomeStore();
    private final Database database;
    private final People people;
    private final Outbox outbox;
    private final List<InductionStep> path;

    public WelcomeRoom(Database database, People people, Guide guide, Outbox outbox) {
        this.database = database;
        this.people = people;
        this.outbox = outbox;
        this.path = guide.workbook().lasting().induction();
    }

    @Override
    public Feature feature() {
        return path.isEmpty()
                ? Feature.NONE
                : new Feature("induction",
                        List.of(new Action.Typed("welcome", "shows the first month for people who join later",
                                OPEN.by((here, _) -> new Reply.ToYou(card(here))))),
                        List.of(OPEN.by((here, _) -> new Reply.ToYou(card(here))), NAME.by((here, _) -> naming(here)),
                                DONE.onlyFor("whose step it is", this::theirs).by(this::done),
                                NAMED.by((here, _) -> named(here))));
    }

    @Override
    public List<Job> jobs() {
        return path.isEmpty() ? List.of() : List.of(new WelcomeJob(database, people, outbox, this::newcomers));
    }

    @Override
    public Map<String, Composer> composers() {
        return Map.of(WELCOME, Composer.asking(SendPolicy.REQUEST, Subscription.DUE, this::welcome));
    }

    @Override
    public Map<String, MessageKind> kinds() {
        return Map.of(WELCOME, MessageKind.of("Welcome", "you joined %s when it was under way"));
    }

    /** Nothing to somebody who has left meanwhile. */
    private Composition welcome(Delivery delivery, Instant now) {
        return database.read(tx -> people.teams().find(tx, delivery.team()).flatMap(team -> newcomers(tx, team).stream()
                .filter(one -> one.person().equals(delivery.to())).findFirst()
                .map(one -> cards(tx).welcome(team, one, now))).<Composition>map(Composition.Send::of)
                .orElseGet(() -> new Composition.Skip("This person is not new on the team any more.")));
    }

    private WelcomeCards cards(Transaction tx) {
        return new WelcomeCards(who -> people.members().person(tx, who).map(Person::name).orElse("somebody"));
    }

    private Card card(CallContext here) {
        var tx = here.tx();
        return cards(tx)
                .page(new WelcomeCards.Page(here.team(), newcomers(tx, here.team()),
                        store.buddy(tx, here.teamId(), Optional.empty()), path), here);
    }

    /** Members who joined when the team was under way, whoever came last first. */
    private List<Newcomer> newcomers(Transaction tx, Team team) {
        var everybody = people.members().of(tx, team.id());
        var began = everybody.stream().map(Member::since).min(Instant::compareTo);
        return everybody.stream().filter(member -> member.role() == Role.MEMBER)
                .filter(member -> began.filter(first -> member.since().isAfter(first.plus(BEGINNING))).isPresent())
                .sorted(Comparator.comparing(Member::since).reversed())
                .map(member -> new Newcomer(member, store.buddy(tx, team.id(), Optional.of(member.person())), path,
                        store.done(tx, team.id(), member.person())))
                .toList();
    }

    private Reply naming(CallContext here) {
        return new Reply.Open(BuddyForm.of(here.teamId(),
                newcomers(here.tx(), here.team()).stream().filter(one -> !one.settled()).toList()));
    }

    private Reply named(CallContext here) {
        return switch (BuddyForm.read(here.submission().answers(), newcomers(here.tx(), here.team()))) {
            case BuddyForm.Parsed.Bad(var reasons) -> new Reply.Mend(reasons);
            case BuddyForm.Parsed.Good(var newcomer, var buddy) -> {
                if (!people.members().standing(here.tx(), here.teamId(), buddy).takesPart()) {
                    yield new Reply.Mend(Map.of(BuddyForm.BUDDY, "Please choose a member or coach on the team."));
                }
                store.name(here.tx(), here.teamId(), newcomer, buddy, here.person(), here.now());
                yield new Reply.ToYou(card(here));
            }
        };
    }

    private boolean theirs(CallContext here, Step value) {
        return newcomer(here, value).filter(newcomer -> step(value)
                .filter(step -> theirs(newcomer, step.who(), here.person(), here.standing())).isPresent()).isPresent();
    }

    private Optional<Newcomer> newcomer(CallContext here, Step value) {
        return newcomers(here.tx(), here.team()).stream()
                .filter(one -> one.person().toString().equals(value.newcomer())).findFirst();
    }

    private Optional<InductionStep> step(Step value) {
        return path.stream().filter(one -> one.key().equals(value.key())).findFirst();
    }

    private Reply done(CallContext here, Step value) {
        store.done(here.tx(), here.teamId(), newcomer(here, value).orElseThrow().person(), value.key(), here.person(),
                here.now());
        return new Reply.Replace(card(here));
    }

    static boolean theirs(Newcomer newcomer, Who who, PersonId person, Standing standing) {
        return switch (who) {
            case NEWCOMER -> newcomer.person().equals(person);
            case BUDDY -> newcomer.buddy().filter(person::equals).isPresent();
            case LEADER -> standing.isLeader();
        };
    }

    @Override
    public List<NextStep> steps(Transaction tx, Team team, PersonId person, Standing standing, Instant now) {
        return due(tx, team, person, standing, now);
    }

    @Override
    public List<NextStep> due(Transaction tx, Team team, PersonId person, Standing standing, Instant now) {
        if (path.isEmpty() || !standing.belongs()) {
            return List.of();
        }
        var steps = new ArrayList<NextStep>();
        for (var newcomer : newcomers(tx, team).stream().filter(one -> !one.settled()).toList()) {
            Stream.of(Who.values()).filter(who -> theirs(newcomer, who, person, standing))
                    .flatMap(who -> newcomer.open(who, now).stream()).findFirst()
                    .ifPresent(step -> steps
                            .add(new NextStep(NextStep.Rank.OPEN_ANSWER, about(newcomer, person) + step.text(),
                                    DONE.primary("Done", new Step(team.id(), newcomer, step)))));
            if (newcomer.buddy().isEmpty() && (standing.isLeader() || standing.isCoach())) {
                steps.add(new NextStep(NextStep.Rank.OPEN_ANSWER, newcomer.member().name() + " is new in " + team.name()
                        + ". Who is their buddy?", NAME.primary("Choose a buddy", team.id())));
            }
        }
        return steps;
    }

    private static String about(Newcomer newcomer, PersonId reader) {
        return newcomer.person().equals(reader) ? "" : "For " + newcomer.member().name() + ": ";
    }

    @Override
    public List<Counted> counted(Transaction tx, Team team, String practice, Instant now) {
        if (path.isEmpty()) {
            return List.of();
        }
        var newcomers = newcomers(tx, team);
        var fresh = newcomers.stream().filter(one -> !one.settled()).toList();
        var ready = fresh.isEmpty()
                ? store.buddy(tx, team.id(), Optional.empty()).isPresent() || !newcomers.isEmpty()
                : fresh.stream().allMatch(one -> one.buddy().isPresent());
        var settled = newcomers.isEmpty() ? 100 : 100 * (newcomers.size() - fresh.size()) / newcomers.size();
        return List.of(new Counted(Fact.INDUCTION_READY, ready ? 1 : 0, List.of(), OPEN.id()),
                new Counted(Fact.NEWCOMERS_SETTLED_PERCENT, settled, List.of(), OPEN.id()));
    }
}
