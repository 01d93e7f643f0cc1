package dev.stagecoach.coaching.evidence;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;

import dev.stagecoach.chat.Access;
import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Command;
import dev.stagecoach.chat.Feature;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.Counted;
import dev.stagecoach.coaching.MessageKind;
import dev.stagecoach.coaching.NextStep;
import dev.stagecoach.coaching.Period;
import dev.stagecoach.coaching.Room;
import dev.stagecoach.coaching.Section;
import dev.stagecoach.guide.Fact;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.outbox.Composer;
import dev.stagecoach.outbox.Delivery;
import dev.stagecoach.outbox.Outbox;
import dev.stagecoach.people.People;
import dev.stagecoach.people.Person;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Standing;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.people.View;
import dev.stagecoach.storage.Database;
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
    static final Reply NOT_YOURS = Reply.Refused
            .because("Members and coaches of the team log its evidence. This is not yours, or it is gone.");

    private final EvidenceContext context;
    private final EvidenceActions logging;
    private final EvidenceListActions listing;

    public EvidenceRoom(Database database, People people, Guide guide, Outbox outbox) {
        this.context = new EvidenceContext(database, people, guide, outbox);
        this.logging = new EvidenceActions(context);
        this.listing = new EvidenceListActions(context);
    }

    @Override
    public Feature feature() {
        return new Feature("evidence",
                List.of(new Command("evidence", "Logs what you saw; “evidence list” shows all of it",
                        Access.Who.MEMBERS_AND_COACHES, this::typed)),
                Map.of(LOG, click -> logging.open(new TeamId(click.value()), click, "", Optional.empty()), EDIT,
                        logging::edit, DELETE, listing::delete, APPROVE, click -> listing.approve(click, true),
                        WITHDRAW, click -> listing.approve(click, false), PAGE, listing::turn),
                Map.of(EvidenceForm.ID, logging::save), Map.of(SAVE, logging::fromMessage));
    }

    @Override
    public Map<String, Composer> composers() {
        return Map.of(EvidenceContext.CARD, Composer.echo(this::compose));
    }

    @Override
    public Map<String, MessageKind> kinds() {
        return Map.of(EvidenceContext.CARD, MessageKind.of("Evidence", "somebody of %s logged evidence"));
    }

    /** Words behind the command are the first words of the statement. */
    private Reply typed(Call.Typed call) {
        var rest = call.rest().strip();
        return rest.equalsIgnoreCase("list")
                ? listing.list(call)
                : logging.open(call.inTeam(), call, rest, Optional.empty());
    }

    private Composer.Composition compose(Delivery delivery, Instant now) {
        // The team may see every item, so it is posted on its author's behalf.
        return context.database().read(tx -> Composer.Composition.Send.of(context.store().find(tx, delivery.subject())
                .flatMap(closed -> context.people().gate().open(tx, closed.author(), closed))
                .map(one -> context.cards(tx, one.team()).card(one))
                .orElseGet(() -> Card.saying("Its author has deleted this evidence."))));
    }

    @Override
    public List<NextStep> steps(Transaction tx, Team team, PersonId person, Standing standing, Instant now) {
        return standing.takesPart()
                ? List.of(new NextStep(NextStep.Rank.ANY_TIME, "Log something you saw in class.",
                        Button.of("Log evidence", LOG, team.id().value())))
                : List.of();
    }

    @Override
    public List<Section> sections(Transaction tx, Team team, Period period, View view) {
        var visible = context.people().gate().openTo(view, context.store().in(tx, team.id(), period));
        return new EvidenceSections(context.cards(tx, team.id()), view,
                author -> context.people().members().person(tx, author).map(Person::name).orElse("a colleague"))
                .of(visible);
    }

    @Override
    public List<Counted> counted(Transaction tx, Team team, String practice, Instant now) {
        var trying = context.guide().workbook().trying();
        if (trying.impact().isEmpty()) {
            return List.of();
        }
        var evidence = context.people().gate().openTo(View.TEAM, context.store().of(tx, team.id())).stream()
                .filter(one -> one.finding().practice().equals(practice)).toList();
        var offered = context.offered(tx, team.id());
        return List.of(counted(Fact.EVIDENCE_OF_USE, evidence, offered, trying::showsUse),
                counted(Fact.EVIDENCE_OF_OUTCOME, evidence, offered, trying::showsOutcome));
    }

    /** How many pieces of evidence on a practice tell of each of the guide's levels, without what they say. */
    public List<String> levels(Transaction tx, Team team, String practice) {
        var offered = context.offered(tx, team.id());
        var found = context.people().gate().openTo(View.TEAM, context.store().of(tx, team.id())).stream()
                .filter(one -> one.finding().practice().equals(practice)).map(offered::level).toList();
        return context.guide().workbook().trying().impact().stream().filter(impact -> found.contains(impact.value()))
                .map(impact -> impact.name() + ": " + Collections.frequency(found, impact.value())).toList();
    }

    private static Counted counted(Fact fact, List<Evidence> evidence, EvidenceOptions offered, IntPredicate level) {
        var found = evidence.stream().filter(one -> level.test(offered.level(one))).toList();
        return new Counted(fact, found.size(), found.stream().map(EvidenceSections::receipt).toList(), LOG);
    }

    /** When the team last logged something; empty where it never did. */
    public Optional<Instant> lastLogged(Transaction tx, TeamId team) {
        return context.store().lastLogged(tx, team);
    }
}
