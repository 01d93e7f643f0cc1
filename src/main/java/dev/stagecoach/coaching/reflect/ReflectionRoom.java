package dev.stagecoach.coaching.reflect;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.stagecoach.chat.Access;
import dev.stagecoach.chat.Access.Who;
import dev.stagecoach.chat.Action;
import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Carried;
import dev.stagecoach.chat.Carried.Page;
import dev.stagecoach.chat.DateText;
import dev.stagecoach.chat.Feature;
import dev.stagecoach.chat.Plural;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.ChannelAudience;
import dev.stagecoach.coaching.FormReader;
import dev.stagecoach.coaching.MessageKind;
import dev.stagecoach.coaching.NameGuard;
import dev.stagecoach.coaching.NextStep;
import dev.stagecoach.coaching.OwnItem;
import dev.stagecoach.coaching.OwnItems;
import dev.stagecoach.coaching.Period;
import dev.stagecoach.coaching.Readership;
import dev.stagecoach.coaching.Room;
import dev.stagecoach.coaching.Section;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.outbox.Composer;
import dev.stagecoach.outbox.Delivery;
import dev.stagecoach.outbox.Outbox;
import dev.stagecoach.people.Confidential;
import dev.stagecoach.people.DataKind;
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
    private static final ReflectionStore STORE = new ReflectionStore();
    private static final Carried<String> SERVED = Carried.thing((tx, id) -> STORE.serving(tx, id).map(Serving::team));
    private static final Carried<String> REFLECTION = Carried
            .thing((tx, id) -> STORE.find(tx, id).map(Confidential::team));
    /** Puts a prompt before the person. */
    public static final Action<TeamId> BEGIN = Action.click("reflection.begin", Carried.team(),
            Access.writes(Who.MEMBERS_AND_COACHES));
    private static final Action<TeamId> LIST = Action.click("reflection.list", Carried.team(),
            Access.reads(Who.MEMBERS_AND_COACHES));
    static final Action<String> WRITE = asked(
            Action.click("reflection.write", SERVED, Access.reads(Who.MEMBERS_AND_COACHES)));
    static final Action<String> ANOTHER = asked(
            Action.click("reflection.another", SERVED, Access.writes(Who.MEMBERS_AND_COACHES)));
    static final Action<String> SKIP = asked(
            Action.click("reflection.skip", SERVED, Access.writes(Who.MEMBERS_AND_COACHES)));
    static final Action<String> KEEP = asked(
            Action.form("reflection.write", SERVED, Access.writes(Who.MEMBERS_AND_COACHES)));
    // What somebody wrote stays that person's own after leaving the team.
    static final Action<Page> PAGE = Action.click("reflection.page", Carried.page(), Access.reads(Who.ANYONE));
    static final Action<String> SHARE = own(Action.click("reflection.share", REFLECTION, Access.reads(Who.ANYONE)));
    static final Action<String> SHARED_NOW = own(
            Action.form("reflection.share", REFLECTION, Access.writes(Who.ANYONE)));
    static final Action<String> DELETE = own(
            Action.click("reflection.delete", REFLECTION, Access.writes(Who.ANYONE).deleting()));
    private static final String SHARED = "reflection.shared";

    private final Database database;
    private final People people;
    private final Outbox outbox;
    private final Prompts prompts;

    public ReflectionRoom(Database database, People people, Guide guide, Outbox outbox) {
        this.database = database;
        this.people = people;
        this.outbox = outbox;
        this.prompts = new Prompts(guide, STORE);
    }

    private static Action<String> asked(Action<String> action) {
        return action.onlyFor("whom the question was asked",
                (here, id) -> STORE.serving(here.tx(), id).orElseThrow().person().equals(here.person()));
    }

    private static Action<String> own(Action<String> action) {
        return action.onlyFor("its author", (here, id) -> STORE.find(here.tx(), id)
                .filter(closed -> closed.author().equals(here.person())).isPresent());
    }

    @Override
    public Feature feature() {
        return new Feature("reflection",
                List.of(new Action.Typed("reflect", "asks you one question to reflect on, in private",
                        BEGIN.by(this::begin)),
                        new Action.Typed("reflections", "shows you, and only you, what you have kept",
                                LIST.by(this::list))),
                List.of(BEGIN.by(this::begin), LIST.by(this::list), WRITE.by(this::write),
                        ANOTHER.by(this::another), SKIP.by(ReflectionRoom::skip), KEEP.by(this::keep),
                        PAGE.by((here, turn) -> new Reply.Replace(page(here, turn))), SHARE.by(this::share),
                        SHARED_NOW.by(this::shared),
                        DELETE.by(this::delete)));
    }

    @Override
    public Map<String, Composer> composers() {
        return Map.of(SHARED, Composer.echo(this::compose));
    }

    @Override
    public Map<String, MessageKind> kinds() {
        return Map.of(SHARED, MessageKind.of("Shared reflection", "somebody on %s shared a reflection"));
    }

    private Reply begin(CallContext here, TeamId team) {
        return new Reply.ToYou(served(here));
    }

    private Card served(CallContext here) {
        return ReflectionCards.prompt(prompts.forPerson(here.tx(), here.team(), here.person(), here.standing(),
                here.now()));
    }

    private Reply list(CallContext here, TeamId team) {
        return new Reply.ToYou(page(here, new Page(team, 0)));
    }

    private Reply another(CallContext here, String serving) {
        STORE.settle(here.tx(), serving, Serving.State.PASSED);
        return new Reply.Replace(served(here));
    }

    private static Reply skip(CallContext here, String serving) {
        STORE.settle(here.tx(), serving, Serving.State.PASSED);
        return new Reply.Replace(Card.saying("Skipped. Another time is fine.")
                .buttons(BEGIN.button("Reflect anyway", here.teamId())));
    }

    private Reply write(CallContext here, String id) {
        var serving = STORE.serving(here.tx(), id).orElseThrow();
        return serving.state() == Serving.State.ANSWERED
                ? new Reply.ToYou(Card.saying("You have already written about this one.")
                        .buttons(PAGE.button("My reflections", new Page(serving.team(), 0))))
                : new Reply.Open(ReflectionForm.form(serving, audience(here), readers(here)));
    }

    private Reply keep(CallContext here, String id) {
        var reading = new FormReader(here.submission().answers());
        var form = ReflectionForm.read(reading);
        var serving = STORE.serving(here.tx(), id).orElseThrow();
        return reading.mend().or(() -> form.share()
                ? NameGuard.before(here, people, ReflectionForm.form(serving, audience(here), readers(here)),
                        List.of(form.answer()))
                : Optional.empty()).orElseGet(() -> {
                    var reflection = new Reflection(Ids.next(), serving.team(), here.person(), serving.words(),
                            form.answer(),
                            here.now(), Optional.empty());
                    // A second click finds the reflection kept; it is neither stored nor shared twice, nor does one that was
                    // deleted since come back.
                    if (serving.state() != Serving.State.ANSWERED && STORE.keep(here.tx(), id, reflection)) {
                        STORE.settle(here.tx(), id, Serving.State.ANSWERED);
                        if (form.share()) {
                            publish(here, reflection.id());
                        }
                    }
                    return new Reply.ToYou(ReflectionCards.kept(serving.team(), form.share()));
                });
    }

    private void publish(CallContext here, String id) {
        STORE.share(here.tx(), id, here.person(), here.now());
        outbox.plan(here.tx(), here.teamId(), key(id), SHARED, here.team().channel(), id, here.now());
    }

    private Readership readers(CallContext here) {
        return Readership.of(here, people, DataKind.REFLECTION);
    }

    private ChannelAudience audience(CallContext here) {
        return ChannelAudience.of(here.tx(), people, here.teamId());
    }

    private Reflection own(CallContext here, String id) {
        return STORE.find(here.tx(), id).flatMap(closed -> people.gate().open(here.tx(), here.person(), closed))
                .orElseThrow();
    }

    private Reply share(CallContext here, String id) {
        return new Reply.Open(ReflectionForm.share(own(here, id), audience(here)));
    }

    private Reply shared(CallContext here, String id) {
        var reflection = own(here, id);
        return NameGuard.before(here, people, ReflectionForm.share(reflection, audience(here)),
                List.of(reflection.answer())).orElseGet(() -> {
                    publish(here, id);
                    return new Reply.ToYou(page(here, new Page(here.teamId(), 0)));
                });
    }

    private Reply delete(CallContext here, String id) {
        STORE.delete(here.tx(), id, here.person());
        outbox.skip(here.tx(), key(id), "its author deleted the reflection");
        outbox.refresh(here.tx(), key(id));
        return new Reply.Replace(page(here, new Page(here.teamId(), 0)));
    }

    private Card page(CallContext here, Page turn) {
        var own = people.gate().openAll(here.tx(), here.person(), STORE.of(here.tx(), turn.team(), here.person()));
        return own.isEmpty()
                ? ReflectionCards.none(turn.team())
                : ReflectionCards.page(own, new Page(turn.team(), Math.min(turn.from(), own.size() - 1)),
                        here.team().zone());
    }

    private Composer.Composition compose(Delivery delivery, Instant now) {
        return database.read(tx -> {
            // What its author has shared is posted on the author's behalf.
            var shared = STORE.find(tx, delivery.subject()).filter(closed -> closed.shared())
                    .flatMap(closed -> people.gate().open(tx, closed.author(), closed));
            return Composer.Composition.Send.of(shared.map(ReflectionCards::shared)
                    .orElseGet(() -> Card.saying("The author has taken this reflection back.")));
        });
    }

    @Override
    public List<OwnItem> own(Transaction tx, Team team, PersonId person) {
        return new OwnItems(tx, people.gate(), person).of(STORE.of(tx, team.id(), person),
                one -> "Reflection of " + DateText.dayAndYear(one.written(), team.zone()));
    }

    @Override
    public List<NextStep> steps(Transaction tx, Team team, PersonId person, Standing standing, Instant now) {
        return standing.takesPart()
                ? List.of(new NextStep(NextStep.Rank.ANY_TIME, "Reflect on one question, in private.",
                        BEGIN.button("Reflect", team.id())))
                : List.of();
    }

    /** How many were shared, never what they say; nothing for leaders. */
    @Override
    public List<Section> sections(Transaction tx, Team team, Period period, View view) {
        return switch (view) {
            case LEADER, OUTSIDER -> List.of();
            case AUTHOR, TEAM, COACH -> {
                var shared = STORE.sharedIn(tx, team.id(), period);
                var words = Plural.of(shared, "reflection") + " shared";
                yield shared == 0
                        ? List.of()
                        : List.of(new Section(Section.Place.PARTICIPATION, true, List.of(Text.of(words)), List.of()));
            }
        };
    }

    private static String key(String reflection) {
        return "reflection/" + reflection + "/shared";
    }

    /** When somebody of the team last reflected; empty where nobody ever did. */
    public Optional<Instant> lastWritten(Transaction tx, TeamId team) {
        return STORE.lastWritten(tx, team);
    }
}
