package dev.stagecoach.coaching.ask;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import dev.stagecoach.chat.Access;
import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Card.Fact;
import dev.stagecoach.chat.Command;
import dev.stagecoach.chat.Feature;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.MessageKind;
import dev.stagecoach.coaching.NextStep;
import dev.stagecoach.coaching.Room;
import dev.stagecoach.coaching.ask.HelpRequest.State;
import dev.stagecoach.coaching.stage.Journey;
import dev.stagecoach.coaching.stage.JourneyStore;
import dev.stagecoach.coaching.tool.Entries;
import dev.stagecoach.coaching.tool.Filled;
import dev.stagecoach.coaching.tool.FilledStore;
import dev.stagecoach.coaching.tool.Target;
import dev.stagecoach.coaching.tool.ToolFacts;
import dev.stagecoach.coaching.tool.ToolForm;
import dev.stagecoach.coaching.tool.ToolSubmissions;
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
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Transaction;

/**
 * A line to the coach: privately asked, taken, done or taken back. The team and its leaders see nothing of it. A guide
 * without the tool has no such room.
 */
public final class AskRoom implements Room {
    /** The click that opens the form; its value is the team. */
    public static final String ASK = "help.ask";
    static final String SHOW = "help.show";
    static final String TAKE = "help.take";
    static final String DONE = "help.done";
    static final String WITHDRAW = "help.withdraw";
    private static final String FORM = "help.form";
    private static final String MESSAGE = "help.request";
    private static final String TOOL = "help";
    private static final Reply NOT_YOURS = Reply.Refused
            .because("This is between somebody else and the coach, or it is gone.");
    private static final Reply NO_COACH = Reply.Refused
            .because("There is no other coach in this team to ask. /coach team shows who is in it.");
    private static final Reply TOO_OLD = Reply.Refused
            .because("This form is too old. Please open it again with /coach ask.");

    private final HelpRequestStore store = new HelpRequestStore();
    private final FilledStore filled = new FilledStore(TOOL, DataKind.HELP_REQUEST);
    private final JourneyStore journeys = new JourneyStore();
    private final Database database;
    private final People people;
    private final Outbox outbox;
    private final Optional<ToolForm> form;
    private final ToolFacts facts;

    public AskRoom(Database database, People people, Guide guide, Outbox outbox) {
        this.database = database;
        this.people = people;
        this.outbox = outbox;
        this.form = guide.workbook().tool(TOOL).map(tool -> new ToolForm(guide, tool, FORM, "Ask for help"));
        this.facts = new ToolFacts(guide);
    }

    @Override
    public Feature feature() {
        var command = new Command("ask", "Asks your coach for help, in private", Access.Who.MEMBERS_AND_COACHES,
                call -> show(call.inTeam(), call));
        return new Feature("help", form.isPresent() ? List.of(command) : List.of(),
                Map.of(ASK, click -> open(new TeamId(click.value()), click), SHOW,
                        click -> show(new TeamId(click.value()), click), TAKE, this::take, DONE, this::done, WITHDRAW,
                        this::withdraw),
                Map.of(FORM, this::ask), Map.of());
    }

    @Override
    public Map<String, Composer> composers() {
        return Map.of(MESSAGE, Composer.in(SendPolicy.REQUEST, this::message));
    }

    @Override
    public Map<String, MessageKind> kinds() {
        return Map.of(MESSAGE, MessageKind.of("Request for help", "somebody of %s asked a coach for help"));
    }

    /** A coach sees what the team asks; everybody sees what they asked themselves, and who has nothing there asks. */
    private Reply show(TeamId team, Call call) {
        var waiting = database.read(tx -> people.gate().openAll(tx, call.person(), store.waiting(tx, team)).stream()
                .map(request -> card(tx, request, call.person())).toList());
        if (!waiting.isEmpty()) {
            var page = Card.titled("Help").heading("Help");
            for (var card : waiting) {
                page = page.then(card).divider();
            }
            return new Reply.ToYou(page.buttons(AskCards.ask(team)));
        }
        var coaches = database.read(tx -> people.members().standing(tx, team, call.person()).isCoach());
        return coaches ? new Reply.ToYou(AskCards.noneForCoach(team)) : open(team, call);
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

    private Reply open(TeamId team, Call call) {
        return database.read(tx -> {
            if (form.isEmpty() || !mayAsk(tx, team, call.person())) {
                return NOT_YOURS;
            }
            var practice = journeys.current(tx, team).map(Journey::practice).orElse("");
            return coaches(tx, team, call.person()).isEmpty()
                    ? NO_COACH
                    : new Reply.Open(form.get().open(Target.fresh(team, practice), Entries.EMPTY));
        });
    }

    private Reply ask(Call.Submission sent) {
        var target = Target.parse(sent.context());
        if (target.isEmpty() || form.isEmpty()) {
            return TOO_OLD;
        }
        return database.write(tx -> mayAsk(tx, target.get().team(), sent.person())
                ? new ToolSubmissions(people, filled, form.get()).save(tx, sent, target.get(),
                        kept -> asked(tx, kept.filled(), sent))
                : NOT_YOURS);
    }

    private Reply asked(Transaction tx, Filled kept, Call.Submission sent) {
        store.open(tx, kept.id(), kept.team(), kept.author(), sent.now());
        coaches(tx, kept.team(), kept.author())
                .forEach(coach -> tell(tx, kept.team(), kept.id(), coach.person(), sent.now()));
        return seen(tx, kept.id(), sent.person()).<Reply>map(request -> new Reply.ToYou(card(tx, request,
                sent.person()))).orElse(NOT_YOURS);
    }

    private List<Member> coaches(Transaction tx, TeamId team, PersonId author) {
        return people.members().of(tx, team, Role.COACH).stream().filter(coach -> !coach.person().equals(author))
                .toList();
    }

    private void tell(Transaction tx, TeamId team, String id, PersonId person, Instant now) {
        outbox.plan(tx, team, key(id, person), MESSAGE, person, id, now);
    }

    private Reply take(Call.Click click) {
        return database.write(tx -> seen(tx, click.value(), click.person())
                .filter(request -> coachesIt(tx, request, click.person())).map(request -> {
                    if (request.state() == State.OPEN) {
                        move(tx, request, State.TAKEN, Optional.of(click.person()), click.now());
                        tell(tx, request.team(), request.id(), request.person(), click.now());
                    }
                    return now(tx, click);
                }).orElse(NOT_YOURS));
    }

    private boolean coachesIt(Transaction tx, HelpRequest request, PersonId person) {
        return !request.person().equals(person)
                && people.members().standing(tx, request.team(), person).isCoach();
    }

    private Reply done(Call.Click click) {
        return database.write(tx -> seen(tx, click.value(), click.person()).map(request -> {
            if (request.state() == State.TAKEN) {
                move(tx, request, State.DONE, request.coach(), click.now());
            }
            return now(tx, click);
        }).orElse(NOT_YOURS));
    }

    private Reply withdraw(Call.Click click) {
        return database.write(tx -> seen(tx, click.value(), click.person())
                .filter(request -> request.person().equals(click.person())).map(request -> {
                    if (request.waits()) {
                        filled.delete(tx, request.id());
                        move(tx, request, State.WITHDRAWN, request.coach(), click.now());
                    }
                    return now(tx, click);
                }).orElse(NOT_YOURS));
    }

    private void move(Transaction tx, HelpRequest request, State next, Optional<PersonId> coach, Instant now) {
        store.move(tx, request, next, coach, now);
        Stream.concat(coaches(tx, request.team(), request.person()).stream().map(Member::person),
                Stream.of(request.person())).forEach(person -> outbox.refresh(tx, key(request.id(), person)));
    }

    private Reply now(Transaction tx, Call.Click click) {
        return seen(tx, click.value(), click.person())
                .<Reply>map(request -> new Reply.Replace(card(tx, request, click.person()))).orElse(NOT_YOURS);
    }

    private Optional<HelpRequest> seen(Transaction tx, String id, PersonId viewer) {
        return store.find(tx, id).flatMap(closed -> people.gate().open(tx, viewer, closed));
    }

    private Composition message(Delivery delivery, Instant now) {
        return database.read(tx -> Optional.of(delivery.to()).filter(PersonId.class::isInstance)
                .map(PersonId.class::cast)
                .flatMap(person -> seen(tx, delivery.subject(), person).map(request -> card(tx, request, person)))
                .<Composition>map(Composition.Send::of)
                .orElseGet(() -> new Composition.Skip("the person no longer coaches the team")));
    }

    @Override
    public List<NextStep> steps(Transaction tx, Team team, PersonId person, Standing standing, Instant now) {
        if (form.isEmpty() || standing.isLeader()) {
            return List.of();
        }
        if (standing.isCoach()) {
            return people.gate().openAll(tx, person, store.waiting(tx, team.id())).stream()
                    .filter(request -> request.state() == State.OPEN && !request.person().equals(person)).limit(1)
                    .map(_ -> new NextStep(NextStep.Rank.OPEN_ANSWER, "Somebody of your team asks for your help.",
                            Button.primary("Look", SHOW, team.id().value())))
                    .toList();
        }
        return coaches(tx, team.id(), person).isEmpty()
                ? List.of()
                : List.of(new NextStep(NextStep.Rank.ANY_TIME, "Ask your coach for help, in private.",
                        Button.of("Ask for help", ASK, team.id().value())));
    }

    private boolean mayAsk(Transaction tx, TeamId team, PersonId person) {
        var standing = people.members().standing(tx, team, person);
        return standing.takesPart();
    }

    private static String key(String id, PersonId person) {
        return "help/" + id + "/" + person;
    }
}
