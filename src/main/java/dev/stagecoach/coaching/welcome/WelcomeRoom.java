package dev.stagecoach.coaching.welcome;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import dev.stagecoach.chat.Access;
import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Command;
import dev.stagecoach.chat.Feature;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.Counted;
import dev.stagecoach.coaching.NextStep;
import dev.stagecoach.coaching.Room;
import dev.stagecoach.guide.Fact;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.SustainTools.InductionStep;
import dev.stagecoach.guide.SustainTools.Who;
import dev.stagecoach.people.Insider;
import dev.stagecoach.people.Member;
import dev.stagecoach.people.People;
import dev.stagecoach.people.Person;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Role;
import dev.stagecoach.people.Standing;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Transaction;

/**
 * The path of who joins later: a buddy, and a few steps each week for the newcomer, the buddy and a leader. It stands
 * on their Home tabs and sends nothing. Leaders see their own steps and who the buddy is, not what the newcomer did.
 */
public final class WelcomeRoom implements Room {
    static final String OPEN = "induction.open";
    static final String NAME = "induction.name";
    static final String DONE = "induction.done";
    /** Who joins within this time after the team was set up belongs to its beginning. */
    private static final Duration BEGINNING = Duration.ofDays(14);
    private static final Reply OUTSIDERS = Reply.Refused
            .because("You are not in this team, so this is not yours to see.");
    private static final Reply NOT_YOURS = Reply.Refused
            .because("This step is for somebody else. /coach welcome shows yours.");

    private final WelcomeStore store = new WelcomeStore();
    private final Database database;
    private final People people;
    private final List<InductionStep> path;

    public WelcomeRoom(Database database, People people, Guide guide) {
        this.database = database;
        this.people = people;
        this.path = guide.workbook().lasting().induction();
    }

    @Override
    public Feature feature() {
        return path.isEmpty()
                ? new Feature("induction", List.of(), Map.of(), Map.of(), Map.of())
                : new Feature("induction",
                        List.of(new Command("welcome", "Shows the first month of who joins later",
                                Access.Who.TEAM, call -> page(call, call.inTeam()))),
                        Map.of(OPEN, click -> page(click, new TeamId(click.value())), NAME, this::naming, DONE,
                                this::done),
                        Map.of(BuddyForm.ID, this::named), Map.of());
    }

    /** What is done in a team by one of its people. */
    private interface Work {
        Reply with(Team team, Standing standing);
    }

    private Reply in(Transaction tx, TeamId id, PersonId person, Work work) {
        return Insider.of(tx, people, id, person).map(here -> work.with(here.team(), here.standing()))
                .orElse(OUTSIDERS);
    }

    private Reply page(Call call, TeamId id) {
        return database.read(tx -> in(tx, id, call.person(),
                (team, standing) -> new Reply.ToYou(card(tx, team, call, standing))));
    }

    private Card card(Transaction tx, Team team, Call call, Standing standing) {
        return new WelcomeCards(who -> people.members().person(tx, who).map(Person::name).orElse("somebody"))
                .page(new WelcomeCards.Page(team, newcomers(tx, team), store.buddy(tx, team.id(), Optional.empty()),
                        path), call.person(), standing, call.now());
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

    private Reply naming(Call.Click click) {
        return database.read(tx -> in(tx, new TeamId(click.value()), click.person(),
                (team, _) -> new Reply.Open(BuddyForm.of(team.id(),
                        newcomers(tx, team).stream().filter(one -> !one.settled()).toList()))));
    }

    private Reply named(Call.Submission sent) {
        var id = new TeamId(sent.context());
        return database.write(tx -> in(tx, id, sent.person(), (team, standing) -> {
            var newcomers = newcomers(tx, team);
            return switch (BuddyForm.read(sent.answers(), newcomers)) {
                case BuddyForm.Parsed.Bad(var reasons) -> new Reply.Mend(reasons);
                case BuddyForm.Parsed.Good(var newcomer, var buddy) -> {
                    var known = people.members().standing(tx, id, buddy);
                    if (!known.takesPart()) {
                        yield new Reply.Mend(Map.of(BuddyForm.BUDDY, "Please choose a member or coach of the team."));
                    }
                    store.name(tx, id, newcomer, buddy, sent.person(), sent.now());
                    yield new Reply.ToYou(card(tx, team, sent, standing));
                }
            };
        }));
    }

    private Reply done(Call.Click click) {
        var parts = (click.value() + "  ").split(" ", 4);
        return database.write(tx -> in(tx, new TeamId(parts[0]), click.person(), (team, standing) -> {
            var newcomer = newcomers(tx, team).stream().filter(one -> one.person().toString().equals(parts[1]))
                    .findFirst();
            var step = path.stream().filter(one -> one.key().equals(parts[2])).findFirst();
            if (newcomer.isEmpty() || step.isEmpty()
                    || !theirs(newcomer.get(), step.get().who(), click.person(), standing)) {
                return NOT_YOURS;
            }
            store.done(tx, team.id(), newcomer.get().person(), step.get().key(), click.person(), click.now());
            return new Reply.Replace(card(tx, team, click, standing));
        }));
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
        if (path.isEmpty() || !standing.belongs()) {
            return List.of();
        }
        var steps = new ArrayList<NextStep>();
        for (var newcomer : newcomers(tx, team).stream().filter(one -> !one.settled()).toList()) {
            Stream.of(Who.values()).filter(who -> theirs(newcomer, who, person, standing))
                    .flatMap(who -> newcomer.open(who, now).stream()).findFirst()
                    .ifPresent(step -> steps
                            .add(new NextStep(NextStep.Rank.OPEN_ANSWER, about(newcomer, person) + step.text(),
                                    Button.primary("Done", DONE, value(team.id(), newcomer, step)))));
            if (newcomer.buddy().isEmpty() && (standing.isLeader() || standing.isCoach())) {
                steps.add(new NextStep(NextStep.Rank.OPEN_ANSWER, newcomer.member().name() + " is new in " + team.name()
                        + ". Who is their buddy?", Button.primary("Name a buddy", NAME, team.id().value())));
            }
        }
        return steps;
    }

    private static String about(Newcomer newcomer, PersonId reader) {
        return newcomer.person().equals(reader) ? "" : "For " + newcomer.member().name() + ": ";
    }

    static String value(TeamId team, Newcomer newcomer, InductionStep step) {
        return team + " " + newcomer.person() + " " + step.key();
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
        return List.of(new Counted(Fact.INDUCTION_READY, ready ? 1 : 0, List.of(), OPEN),
                new Counted(Fact.NEWCOMERS_SETTLED_PERCENT, settled, List.of(), OPEN));
    }
}
