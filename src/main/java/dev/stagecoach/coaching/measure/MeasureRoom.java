package dev.stagecoach.coaching.measure;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.Feature;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.Counted;
import dev.stagecoach.coaching.NextStep;
import dev.stagecoach.coaching.Period;
import dev.stagecoach.coaching.Room;
import dev.stagecoach.coaching.Section;
import dev.stagecoach.coaching.stage.Journey;
import dev.stagecoach.coaching.stage.JourneyStore;
import dev.stagecoach.coaching.stage.TeamAtWork;
import dev.stagecoach.coaching.tool.ToolFacts;
import dev.stagecoach.guide.Fact;
import dev.stagecoach.guide.Guide;
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
    /** The click that offers what can be counted; its value is the team. */
    public static final String PICK = "measure.pick";
    /** The click that shows the measure with its counts; its value is the team. */
    public static final String PAGE = "measure.page";
    static final String USE = "measure.use";
    static final String EDIT = "measure.edit";
    static final String COUNT = "measure.count";

    private final JourneyStore journeys = new JourneyStore();
    private final Database database;
    private final People people;
    private final ToolFacts facts;
    private final Measures measures;
    private final MeasureActions actions;

    public MeasureRoom(Database database, People people, Guide guide) {
        this.database = database;
        this.people = people;
        this.facts = new ToolFacts(guide);
        this.measures = new Measures(people.gate());
        this.actions = new MeasureActions(database, people, guide);
    }

    @Override
    public Feature feature() {
        return actions.tool().isEmpty()
                ? new Feature("measure", List.of(), Map.of(), Map.of(), Map.of())
                : new Feature("measure", List.of(),
                        Map.of(PICK, actions::pick, USE, actions::use, EDIT, actions::edit, COUNT, actions::count, PAGE,
                                this::page),
                        Map.of(MeasureActions.FORM, actions::save, CountForm.ID, actions::counted), Map.of());
    }

    /** The picture is drawn once what was read is read: it takes too long to hold a transaction for. */
    private Reply page(Call.Click click) {
        return database.<Supplier<Reply>>read(
                tx -> switch (TeamAtWork.look(tx, people, new TeamId(click.value()), click.person())) {
                    case TeamAtWork.Look.Not(var why) -> () -> why;
                    case TeamAtWork.Look.Here(var here) -> page(tx, here);
                }).get();
    }

    private Supplier<Reply> page(Transaction tx, TeamAtWork here) {
        var measure = measures.current(tx, here.team().id(), here.practice());
        var tool = actions.tool();
        if (measure.isEmpty() || tool.isEmpty()) {
            return () -> new Reply.ToYou(MeasureCards.none(here));
        }
        var series = measures.series(tx, measure.get(), here.person());
        return () -> new Reply.ToYou(MeasureCards.page(here, facts.without(tool.get(),
                measure.get().filled().entries(), Measure.WHAT), measure.get(), series));
    }

    @Override
    public List<NextStep> steps(Transaction tx, Team team, PersonId person, Standing standing, Instant now) {
        var today = now.atZone(team.zone()).toLocalDate();
        return current(tx, team)
                .filter(measure -> standing.belongs() && measure.collector().filter(person::equals).isPresent())
                .filter(measure -> measure.due(measures.seriesTo(tx, measure, View.TEAM), team.zone())
                        .filter(day -> !today.isBefore(day)).isPresent())
                .map(measure -> new NextStep(NextStep.Rank.OPEN_ANSWER, "Time for a count: " + measure.what(),
                        Button.primary("Enter the count", COUNT, measure.id())))
                .stream().toList();
    }

    /** Counts are evidence: a view that may not see it does not. */
    @Override
    public List<Section> sections(Transaction tx, Team team, Period period, View view) {
        var from = period.from().atZone(team.zone()).toLocalDate();
        var until = period.until().atZone(team.zone()).toLocalDate();
        return current(tx, team).map(measure -> measures.seriesTo(tx, measure, view).stream()
                .filter(point -> !point.on().isBefore(from) && point.on().isBefore(until))
                .map(point -> new Section(Section.Place.EVIDENCE, true,
                        List.of(Text.of(measure.what() + " ").bold(point.words())), List.of()))
                .toList()).orElse(List.of());
    }

    @Override
    public List<Counted> counted(Transaction tx, Team team, String practice, Instant now) {
        if (actions.tool().isEmpty()) {
            return List.of();
        }
        var measure = measures.current(tx, team.id(), practice);
        var receipt = measure.map(one -> one.what() + " " + one.collector()
                .flatMap(who -> people.members().person(tx, who)).map(Person::name).map(name -> name + ", ").orElse("")
                + one.often() + ".");
        return List.of(new Counted(Fact.MEASURE_SET, measure.isPresent() ? 1 : 0, receipt.stream().toList(), PICK));
    }

    private Optional<Measure> current(Transaction tx, Team team) {
        return journeys.current(tx, team.id()).map(Journey::practice)
                .flatMap(practice -> measures.current(tx, team.id(), practice));
    }
}
