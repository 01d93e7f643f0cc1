package dev.stagecoach.coaching.team;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.stagecoach.chat.Card;
import dev.stagecoach.coaching.MessageKind;
import dev.stagecoach.coaching.Room;
import dev.stagecoach.outbox.Composer;
import dev.stagecoach.outbox.Composer.Composition;
import dev.stagecoach.outbox.Delivery;
import dev.stagecoach.outbox.Job;
import dev.stagecoach.outbox.Outbox;
import dev.stagecoach.people.Address;
import dev.stagecoach.people.ChannelId;
import dev.stagecoach.people.Directory;
import dev.stagecoach.people.People;
import dev.stagecoach.people.Person;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.ReachabilityStore;
import dev.stagecoach.people.Team;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Transaction;

/** Tells coaches in private, once each, that a channel or an account is gone or back. Nobody types anything here. */
public final class ReachabilityRoom implements Room {
    private final ReachabilityStore store = new ReachabilityStore();
    private final Database database;
    private final People people;
    private final Outbox outbox;
    private final ReachabilityCheck looking;

    /** @param reachability told of what {@code directory} shows */
    public ReachabilityRoom(Database database, People people, Outbox outbox, Reachability reachability,
            Directory directory) {
        this.database = database;
        this.people = people;
        this.outbox = outbox;
        this.looking = new ReachabilityCheck(database, reachability, directory);
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
        return List.of(looking);
    }

    private Composition gone(Delivery delivery, Instant now) {
        var notice = ReachabilityNotice.parse(delivery.subject());
        return database.read(tx -> store.find(tx, notice.lost().place()).isEmpty()
                ? new Composition.Skip("It was back before I told you that it was gone.")
                : who(tx, delivery, notice)
                        .<Composition>map(who -> sent(ReachabilityCards.gone(notice.lost().how(), who)))
                        .orElseGet(ReachabilityRoom::obsolete));
    }

    private Composition back(Delivery delivery, Instant now) {
        var notice = ReachabilityNotice.parse(delivery.subject());
        return database.read(tx -> delivery.to() instanceof PersonId coach
                && outbox.sent(tx, notice.goneKey(coach)).isPresent()
                        ? who(tx, delivery, notice)
                                .<Composition>map(who -> sent(ReachabilityCards.back(notice.lost().how(), who)))
                                .orElseGet(ReachabilityRoom::obsolete)
                        : new Composition.Skip("I had not told you that it was gone."));
    }

    private Optional<String> who(Transaction tx, Delivery delivery, ReachabilityNotice notice) {
        return switch (Address.parse(notice.lost().place())) {
            case ChannelId _ -> people.teams().find(tx, delivery.team()).map(Team::name);
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
