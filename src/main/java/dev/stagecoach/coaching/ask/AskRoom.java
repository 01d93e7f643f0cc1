package dev.stagecoach.coaching.ask;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

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
import dev.stagecoach.coaching.Room;
import dev.stagecoach.coaching.Ways;
import dev.stagecoach.coaching.ask.HelpRequest.State;
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
import dev.stagecoach.people.Member;
import dev.stagecoach.people.People;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Role;
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
    private static final String MESSAGE = "help.request";
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

    public AskRoom(Database database, People people, Guide guide, Outbox outbox) {
        this.database = database;
        this.people = people;
        this.outbox = outbox;
        this.form = guide.workbook().tool(TOOL).map(tool -> new ToolForm(guide, tool, FORM.id(), "Ask for help"));
        this.facts = new ToolFacts(guide);
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
        return Map.of(MESSAGE, Composer.asking(SendPolicy.REQUEST, Subscription.HELP, this::message));
    }

    @Override
    public Map<String, MessageKind> kinds() {
        return Map.of(MESSAGE, MessageKind.of("Request for help", "somebody on %s asked a coach for help"));
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
                ? AskCards.forAuthor(request, asked(tx, request, viewer))
                : AskCards.forCoach(request, asked(tx, request, viewer), viewer);
    }

    private List<Fact> asked(Transaction tx, HelpRequest request, PersonId viewer) {
        return filled.find(tx, request.id()).flatMap(closed -> people.gate().open(tx, viewer, closed))
                .flatMap(one -> tool().map(tool -> facts.of(tool, one.entries()))).orElse(List.of());
    }

    private Optional<Tool> tool() {
        return form.map(ToolForm::tool);
    }

    private Reply open(CallContext here) {
        return coaches(here.tx(), here.teamId(), here.person()).isEmpty()
                ? NO_COACH
                : form.<Reply>map(tool -> new Reply.Open(withReaders(
                        tool.open(Target.fresh(here.teamId(), here.practice().orElse("")), Entries.EMPTY))))
                        .orElse(NOT_YOURS);
    }

    private static Form withReaders(Form form) {
        var fields = new ArrayList<>(form.fields());
        fields.add(new Field.Words(Text.of("Only your team's coaches read this; the team and its leaders do not.")));
        return form.with(fields);
    }

    private Reply ask(CallContext here, Target target, ToolForm tool) {
        return new ToolSubmissions(people, filled, tool).save(here.tx(), here.submission(), target,
                kept -> asked(here, kept.filled()));
    }

    private Reply asked(CallContext here, Filled kept) {
        STORE.open(here.tx(), kept.id(), kept.team(), kept.author(), here.now());
        coaches(here.tx(), kept.team(), kept.author())
                .forEach(coach -> tell(here, kept.id(), coach.person(), tomorrow(here, coach.person())));
        return seen(here.tx(), kept.id(), here.person())
                .<Reply>map(request -> new Reply.ToYou(card(here.tx(), request, here.person()))).orElse(NOT_YOURS);
    }

    private List<Member> coaches(Transaction tx, TeamId team, PersonId author) {
        return people.members().of(tx, team, Role.COACH).stream().filter(coach -> !coach.person().equals(author))
                .toList();
    }

    /** Who asked hears at once that somebody helps; a coach who was asked for enough this week, on the next school day. */
    private void tell(CallContext here, String id, PersonId person, Instant latest) {
        outbox.plan(here.tx(), here.teamId(), key(id, person), MESSAGE, person, id, here.now());
        outbox.latest(here.tx(), key(id, person), latest);
    }

    private Instant tomorrow(CallContext here, PersonId coach) {
        var day = people.days().ofPerson(here.tx(), here.team(), coach);
        return day.nextOpen(day.schoolDayAfter(here.today(), 1).atStartOfDay(day.zone()).toInstant());
    }

    private Reply take(CallContext here, String id) {
        return moved(here, id, request -> {
            if (request.state() == State.OPEN) {
                move(here, request, State.TAKEN, Optional.of(here.person()));
                tell(here, request.id(), request.person(), here.now());
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
        Stream.concat(coaches(here.tx(), request.team(), request.person()).stream().map(Member::person),
                Stream.of(request.person()))
                .forEach(person -> outbox.refresh(here.tx(), key(request.id(), person)));
    }

    private Optional<HelpRequest> seen(Transaction tx, String id, PersonId viewer) {
        return STORE.find(tx, id).flatMap(closed -> people.gate().open(tx, viewer, closed));
    }

    private Composition message(Delivery delivery, Instant now) {
        return database.read(tx -> Optional.of(delivery.to()).filter(PersonId.class::isInstance)
                .map(PersonId.class::cast)
                .flatMap(person -> seen(tx, delivery.subject(), person).map(request -> card(tx, request, person)))
                .<Composition>map(Composition.Send::of)
                .orElseGet(() -> new Composition.Skip("the person no longer coaches the team")));
    }

    @Override
    public List<OwnItem> own(Transaction tx, Team team, PersonId person) {
        return STORE.waiting(tx, team.id()).stream().filter(closed -> closed.author().equals(person))
                .map(closed -> new OwnItem("Request for help", closed)).toList();
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
        return coaches(tx, team.id(), person).isEmpty()
                ? List.of()
                : List.of(new NextStep(NextStep.Rank.ANY_TIME, "Ask your coach for help, in private.",
                        Ways.ASK_HELP.button("Ask for help", team.id())));
    }

    private static String key(String id, PersonId person) {
        return "help/" + id + "/" + person;
    }
}
