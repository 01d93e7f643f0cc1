package dev.stagecoach.coaching.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import dev.stagecoach.chat.Access;
import dev.stagecoach.chat.Access.Who;
import dev.stagecoach.chat.Action;
import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Carried;
import dev.stagecoach.chat.Carried.Choice;
import dev.stagecoach.chat.DateText;
import dev.stagecoach.chat.Feature;
import dev.stagecoach.chat.Plural;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.Counted;
import dev.stagecoach.coaching.NextStep;
import dev.stagecoach.coaching.Room;
import dev.stagecoach.coaching.Ways;
import dev.stagecoach.coaching.goal.GoalStore;
import dev.stagecoach.coaching.stage.Journey;
import dev.stagecoach.coaching.stage.JourneyStore;
import dev.stagecoach.coaching.workbook.Target;
import dev.stagecoach.coaching.workbook.ToolFacts;
import dev.stagecoach.guide.Coaching.Model;
import dev.stagecoach.guide.Fact;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.people.People;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Standing;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Transaction;

/** Agreeing on coaching; the named coach notes contacts, and sees on the Home tab when one is due. */
public final class AgreementRoom implements Room {
    private static final Access READS = Access.reads(Who.TEAM).withPractice();
    private static final Access OPENS = Access.reads(Who.MEMBERS_AND_COACHES).withPractice();
    private static final Access WRITES = Access.writes(Who.MEMBERS_AND_COACHES).withPractice();
    /** Offers ways of coaching. */
    public static final Action<TeamId> CHOOSE = Action.click("agreement.choose", Carried.team(), OPENS);
    /** Shows the agreement. */
    public static final Action<TeamId> PAGE = Action.click("agreement.page", Carried.team(), READS);
    /** Takes one of the guide's models; any other key is a way of one's own. */
    static final Action<Choice> USE = Action.click("agreement.use", Carried.choice(), OPENS);
    static final Action<TeamId> EDIT = Action.click("agreement.edit", Carried.team(), OPENS);
    static final Action<TeamId> TALKED = Action.click("agreement.talked", Carried.team(), WRITES);
    /** Takes the contact of a day back. */
    static final Action<Choice> UNDO = Action.click("agreement.undo", Carried.choice(), WRITES);
    static final Action<Target> SAVE = Action.form("agreement.save", Target.CARRIED, WRITES);
    private static final Reply COACHES_ONLY = Reply.Refused
            .because("Only the coach notes a contact. /coach plan shows who that is.");

    private final GoalStore goals = new GoalStore();
    private final JourneyStore journeys = new JourneyStore();
    private final People people;
    private final Guide guide;
    private final Agreements agreements;
    private final AgreementActions actions;

    public AgreementRoom(People people, Guide guide) {
        this.people = people;
        this.guide = guide;
        this.agreements = new Agreements(people.gate());
        this.actions = new AgreementActions(people, guide);
    }

    @Override
    public Feature feature() {
        return new Feature("agreement", List.of(), actions.tool().isEmpty()
                ? List.of()
                : List.of(CHOOSE.by((here, _) -> actions.choose(here)), USE.by(actions::use),
                        EDIT.by((here, _) -> actions.opened(here, Optional.empty())), PAGE.by((here, _) -> page(here)),
                        TALKED.by((here, _) -> talked(here)), UNDO.by(this::undo), SAVE.by(actions::save)));
    }

    private Reply page(CallContext here) {
        return new Reply.ToYou(agreements.of(here.tx(), here.teamId(), here.chosenPractice())
                .map(agreement -> AgreementCards.page(here, agreement, model(agreement),
                        actions.tool().map(tool -> new ToolFacts(guide).without(tool,
                                agreement.filled().entries(), Agreement.MODEL)).orElse(List.of()),
                        agreements.lastContact(here.tx(), here.teamId(), here.chosenPractice())))
                .orElseGet(() -> AgreementCards.none(here)));
    }

    private Optional<Model> model(Agreement agreement) {
        return guide.workbook().coaching().model(agreement.model());
    }

    private Reply talked(CallContext here) {
        return coaching(here, agreement -> {
            agreements.contacts().note(here.tx(), here.teamId(), here.chosenPractice(), here.today(), here.person(),
                    here.now());
            return new Reply.Replace(AgreementCards.talked(here, agreement, here.today()));
        });
    }

    private Reply undo(CallContext here, Choice day) {
        return coaching(here, _ -> {
            agreements.contacts().takeBack(here.tx(), here.teamId(), here.chosenPractice(), here.person(), day.key());
            return new Reply.Replace(AgreementCards.takenBack(here));
        });
    }

    private Reply coaching(CallContext here, Function<Agreement, Reply> work) {
        return agreements.of(here.tx(), here.teamId(), here.chosenPractice())
                .filter(one -> here.standing().isCoach() || one.coach().equals(here.person())).map(work)
                .orElse(COACHES_ONLY);
    }

    @Override
    public List<NextStep> steps(Transaction tx, Team team, PersonId person, Standing standing, Instant now) {
        return Stream.concat(contact(tx, team, person, standing, now).stream(),
                cycle(tx, team, person, standing, now).filter(cycle -> cycle.nearsItsEnd(today(team, now)))
                        .map(cycle -> ends(team, cycle)).stream())
                .toList();
    }

    /** The end of a cycle is told once, in the week two weeks before. */
    @Override
    public List<NextStep> due(Transaction tx, Team team, PersonId person, Standing standing, Instant now) {
        return Stream.concat(contact(tx, team, person, standing, now).stream(),
                cycle(tx, team, person, standing, now).filter(cycle -> cycle.isTold(today(team, now)))
                        .map(cycle -> ends(team, cycle)).stream())
                .toList();
    }

    private static LocalDate today(Team team, Instant now) {
        return LocalDate.ofInstant(now, team.zone());
    }

    /** The cycle that this person coaches, where the team has a goal in it. */
    private Optional<CycleSpan> cycle(Transaction tx, Team team, PersonId person, Standing standing, Instant now) {
        return journeys.current(tx, team.id()).map(Journey::practice)
                .filter(practice -> goals.with(tx, team.id(), practice).filter(goal -> goal.published().isPresent())
                        .isPresent())
                .flatMap(practice -> agreements.of(tx, team.id(), practice)
                        .filter(one -> standing.belongs() && one.coach().equals(person))
                        .map(one -> CycleSpan.of(one, goals.cycleBegan(tx, team.id(), practice), team.zone())));
    }

    private static NextStep ends(Team team, CycleSpan cycle) {
        return new NextStep(NextStep.Rank.GATE, "The cycle of " + team.name() + " ends around "
                + DateText.near(cycle.end()) + ". Next, write its report together, then close the goal or go on.",
                Ways.REPORT.button("See the report", team.id()));
    }

    private List<NextStep> contact(Transaction tx, Team team, PersonId person, Standing standing, Instant now) {
        return journeys.current(tx, team.id()).map(Journey::practice)
                .flatMap(practice -> agreements.of(tx, team.id(), practice)
                        .filter(one -> standing.belongs() && one.coach().equals(person)
                                && one.overdue(agreements.lastContact(tx, team.id(), practice),
                                        now.atZone(team.zone()).toLocalDate(), people.days().ofTeam(tx, team),
                                        team.zone())))
                .map(one -> new NextStep(NextStep.Rank.OPEN_ANSWER,
                        "A word with " + team.name() + " is due; you agreed to talk at least "
                                + Plural.every(one.contactDays(), "day") + ".",
                        TALKED.primary("We talked", team.id())))
                .stream().toList();
    }

    /** The way of coaching that was agreed on, and how many contacts there were; in words. */
    public List<String> support(Transaction tx, Team team, String practice, Instant since) {
        return agreements.of(tx, team.id(), practice).map(agreement -> {
            var contacts = agreements.contacts().count(tx, team.id(), practice,
                    LocalDate.ofInstant(since, team.zone()));
            return Stream.concat(model(agreement).map(Model::name).stream(),
                    Stream.of(Plural.of(contacts, "contact") + " with the coach"))
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
                + "in touch at least " + Plural.every(one.contactDays(), "day") + ".");
        return List.of(new Counted(Fact.COACHING_AGREED, receipt.isPresent() ? 1 : 0, receipt.stream().toList(),
                CHOOSE.id()));
    }
}
