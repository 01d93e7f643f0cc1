package dev.stagecoach.coaching.promise;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import dev.stagecoach.chat.Access;
import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Command;
import dev.stagecoach.chat.Feature;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.Commitment;
import dev.stagecoach.coaching.Commitment.State;
import dev.stagecoach.coaching.FormReader;
import dev.stagecoach.coaching.NextStep;
import dev.stagecoach.coaching.Period;
import dev.stagecoach.coaching.Room;
import dev.stagecoach.coaching.Section;
import dev.stagecoach.people.Insider;
import dev.stagecoach.people.People;
import dev.stagecoach.people.Person;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Standing;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.people.View;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Transaction;

/** Promises of coaches and members: given, kept or released; all of the team sees them, leaders those to leaders. */
public final class PromiseRoom implements Room {
    /** The click that lists promises; its value is the team. */
    public static final String LIST = "promise.list";
    static final String MAKE = "promise.make";
    static final String KEEP = "promise.keep";
    static final String REOPEN = "promise.reopen";
    static final String RELEASE = "promise.release";
    private static final Duration LATELY = Duration.ofDays(28);
    private static final int SHOWN = 12;
    private static final Reply OUTSIDERS = Reply.Refused
            .because("The team's members and coaches give promises here; leaders do with /coach log.");
    private static final Reply NOT_YOURS = Reply.Refused
            .because("Whoever gave a promise says what became of it. /coach promise shows whose it is.");

    private final PromiseStore store = new PromiseStore();
    private final Database database;
    private final People people;

    public PromiseRoom(Database database, People people) {
        this.database = database;
        this.people = people;
    }

    @Override
    public Feature feature() {
        return new Feature("promise",
                List.of(new Command("promise", "Gives a promise, or shows what was promised",
                        Access.Who.MEMBERS_AND_COACHES,
                        call -> call.rest().isBlank()
                                ? list(call.inTeam(), call)
                                : make(call.inTeam(), call, call.rest().strip()))),
                Map.of(LIST, click -> list(new TeamId(click.value()), click), MAKE,
                        click -> make(new TeamId(click.value()), click, ""), KEEP,
                        click -> settle(click, State.KEPT), REOPEN, click -> settle(click, State.OPEN), RELEASE,
                        this::releasing),
                Map.of(PromiseForms.MAKE, this::made, PromiseForms.RELEASE, this::released), Map.of());
    }

    private Reply list(TeamId id, Call call) {
        return database.read(tx -> giving(tx, id, call.person(),
                (team, _) -> new Reply.ToYou(card(tx, team, call.person(), call.now()))));
    }

    private Card card(Transaction tx, Team team, PersonId person, Instant now) {
        var all = store.of(tx, team.id(), now.minus(LATELY)).stream()
                .sorted(Comparator.comparing((Promise one) -> one.outcome().state())
                        .thenComparing(one -> one.by().orElse(LocalDate.MAX)))
                .limit(SHOWN).toList();
        var give = Button.primary("Give a promise", MAKE, team.id().value());
        if (all.isEmpty()) {
            return Card.saying("Nobody has promised anything in " + team.name() + " lately.").buttons(give);
        }
        var card = Card.titled("What was promised").heading("What was promised");
        for (var promise : all) {
            card = card.text(promise.commitment(name(tx, promise)).line(today(team, now)))
                    .buttons(promise.person().equals(person) ? ways(promise) : List.of());
        }
        return card.buttons(give).footnote("The team and its coaches see this, and leaders what was promised to them.");
    }

    private static List<Button> ways(Promise promise) {
        return promise.outcome().open()
                ? List.of(Button.of("Kept", KEEP, promise.id()), Button.of("Release", RELEASE, promise.id()))
                : List.of(Button.of("Open it again", REOPEN, promise.id()));
    }

    private Reply make(TeamId id, Call call, String begun) {
        return database.read(tx -> giving(tx, id, call.person(),
                (_, standing) -> new Reply.Open(PromiseForms.make(id, standing, begun))));
    }

    private Reply made(Call.Submission sent) {
        return PromiseForms.Context.parse(sent.context())
                .map(context -> database.write(tx -> giving(tx, context.team(), sent.person(), (team, standing) -> {
                    var reading = new FormReader(sent.answers());
                    var promise = PromiseForms.read(reading, sent, context, standing);
                    return reading.mend().orElseGet(() -> {
                        store.add(tx, promise);
                        return new Reply.ToYou(Card.saying("Promised to " + promise.to().words() + ". "
                                + promise.by().map(_ -> "On its day I ask you about it on your Home tab.")
                                        .orElse("It stays in view until you say what became of it."))
                                .buttons(Button.of("What was promised", LIST, team.id().value())));
                    });
                }))).orElse(NOT_YOURS);
    }

    private Reply settle(Call.Click click, State state) {
        return database.write(tx -> owning(tx, click.value(), click, promise -> {
            store.settle(tx, promise.id(), state, "", click.now());
            return new Reply.Replace(after(tx, promise, click));
        }));
    }

    private Reply releasing(Call.Click click) {
        return database.read(tx -> owning(tx, click.value(), click,
                promise -> new Reply.Open(PromiseForms.release(promise))));
    }

    private Reply released(Call.Submission sent) {
        var reading = new FormReader(sent.answers());
        var reason = PromiseForms.reason(reading);
        return reading.mend().orElseGet(() -> database.write(tx -> owning(tx, sent.context(), sent, promise -> {
            store.settle(tx, promise.id(), State.RELEASED, reason, sent.now());
            return new Reply.ToYou(after(tx, promise, sent));
        })));
    }

    private Card after(Transaction tx, Promise promise, Call call) {
        return people.teams().find(tx, promise.team()).map(team -> card(tx, team, call.person(), call.now()))
                .orElseGet(() -> Card.saying("Noted."));
    }

    /** What somebody who may give promises does. */
    private interface Giving {
        Reply with(Team team, Standing standing);
    }

    private Reply giving(Transaction tx, TeamId id, PersonId person, Giving work) {
        return Insider.of(tx, people, id, person).filter(here -> here.standing().takesPart())
                .map(here -> work.with(here.team(), here.standing())).orElse(OUTSIDERS);
    }

    private Reply owning(Transaction tx, String id, Call call, Function<Promise, Reply> work) {
        return store.find(tx, id).filter(promise -> promise.person().equals(call.person()))
                .filter(promise -> people.members().standing(tx, promise.team(), call.person()).belongs())
                .map(work).orElse(NOT_YOURS);
    }

    private String name(Transaction tx, Promise promise) {
        return people.members().person(tx, promise.person()).map(Person::name).orElse("Somebody");
    }

    private static LocalDate today(Team team, Instant now) {
        return now.atZone(team.zone()).toLocalDate();
    }

    /** Whether a coach of the team owes it something. */
    public boolean coachOwes(Transaction tx, Team team, Instant now) {
        return store.of(tx, team.id(), now).stream().anyMatch(promise -> promise.outcome().open()
                && people.members().standing(tx, team.id(), promise.person()).isCoach());
    }

    @Override
    public List<NextStep> steps(Transaction tx, Team team, PersonId person, Standing standing, Instant now) {
        if (!standing.takesPart()) {
            return List.of();
        }
        return store.of(tx, team.id(), now).stream()
                .filter(one -> one.person().equals(person) && one.commitment("").due(today(team, now))).limit(1)
                .map(one -> new NextStep(NextStep.Rank.OPEN_ANSWER, "Your promise has come to its day: " + one.what(),
                        Button.primary("Kept", KEEP, one.id())))
                .toList();
    }

    @Override
    public List<Section> sections(Transaction tx, Team team, Period period, View view) {
        var seen = store.of(tx, team.id(), period.from()).stream()
                .filter(one -> view != View.LEADER || one.to() == Promise.To.LEADERS)
                .map(one -> one.commitment(name(tx, one))).toList();
        return Commitment.sections(seen, period, today(team, period.until()));
    }
}
