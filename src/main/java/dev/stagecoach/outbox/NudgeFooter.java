package dev.stagecoach.outbox;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.DateText;
import dev.stagecoach.chat.Text;
import dev.stagecoach.outbox.NudgeStore.Answer;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.PreferenceStore;
import dev.stagecoach.people.Subscription;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Transaction;

/** Puts the buttons of {@link NudgeButtons} under a message, once however many parts it has, and what came of them. */
final class NudgeFooter {
    private final NudgeStore store = new NudgeStore();
    private final PreferenceStore preferences = new PreferenceStore();
    private final Database database;
    private final SendContext sendContext;

    NudgeFooter(Database database, SendContext sendContext) {
        this.database = database;
        this.sendContext = sendContext;
    }

    /** A part of a message, the one it goes out under first. */
    record Part(Delivery row, Card card) {}

    /** What is known of a message's reader. */
    private record Known(Map<String, Answer> answers, Set<Subscription> stopped) {
        private static final Known NOTHING = new Known(Map.of(), Set.of());
    }

    /** A message that is about to go out. */
    Card fresh(List<Part> parts) {
        return whole(parts, Known.NOTHING);
    }

    /** A message that stands, with what its reader did about it. */
    Card standing(List<Part> parts) {
        return parts.stream().anyMatch(part -> kind(part).isPresent())
                ? whole(parts, database.read(tx -> known(tx, parts)))
                : fresh(parts);
    }

    private Known known(Transaction tx, List<Part> parts) {
        var stopped = parts.getFirst().row().to() instanceof PersonId reader
                ? preferences.of(tx, reader).stopped()
                : Set.<Subscription>of();
        return new Known(store.answers(tx, parts.stream().map(part -> part.row().id()).toList()), stopped);
    }

    private Card whole(List<Part> parts, Known known) {
        var cards = new ArrayList<Card>();
        var open = false;
        for (var part : parts) {
            var kind = kind(part).filter(_ -> NudgeButtons.asks(part.card()));
            var answer = Optional.ofNullable(known.answers().get(part.row().id()));
            var stopped = kind.filter(known.stopped()::contains);
            open = open || kind.isPresent() && answer.isEmpty() && stopped.isEmpty();
            cards.add(kind.flatMap(_ -> answer).map(one -> told(part.card(), one))
                    .or(() -> stopped.map(one -> part.card().footnote("You turned off messages like this: "
                            + one.words() + ". To turn them on again, go to your preferences on my Home tab.")))
                    .orElse(part.card()));
        }
        var whole = Bundle.of(cards);
        return open ? NudgeButtons.under(whole, parts.getFirst().row().id()) : whole;
    }

    private static Card told(Card card, Answer answer) {
        return card.footnote(switch (answer) {
            case Answer.PutOff(var until) -> Text.of("I will ask again ")
                    .moment(until, "on " + DateText.near(until, ZoneOffset.UTC) + " UTC").plus(".");
            case Answer.Again() -> Text.of("I asked again further down.");
            case Answer.Left() -> Text.of("Not this time, as you said. It stays on your Home tab.");
        });
    }

    private Optional<Subscription> kind(Part part) {
        return sendContext.shared(part.row());
    }
}
