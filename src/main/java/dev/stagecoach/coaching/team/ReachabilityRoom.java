package dev.stagecoach.coaching.team;

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
import dev.stagecoach.chat.Feature;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.MessageKind;
import dev.stagecoach.coaching.NextStep;
import dev.stagecoach.coaching.Room;
import dev.stagecoach.outbox.Composer;
import dev.stagecoach.outbox.Composer.Composition;
import dev.stagecoach.outbox.Delivery;
import dev.stagecoach.outbox.Job;
import dev.stagecoach.outbox.Outbox;
import dev.stagecoach.people.Address;
import dev.stagecoach.people.ChannelId;
import dev.stagecoach.people.People;
import dev.stagecoach.people.Person;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.ReachabilityStore;
import dev.stagecoach.people.ReachabilityStore.Lost;
import dev.stagecoach.people.Roster;
import dev.stagecoach.people.Standing;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.people.UnreachableReason;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Transaction;

/** Tells coaches in private, once each, that a channel or an account is gone or back. Nobody types anything here. */
public final class ReachabilityRoom implements Room {
    private static final Action<TeamId> LOOK = Action.click("place.look", Carried.team(), Access.outside(Who.COACHES));

    private final ReachabilityStore store = new ReachabilityStore();
    private final Database database;
    private final People people;
    private final Outbox outbox;
    private final Roster roster;
    private final ReachabilityCheck looking;

    /** @param reachability told of what {@code roster} sees */
    public ReachabilityRoom(Database database, People people, Outbox outbox, Reachability reachability,
            Roster roster) {
        this.database = database;
        this.people = people;
        this.outbox = outbox;
        this.roster = roster;
        this.looking = new ReachabilityCheck(database, reachability, roster);
    }

    @Override
    public Feature feature() {
        return new Feature("place", List.of(), List.of(LOOK.by((here, _) -> looked(here))));
    }

    @Override
    public Map<String, Composer> composers() {
        return Map.of(Reachability.GONE, Composer.echo(this::gone), Reachability.BACK, Composer.echo(this::back));
    }

    @Override
    public Map<String, MessageKind> kinds() {
        return Map.of(Reachability.GONE, MessageKind.of("Something is out of reach", "you coach %s"), Reachability.BACK,
                MessageKind.of("Something is back", "you coach %s"));
    }

    @Override
    public List<Job> jobs() {
        return List.of(looking, new RosterJob(roster, looking));
    }

    /** What was told in a message stands here as well, for as long as it is so. */
    @Override
    public List<NextStep> steps(Transaction tx, Team team, PersonId person, Standing standing, Instant now) {
        return standing.isCoach()
                ? lost(tx, team)
                        .map(lost -> new NextStep(NextStep.Rank.OPEN_ANSWER,
                                ReachabilityCards.step(lost.how(), team.name()),
                                lost.how() == UnreachableReason.DELETED || lost.how() == UnreachableReason.TAKEN
                                        ? TeamRoom.SHOW.button("See the team", team.id())
                                        : LOOK.button("Check again", team.id())))
                        .stream().toList()
                : List.of();
    }

    private Optional<Lost> lost(Transaction tx, Team team) {
        return store.find(tx, Address.format(team.channel()));
    }

    private Reply looked(CallContext here) {
        var asked = looking.look(here.team().channel(), here.now());
        var name = here.team().name();
        return new Reply.ToYou(database.read(tx -> lost(tx, here.team()))
                .map(lost -> ReachabilityCards.still(asked
                        ? ReachabilityCards.step(lost.how(), name)
                        : "Slack does not answer just now. Please try again in a minute.",
                        LOOK.button("Check again", here.teamId())))
                .orElseGet(() -> ReachabilityCards.here(name)));
    }

    private Composition gone(Delivery delivery, Instant now) {
        var notice = ReachabilityNotice.parse(delivery.subject());
        return database.read(tx -> store.find(tx, notice.lost().place())
                .filter(lost -> lost.how() == notice.lost().how()).isEmpty()
                        ? new Composition.Skip("It had changed again before I told you.")
                        : who(tx, delivery, notice)
                                .<Composition>map(who -> sent(ReachabilityCards.gone(notice.lost().how(), who)))
                                .orElseGet(ReachabilityRoom::obsolete));
    }

    private Composition back(Delivery delivery, Instant now) {
        var notice = ReachabilityNotice.parse(delivery.subject());
        return database.read(tx -> delivery.to() instanceof PersonId coach
                && !outbox.sentAmong(tx, notice.goneKeys(coach)).isEmpty()
                        ? who(tx, delivery, notice)
                                .<Composition>map(who -> sent(ReachabilityCards.back(notice.lost().how(), who)))
                                .orElseGet(ReachabilityRoom::obsolete)
                        : new Composition.Skip("I had not told you that it was gone."));
    }

    private Optional<String> who(Transaction tx, Delivery delivery, ReachabilityNotice notice) {
        return switch (Address.parse(notice.lost().place())) {
            case ChannelId channel -> people.teams().inChannel(tx, channel)
                    .or(() -> people.teams().find(tx, delivery.team())).map(Team::name);
            case PersonId person -> people.members().person(tx, person).map(Person::name);
        };
    }

    private static Composition sent(Card card) {
        return Composition.Send.of(card);
    }

    private static Composition obsolete() {
        return new Composition.Skip("Nobody knows of it any more.");
    }
}
