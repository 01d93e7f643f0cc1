package dev.stagecoach.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import dev.stagecoach.chat.Messenger.Rates;
import dev.stagecoach.people.Address;

/**
 * When the next call may go out without running into the chat service's limits: one lane for each conversation, and
 * one for each kind of call in each workspace. Nobody sleeps here: who must wait is told a moment to come again at. What
 * answers somebody's act does not queue behind what goes to everybody, yet counts for it.
 *
 * <p>A lane is the generic cell rate algorithm (ITU-T I.371): one moment, from which on it is free. What goes to
 * everybody is only told about when its turn comes; the workspace's next message belongs to whoever asks first then. So
 * a crowded conversation, whose messages come one by one, gets through beside thousands to single people, and all are
 * done as soon as the limits allow.
 *
 * <p>Libraries for this (Bucket4j, Guava, the SDK's own) wait in real time; here the moment goes into the outbox and the
 * clock is anybody's.
 */
final class RateLimiter {
    /** More lanes than this are looked through for idle ones. */
    private static final int MANY = 2_000;

    private final Rates limits;
    private final Map<Key, Lane> lanes = new HashMap<>();
    /** What rows have been told, until they come again. */
    private final Map<String, Promise> promises = new HashMap<>();

    RateLimiter(Rates limits) {
        this.limits = limits;
    }

    private enum Kind {
        CONVERSATION, POSTS, PROMPT_POSTS, REWRITES, LOOKS
    }

    private record Key(Kind kind, String place) {}

    /** @param sure whether the call is counted already; else the moment is only when its turn should be */
    private record Promise(Instant at, boolean sure) {}

    /** Something about calls that must not come too fast. */
    private static final class Lane {
        private final Duration between;
        private final Duration burst;
        private Instant free = Instant.MIN;
        private Instant held = Instant.MIN;
        /** The next turn for who asks the first time, and for who came when its turn should have been. */
        private Instant turn = Instant.MIN;
        private Instant missedTurn = Instant.MIN;

        private Lane(Duration between, int burst) {
            this.between = between;
            this.burst = between.multipliedBy(burst - 1L);
        }

        private Instant earliest(Instant now) {
            var next = free.isAfter(now) ? free.minus(burst) : now;
            return later(next, later(held, now));
        }

        private void take(Instant at) {
            free = later(free, at).plus(between);
        }

        private Instant turn(boolean missed, Instant now) {
            var moment = later(missedTurn, earliest(now));
            if (missed) {
                missedTurn = moment.plus(between);
                return moment;
            }
            var last = later(turn, moment);
            turn = last.plus(between);
            return last;
        }

        private boolean idle(Instant now) {
            return Stream.of(free, held, turn, missedTurn).noneMatch(moment -> moment.isAfter(now));
        }
    }

    /**
     * Takes the next moment for this row.
     *
     * @param prompt whether it follows from what somebody did just now
     * @param crowded whether more messages to the same address wait behind it
     * @return empty where that is now; else the moment, in whole milliseconds, at which the row is to ask again
     */
    synchronized Optional<Instant> next(Claim claim, boolean prompt, boolean crowded, Instant now) {
        if (limits.none()) {
            return Optional.empty();
        }
        forgetIdle(now);
        var promise = Optional.ofNullable(promises.remove(claim.id()));
        return switch (claim.work()) {
            case SEND -> send(claim, promise, prompt, crowded, now);
            case REWRITE -> booked(claim, promise, List.of(lane(Kind.REWRITES, workspace(claim))), now);
            case FIND_OUT -> booked(claim, promise, List.of(lane(Kind.LOOKS, workspace(claim))), now);
        };
    }

    private Optional<Instant> send(Claim claim, Optional<Promise> promise, boolean prompt, boolean crowded,
            Instant now) {
        var conversation = lane(conversation(claim.delivery().to()));
        var posts = lane(Kind.POSTS, workspace(claim));
        if (prompt) {
            if (promise.isEmpty()) {
                posts.take(now);
            }
            return booked(claim, promise, List.of(conversation, lane(Kind.PROMPT_POSTS, workspace(claim))), now);
        }
        var both = List.of(conversation, posts);
        if (promise.filter(Promise::sure).isPresent()) {
            return booked(claim, promise, both, now);
        }
        if (crowded || isFree(both, now)) {
            return conversation.earliest(now).isAfter(now)
                    ? told(claim, conversation.earliest(now), false)
                    : booked(claim, promise, both, now);
        }
        return told(claim, later(conversation.earliest(now), posts.turn(promise.isPresent(), now)), false);
    }

    private static boolean isFree(List<Lane> lanes, Instant now) {
        return lanes.stream().noneMatch(lane -> lane.earliest(now).isAfter(now));
    }

    /** Counts the call now, for the moment at which it may go out. */
    private Optional<Instant> booked(Claim claim, Optional<Promise> promise, List<Lane> own, Instant now) {
        var held = own.stream().anyMatch(lane -> lane.held.isAfter(now));
        if (!held && promise.filter(one -> one.sure() && !one.at().isAfter(now)).isPresent()) {
            // The line may be slower than the clock: the next one comes so much after this one really went out.
            own.getFirst().free = later(own.getFirst().free, now.plus(own.getFirst().between));
            return Optional.empty();
        }
        var moment = own.stream().map(lane -> lane.earliest(now)).reduce(now, RateLimiter::later);
        own.forEach(lane -> lane.take(moment));
        return moment.isAfter(now) ? told(claim, moment, true) : Optional.empty();
    }

    private Optional<Instant> told(Claim claim, Instant moment, boolean sure) {
        var whole = Instant.ofEpochMilli(moment.plusNanos(999_999).toEpochMilli());
        promises.put(claim.id(), new Promise(whole, sure));
        return Optional.of(whole);
    }

    private static String workspace(Claim claim) {
        return claim.delivery().to().workspace();
    }

    /** Whether there is nothing to keep to. */
    boolean free() {
        return limits.none();
    }

    /** Whether somebody waits for a moment. */
    synchronized boolean keeps() {
        return !promises.isEmpty();
    }

    /**
     * The service wants no message to this address until then. It does not say whether it means the conversation or
     * the workspace: a second conversation that is refused meanwhile shows that it means all of them.
     */
    synchronized void refused(Address to, Instant until, Instant now) {
        var place = to.workspace() + " ";
        var others = lanes.entrySet().stream().anyMatch(entry -> entry.getKey().kind() == Kind.CONVERSATION
                && entry.getKey().place().startsWith(place) && !entry.getKey().equals(conversation(to))
                && entry.getValue().held.isAfter(now));
        hold(conversation(to), until);
        if (others) {
            hold(new Key(Kind.POSTS, to.workspace()), until);
            hold(new Key(Kind.PROMPT_POSTS, to.workspace()), until);
        }
    }

    /** The service wants no message of this workspace rewritten until then. */
    synchronized void rewritingRefused(String workspace, Instant until) {
        hold(new Key(Kind.REWRITES, workspace), until);
    }

    private void hold(Key key, Instant until) {
        if (!limits.none()) {
            var lane = lane(key);
            lane.held = later(lane.held, until);
        }
    }

    private static Key conversation(Address to) {
        return new Key(Kind.CONVERSATION, to.workspace() + " " + Address.format(to));
    }

    private Lane lane(Kind kind, String workspace) {
        return lane(new Key(kind, workspace));
    }

    private Lane lane(Key key) {
        return lanes.computeIfAbsent(key, _ -> switch (key.kind()) {
            case CONVERSATION -> new Lane(limits.betweenPosts(), 1);
            case POSTS -> new Lane(aMinute(limits.postsAMinute()), 1);
            case PROMPT_POSTS -> new Lane(aMinute(limits.postsAMinute()), 10);
            case REWRITES -> new Lane(aMinute(limits.rewritesAMinute()), 10);
            case LOOKS -> new Lane(aMinute(limits.looksAMinute()), 10);
        });
    }

    private static Duration aMinute(int calls) {
        return Duration.ofMinutes(1).dividedBy(calls);
    }

    private void forgetIdle(Instant now) {
        if (lanes.size() > MANY) {
            lanes.values().removeIf(lane -> lane.idle(now));
        }
        if (promises.size() > MANY) {
            // A row that was changed meanwhile never comes again.
            promises.values().removeIf(promise -> promise.at().isBefore(now.minus(Duration.ofMinutes(10))));
        }
    }

    static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
