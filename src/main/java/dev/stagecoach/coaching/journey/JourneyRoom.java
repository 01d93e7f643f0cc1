package dev.stagecoach.coaching.journey;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Command;
import dev.stagecoach.chat.Feature;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.Counting;
import dev.stagecoach.coaching.MessageKind;
import dev.stagecoach.coaching.Period;
import dev.stagecoach.coaching.Reading;
import dev.stagecoach.coaching.Room;
import dev.stagecoach.coaching.Section;
import dev.stagecoach.delivery.Composer;
import dev.stagecoach.delivery.Delivery;
import dev.stagecoach.delivery.Ledger;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.people.People;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.people.View;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Transaction;

/** How far the team is, and moving it. */
public final class JourneyRoom implements Room {
    /** The click that opens the form for another stage; its value is the team. */
    public static final String MOVE = "journey.move";
    private static final Reply COACHES_ONLY = Reply.Refused
            .because("A coach of the team moves it to another stage. Ask one when the team has decided.");

    private final Database database;
    private final People people;
    private final Guide guide;
    private final JourneyStore store = new JourneyStore();
    private final Journeys journeys;
    private final JourneyCards cards;
    private final Gates gates;

    /** @param counting what all rooms have counted, for the gates */
    public JourneyRoom(Database database, People people, Guide guide, Ledger ledger, Counting counting) {
        this.database = database;
        this.people = people;
        this.guide = guide;
        this.journeys = new Journeys(guide, ledger);
        this.cards = new JourneyCards(guide);
        this.gates = new Gates(database, people, guide, counting);
    }

    @Override
    public Feature feature() {
        return new Feature("journey",
                List.of(new Command("stage", "Shows the stage your team is in", Command.Audience.TEAM, this::show)),
                Map.of(MOVE, this::open, Gates.WAIVE, gates::open), Map.of(MoveForm.ID, this::move, WaiveForm.ID,
                        sent -> gates.waived(sent, (tx, journey) -> page(tx, journey, sent.person(), sent.now()))),
                Map.of());
    }

    @Override
    public Map<String, Composer> composers() {
        return Map.of(Journeys.MOVED, this::announce);
    }

    @Override
    public Map<String, MessageKind> kinds() {
        return Map.of(Journeys.MOVED, MessageKind.of("Step of the journey", "%s moved on its journey"));
    }

    private Reply show(Call.Typed call) {
        return database.read(tx -> {
            var team = people.teams().find(tx, call.inTeam()).orElseThrow();
            var standing = people.members().standing(tx, team.id(), call.person());
            return store.current(tx, team.id()).map(journey -> page(tx, journey, call.person(), call.now()))
                    .orElseGet(() -> new Reply.ToYou(cards.none(team, standing)));
        });
    }

    private Reply page(Transaction tx, Journey journey, PersonId person, Instant now) {
        var team = people.teams().find(tx, journey.team()).orElseThrow();
        return new Reply.ToYou(cards.stage(team, journey, gates.of(tx, team, journey, now),
                store.history(tx, team.id()), people.members().standing(tx, team.id(), person)));
    }

    private Reply open(Call.Click click) {
        return database.read(tx -> {
            var team = new TeamId(click.value());
            if (!people.members().standing(tx, team, click.person()).isCoach()) {
                return COACHES_ONLY;
            }
            return store.current(tx, team).<Reply>map(journey -> new Reply.Open(MoveForm.form(guide, journey)))
                    .orElseGet(() -> Reply.Refused.because("Choose a practice first: /coach goal."));
        });
    }

    private Reply move(Call.Submission sent) {
        var seen = MoveForm.Seen.parse(sent.context());
        if (seen.isEmpty()) {
            return Reply.Refused.because("This form is too old. Please open it again with /coach stage.");
        }
        var reading = new Reading(sent.answers());
        var form = MoveForm.read(reading, guide, seen.get());
        return reading.mend().orElseGet(() -> database.write(tx -> move(tx, sent, seen.get(), form)));
    }

    private Reply move(Transaction tx, Call.Submission sent, MoveForm.Seen seen, MoveForm form) {
        if (!people.members().standing(tx, seen.team(), sent.person()).isCoach()) {
            return COACHES_ONLY;
        }
        var team = people.teams().find(tx, seen.team()).orElseThrow();
        var from = new Journey(seen.team(), seen.practice(), seen.stage(), sent.now());
        var moved = journeys.move(tx, team, from, form.stage(),
                new Journeys.Choice(sent.person(), form.reason(), sent.now()));
        // A second click on the same form finds the journey where the first one brought it.
        var there = store.with(tx, seen.team(), seen.practice()).map(Journey::stage)
                .equals(Optional.of(form.stage()));
        return moved || there
                ? new Reply.ToYou(Card.saying("Your team is in the stage " + cards.stageName(form.stage())
                        + " now. The channel hears it from me."))
                : new Reply.Mend(Map.of(MoveForm.field(),
                        "Somebody moved the team meanwhile. Close this form and look at /coach stage."));
    }

    private Composer.Composition announce(Delivery delivery, Instant now) {
        return database.read(tx -> store
                .move(tx, delivery.subject()).<Composer.Composition>map(
                        move -> Composer.Composition.Send.of(cards.announcement(move)))
                .orElseGet(() -> new Composer.Composition.Skip("the move is no longer on record")));
    }

    @Override
    public List<Section> sections(Transaction tx, Team team, Period period, View view) {
        return store.current(tx, team.id()).map(journey -> {
            var moved = !journey.since().isBefore(period.from()) && journey.since().isBefore(period.until());
            var line = Text.bolded("Stage: ")
                    .plus(cards.stageName(journey.stage()) + ", " + cards.practiceName(journey.practice()));
            return new Section(Section.Place.GOAL, moved, List.of(moved ? line.plus(" (new)") : line), List.of());
        }).stream().toList();
    }
}
