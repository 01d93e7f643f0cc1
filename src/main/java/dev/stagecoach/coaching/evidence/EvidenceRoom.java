package dev.stagecoach.coaching.evidence;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

import dev.stagecoach.chat.Access;
import dev.stagecoach.chat.Access.Who;
import dev.stagecoach.chat.Action;
import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Carried;
import dev.stagecoach.chat.DateText;
import dev.stagecoach.chat.Feature;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.Counted;
import dev.stagecoach.coaching.MessageKind;
import dev.stagecoach.coaching.NextStep;
import dev.stagecoach.coaching.OwnItem;
import dev.stagecoach.coaching.OwnItems;
import dev.stagecoach.coaching.Period;
import dev.stagecoach.coaching.Room;
import dev.stagecoach.coaching.Section;
import dev.stagecoach.coaching.Ways;
import dev.stagecoach.guide.Fact;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.outbox.Composer;
import dev.stagecoach.outbox.Delivery;
import dev.stagecoach.outbox.Outbox;
import dev.stagecoach.people.Confidential;
import dev.stagecoach.people.Part;
import dev.stagecoach.people.People;
import dev.stagecoach.people.Person;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Standing;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.people.View;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Transaction;

/** Logging what was seen, for oneself or for the team; leaders see what its author shows them. */
public final class EvidenceRoom implements Room {
    /** In a report. */
    private static final int MOST_SHOWN = 3;
    private static final Access READS = Access.reads(Who.MEMBERS_AND_COACHES);
    private static final Access WRITES = Access.writes(Who.MEMBERS_AND_COACHES);
    private static final Carried<String> ITEM = Carried
            .thing((tx, id) -> EvidenceContext.STORE.find(tx, id).map(Confidential::team));
    static final Action<EvidenceForm.Target> SAVE = Action
            .form("evidence.log", EvidenceForm.Target.CARRIED, WRITES).onlyFor("its author",
                    (here, target) -> EvidenceContext.STORE.find(here.tx(), target.evidence())
                            .map(item -> item.team().equals(target.team()) && item.author().equals(here.person()))
                            .orElse(true));
    static final Action<EvidenceForm.Target> MORE = Action.form("evidence.more", EvidenceForm.Target.CARRIED, WRITES);
    static final Action<EvidenceListActions.Turn> PAGE = Action.click("evidence.page",
            EvidenceListActions.Turn.CARRIED, READS);
    static final Action<String> EDIT = own(Action.click("evidence.edit", ITEM, READS));
    static final Action<String> DELETE = own(Action.click("evidence.delete", ITEM, WRITES.deleting()));
    /** Opens the form with the team chosen, which says who will read it. */
    static final Action<String> SHARE = own(Action.click("evidence.share", ITEM, READS));
    static final Action<String> APPROVE = own(Action.click("evidence.approve", ITEM, WRITES));
    static final Action<String> WITHDRAW = own(Action.click("evidence.withdraw", ITEM, WRITES));
    private static final Action<String> FROM_MESSAGE = Action.shortcut("save_evidence", Access.reads(Who.ANYONE));

    private final EvidenceContext context;
    private final EvidenceActions logging;
    private final EvidenceListActions listing;

    public EvidenceRoom(Database database, People people, Guide guide, Outbox outbox) {
        this.context = new EvidenceContext(database, people, guide, outbox);
        this.logging = new EvidenceActions(context);
        this.listing = new EvidenceListActions(context);
    }

    private static Action<String> own(Action<String> action) {
        return action.onlyFor("its author", (here, id) -> EvidenceContext.STORE.find(here.tx(), id).orElseThrow()
                .author().equals(here.person()));
    }

    @Override
    public Feature feature() {
        return new Feature("evidence",
                List.of(new Action.Typed("evidence", "logs what you saw; “evidence list” shows all of it",
                        Ways.LOG_EVIDENCE.by((here, team) -> here.typed().equalsIgnoreCase("list")
                                ? listing.list(here)
                                : open(here, team)))),
                List.of(Ways.LOG_EVIDENCE.by(this::open), SAVE.by(logging::save), MORE.by(logging::more),
                        PAGE.by(listing::turn),
                        EDIT.by(logging::edit), SHARE.by(logging::share),
                        DELETE.by(listing::delete), APPROVE.by((here, id) -> listing.approve(here, id, true)),
                        WITHDRAW.by((here, id) -> listing.approve(here, id, false)),
                        FROM_MESSAGE.by((here, _) -> logging.fromMessage(here))));
    }

    /** Words behind the command are the first words of the statement. */
    private Reply open(CallContext here, TeamId team) {
        return logging.open(here.tx(), new Part(team, here.person()), here.typed(), Optional.empty());
    }

    @Override
    public Map<String, Composer> composers() {
        return Map.of(EvidenceContext.CARD, Composer.echo(this::compose));
    }

    @Override
    public Map<String, MessageKind> kinds() {
        return Map.of(EvidenceContext.CARD, MessageKind.of("Evidence", "somebody on %s logged evidence"));
    }

    private Composer.Composition compose(Delivery delivery, Instant now) {
        return context.database().read(tx -> Composer.Composition.Send.of(context.store().find(tx, delivery.subject())
                .flatMap(closed -> context.people().gate().openTo(View.TEAM, List.of(closed)).stream().findFirst())
                .map(one -> context.cards(tx, one.team()).card(one))
                .orElseGet(() -> Card.saying("The author has taken this evidence back."))));
    }

    @Override
    public List<OwnItem> own(Transaction tx, Team team, PersonId person) {
        return new OwnItems(tx, context.people().gate(), person).of(context.store().of(tx, team.id()),
                one -> "Evidence of " + DateText.dayAndYear(one.logged(), team.zone()));
    }

    @Override
    public List<NextStep> steps(Transaction tx, Team team, PersonId person, Standing standing, Instant now) {
        return standing.takesPart()
                ? List.of(new NextStep(NextStep.Rank.ANY_TIME, "Log something you saw.",
                        Ways.LOG_EVIDENCE.button("Log evidence", team.id())),
                        new NextStep(NextStep.Rank.ANY_TIME, "See everything that was logged.",
                                PAGE.button("All evidence", EvidenceListActions.Turn.first(team.id()))))
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

    /**
     * How many pieces of evidence on a practice tell of each of the guide's levels, and what their authors have shown to
     * leaders, newest first.
     */
    public List<String> reported(Transaction tx, Team team, String practice, Instant since) {
        var offered = context.offered(tx, team.id());
        var found = context.people().gate().openTo(View.TEAM, context.store().of(tx, team.id())).stream()
                .filter(one -> one.finding().practice().equals(practice) && !one.logged().isBefore(since))
                .map(offered::level).toList();
        var levels = context.guide().workbook().trying().impact().stream()
                .filter(impact -> found.contains(impact.value()))
                .map(impact -> impact.name() + ": " + Collections.frequency(found, impact.value())).toList();
        var sorted = levels.isEmpty() ? "" : " (" + String.join(", ", levels) + ")";
        return found.isEmpty()
                ? List.of()
                : Stream.concat(Stream.of(found.size() + " logged" + sorted), shown(tx, team, practice, since))
                        .toList();
    }

    private Stream<String> shown(Transaction tx, Team team, String practice, Instant since) {
        return context.people().gate().openTo(View.LEADER, context.store().of(tx, team.id())).stream()
                .filter(one -> one.finding().practice().equals(practice) && !one.logged().isBefore(since))
                .limit(MOST_SHOWN)
                .map(one -> "“" + EvidenceSections.receipt(one, context.guide().sides()) + "”");
    }

    private Counted counted(Fact fact, List<Evidence> evidence, EvidenceOptions offered, IntPredicate level) {
        var found = evidence.stream().filter(one -> level.test(offered.level(one))).toList();
        return new Counted(fact, found.size(),
                found.stream().map(one -> EvidenceSections.receipt(one, context.guide().sides())).toList(),
                Ways.LOG_EVIDENCE.id());
    }

    /** When the team last logged something; empty where it never did. */
    public Optional<Instant> lastLogged(Transaction tx, TeamId team) {
        return context.store().lastLogged(tx, team);
    }
}
