package dev.stagecoach.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.MessageRef;
import dev.stagecoach.chat.Messenger;
import dev.stagecoach.people.Address;
import dev.stagecoach.people.ChannelId;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.UnreachableReason;

/** A chat service in memory that takes every message, except where a fault is laid for an address. */
final class ScriptedMessenger implements Messenger {
    enum Fault {
        BUSY, TOO_FAST, IMPOSSIBLE, ARCHIVED, UNCLEAR_ACCEPTED, UNCLEAR_LOST, THROWS_ACCEPTED, THROWS_LOST
    }

    /** What stands, in the order of arrival. */
    record Standing(Address to, Card card, String mark, MessageRef place, Optional<MessageRef> parent) {}

    static final Duration RETRY_AFTER = Duration.ofSeconds(30);

    private final List<Standing> standing = new ArrayList<>();
    private final Map<Address, List<Fault>> faults = new HashMap<>();
    private final List<Fault> updateFaults = new ArrayList<>();
    private final Set<Address> inFlight = new HashSet<>();
    private final Set<Address> unreadable = new HashSet<>();
    private final AtomicInteger overlaps = new AtomicInteger();
    private final AtomicInteger calls = new AtomicInteger();
    private volatile int mostParts = 50;
    private Runnable duringPost = () -> {};
    private volatile Rates rates = Rates.NONE;

    void takes(Rates most) {
        rates = most;
    }

    @Override
    public boolean away() {
        return false;
    }

    @Override
    public Rates rates() {
        return rates;
    }

    synchronized void next(Address to, Fault... coming) {
        faults.computeIfAbsent(to, _ -> new ArrayList<>()).addAll(List.of(coming));
    }

    synchronized void nextUpdate(Fault... coming) {
        updateFaults.addAll(List.of(coming));
    }

    synchronized void unreadable(Address to) {
        unreadable.add(to);
    }

    /** Runs once, in the middle of the next post. */
    synchronized void duringNextPost(Runnable work) {
        duringPost = work;
    }

    synchronized List<Standing> standing() {
        return List.copyOf(standing);
    }

    List<String> words(Address to) {
        return standing().stream().filter(one -> one.to().equals(to)).map(one -> one.card().summary()).toList();
    }

    /** How often two messages were on their way to one address. */
    int overlaps() {
        return overlaps.get();
    }

    int calls() {
        return calls.get();
    }

    /** How many parts a card may have from now on. */
    void holdAtMost(int parts) {
        mostParts = parts;
    }

    @Override
    public boolean fits(Card card) {
        return card.parts().size() <= mostParts;
    }

    @Override
    public Outcome post(Address to, Card card, String mark) {
        return take(to, card, mark, Optional.empty());
    }

    @Override
    public Outcome postInThread(MessageRef parent, Card card, String mark) {
        var to = standing().stream().filter(one -> one.place().equals(parent)).findFirst().orElseThrow().to();
        return take(to, card, mark, Optional.of(parent));
    }

    private Outcome take(Address to, Card card, String mark, Optional<MessageRef> parent) {
        enter(to);
        try {
            meanwhile().run();
            return answer(to, card, mark, parent);
        } finally {
            leave(to);
        }
    }

    private synchronized void enter(Address to) {
        calls.incrementAndGet();
        if (!inFlight.add(to)) {
            overlaps.incrementAndGet();
        }
    }

    private synchronized void leave(Address to) {
        inFlight.remove(to);
    }

    private synchronized Runnable meanwhile() {
        var work = duringPost;
        duringPost = () -> {};
        return work;
    }

    private synchronized Outcome answer(Address to, Card card, String mark, Optional<MessageRef> parent) {
        var coming = faults.getOrDefault(to, List.of());
        if (coming.isEmpty()) {
            return new Outcome.Sent(stand(to, card, mark, parent));
        }
        return switch (coming.removeFirst()) {
            case BUSY -> new Outcome.Busy(RETRY_AFTER, "trouble");
            case TOO_FAST -> new Outcome.TooFast(RETRY_AFTER, "slow down");
            case IMPOSSIBLE -> new Outcome.Impossible("The channel is archived.");
            case ARCHIVED ->
                new Outcome.Impossible("The channel is archived.", Optional.of(UnreachableReason.ARCHIVED));
            case UNCLEAR_LOST -> new Outcome.Unclear("no answer");
            case THROWS_LOST -> throw new IllegalStateException("the line broke before");
            case UNCLEAR_ACCEPTED -> {
                stand(to, card, mark, parent);
                yield new Outcome.Unclear("no answer");
            }
            case THROWS_ACCEPTED -> {
                stand(to, card, mark, parent);
                throw new IllegalStateException("the line broke after");
            }
        };
    }

    private MessageRef stand(Address to, Card card, String mark, Optional<MessageRef> parent) {
        var channel = switch (to) {
            case ChannelId it -> it;
            case PersonId person -> new ChannelId(person.workspace(), "D" + person.user());
        };
        var place = new MessageRef(channel, String.valueOf(standing.size()));
        standing.add(new Standing(to, card, mark, place, parent));
        return place;
    }

    @Override
    public synchronized Outcome update(MessageRef message, Card card) {
        calls.incrementAndGet();
        if (!updateFaults.isEmpty()) {
            return switch (updateFaults.removeFirst()) {
                case IMPOSSIBLE -> new Outcome.Impossible("The message is gone.");
                case TOO_FAST -> new Outcome.TooFast(RETRY_AFTER, "slow down");
                default -> new Outcome.Busy(RETRY_AFTER, "trouble");
            };
        }
        UnaryOperator<Standing> written = one -> one.place().equals(message)
                ? new Standing(one.to(), card, one.mark(), one.place(), one.parent())
                : one;
        standing.replaceAll(written);
        return new Outcome.Sent(message);
    }

    @Override
    public Outcome showHome(PersonId person, Card card) {
        throw new UnsupportedOperationException("the outbox shows no Home tab");
    }

    @Override
    public synchronized Search find(Address to, String mark, Instant since) {
        return look(to, mark);
    }

    @Override
    public synchronized Search findInThread(MessageRef parent, String mark, Instant since) {
        return look(parent.channel(), mark);
    }

    private Search look(Address to, String mark) {
        if (unreadable.contains(to)) {
            return new Search.CannotTell("not allowed to read");
        }
        return standing.stream().filter(one -> one.mark().equals(mark)).findFirst()
                .<Search>map(one -> new Search.Found(one.place())).orElseGet(Search.NotThere::new);
    }
}
