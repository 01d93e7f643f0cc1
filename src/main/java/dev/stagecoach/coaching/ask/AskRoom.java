package dev.stagecoach.coaching.ask;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import dev.stagecoach.chat.Access;
import dev.stagecoach.chat.Access.Who;
import dev.stagecoach.chat.Action;
import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Card.Fact;
import dev.stagecoach.chat.Carried;
import dev.stagecoach.chat.Feature;
import dev.stagecoach.chat.Field;
import dev.stagecoach.chat.Form;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.MessageKind;
import dev.stagecoach.coaching.NextStep;
import dev.stagecoach.coaching.OwnItem;
import dev.stagecoach.coaching.OwnItems;
import dev.stagecoach.coaching.Readership;
import dev.stagecoach.coaching.Room;
import dev.stagecoach.coaching.Ways;
import dev.stagecoach.coaching.ask.HelpRequest.State;
import dev.stagecoach.coaching.feedback.FeedbackRoom;
import dev.stagecoach.coaching.workbook.Entries;
import dev.stagecoach.coaching.workbook.Filled;
import dev.stagecoach.coaching.workbook.FilledStore;
import dev.stagecoach.coaching.workbook.Target;
import dev.stagecoach.coaching.workbook.ToolFacts;
import dev.stagecoach.coaching.workbook.ToolForm;
import dev.stagecoach.coaching.workbook.ToolSubmissions;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.Tool;
import dev.stagecoach.outbox.Composer;
import dev.stagecoach.outbox.Composer.Composition;
import dev.stagecoach.outbox.Delivery;
import dev.stagecoach.outbox.Outbox;
import dev.stagecoach.outbox.SendPolicy;
import dev.stagecoach.people.DataKind;
import dev.stagecoach.people.People;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.RoleChange;
import dev.stagecoach.people.Standing;
import dev.stagecoach.people.Subscription;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Transaction;

/**
 * A line to the coach: privately asked, taken, done or taken back. The team and its leaders see nothing of it. A guide
 * without the tool has no such room.
 */
public final class AskRoom implements Room {
    static final Action<TeamId> SHOW = Action.click("help.show", Carried.team(),
            Access.reads(Who.MEMBERS_AND_COACHES));
    private static final HelpRequestStore STORE = new HelpRequestStore();
    private static final Carried<String> REQUEST = Carried.thing(STORE::team);
    static final Action<String> TAKE = Action.click("help.take", REQUEST, Access.writes(Who.COACHES))
            .onlyFor("coaches who do not ask themselves", (here, id) -> !STORE.asks(here.tx(), id, here.person()));
    static final Action<String> DONE = Action.click("help.done", REQUEST, Access.writes(Who.MEMBERS_AND_COACHES))
            .onlyFor("its author and the team's coaches", (here, id) -> here.standing().isCoach()
                    || STORE.asks(here.tx(), id, here.person()));
    static final Action<String> WITHDRAW = Action
            .click("help.withdraw", REQUEST, Access.writes(Who.MEMBERS_AND_COACHES).deleting())
            .onlyFor("its author", (here, id) -> STORE.asks(here.tx(), id, here.person()));
    private static final Action<Target> FORM = Action.form("help.form", Target.CARRIED,
            Access.writes(Who.MEMBERS_AND_COACHES));
    private static final String TOOL = "help";
    private static final Reply NOT_YOURS = Reply.Refused
            .because("This is between somebody else and the coach, or it was deleted.");
    private static final Reply NO_COACH = Reply.Refused
            .because("There is no other coach in this team to ask. /coach team shows who is in it.");

    private final FilledStore filled = new FilledStore(TOOL, DataKind.HELP_REQUEST);
    private final Database database;
    private final People people;
    private final Outbox outbox;
    private final Optional<ToolForm> form;
    private final ToolFacts facts;
    private final AskMessages messages;
    private final boolean colleagues;

    public AskRoom(Database database, People people, Guide guide, Outbox outbox) {
        this.database = database;
        this.people = people;
        this.messages = new AskMessages(people, outbox, STORE);
        this.outbox = outbox;
        this.form = guide.workbook().tool(TOOL).map(tool -> new ToolForm(guide, tool, FORM.id(), "Ask for help"));
        this.facts = new ToolFacts(guide);
        this.colleagues = FeedbackRoom.offered(guide);
    }

    @Override
    public Feature feature() {
        return form.map(tool -> new Feature("help",
                List.of(new Action.Typed("ask", "Asks your coach for help, in private", SHOW.by(this::show))),
                List.of(Ways.ASK_HELP.by((here, _) -> open(here)), SHOW.by(this::show), TAKE.by(this::take),
                        DONE.by(this::done),
                        WITHDRAW.by(this::withdraw), FORM.by((here, target) -> ask(here, target, tool)))))
                .orElse(Feature.NONE);
    }

    @Override
    public Map<String, Composer> composers() {
        return Map.of(AskMessages.REQUEST, Composer.asking(SendPolicy.REQUEST, Subscription.HELP, this::message),
                AskMessages.NO_COACH, Composer.asking(SendPolicy.REQUEST, Subscription.HELP, this::noCoach));
    }

    @Override
    public Map<String, MessageKind> kinds() {
        return Map.of(AskMessages.REQUEST,
                MessageKind.of("Request for help", "somebody on %s asked a coach for help"), AskMessages.NO_COACH,
                MessageKind.of("Your request has no coach", "you asked for help on %s, and its coach changed"));
    }

    /** A coach sees what the team asks; everybody sees what they asked themselves, and who has nothing there asks. */
    private Reply show(CallContext here, TeamId team) {
        var waiting = people.gate().openAll(here.tx(), here.person(), STORE.waiting(here.tx(), team)).stream()
                .map(request -> card(here.tx(), request, here.person())).toList();
        if (waiting.isEmpty()) {
            return here.standing().isCoach() ? new Reply.ToYou(AskCards.noneForCoach(team)) : open(here);
        }
        var page = Card.titled("Help").heading("Help");
        for (var card : waiting) {
            page = page.then(card).divider();
        }
        return new Reply.ToYou(page.buttons(Ways.ASK_HELP.primary("Ask for help", team)));
    }

    private Card card(Transaction tx, HelpRequest request, PersonId viewer) {
        return request.person().equals(viewer)
                ? forAuthor(tx, request)
                : AskCards.forCoach(request, asked(tx, request, viewer), viewer);
    }

    private Card forAuthor(Transaction tx, HelpRequest request) {
        var asked = asked(tx, request, request.person());
        return waitsForACoach(tx, request)
                ? AskCards.withoutCoach(request, asked, colleagues)
                : AskCards.forAuthor(request, asked);
    }

    private boolean waitsForACoach(Transaction tx, HelpRequest request) {
        return request.state() == State.OPEN
                && messages.coaches(tx, request.team(), request.person()).isEmpty();
    }

    private List<Fact> asked(Transaction tx, HelpRequest request, PersonId viewer) {
        return filled.find(tx, request.id()).flatMap(closed -> people.gate().open(tx, viewer, closed))
                .flatMap(one -> tool().map(tool -> facts.of(tool, one.entries()))).orElse(List.of());
    }

    private Optional<Tool> tool() {
        return form.map(ToolForm::tool);
    }

    private Reply open(CallContext here) {
        return messages.coaches(here.tx(), here.teamId(), here.person()).isEmpty()
                ? NO_COACH
                : form.<Reply>map(tool -> new Reply.Open(withReaders(here,
                        tool.open(Target.fresh(here.teamId(), here.practice().orElse("")), Entries.EMPTY))))
                        .orElse(NOT_YOURS);
    }

    private Form withReaders(CallContext here, Form form) {
        return form.and(new Field.Words(Text.of("Who can see it: "
                + Readership.of(here, people, DataKind.HELP_REQUEST).unshared()
                + ". The team and its leaders cannot.")));
    }

    private Reply ask(CallContext here, Target target, ToolForm tool) {
        return new ToolSubmissions(people, filled, tool).save(here.tx(), here.submission(), target,
                kept -> asked(here, kept.filled()));
    }

    private Reply asked(CallContext here, Filled kept) {
        STORE.open(here.tx(), kept.id(), kept.team(), kept.author(), here.now());
        return seen(here.tx(), kept.id(), here.person()).<Reply>map(request -> {
            messages.tellCoaches(here.tx(), here.team(), request, here.now());
            return new Reply.ToYou(card(here.tx(), request, here.person()));
        }).orElse(NOT_YOURS);
    }

    @Override
    public void roleChanged(Transaction tx, Team team, RoleChange change, Instant now) {
        messages.roleChanged(tx, team, change, now);
    }

    private Reply take(CallContext here, String id) {
        return moved(here, id, request -> {
            if (request.state() == State.OPEN) {
                move(here, request, State.TAKEN, Optional.of(here.person()));
                messages.tell(here.tx(), request, request.person(), here.now(), here.now());
            }
        });
    }

    private Reply done(CallContext here, String id) {
        return moved(here, id, request -> {
            if (request.state() == State.TAKEN) {
                move(here, request, State.DONE, request.coach());
            }
        });
    }

    private Reply withdraw(CallContext here, String id) {
        return moved(here, id, request -> {
            if (request.waits()) {
                filled.delete(here.tx(), request.id());
                move(here, request, State.WITHDRAWN, request.coach());
            }
        });
    }

    /** Does it, and shows the request as it stands then. */
    private Reply moved(CallContext here, String id, Consumer<HelpRequest> work) {
        seen(here.tx(), id, here.person()).ifPresent(work);
        return seen(here.tx(), id, here.person())
                .<Reply>map(request -> new Reply.Replace(card(here.tx(), request, here.person()))).orElse(NOT_YOURS);
    }

    private void move(CallContext here, HelpRequest request, State next, Optional<PersonId> coach) {
        STORE.move(here.tx(), request, next, coach, here.now());
        messages.refresh(here.tx(), request);
    }

    private Optional<HelpRequest> seen(Transaction tx, String id, PersonId viewer) {
        return STORE.find(tx, id).flatMap(closed -> people.gate().open(tx, viewer, closed));
    }

    private Composition message(Delivery delivery, Instant now) {
        return database.read(tx -> reader(delivery)
                .flatMap(person -> seen(tx, delivery.subject(), person).map(request -> card(tx, request, person)))
                .<Composition>map(Composition.Send::of).orElseGet(() -> notTheirs(tx, delivery)));
    }

    /** What stands with somebody who may not read it any more loses its words. */
    private Composition notTheirs(Transaction tx, Delivery delivery) {
        return reader(delivery).flatMap(person -> outbox.sent(tx, AskMessages.key(delivery.subject(), person)))
                .<Composition>map(_ -> Composition.Send.of(AskCards.notYours(delivery.team())))
                .orElseGet(() -> new Composition.Skip("the person no longer coaches the team"));
    }

    private Composition noCoach(Delivery delivery, Instant now) {
        return database.read(tx -> reader(delivery).flatMap(person -> seen(tx, delivery.subject(), person))
                .filter(request -> waitsForACoach(tx, request)
                        || outbox.sent(tx, AskMessages.noCoach(request.id(), request.person())).isPresent())
                .<Composition>map(request -> Composition.Send.of(forAuthor(tx, request)))
                .orElseGet(() -> new Composition.Skip("A coach has your request again, or it is settled.")));
    }

    private static Optional<PersonId> reader(Delivery delivery) {
        return delivery.to() instanceof PersonId person ? Optional.of(person) : Optional.empty();
    }

    @Override
    public List<OwnItem> own(Transaction tx, Team team, PersonId person) {
        return new OwnItems(tx, people.gate(), person).of(STORE.waiting(tx, team.id()), _ -> "Request for help");
    }

    @Override
    public List<NextStep> steps(Transaction tx, Team team, PersonId person, Standing standing, Instant now) {
        if (form.isEmpty() || standing.isLeader()) {
            return List.of();
        }
        if (standing.isCoach()) {
            return people.gate().openAll(tx, person, STORE.waiting(tx, team.id())).stream()
                    .filter(request -> request.state() == State.OPEN && !request.person().equals(person)).limit(1)
                    .map(_ -> new NextStep(NextStep.Rank.OPEN_ANSWER, "Somebody on your team is asking for your "
                            + "help.",
                            SHOW.primary("Look", team.id())))
                    .toList();
        }
        return messages.coaches(tx, team.id(), person).isEmpty()
                ? List.of()
                : List.of(new NextStep(NextStep.Rank.ANY_TIME, "Ask your coach for help, in private.",
                        Ways.ASK_HELP.button("Ask for help", team.id())));
    }
}
