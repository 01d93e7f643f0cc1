package dev.stagecoach.coaching.plan;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import dev.stagecoach.chat.Access;
import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Command;
import dev.stagecoach.chat.Feature;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.NextStep;
import dev.stagecoach.coaching.Room;
import dev.stagecoach.coaching.agreement.Agreements;
import dev.stagecoach.coaching.arc.Sessions;
import dev.stagecoach.coaching.measure.Measures;
import dev.stagecoach.coaching.plan.PlanSwitcher.Which;
import dev.stagecoach.coaching.stage.TeamAtWork;
import dev.stagecoach.coaching.step.OwnPlans;
import dev.stagecoach.coaching.tool.ToolFacts;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.Tool;
import dev.stagecoach.people.People;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Standing;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Transaction;

/** The plan on one page, and a switch to the plans of the school, its leaders and oneself. */
public final class PlanRoom implements Room {
    /** The click that shows the team's plan; its value is the team. */
    public static final String OPEN = "plan.open";
    static final String SCHOOL = "plan.school";
    static final String LEADER = "plan.leader";
    static final String SCHOOL_TOOL = "school_plan";
    static final String LEADER_TOOL = "leader_plan";
    private static final String WRITE_SCHOOL = "plan.school.write";
    private static final String WRITE_LEADER = "plan.leader.write";
    private static final Reply OUTSIDERS = Reply.Refused
            .because("You are not in this team, so its plan is not yours to see.");

    private final Database database;
    private final People people;
    private final Guide guide;
    private final PlanReader reading;
    private final SidePlans school;
    private final SidePlans leaders;

    public PlanRoom(Database database, People people, Guide guide) {
        this.database = database;
        this.people = people;
        this.guide = guide;
        this.reading = new PlanReader(people);
        this.school = new SidePlans(database, people, guide, SidePlans.Kind.SCHOOL);
        this.leaders = new SidePlans(database, people, guide, SidePlans.Kind.LEADER);
    }

    @Override
    public Feature feature() {
        return inSight()
                ? new Feature("plan",
                        List.of(new Command("plan", "Shows the team's plan on one page", Access.Who.TEAM,
                                call -> database.read(tx -> team(tx, call.inTeam(), call, Reply.ToYou::new)))),
                        Map.of(OPEN, click -> shown(click, this::team), SCHOOL, click -> shown(click, this::school),
                                LEADER, click -> shown(click, this::leaders), WRITE_SCHOOL, school::write,
                                WRITE_LEADER, leaders::write),
                        Map.of(SidePlans.Kind.SCHOOL.form(),
                                sent -> school.save(sent, (tx, team) -> school(tx, team, sent, Reply.ToYou::new)),
                                SidePlans.Kind.LEADER.form(),
                                sent -> leaders.save(sent, (tx, team) -> leaders(tx, team, sent, Reply.ToYou::new))),
                        Map.of())
                : new Feature("plan", List.of(), Map.of(), Map.of(), Map.of());
    }

    /** A guide that plans nothing has no plan to show. */
    private boolean inSight() {
        return List.of(Sessions.tool(guide), Measures.tool(guide), Agreements.tool(guide), OwnPlans.tool(guide),
                school.tool(), leaders.tool()).stream().anyMatch(Optional::isPresent);
    }

    /** Reads a page; where it goes, the asker says. */
    private interface Page {
        Reply of(Transaction tx, TeamId team, Call call, Function<Card, Reply> place);
    }

    private Reply shown(Call.Click click, Page page) {
        return database.read(tx -> page.of(tx, new TeamId(click.value()), click, Reply.Replace::new));
    }

    private Reply team(Transaction tx, TeamId id, Call call, Function<Card, Reply> place) {
        return switch (TeamAtWork.look(tx, people, id, call.person())) {
            case TeamAtWork.Look.Not(var why) -> why instanceof Reply.Refused refused
                    ? none(tx, id, call, refused, place)
                    : why;
            case TeamAtWork.Look.Here(var here) -> {
                var today = call.now().atZone(here.team().zone()).toLocalDate();
                var card = new TeamPlanCard(guide, here, today).of(reading.of(tx, here));
                yield place.apply(new PlanSwitcher(guide).below(card, Which.TEAM, id, here.standing()));
            }
        };
    }

    /** Before a practice is chosen, the plans beside the team's are there all the same. */
    private Reply none(Transaction tx, TeamId id, Call call, Reply.Refused why, Function<Card, Reply> place) {
        var standing = people.members().standing(tx, id, call.person());
        return standing.belongs()
                ? place.apply(new PlanSwitcher(guide).below(
                        Card.saying(why.reason()).buttons(why.wayOn().stream().toList()), Which.TEAM, id, standing))
                : why;
    }

    private Reply school(Transaction tx, TeamId id, Call call, Function<Card, Reply> place) {
        return beside(tx, id, call, school, (cards, standing) -> place.apply(new PlanSwitcher(guide).below(
                cards.school(school.of(tx, id), write(tx, school, id, call.person(), standing)), Which.SCHOOL, id,
                standing)));
    }

    private Reply leaders(Transaction tx, TeamId id, Call call, Function<Card, Reply> place) {
        return beside(tx, id, call, leaders, (cards, standing) -> place.apply(new PlanSwitcher(guide).below(
                cards.leaders(leaders.of(tx, id), write(tx, leaders, id, call.person(), standing), call.person()),
                Which.LEADER, id, standing)));
    }

    /** What a page beside the team's is made with. */
    private interface Making {
        Reply with(SidePlanCards cards, Standing standing);
    }

    private Reply beside(Transaction tx, TeamId id, Call call, SidePlans plans, Making making) {
        var standing = people.members().standing(tx, id, call.person());
        return people.teams().find(tx, id).filter(_ -> standing.belongs())
                .flatMap(team -> plans.tool().map(
                        tool -> making.with(new SidePlanCards(tool, new ToolFacts(guide), team.zone()), standing)))
                .orElse(OUTSIDERS);
    }

    private static List<Button> write(Transaction tx, SidePlans plans, TeamId team, PersonId person,
            Standing standing) {
        if (!plans.kind().mayWrite(standing)) {
            return List.of();
        }
        var label = plans.of(tx, team, person).isPresent() ? "Edit" : "Write it";
        return List.of(Button.of(label, switch (plans.kind()) {
            case SCHOOL -> WRITE_SCHOOL;
            case LEADER -> WRITE_LEADER;
        }, team.value()));
    }

    @Override
    public List<NextStep> steps(Transaction tx, Team team, PersonId person, Standing standing, Instant now) {
        if (!inSight()) {
            return List.of();
        }
        var own = leaders.tool().map(Tool::name)
                .filter(_ -> standing.isLeader() && leaders.of(tx, team.id(), person).isEmpty())
                .map(name -> new NextStep(NextStep.Rank.ANY_TIME, "Write your own plan.",
                        Button.of(name, LEADER, team.id().value())));
        return own.or(() -> TeamAtWork.look(tx, people, team.id(), person) instanceof TeamAtWork.Look.Here
                ? Optional.of(new NextStep(NextStep.Rank.ANY_TIME, "Look at the team's plan.",
                        Button.of("Our plan", OPEN, team.id().value())))
                : Optional.empty()).stream().toList();
    }
}
