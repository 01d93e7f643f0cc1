package dev.stagecoach.coaching.visibility;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
import dev.stagecoach.coaching.Room;
import dev.stagecoach.coaching.visibility.ConsentStore.Consent;
import dev.stagecoach.guide.Fact;
import dev.stagecoach.outbox.Composer;
import dev.stagecoach.outbox.Composer.Composition;
import dev.stagecoach.outbox.Delivery;
import dev.stagecoach.outbox.Outbox;
import dev.stagecoach.people.Insider;
import dev.stagecoach.people.People;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Standing;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.people.VisibilityMode;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Transaction;

/** Who sees what the members say about their own work: each says yes or no in private, the team learns what holds. */
public final class VisibilityRoom implements Room {
    /** The click that shows who sees what, with the caller's own answer; its value is the team. */
    public static final String OPEN = "visibility.open";
    static final String YES = "visibility.yes";
    static final String NO = "visibility.no";
    static final String ASK = "visibility.ask";
    private static final String ASKED = "visibility.asked";
    private static final String AGREED = "visibility.agreed";

    private static final Reply NOT_THEIRS = Reply.Refused
            .because("This is for the people of the team. /coach shows what is yours.");
    private static final Reply FOR_MEMBERS = Reply.Refused
            .because("This question is for the team's members: it is about what they say of themselves.");
    private static final Reply FOR_THE_TEAM = Reply.Refused
            .because("The team's members and coaches put this question. /coach visibility shows you what holds.");

    private final Database database;
    private final People people;
    private final Outbox outbox;
    private final ConsentStore store = new ConsentStore();

    public VisibilityRoom(Database database, People people, Outbox outbox) {
        this.database = database;
        this.people = people;
        this.outbox = outbox;
    }

    @Override
    public Feature feature() {
        return new Feature("visibility",
                List.of(new Command("visibility", "Shows who sees your results, and takes your yes or no",
                        Access.Who.TEAM,
                        call -> database.read(tx -> look(tx, call.inTeam(), call.person())))),
                Map.of(OPEN, click -> database.read(tx -> look(tx, new TeamId(click.value()), click.person())), YES,
                        click -> answer(click, true), NO, click -> answer(click, false), ASK, this::ask),
                Map.of(), Map.of());
    }

    @Override
    public Map<String, Composer> composers() {
        return Map.of(ASKED, Composer.echo(this::question), AGREED, Composer.echo(this::agreement));
    }

    @Override
    public Map<String, MessageKind> kinds() {
        return Map.of(ASKED, MessageKind.of("Question of who sees what", "somebody of %s put it to the team"), AGREED,
                MessageKind.of("Agreement on who sees what", "enough members of %s had answered"));
    }

    private Reply look(Transaction tx, TeamId id, PersonId person) {
        return Insider.of(tx, people, id, person)
                .<Reply>map(here -> new Reply.ToYou(page(tx, here.team(), person))).orElse(NOT_THEIRS);
    }

    private Card page(Transaction tx, Team team, PersonId person) {
        var seen = new VisibilityCards.Seen(people.members().standing(tx, team.id(), person),
                own(tx, team.id(), person), store.asked(tx, team.id()));
        return VisibilityCards.page(team, store.agreement(tx, team.id()), seen);
    }

    private Optional<Consent> own(Transaction tx, TeamId team, PersonId person) {
        return store.of(tx, team, person).flatMap(said -> people.gate().open(tx, person, said));
    }

    private Reply answer(Call.Click click, boolean open) {
        var id = new TeamId(click.value());
        return database.write(tx -> {
            var team = people.teams().find(tx, id);
            if (team.isEmpty() || !people.members().standing(tx, id, click.person()).isMember()) {
                return FOR_MEMBERS;
            }
            var before = own(tx, id, click.person());
            var said = before.filter(one -> one.open() == open).orElseGet(() -> new Consent(open, click.now()));
            if (!before.equals(Optional.of(said))) {
                store.answer(tx, id, click.person(), said);
                tell(tx, team.get(), click.now());
            }
            return new Reply.Replace(VisibilityCards.answered(page(tx, team.get(), click.person()), said,
                    !open && before.filter(Consent::open).isPresent()));
        });
    }

    /** The channel learns of the first agreement. When it changes later, each round says what it was opened with. */
    private void tell(Transaction tx, Team team, Instant now) {
        outbox.refresh(tx, key(team, "ask"));
        store.agreement(tx, team.id()).agreed().ifPresent(mode -> outbox.plan(tx, team.id(), key(team, "agreed"),
                AGREED, team.channel(), team.id().value(), now));
    }

    private Reply ask(Call.Click click) {
        var id = new TeamId(click.value());
        return database.write(tx -> {
            var standing = people.members().standing(tx, id, click.person());
            if (!standing.takesPart()) {
                return FOR_THE_TEAM;
            }
            var team = people.teams().find(tx, id).orElseThrow();
            if (store.ask(tx, id, click.person(), click.now())) {
                outbox.plan(tx, id, key(team, "ask"), ASKED, team.channel(), id.value(), click.now());
            }
            return new Reply.ToYou(Card.saying("The question stands in the channel. Each member answers in private,"
                    + " and I show how many have."));
        });
    }

    private static String key(Team team, String what) {
        return "visibility/" + team.id() + "/" + what;
    }

    private Composition question(Delivery delivery, Instant now) {
        return database.read(tx -> people.teams().find(tx, new TeamId(delivery.subject()))
                .<Composition>map(team -> Composition.Send
                        .of(VisibilityCards.inChannel(team, store.agreement(tx, team.id()))))
                .orElseGet(() -> new Composition.Skip("the team is gone")));
    }

    private Composition agreement(Delivery delivery, Instant now) {
        return database.read(tx -> people.teams().find(tx, new TeamId(delivery.subject()))
                .flatMap(team -> store.agreement(tx, team.id()).agreed()
                        .<Composition>map(mode -> Composition.Send.of(VisibilityCards.agreed(team, mode))))
                .orElseGet(() -> new Composition.Skip("the team has not agreed any more")));
    }

    @Override
    public List<NextStep> steps(Transaction tx, Team team, PersonId person, Standing standing, Instant now) {
        var agreement = store.agreement(tx, team.id());
        var button = Button.of("Who sees what", OPEN, team.id().value());
        if (standing.isMember() && store.asked(tx, team.id()) && own(tx, team.id(), person).isEmpty()) {
            return List.of(new NextStep(NextStep.Rank.OPEN_ANSWER,
                    "Say whether your team may see what you place. One tap, in private.", button));
        }
        return standing.isCoach() && agreement.members() > 0 && agreement.agreed().isEmpty()
                ? List.of(new NextStep(NextStep.Rank.ANY_TIME, "Let the team agree on who sees its results.", button))
                : List.of();
    }

    @Override
    public List<Counted> counted(Transaction tx, Team team, String practice, Instant now) {
        var agreed = store.agreement(tx, team.id()).agreed();
        return List.of(new Counted(Fact.VISIBILITY_AGREED, agreed.isPresent() ? 1 : 0,
                agreed.map((VisibilityMode mode) -> ModeWords.name(mode) + ".").stream().toList(), OPEN));
    }
}
