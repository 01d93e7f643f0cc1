package dev.stagecoach.coaching.place;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Feature;
import dev.stagecoach.coaching.MessageKind;
import dev.stagecoach.coaching.Room;
import dev.stagecoach.delivery.Composer;
import dev.stagecoach.delivery.Composer.Composition;
import dev.stagecoach.delivery.Delivery;
import dev.stagecoach.delivery.Due;
import dev.stagecoach.delivery.Ledger;
import dev.stagecoach.people.Address;
import dev.stagecoach.people.ChannelId;
import dev.stagecoach.people.Directory;
import dev.stagecoach.people.People;
import dev.stagecoach.people.Person;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.PlaceStore;
import dev.stagecoach.people.Team;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Transaction;

/** Tells coaches in private, once each, that a channel or an account is gone or back. Nobody types anything here. */
public final class PlaceRoom implements Room {
    private final PlaceStore store = new PlaceStore();
    private final Database database;
    private final People people;
    private final Ledger ledger;
    private final Looking looking;

    /** @param places told of what {@code directory} shows */
    public PlaceRoom(Database database, People people, Ledger ledger, Places places, Directory directory) {
        this.database = database;
        this.people = people;
        this.ledger = ledger;
        this.looking = new Looking(database, places, directory);
    }

    @Override
    public Feature feature() {
        return new Feature("place", List.of(), Map.of(), Map.of(), Map.of());
    }

    @Override
    public Map<String, Composer> composers() {
        return Map.of(Places.GONE, this::gone, Places.BACK, this::back);
    }

    @Override
    public Map<String, MessageKind> kinds() {
        return Map.of(Places.GONE, MessageKind.of("Something is out of reach", "you coach %s"), Places.BACK,
                MessageKind.of("Something is back", "you coach %s"));
    }

    @Override
    public List<Due> due() {
        return List.of(looking);
    }

    private Composition gone(Delivery delivery, Instant now) {
        var notice = Notice.parse(delivery.subject());
        return database.read(tx -> store.find(tx, notice.lost().place()).isEmpty()
                ? new Composition.Skip("It was back before I told you that it was gone.")
                : who(tx, delivery, notice).<Composition>map(who -> sent(PlaceCards.gone(notice.lost().how(), who)))
                        .orElseGet(PlaceRoom::obsolete));
    }

    private Composition back(Delivery delivery, Instant now) {
        var notice = Notice.parse(delivery.subject());
        return database.read(tx -> delivery.to() instanceof PersonId coach
                && ledger.sent(tx, notice.goneKey(coach)).isPresent()
                        ? who(tx, delivery, notice)
                                .<Composition>map(who -> sent(PlaceCards.back(notice.lost().how(), who)))
                                .orElseGet(PlaceRoom::obsolete)
                        : new Composition.Skip("I had not told you that it was gone."));
    }

    private Optional<String> who(Transaction tx, Delivery delivery, Notice notice) {
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
