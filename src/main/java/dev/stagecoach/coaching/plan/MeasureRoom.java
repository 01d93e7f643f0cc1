package dev.stagecoach.coaching.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

import dev.stagecoach.chat.Access;
import dev.stagecoach.chat.Access.Who;
import dev.stagecoach.chat.Action;
import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Carried;
import dev.stagecoach.chat.Carried.Choice;
import dev.stagecoach.chat.Feature;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.Counted;
import dev.stagecoach.coaching.NextStep;
import dev.stagecoach.coaching.Period;
import dev.stagecoach.coaching.Room;
import dev.stagecoach.coaching.Section;
import dev.stagecoach.coaching.Trend;
import dev.stagecoach.coaching.goal.Canvas;
import dev.stagecoach.coaching.stage.Journey;
import dev.stagecoach.coaching.stage.JourneyStore;
import dev.stagecoach.coaching.workbook.Target;
import dev.stagecoach.coaching.workbook.ToolFacts;
import dev.stagecoach.guide.Fact;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.Sides;
import dev.stagecoach.people.People;
import dev.stagecoach.people.Person;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Standing;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.people.View;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Transaction;

/** The growth measure: picked from what the practice lets one count, asked of its collector, kept as a series. */
public final class MeasureRoom implements Room {
    private static final Access OPENS = Access.reads(Who.MEMBERS_AND_COACHES).withPractice();
    private static final Access WRITES = Access.writes(Who.MEMBERS_AND_COACHES).withPractice();
    private static final Carried<String> MEASURE = Carried.thing(Measures.STORE::team);
    /** Offers what can be counted. */
    public static final Action<TeamId> PICK = Action.click("measure.pick", Carried.team(), OPENS);
    /** Shows the measure with its counts; its picture is drawn outside of a transaction. */
    public static final Action<TeamId> PAGE = Action.click("measure.page", Carried.team(),
            Access.outside(Who.TEAM).withPractice());
    /** Counts one of the practice's look-fors, by its place; anything else is one's own. */
    static final Action<Choice> USE = Action.click("measure.use", Carried.choice(), OPENS);
    static final Action<String> EDIT = Action.click("measure.edit", MEASURE, OPENS);
    static final Action<String> COUNT = Action.click("measure.count", MEASURE, OPENS);
    static final Action<Target> SAVE = Action.form("measure.save", Target.CARRIED, WRITES);
    static final Action<String> COUNTED = Action.form("measure.count", MEASURE, WRITES);

    private final JourneyStore journeys = new JourneyStore();
    private final Database database;
    private final People people;
    private final ToolFacts facts;
    private final Sides sides;
    private final Measures measures;
    private final MeasureActions actions;

    public MeasureRoom(Database database, People people, Guide guide) {
        this.database = database;
        this.people = people;
        this.facts = new ToolFacts(guide);
        this.sides = guide.sides();
        this.measures = new Measures(people.gate());
        this.actions = new MeasureActions(people, guide);
    }

    @Override
    public Feature feature() {
        return new Feature("measure", List.of(), actions.tool().isEmpty()
                ? List.of()
                : List.of(PICK.by((here, _) -> actions.pick(here)), USE.by(actions::use), EDIT.by(actions::edit),
                        COUNT.by(actions::count), PAGE.by((here, _) -> page(here)), SAVE.by(actions::save),
                        COUNTED.by(actions::counted)));
    }

    private Reply page(CallContext here) {
        return database.<Supplier<Reply>>read(tx -> {
            var measure = measures.current(tx, here.teamId(), here.chosenPractice());
            var tool = actions.tool();
            if (measure.isEmpty() || tool.isEmpty()) {
                return () -> new Reply.ToYou(MeasureCards.none(here));
            }
            var series = measures.series(tx, measure.get(), here.person());
            return () -> new Reply.ToYou(MeasureCards.page(here, facts.without(tool.get(),
                    measure.get().filled().entries(), Measure.WHAT), measure.get(), series, sides));
        }).get();
    }

    @Override
    public List<NextStep> steps(Transaction tx, Team team, PersonId person, Standing standing, Instant now) {
        return due(tx, team, person, standing, now);
    }

    @Override
    public List<NextStep> due(Transaction tx, Team team, PersonId person, Standing standing, Instant now) {
        var today = now.atZone(team.zone()).toLocalDate();
        return current(tx, team)
                .filter(measure -> standing.belongs() && measure.collector().filter(person::equals).isPresent())
                .filter(measure -> measure.due(measures.seriesTo(tx, measure, View.TEAM), team.zone())
                        .filter(day -> !today.isBefore(day)).isPresent())
                .map(measure -> new NextStep(NextStep.Rank.OPEN_ANSWER, "Time for a count: " + measure.what(),
                        COUNT.primary("Enter the count", measure.id())))
                .stream().toList();
    }

    /** Counts are evidence: a view that may not see it does not. */
    @Override
    public List<Section> sections(Transaction tx, Team team, Period period, View view) {
        var from = period.from().atZone(team.zone()).toLocalDate();
        var until = period.until().atZone(team.zone()).toLocalDate();
        return current(tx, team).flatMap(measure -> {
            var series = measures.seriesTo(tx, measure, view).stream().filter(point -> point.on().isBefore(until))
                    .toList();
            return Optional.of(new Trend(measure.what(), series.stream().map(DataPoint::tally).toList()))
                    .filter(_ -> !series.isEmpty() && !series.getLast().on().isBefore(from));
        }).map(Section::of).stream().toList();
    }

    @Override
    public List<Counted> counted(Transaction tx, Team team, String practice, Instant now) {
        if (actions.tool().isEmpty()) {
            return List.of();
        }
        var measure = measures.current(tx, team.id(), practice);
        var receipt = measure.map(one -> receipt(tx, one.what(), one.collector(), one.often()))
                .or(() -> Measures.inGoal(tx, team.id(), practice).filter(Canvas.Measure::complete)
                        .map(one -> receipt(tx, one.what(), one.collector(), one.often())));
        return List.of(new Counted(Fact.MEASURE_SET, receipt.isPresent() ? 1 : 0, receipt.stream().toList(),
                PICK.id()));
    }

    private String receipt(Transaction tx, String what, Optional<PersonId> collector, String often) {
        return what + " " + collector.flatMap(who -> people.members().person(tx, who)).map(Person::name)
                .map(name -> name + ", ").orElse("") + often + ".";
    }

    /** How the counts of a practice moved, as the team sees them. */
    public List<String> moved(Transaction tx, Team team, String practice, Instant since) {
        var from = LocalDate.ofInstant(since, team.zone());
        return measures.current(tx, team.id(), practice).stream().flatMap(measure -> {
            var series = measures.seriesTo(tx, measure, View.TEAM).stream()
                    .filter(point -> !point.on().isBefore(from)).toList();
            return series.isEmpty()
                    ? Stream.<String>empty()
                    : Stream.of(measure.what() + " " + series.getFirst().words(sides) + (series.size() == 1
                            ? ""
                            : "; " + series.getLast().words(sides)));
        }).toList();
    }

    private Optional<Measure> current(Transaction tx, Team team) {
        return journeys.current(tx, team.id()).map(Journey::practice)
                .flatMap(practice -> measures.current(tx, team.id(), practice));
    }
}
