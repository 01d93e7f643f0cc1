package dev.stagecoach.coaching.leader;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.chat.Access;
import dev.stagecoach.chat.Access.Who;
import dev.stagecoach.chat.Action;
import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Carried;
import dev.stagecoach.chat.Carried.Begun;
import dev.stagecoach.chat.DateText;
import dev.stagecoach.chat.Feature;
import dev.stagecoach.chat.Form;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.Commitment;
import dev.stagecoach.coaching.Commitment.State;
import dev.stagecoach.coaching.FormReader;
import dev.stagecoach.coaching.NextStep;
import dev.stagecoach.coaching.OwnItem;
import dev.stagecoach.coaching.OwnItems;
import dev.stagecoach.coaching.Period;
import dev.stagecoach.coaching.Readership;
import dev.stagecoach.coaching.Room;
import dev.stagecoach.coaching.Section;
import dev.stagecoach.people.DataKind;
import dev.stagecoach.people.People;
import dev.stagecoach.people.Person;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Standing;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.people.View;
import dev.stagecoach.storage.Transaction;

/** Promises of coaches and members: given, kept or released; all of the team sees them, leaders those to leaders. */
public final class PromiseRoom implements Room {
    private static final PromiseStore STORE = new PromiseStore();
    private static final OutcomeStore OUTCOMES = new OutcomeStore();
    private static final Carried<String> PROMISE = Carried.thing(STORE::team);
    /** Lists what was promised. */
    public static final Action<TeamId> LIST = Action.click("promise.list", Carried.team(),
            Access.reads(Who.MEMBERS_AND_COACHES));
    private static final Action<TeamId> MAKE = Action.click("promise.make", Carried.team(),
            Access.reads(Who.MEMBERS_AND_COACHES));
    static final Action<Begun> MADE = Action.form("promise.make_form", Carried.begun(),
            Access.writes(Who.MEMBERS_AND_COACHES));
    private static final Action<String> KEEP = own(Action.click("promise.keep", PROMISE, Access.writes(Who.TEAM)));
    private static final Action<String> REOPEN = own(Action.click("promise.reopen", PROMISE, Access.writes(Who.TEAM)));
    private static final Action<String> RELEASE = own(Action.click("promise.release", PROMISE, Access.reads(Who.TEAM)));
    static final Action<String> RELEASED = own(
            Action.form("promise.release_form", PROMISE, Access.writes(Who.TEAM)));
    private static final Duration LATELY = Duration.ofDays(28);
    private static final int SHOWN = 12;

    private final People people;

    public PromiseRoom(People people) {
        this.people = people;
    }

    private static Action<String> own(Action<String> action) {
        return action.onlyFor("the person who made it",
                (here, id) -> STORE.find(here.tx(), id).orElseThrow().author().equals(here.person()));
    }

    @Override
    public Feature feature() {
        return new Feature("promise",
                List.of(new Action.Typed("promise", "makes a promise, or shows what was promised",
                        LIST.by((here, _) -> here.typed().isBlank() ? list(here) : make(here)))),
                List.of(LIST.by((here, _) -> list(here)), MAKE.by((here, _) -> make(here)), MADE.by(this::made),
                        KEEP.by((here, id) -> settle(here, id, State.KEPT)),
                        REOPEN.by((here, id) -> settle(here, id, State.OPEN)), RELEASE.by(this::releasing),
                        RELEASED.by(this::released)));
    }

    private Reply list(CallContext here) {
        return new Reply.ToYou(card(here.tx(), here.team(), here.person(), here.now()));
    }

    private Card card(Transaction tx, Team team, PersonId person, Instant now) {
        var all = people.gate().openAll(tx, person, STORE.of(tx, team.id(), now.minus(LATELY))).stream()
                .sorted(Comparator.comparing((Promise one) -> one.outcome().state())
                        .thenComparing(one -> one.by().orElse(LocalDate.MAX)))
                .limit(SHOWN).toList();
        var give = MAKE.primary("Make a promise", team.id());
        if (all.isEmpty()) {
            return Card.saying("Nobody has promised anything in " + team.name() + " recently.").buttons(give);
        }
        var card = Card.titled("What was promised").heading("What was promised");
        for (var promise : all) {
            card = card.text(promise.commitment(name(tx, promise)).line(today(team, now)))
                    .buttons(promise.person().equals(person) ? ways(promise) : List.of());
        }
        return card.buttons(give).footnote("The team and its coaches see this. Leaders see what was promised to "
                + "them.");
    }

    private static List<Button> ways(Promise promise) {
        return promise.outcome().open()
                ? List.of(KEEP.button("Kept", promise.id()), RELEASE.button("Release", promise.id()))
                : List.of(REOPEN.button("Open it again", promise.id()));
    }

    private Reply make(CallContext here) {
        return new Reply.Open(PromiseForms.make(here.teamId(), here.standing(), here.typed().strip(),
                Readership.of(here, people, DataKind.PROMISE)));
    }

    private Reply made(CallContext here, Begun begun) {
        var reading = new FormReader(here.submission().answers());
        var promise = PromiseForms.read(reading, here, begun);
        return reading.mend().orElseGet(() -> {
            STORE.add(here.tx(), promise);
            return new Reply.ToYou(Card.saying("Promised to " + promise.to().words() + ". "
                    + promise.by().map(_ -> "On that day I will ask you about it on your Home tab.")
                            .orElse("It stays on the list until you say what came of it."))
                    .buttons(LIST.button("What was promised", here.teamId())));
        });
    }

    private Reply settle(CallContext here, String id, State state) {
        OUTCOMES.settle(here.tx(), id, state, "", here.now());
        return new Reply.Replace(card(here.tx(), here.team(), here.person(), here.now()));
    }

    private Reply releasing(CallContext here, String id) {
        return new Reply.Open(release(STORE.find(here.tx(), id)
                .flatMap(closed -> people.gate().open(here.tx(), here.person(), closed)).orElseThrow()));
    }

    private static Form release(Promise promise) {
        return ReleaseForm.form(RELEASED, promise.id(), promise.what(), "I show it next to the promise.",
                promise.outcome());
    }

    private Reply released(CallContext here, String id) {
        var reading = new FormReader(here.submission().answers());
        var reason = ReleaseForm.read(reading);
        return reading.mend().orElseGet(() -> {
            OUTCOMES.settle(here.tx(), id, State.RELEASED, reason, here.now());
            return list(here);
        });
    }

    private String name(Transaction tx, Promise promise) {
        return people.members().person(tx, promise.person()).map(Person::name).orElse("Somebody");
    }

    private static LocalDate today(Team team, Instant now) {
        return now.atZone(team.zone()).toLocalDate();
    }

    /** Why a coach of the team owes it something. */
    public Optional<String> coachOwes(Transaction tx, Team team, Instant now) {
        return people.members().coaches(tx, team.id()).stream().filter(coach -> STORE.owes(tx, team.id(), coach))
                .findFirst().map(_ -> "a promise of yours is open");
    }

    @Override
    public List<OwnItem> own(Transaction tx, Team team, PersonId person) {
        return new OwnItems(tx, people.gate(), person).of(STORE.of(tx, team.id(), Instant.EPOCH),
                promise -> "Promise of " + DateText.dayAndYear(promise.made(), team.zone()));
    }

    @Override
    public List<NextStep> steps(Transaction tx, Team team, PersonId person, Standing standing, Instant now) {
        return due(tx, team, person, standing, now);
    }

    @Override
    public List<NextStep> due(Transaction tx, Team team, PersonId person, Standing standing, Instant now) {
        if (!standing.takesPart()) {
            return List.of();
        }
        var own = STORE.of(tx, team.id(), now).stream().filter(closed -> closed.author().equals(person)).toList();
        return people.gate().openAll(tx, person, own).stream()
                .filter(one -> one.commitment("").due(today(team, now))).limit(1)
                .map(one -> new NextStep(NextStep.Rank.OPEN_ANSWER, "Your promise is due: " + one.what(),
                        KEEP.primary("Kept", one.id())))
                .toList();
    }

    @Override
    public List<Section> sections(Transaction tx, Team team, Period period, View view) {
        var seen = people.gate().openTo(view, STORE.of(tx, team.id(), period.from())).stream()
                .map(one -> one.commitment(name(tx, one))).toList();
        return Commitment.sections(seen, period, today(team, period.until()));
    }
}
