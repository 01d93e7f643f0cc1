package dev.stagecoach.coaching.evidence;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Command;
import dev.stagecoach.chat.Feature;
import dev.stagecoach.chat.MessageRef;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.MessageKind;
import dev.stagecoach.coaching.Period;
import dev.stagecoach.coaching.Reading;
import dev.stagecoach.coaching.Room;
import dev.stagecoach.coaching.Section;
import dev.stagecoach.coaching.Step;
import dev.stagecoach.coaching.journey.Journey;
import dev.stagecoach.coaching.journey.JourneyStore;
import dev.stagecoach.delivery.Composer;
import dev.stagecoach.delivery.Delivery;
import dev.stagecoach.delivery.Ledger;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.people.People;
import dev.stagecoach.people.Person;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.PlaceStore;
import dev.stagecoach.people.Standing;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.people.View;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Ids;
import dev.stagecoach.storage.Transaction;

/** Logging what was seen, for the team; leaders see what the team approves. */
public final class EvidenceRoom implements Room {
    /** The click that opens an empty form; its value is the team. */
    public static final String LOG = "evidence.log";
    /** The shortcut on a message. */
    public static final String SAVE = "save_evidence";
    static final String EDIT = "evidence.edit";
    static final String DELETE = "evidence.delete";
    static final String APPROVE = "evidence.approve";
    static final String WITHDRAW = "evidence.withdraw";
    static final String PAGE = "evidence.page";
    private static final String CARD = "evidence.card";
    private static final Reply NOT_YOURS = Reply.Refused
            .because("Members and coaches of the team log its evidence. This is not yours, or it is gone.");

    private final PlaceStore places = new PlaceStore();
    private final Database database;
    private final People people;
    private final Guide guide;
    private final Ledger ledger;
    private final EvidenceStore store = new EvidenceStore();
    private final JourneyStore journeys = new JourneyStore();
    private final EvidenceCards cards;

    public EvidenceRoom(Database database, People people, Guide guide, Ledger ledger) {
        this.database = database;
        this.people = people;
        this.guide = guide;
        this.ledger = ledger;
        this.cards = new EvidenceCards(guide);
    }

    @Override
    public Feature feature() {
        return new Feature("evidence",
                List.of(new Command("evidence", "Logs what you saw; “evidence list” shows all of it",
                        Command.Audience.MEMBERS_AND_COACHES, this::typed)),
                Map.of(LOG, click -> opened(new TeamId(click.value()), click, "", Optional.empty()), EDIT, this::edit,
                        DELETE, this::delete, APPROVE, click -> approve(click, true), WITHDRAW,
                        click -> approve(click, false), PAGE, this::turn),
                Map.of(EvidenceForm.ID, this::save), Map.of(SAVE, this::fromMessage));
    }

    @Override
    public Map<String, Composer> composers() {
        return Map.of(CARD, this::compose);
    }

    @Override
    public Map<String, MessageKind> kinds() {
        return Map.of(CARD, MessageKind.of("Evidence", "somebody of %s logged evidence"));
    }

    /** Words behind the command are the first words of the statement. */
    private Reply typed(Call.Typed call) {
        var rest = call.rest().strip();
        return rest.equalsIgnoreCase("list")
                ? database.read(tx -> new Reply.ToYou(page(tx, call.inTeam(), call.person(), 0)))
                : opened(call.inTeam(), call, rest, Optional.empty());
    }

    private Reply fromMessage(Call.Shortcut shortcut) {
        var here = database.read(tx -> people.teams().inChannel(tx, shortcut.message().channel()));
        var own = database.read(tx -> people.teams().of(tx, shortcut.person()));
        var team = here.or(() -> own.size() == 1 ? own.stream().findFirst() : Optional.empty());
        return team.map(one -> opened(one.id(), shortcut, shortcut.words(), Optional.of(shortcut.message())))
                .orElseGet(() -> Reply.Refused.because(
                        "I cannot tell which team this belongs to. Use it on a message in your team's channel."));
    }

    private Reply opened(TeamId team, Call call, String statement, Optional<MessageRef> from) {
        return database.read(tx -> {
            if (!mayLog(standing(tx, team, call.person()))) {
                return NOT_YOURS;
            }
            var practice = journeys.current(tx, team).map(Journey::practice).orElse("");
            return new Reply.Open(EvidenceForm.form(guide, new EvidenceForm.Target(team, Ids.next(), from),
                    new EvidenceForm.Draft(statement, Optional.empty(), practice)));
        });
    }

    private Reply edit(Call.Click click) {
        return database.read(tx -> own(tx, click.value(), click.person())
                .<Reply>map(one -> new Reply.Open(EvidenceForm.form(guide,
                        new EvidenceForm.Target(one.team(), one.id(), one.from()), new EvidenceForm.Draft(
                                one.finding().statement(), Optional.of(one.finding()), one.finding().practice()))))
                .orElse(NOT_YOURS));
    }

    private Reply save(Call.Submission sent) {
        var target = EvidenceForm.Target.parse(sent.context());
        var reading = new Reading(sent.answers());
        var finding = EvidenceForm.read(reading, guide);
        return reading.mend().orElseGet(() -> target
                .map(one -> database.write(tx -> save(tx, one, finding, sent))).orElse(NOT_YOURS));
    }

    private Reply save(Transaction tx, EvidenceForm.Target target, Evidence.Finding finding, Call.Submission sent) {
        var team = people.teams().find(tx, target.team());
        if (team.isEmpty() || !mayLog(standing(tx, target.team(), sent.person()))) {
            return NOT_YOURS;
        }
        var reached = places.resting(tx, team.get()).isEmpty();
        var evidence = new Evidence(target.evidence(), target.team(), sent.person(), finding, target.from(), false,
                sent.now());
        if (store.log(tx, evidence)) {
            // An item that was deleted while its form stood open comes back into its old message.
            if (!ledger.plan(tx, team.get().id(), key(evidence.id()), CARD, team.get().channel(), evidence.id(),
                    sent.now())) {
                ledger.refresh(tx, key(evidence.id()));
            }
            return new Reply.ToYou(cards.saved(target.team(), reached));
        }
        return own(tx, target.evidence(), sent.person()).<Reply>map(before -> {
            // What says the same is saved already; a second click takes nothing back from the leaders.
            if (!before.finding().equals(finding)) {
                store.change(tx, before.id(), finding);
                ledger.refresh(tx, key(before.id()));
            }
            return new Reply.ToYou(cards.saved(target.team(), reached));
        }).orElse(NOT_YOURS);
    }

    private Reply delete(Call.Click click) {
        return database.write(tx -> own(tx, click.value(), click.person()).<Reply>map(one -> {
            store.delete(tx, one.id());
            ledger.skip(tx, key(one.id()), "its author deleted the evidence");
            ledger.refresh(tx, key(one.id()));
            return new Reply.Replace(page(tx, one.team(), click.person(), 0));
        }).orElse(NOT_YOURS));
    }

    private Reply approve(Call.Click click, boolean approved) {
        return database.write(tx -> store.find(tx, click.value())
                .filter(closed -> mayLog(standing(tx, closed.team(), click.person())))
                .flatMap(closed -> people.gate().open(tx, click.person(), closed)).<Reply>map(one -> {
                    store.approve(tx, one.id(), approved);
                    ledger.refresh(tx, key(one.id()));
                    return new Reply.ToYou(Card.saying(approved
                            ? "School leaders may see this evidence now."
                            : "This evidence stays within the team."));
                }).orElse(NOT_YOURS));
    }

    private Reply turn(Call.Click click) {
        var parts = click.value().split(" ", -1);
        if (parts.length != 2 || !parts[1].matches("\\d{1,6}")) {
            return NOT_YOURS;
        }
        return database.read(tx -> mayLog(standing(tx, new TeamId(parts[0]), click.person()))
                ? new Reply.Replace(page(tx, new TeamId(parts[0]), click.person(), Integer.parseInt(parts[1])))
                : NOT_YOURS);
    }

    private Card page(Transaction tx, TeamId id, PersonId viewer, int from) {
        var visible = people.gate().openAll(tx, viewer, store.of(tx, id));
        var team = people.teams().find(tx, id);
        return visible.isEmpty() || team.isEmpty()
                ? cards.none(id)
                : cards.page(id, visible, Math.min(from, visible.size() - 1), viewer, team.get().zone());
    }

    /** The item, where the person logged it and still belongs to the team. */
    private Optional<Evidence> own(Transaction tx, String id, PersonId person) {
        return store.find(tx, id).filter(closed -> closed.author().equals(person))
                .filter(closed -> mayLog(standing(tx, closed.team(), person)))
                .flatMap(closed -> people.gate().open(tx, person, closed));
    }

    private Composer.Composition compose(Delivery delivery, Instant now) {
        // The team may see every item, so it is posted on its author's behalf.
        return database.read(tx -> Composer.Composition.Send.of(store.find(tx, delivery.subject())
                .flatMap(closed -> people.gate().open(tx, closed.author(), closed)).map(cards::card)
                .orElseGet(() -> Card.saying("Its author has deleted this evidence."))));
    }

    @Override
    public List<Step> steps(Transaction tx, Team team, PersonId person, Standing standing, Instant now) {
        return mayLog(standing)
                ? List.of(new Step(Step.Rank.ANY_TIME, "Log something you saw in class.",
                        Button.of("Log evidence", LOG, team.id().value())))
                : List.of();
    }

    @Override
    public List<Section> sections(Transaction tx, Team team, Period period, View view) {
        var visible = people.gate().openTo(view, store.in(tx, team.id(), period));
        return EvidenceSections.of(visible, view,
                author -> people.members().person(tx, author).map(Person::name).orElse("a colleague"));
    }

    private Standing standing(Transaction tx, TeamId team, PersonId person) {
        return people.members().standing(tx, team, person);
    }

    private static boolean mayLog(Standing standing) {
        return standing.isMember() || standing.isCoach();
    }

    private static String key(String evidence) {
        return "evidence/" + evidence + "/card";
    }

    /** When the team last logged something; empty where it never did. */
    public Optional<Instant> lastLogged(Transaction tx, TeamId team) {
        return store.lastLogged(tx, team);
    }
}
