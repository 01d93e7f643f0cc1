package dev.stagecoach.coaching.baseline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.stagecoach.chat.Access;
import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Command;
import dev.stagecoach.chat.Feature;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.Counted;
import dev.stagecoach.coaching.NextStep;
import dev.stagecoach.coaching.Period;
import dev.stagecoach.coaching.Room;
import dev.stagecoach.coaching.Section;
import dev.stagecoach.coaching.stage.PracticeLookup;
import dev.stagecoach.coaching.tool.ToolFacts;
import dev.stagecoach.guide.Fact;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.Practice;
import dev.stagecoach.guide.Tool;
import dev.stagecoach.people.People;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Standing;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.people.View;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Transaction;

/** What practice is like before anything changes: who looked for what, where, how often it was there. */
public final class BaselineRoom implements Room {
    /** The click that shows all practices' baselines; its value is the team. */
    public static final String OPEN = "baseline.open";
    /** The click that offers what can be looked for; its value is the team, and a practice where one is meant. */
    public static final String ADD = "baseline.add";
    static final String OTHER = "baseline.other";
    static final String USE = "baseline.use";
    static final String PAGE = "baseline.page";
    static final String EDIT = "baseline.edit";
    static final String DELETE = "baseline.delete";
    static final String SHOW = "baseline.show";
    static final String KEEP = "baseline.keep";
    static final String PRIORITIES = "baseline.first";
    private static final int DAYS_AHEAD = 7;

    private final Database database;
    private final People people;
    private final Guide guide;
    private final Baselines baselines;
    private final PracticeLookup lookup;

    public BaselineRoom(Database database, People people, Guide guide) {
        this.database = database;
        this.people = people;
        this.guide = guide;
        this.baselines = new Baselines(people.gate());
        this.lookup = new PracticeLookup(people, guide);
    }

    @Override
    public Feature feature() {
        return Baselines.tool(guide).map(this::feature)
                .orElseGet(() -> new Feature("baseline", List.of(), Map.of(), Map.of(), Map.of()));
    }

    private Feature feature(Tool tool) {
        var actions = new BaselineActions(database, people, guide, tool);
        var first = new PriorityActions(database, people, guide);
        var cards = new BaselineCards(guide, tool);
        return new Feature("baseline",
                List.of(new Command("baseline", "Shows what practice is like now, and adds to it",
                        Access.Who.TEAM, call -> shown(call, cards))),
                Map.of(OPEN, click -> open(click, cards), ADD, click -> add(click, cards), OTHER,
                        click -> other(click, cards), PAGE, click -> page(click, cards), USE, actions::use, EDIT,
                        actions::edit, DELETE, actions::delete, SHOW, actions::show, KEEP, actions::keepWithin,
                        PRIORITIES,
                        first::open),
                Map.of(BaselineActions.FORM, actions::save, Priorities.FORM,
                        sent -> first.save(sent, (tx, team, person) -> overview(tx, team, person, cards))),
                Map.of());
    }

    private Reply shown(Call.Typed call, BaselineCards cards) {
        return database.read(tx -> new Reply.ToYou(overview(tx, call.inTeam(), call.person(), cards)));
    }

    private Reply open(Call.Click click, BaselineCards cards) {
        return database.read(tx -> inTeam(tx, click, team -> overview(tx, team, click.person(), cards)));
    }

    private Reply other(Call.Click click, BaselineCards cards) {
        return database.read(tx -> inTeam(tx, click, cards::choose));
    }

    /** What is shown of a team. */
    private interface Showing {
        Card of(TeamId team);
    }

    private Reply inTeam(Transaction tx, Call.Click click, Showing showing) {
        return lookup.team(tx, click.value(), click.person())
                .<Reply>map(team -> new Reply.Replace(showing.of(team.id()))).orElse(PracticeLookup.OUTSIDERS);
    }

    private Card overview(Transaction tx, TeamId team, PersonId person, BaselineCards cards) {
        return cards.overview(team, baselines.all(tx, guide, team, person), Priorities.of(tx, people.gate(), team));
    }

    /** Before the team has chosen a practice, the one that was looked at has to be named. */
    private Reply add(Call.Click click, BaselineCards cards) {
        return database.read(tx -> switch (lookup.find(tx, click.value(), click.person())) {
            case PracticeLookup.Found.Here(var here) -> new Reply.ToYou(cards.starters(here));
            case PracticeLookup.Found.NoneChosen(var team, _) -> new Reply.ToYou(cards.choose(team.id()));
            case PracticeLookup.Found.Not(var why) -> why;
        });
    }

    private Reply page(Call.Click click, BaselineCards cards) {
        var end = click.value().substring(click.value().lastIndexOf(' ') + 1);
        var from = end.matches("\\d{1,6}") ? Integer.parseInt(end) : 0;
        return database.read(tx -> lookup.reading(tx, click.value(), click.person(),
                here -> new Reply.Replace(cards.page(here, baselines.of(tx, here.team().id(), here.practice().key(),
                        click.person()), from))));
    }

    @Override
    public List<NextStep> steps(Transaction tx, Team team, PersonId person, Standing standing, Instant now) {
        var today = LocalDate.ofInstant(now, team.zone());
        return Baselines.tool(guide).isEmpty()
                ? List.of()
                : baselines.all(tx, guide, team.id(), person).entrySet().stream()
                        .filter(one -> one.getValue().lookAgain().filter(day -> !day.isAfter(today)).isPresent())
                        .map(Map.Entry::getKey).limit(1)
                        .map(practice -> new NextStep(NextStep.Rank.ANY_TIME,
                                "Time to look again at " + practice.shortName() + ", for the baseline.",
                                Button.of("Add to the baseline", ADD, team.id() + " " + practice.key())))
                        .toList();
    }

    @Override
    public List<Section> sections(Transaction tx, Team team, Period period, View view) {
        return Baselines.tool(guide).isEmpty()
                ? List.of()
                : baselines.all(tx, guide, team.id(), view).entrySet().stream()
                        .flatMap(one -> sections(one.getKey(), one.getValue(), team, period)).toList();
    }

    private static Stream<Section> sections(Practice practice, Baseline baseline, Team team, Period period) {
        var fresh = new Baseline(baseline.observations().stream()
                .filter(one -> !one.filled().made().isBefore(period.from())
                        && one.filled().made().isBefore(period.until()))
                .toList());
        var added = fresh.observations().isEmpty()
                ? Stream.<Section>empty()
                : Stream.of(new Section(Section.Place.EVIDENCE, true, List.of(Text.bolded("Baseline, "
                        + practice.shortName()).plus(": new from " + BaselineCards.sources(fresh) + ".")), List.of()));
        var end = LocalDate.ofInstant(period.until(), team.zone());
        var next = baseline.lookAgain().filter(day -> !day.isBefore(end) && day.isBefore(end.plusDays(DAYS_AHEAD)))
                .map(day -> new Section(Section.Place.NEXT, false, List.of(Text.of("Look again at "
                        + practice.shortName() + " on " + ToolFacts.day(day) + ", with /coach baseline.")), List.of()));
        return Stream.concat(added, next.stream());
    }

    @Override
    public List<Counted> counted(Transaction tx, Team team, String practice, Instant now) {
        if (Baselines.tool(guide).isEmpty()) {
            return List.of();
        }
        var baseline = baselines.of(tx, team.id(), practice, View.TEAM);
        var kinds = baseline.sources().keySet();
        return List.of(new Counted(Fact.BASELINE_SOURCES, kinds.size(),
                kinds.isEmpty() ? List.of() : List.of("From " + String.join(", ", kinds) + "."), ADD));
    }
}
