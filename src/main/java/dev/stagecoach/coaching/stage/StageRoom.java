package dev.stagecoach.coaching.stage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import dev.stagecoach.chat.Action;
import dev.stagecoach.chat.Action.Handled;
import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.Carried.Work;
import dev.stagecoach.chat.Feature;
import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.Counting;
import dev.stagecoach.coaching.MessageKind;
import dev.stagecoach.coaching.NextStep;
import dev.stagecoach.coaching.Period;
import dev.stagecoach.coaching.Room;
import dev.stagecoach.coaching.Section;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.Practice;
import dev.stagecoach.outbox.Composer;
import dev.stagecoach.outbox.Composer.Composition;
import dev.stagecoach.outbox.Delivery;
import dev.stagecoach.people.People;
import dev.stagecoach.people.Person;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Standing;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.View;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Transaction;

/** How far the team is on each of its journeys, and moving them: the team proposes, a coach countersigns or a member seconds. */
public final class StageRoom implements Room {
    private final Database database;
    private final People people;
    private final Guide guide;
    private final JourneyStore store = new JourneyStore();
    private final ProposalStore proposals = new ProposalStore();
    private final JourneyCards cards;
    private final ProposalCards proposalCards;
    private final Gates gates;
    private final StagePageActions pages;
    private final ProposalActions moving;
    private final Journeys moves;

    /** @param counting what all rooms have counted, for the gates */
    public StageRoom(Database database, People people, Guide guide, Journeys moves, Counting counting) {
        this.moves = moves;
        this.database = database;
        this.people = people;
        this.guide = guide;
        this.cards = new JourneyCards(guide);
        this.proposalCards = new ProposalCards(guide);
        this.gates = new Gates(guide, counting);
        this.pages = new StagePageActions(people, guide, gates);
        this.moving = new ProposalActions(people, guide, new Proposals(people, moves));
    }

    @Override
    public Feature feature() {
        var actions = new ArrayList<Handled<?>>();
        actions.addAll(pages.actions());
        actions.addAll(moving.actions());
        return new Feature("journey",
                List.of(new Action.Typed("stage", "shows your team's stage, and what is left to do before the next "
                        + "one",
                        pages.view())),
                actions);
    }

    @Override
    public Map<String, Composer> composers() {
        return Map.of(Journeys.MOVED, Composer.echo(this::announce), Proposals.PROPOSED, Composer.echo(this::propose),
                Proposals.TURNED_DOWN,
                Composer.echo(this::turnDown));
    }

    @Override
    public Map<String, MessageKind> kinds() {
        return Map.of(Journeys.MOVED, MessageKind.of("Step of the journey", "%s moved on its journey"),
                Proposals.PROPOSED, MessageKind.of("Proposed move", "somebody on %s proposed changing the stage"),
                Proposals.TURNED_DOWN, MessageKind.of("Answer to a proposal", "somebody on %s answered a proposal"));
    }

    private Composition announce(Delivery delivery, Instant now) {
        return database.read(tx -> store.move(tx, delivery.subject())
                .<Composition>map(move -> Composition.Send.of(cards.announcement(move, store.all(tx, move.team())
                        .stream().filter(one -> !one.practice().equals(move.practice())).toList(),
                        people.teams().find(tx, move.team()).map(team -> moves.inStage(tx, team))
                                .orElse(List.of()))))
                .orElseGet(() -> new Composition.Skip("the move is no longer on record")));
    }

    private Composition propose(Delivery delivery, Instant now) {
        return database.read(tx -> proposals.find(tx, delivery.subject())
                .<Composition>map(proposal -> Composition.Send.of(proposalCards.inChannel(proposal,
                        Roles.of(people, tx, proposal.team()))))
                .orElseGet(() -> new Composition.Skip("the proposal is no longer on record")));
    }

    private Composition turnDown(Delivery delivery, Instant now) {
        return database.read(tx -> proposals.find(tx, delivery.subject())
                .<Composition>map(proposal -> proposal.answer() instanceof Proposal.Answer.NotYet no
                        ? Composition.Send.of(proposalCards.turnedDown(proposal, no))
                        : new Composition.Skip("the proposal was answered otherwise"))
                .orElseGet(() -> new Composition.Skip("the proposal is no longer on record")));
    }

    @Override
    public List<NextStep> steps(Transaction tx, Team team, PersonId person, Standing standing, Instant now) {
        var steps = new ArrayList<NextStep>();
        var viewer = new Viewer(person, standing, Roles.of(people, tx, team.id()));
        proposals.open(tx, team.id()).stream().filter(viewer::answers)
                .forEach(proposal -> steps.add(new NextStep(NextStep.Rank.OPEN_ANSWER,
                        proposalCards.asked(proposal, name(tx, proposal.by())),
                        ProposalActions.SEE.primary("Look at it", proposal.id()))));
        store.current(tx, team.id()).ifPresent(journey -> {
            var all = gates.of(tx, team, journey, now);
            if (viewer.acts() && through(tx, team, journey, all)) {
                steps.add(new NextStep(NextStep.Rank.NEXT,
                        "As far as I can see, " + cards.words().stage(journey.stage())
                                + " has nothing left to do. Propose the next stage when the team is ready.",
                        ProposalActions.MOVE.primary("Propose a move", new Work(team.id()))));
            }
            gate(team, standing, all).ifPresent(steps::add);
            var told = steps.stream().anyMatch(step -> step.button().action().equals(StagePageActions.VIEW.id()));
            if (!told) {
                steps.add(new NextStep(NextStep.Rank.ANY_TIME, "See your stage and what is open in it.",
                        StagePageActions.VIEW.button("Our stage", new Work(team.id()))));
            }
        });
        return steps;
    }

    private String name(Transaction tx, PersonId person) {
        return people.members().person(tx, person).map(Person::name).orElse("Somebody");
    }

    /** The first gate that is open, and that this person can help with; a leader reads what the team works on. */
    private Optional<NextStep> gate(Team team, Standing standing, List<GateStatus> all) {
        if (standing.isLeader() && !standing.takesPart()) {
            return all.stream().filter(one -> !one.passed()).findFirst()
                    .map(one -> new NextStep(NextStep.Rank.GATE, "Your team works on this: " + one.gate().text() + ".",
                            StagePageActions.VIEW.button("Our stage", new Work(team.id()))));
        }
        return gates.mine(all, standing).stream()
                .flatMap(one -> one.state() instanceof GateStatus.State.Open open
                        ? Stream.of(new NextStep(NextStep.Rank.GATE, "Next for your team: " + one.gate().text() + ".",
                                Button.of(one.gate().button(), open.click(), team.id().value())))
                        : Stream.of())
                .findFirst();
    }

    /** Nothing is open in this stage, another one follows, and nobody has proposed it yet. */
    private boolean through(Transaction tx, Team team, Journey journey, List<GateStatus> all) {
        if (guide.stageAfter(journey.stage()).isEmpty()
                || proposals.open(tx, team.id(), journey.practice()).isPresent()) {
            return false;
        }
        return !all.isEmpty() && all.stream().allMatch(GateStatus::passed);
    }

    @Override
    public List<Section> sections(Transaction tx, Team team, Period period, View view) {
        var current = store.current(tx, team.id());
        var others = store.all(tx, team.id()).stream().filter(one -> !current.equals(Optional.of(one)));
        var question = current.flatMap(journey -> question(journey, LocalDate.ofInstant(period.until(), team.zone())))
                .stream();
        return Stream.concat(question, Stream.concat(current.stream(), others).map(journey -> {
            var moved = !journey.since().isBefore(period.from()) && journey.since().isBefore(period.until());
            var line = cards.line(journey, current.equals(Optional.of(journey)), moved);
            return new Section(Section.Place.GOAL, moved, List.of(line), List.of());
        })).toList();
    }

    /** One that the guide has for looking at one's work with the practice; another one each week. */
    private Optional<Section> question(Journey journey, LocalDate day) {
        return guide.practice(journey.practice()).map(Practice::lens).filter(lens -> !lens.isEmpty())
                .map(lens -> lens.get((int) (day.toEpochDay() / 7 % lens.size())))
                .map(one -> new Section(Section.Place.QUESTION, false, List.of(Text.of(one)), List.of()));
    }
}
