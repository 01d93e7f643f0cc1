package dev.stagecoach.coaching.agreement;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.Feature;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.Counted;
import dev.stagecoach.coaching.NextStep;
import dev.stagecoach.coaching.Room;
import dev.stagecoach.coaching.stage.Journey;
import dev.stagecoach.coaching.stage.JourneyStore;
import dev.stagecoach.coaching.stage.TeamAtWork;
import dev.stagecoach.coaching.tool.ToolFacts;
import dev.stagecoach.guide.Coaching.Model;
import dev.stagecoach.guide.Fact;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.people.People;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Standing;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Transaction;

/** Agreeing on coaching; the named coach notes contacts, and sees on the Home tab when one is due. */
public final class AgreementRoom implements Room {
    /** The click that offers ways of coaching; its value is the team. */
    public static final String CHOOSE = "agreement.choose";
    /** The click that shows the agreement; its value is the team. */
    public static final String PAGE = "agreement.page";
    static final String USE = "agreement.use";
    static final String EDIT = "agreement.edit";
    static final String TALKED = "agreement.talked";
    static final String UNDO = "agreement.undo";
    private static final Reply COACHES_ONLY = Reply.Refused
            .because("Only the coach notes a contact. /coach plan shows who that is.");

    private final JourneyStore journeys = new JourneyStore();
    private final Database database;
    private final People people;
    private final Guide guide;
    private final Agreements agreements;
    private final AgreementActions actions;

    public AgreementRoom(Database database, People people, Guide guide) {
        this.database = database;
        this.people = people;
        this.guide = guide;
        this.agreements = new Agreements(people.gate());
        this.actions = new AgreementActions(database, people, guide);
    }

    @Override
    public Feature feature() {
        return actions.tool().isEmpty()
                ? new Feature("agreement", List.of(), Map.of(), Map.of(), Map.of())
                : new Feature("agreement", List.of(),
                        Map.of(CHOOSE, actions::choose, USE, actions::use, EDIT, actions::edit, PAGE, this::page,
                                TALKED,
                                this::talked, UNDO, this::undo),
                        Map.of(AgreementActions.FORM, actions::save), Map.of());
    }

    private Reply page(Call.Click click) {
        return database.read(tx -> TeamAtWork.reading(tx, people, new TeamId(click.value()), click.person(),
                here -> new Reply.ToYou(agreements.of(tx, here.team().id(), here.practice())
                        .map(agreement -> AgreementCards.page(here, agreement, model(agreement),
                                actions.tool().map(tool -> new ToolFacts(guide).without(tool,
                                        agreement.filled().entries(), Agreement.MODEL)).orElse(List.of()),
                                agreements.lastContact(tx, here.team().id(), here.practice())))
                        .orElseGet(() -> AgreementCards.none(here)))));
    }

    private Optional<Model> model(Agreement agreement) {
        return guide.workbook().coaching().model(agreement.model());
    }

    private Reply talked(Call.Click click) {
        return coaching(click, new TeamId(click.value()), (tx, here, agreement) -> {
            var today = click.now().atZone(here.team().zone()).toLocalDate();
            agreements.contacts().note(tx, here.team().id(), here.practice(), today, click.person(), click.now());
            return new Reply.Replace(AgreementCards.talked(here, agreement, today));
        });
    }

    private Reply undo(Call.Click click) {
        var parts = (click.value() + " ").split(" ", 3);
        return coaching(click, new TeamId(parts[0]), (tx, here, _) -> {
            agreements.contacts().takeBack(tx, here.team().id(), here.practice(), click.person(), parts[1]);
            return new Reply.Replace(AgreementCards.takenBack(here));
        });
    }

    /** What is done with the agreement. */
    private interface Work {
        Reply with(Transaction tx, TeamAtWork here, Agreement agreement);
    }

    private Reply coaching(Call.Click click, TeamId team, Work work) {
        return database.write(tx -> TeamAtWork.writing(tx, people, team, click.person(),
                here -> agreements.of(tx, team, here.practice())
                        .filter(one -> here.standing().isCoach() || one.coach().equals(click.person()))
                        .map(one -> work.with(tx, here, one)).orElse(COACHES_ONLY)));
    }

    @Override
    public List<NextStep> steps(Transaction tx, Team team, PersonId person, Standing standing, Instant now) {
        return journeys.current(tx, team.id()).map(Journey::practice)
                .flatMap(practice -> agreements.of(tx, team.id(), practice)
                        .filter(one -> standing.belongs() && one.coach().equals(person)
                                && one.overdue(agreements.lastContact(tx, team.id(), practice),
                                        now.atZone(team.zone()).toLocalDate(), people.days().ofTeam(tx, team),
                                        team.zone())))
                .map(one -> new NextStep(NextStep.Rank.OPEN_ANSWER,
                        "A word with " + team.name() + " is due; you agreed on one at least every "
                                + one.contactDays() + " days.",
                        Button.primary("We talked", TALKED, team.id().value())))
                .stream().toList();
    }

    /** The way of coaching that was agreed on, and how many contacts there were; in words. */
    public List<String> support(Transaction tx, Team team, String practice) {
        return agreements.of(tx, team.id(), practice).map(agreement -> {
            var contacts = agreements.contacts().count(tx, team.id(), practice);
            return Stream.concat(model(agreement).map(Model::name).stream(),
                    Stream.of(contacts == 1 ? "1 contact with the coach" : contacts + " contacts with the coach"))
                    .toList();
        }).orElse(List.of());
    }

    @Override
    public List<Counted> counted(Transaction tx, Team team, String practice, Instant now) {
        if (actions.tool().isEmpty()) {
            return List.of();
        }
        var receipt = agreements.of(tx, team.id(), practice).map(one -> model(one).map(Model::name)
                .map(name -> name + ", ").orElse("")
                + people.members().person(tx, one.coach()).map(person -> "with " + person.name() + ", ").orElse("")
                + "a contact at least every " + one.contactDays() + " days.");
        return List.of(new Counted(Fact.COACHING_AGREED, receipt.isPresent() ? 1 : 0, receipt.stream().toList(),
                CHOOSE));
    }
}
