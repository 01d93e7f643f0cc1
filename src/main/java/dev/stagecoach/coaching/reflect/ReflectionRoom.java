package dev.stagecoach.coaching.reflect;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

import dev.stagecoach.chat.Access;
import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Command;
import dev.stagecoach.chat.Feature;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.FormReader;
import dev.stagecoach.coaching.MessageKind;
import dev.stagecoach.coaching.NextStep;
import dev.stagecoach.coaching.Period;
import dev.stagecoach.coaching.Room;
import dev.stagecoach.coaching.Section;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.outbox.Composer;
import dev.stagecoach.outbox.Delivery;
import dev.stagecoach.outbox.Outbox;
import dev.stagecoach.people.People;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Standing;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.people.View;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Ids;
import dev.stagecoach.storage.Transaction;

/** Reflecting on a prompt, in private; sharing is the author's own click. */
public final class ReflectionRoom implements Room {
    /** The click that puts a prompt before the person; its value is the team. */
    public static final String BEGIN = "reflection.begin";
    static final String WRITE = "reflection.write";
    static final String ANOTHER = "reflection.another";
    static final String SKIP = "reflection.skip";
    static final String PAGE = "reflection.page";
    static final String SHARE = "reflection.share";
    static final String DELETE = "reflection.delete";
    private static final String SHARED = "reflection.shared";
    private static final Reply NOT_YOURS = Reply.Refused
            .because("This is not yours, or it is gone. /coach reflect brings a fresh question.");

    private final Database database;
    private final People people;
    private final Outbox outbox;
    private final ReflectionStore store = new ReflectionStore();
    private final Prompts prompts;

    public ReflectionRoom(Database database, People people, Guide guide, Outbox outbox) {
        this.database = database;
        this.people = people;
        this.outbox = outbox;
        this.prompts = new Prompts(guide, store);
    }

    @Override
    public Feature feature() {
        return new Feature("reflection",
                List.of(new Command("reflect", "Asks you one question to reflect on, in private",
                        Access.Who.MEMBERS_AND_COACHES, call -> begin(call.inTeam(), call)),
                        new Command("reflections", "Shows what you have kept, to you alone",
                                Access.Who.MEMBERS_AND_COACHES,
                                call -> database
                                        .read(tx -> new Reply.ToYou(page(tx, call.inTeam(), call.person(), 0))))),
                Map.of(BEGIN, click -> begin(new TeamId(click.value()), click), WRITE, this::write, ANOTHER,
                        this::another, SKIP, this::skip, PAGE, this::turn, SHARE, this::share, DELETE, this::delete),
                Map.of(ReflectionForm.ID, this::keep), Map.of());
    }

    @Override
    public Map<String, Composer> composers() {
        return Map.of(SHARED, Composer.echo(this::compose));
    }

    @Override
    public Map<String, MessageKind> kinds() {
        return Map.of(SHARED, MessageKind.of("Shared reflection", "somebody of %s shared a reflection"));
    }

    private Reply begin(TeamId team, Call call) {
        return database.write(tx -> served(tx, team, call).<Reply>map(Reply.ToYou::new).orElse(NOT_YOURS));
    }

    private Optional<Card> served(Transaction tx, TeamId id, Call call) {
        var standing = people.members().standing(tx, id, call.person());
        return people.teams().find(tx, id).filter(_ -> mayReflect(standing)).map(team -> ReflectionCards
                .prompt(prompts.forPerson(tx, team, call.person(), standing, call.now())));
    }

    private Reply another(Call.Click click) {
        return withServing(click.value(), click, (tx, serving) -> {
            store.settle(tx, serving.id(), Serving.State.PASSED);
            return served(tx, serving.team(), click).<Reply>map(Reply.Replace::new).orElse(NOT_YOURS);
        });
    }

    private Reply skip(Call.Click click) {
        return withServing(click.value(), click, (tx, serving) -> {
            store.settle(tx, serving.id(), Serving.State.PASSED);
            return new Reply.Replace(Card.saying("Skipped. Another time is fine.")
                    .buttons(Button.of("Reflect after all", BEGIN, serving.team().value())));
        });
    }

    private Reply write(Call.Click click) {
        return withServing(click.value(), click,
                (_, serving) -> serving.state() == Serving.State.ANSWERED
                        ? new Reply.ToYou(Card.saying("You have written on this one already.")
                                .buttons(Button.of("My reflections", PAGE, serving.team() + " 0")))
                        : new Reply.Open(ReflectionForm.form(serving)));
    }

    private Reply keep(Call.Submission sent) {
        var reading = new FormReader(sent.answers());
        var form = ReflectionForm.read(reading);
        return reading.mend().orElseGet(() -> withServing(sent.context(), sent, (tx, serving) -> {
            var reflection = new Reflection(Ids.next(), serving.team(), sent.person(), serving.words(), form.answer(),
                    sent.now(), Optional.empty());
            // A second click finds the reflection kept; it is neither stored nor shared twice, nor does one that was
            // deleted since come back.
            if (serving.state() != Serving.State.ANSWERED && store.keep(tx, serving.id(), reflection)) {
                store.settle(tx, serving.id(), Serving.State.ANSWERED);
                if (form.share()) {
                    publish(tx, reflection, sent.now());
                }
            }
            return new Reply.ToYou(ReflectionCards.kept(serving.team(), form.share()));
        }));
    }

    private void publish(Transaction tx, Reflection reflection, Instant now) {
        store.share(tx, reflection.id(), reflection.author(), now);
        people.teams().find(tx, reflection.team())
                .ifPresent(team -> outbox.plan(tx, team.id(), key(reflection.id()), SHARED,
                        team.channel(), reflection.id(), now));
    }

    private Reply share(Call.Click click) {
        return withOwn(click, (tx, reflection) -> publish(tx, reflection, click.now()));
    }

    private Reply delete(Call.Click click) {
        return withOwn(click, (tx, reflection) -> {
            store.delete(tx, reflection.id(), click.person());
            outbox.skip(tx, key(reflection.id()), "its author deleted the reflection");
            outbox.refresh(tx, key(reflection.id()));
        });
    }

    private Reply turn(Call.Click click) {
        var parts = click.value().split(" ", -1);
        if (parts.length != 2 || !parts[1].matches("\\d{1,6}")) {
            return NOT_YOURS;
        }
        return database.read(tx -> new Reply.Replace(
                page(tx, new TeamId(parts[0]), click.person(), Integer.parseInt(parts[1]))));
    }

    private Card page(Transaction tx, TeamId id, PersonId person, int from) {
        var own = people.gate().openAll(tx, person, store.of(tx, id, person));
        var team = people.teams().find(tx, id);
        return own.isEmpty() || team.isEmpty()
                ? ReflectionCards.none(id)
                : ReflectionCards.page(id, own, Math.min(from, own.size() - 1), team.get().zone());
    }

    /** Only whom a prompt was served to, as long as that person belongs to the team. */
    private Reply withServing(String id, Call call, BiFunction<Transaction, Serving, Reply> answer) {
        return database.write(tx -> store.serving(tx, id).filter(serving -> serving.person().equals(call.person()))
                .filter(serving -> mayReflect(people.members().standing(tx, serving.team(), call.person())))
                .map(serving -> answer.apply(tx, serving)).orElse(NOT_YOURS));
    }

    private Reply withOwn(Call.Click click, Change change) {
        return database.write(tx -> {
            var own = store.find(tx, click.value()).filter(closed -> closed.author().equals(click.person()))
                    .flatMap(closed -> people.gate().open(tx, click.person(), closed));
            own.ifPresent(reflection -> change.on(tx, reflection));
            return own.<Reply>map(one -> new Reply.Replace(page(tx, one.team(), click.person(), 0)))
                    .orElse(NOT_YOURS);
        });
    }

    /** What happens to the caller's own reflection. */
    private interface Change {
        void on(Transaction tx, Reflection reflection);
    }

    private Composer.Composition compose(Delivery delivery, Instant now) {
        return database.read(tx -> {
            // What its author has shared is posted on the author's behalf.
            var shared = store.find(tx, delivery.subject()).filter(closed -> closed.shared())
                    .flatMap(closed -> people.gate().open(tx, closed.author(), closed));
            return Composer.Composition.Send.of(shared.map(ReflectionCards::shared)
                    .orElseGet(() -> Card.saying("Its author has taken this reflection back.")));
        });
    }

    @Override
    public List<NextStep> steps(Transaction tx, Team team, PersonId person, Standing standing, Instant now) {
        return mayReflect(standing)
                ? List.of(new NextStep(NextStep.Rank.ANY_TIME, "Reflect on one question, in private.",
                        Button.of("Reflect", BEGIN, team.id().value())))
                : List.of();
    }

    /** How many were shared, never what they say; nothing for leaders. */
    @Override
    public List<Section> sections(Transaction tx, Team team, Period period, View view) {
        return switch (view) {
            case LEADER, OUTSIDER -> List.of();
            case AUTHOR, TEAM, COACH -> {
                var shared = store.sharedIn(tx, team.id(), period);
                var words = shared == 1 ? "1 reflection shared" : shared + " reflections shared";
                yield shared == 0
                        ? List.of()
                        : List.of(new Section(Section.Place.PARTICIPATION, true, List.of(Text.of(words)), List.of()));
            }
        };
    }

    private static String key(String reflection) {
        return "reflection/" + reflection + "/shared";
    }

    private static boolean mayReflect(Standing standing) {
        return standing.takesPart();
    }

    /** When somebody of the team last reflected; empty where nobody ever did. */
    public Optional<Instant> lastWritten(Transaction tx, TeamId team) {
        return store.lastWritten(tx, team);
    }
}
