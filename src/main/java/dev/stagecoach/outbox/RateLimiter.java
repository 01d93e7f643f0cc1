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
 * one for each kind of call in each workspace. Nobody sleeps here: who must wait is told until when, and that moment is
 * kept for him. What answers somebody's act does not queue behind what goes to everybody, yet counts for it.
 *
 * <p>A lane is the generic cell rate algorithm (ITU-T I.371): one moment, from which on it is free. Libraries for this
 * (Bucket4j, Guava, the SDK's own) wait in real time; here the moment goes into the outbox and the clock is anybody's.
 */
final class RateLimiter {
    /** More lanes than this are looked through for idle ones. */
    private static final int MANY = 2_000;

    private final Rates limits;
    private final Map<Key, Lane> lanes = new HashMap<>();
    /** Moments that are kept, by the row that was told so. */
    private final Map<String, Instant> kept = new HashMap<>();

    RateLimiter(Rates limits) {
        this.limits = limits;
    }

    private enum Kind {
        CONVERSATION, POSTS, PROMPT_POSTS, REWRITES, LOOKS
    }

    private record Key(Kind kind, String place) {}

    /** Something about calls that must not come too fast. */
    private static final class Lane {
        private final Duration between;
        private final Duration burst;
        private Instant free = Instant.MIN;
        private Instant held = Instant.MIN;

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

        private boolean idle(Instant now) {
            return !free.isAfter(now) && !held.isAfter(now);
        }
    }

    /**
     * Takes the next moment for this row.
     *
     * @param prompt whether it follows from what somebody did just now
     * @return empty where that is now; else the moment, in whole milliseconds, which is kept until the row is asked for
     *         again
     */
    synchronized Optional<Instant> next(Claim claim, boolean prompt, Instant now) {
        if (limits.none()) {
            return Optional.empty();
        }
        forgetIdle(now);
        var own = lanes(claim, prompt);
        var held = own.stream().map(lane -> lane.held).reduce(Instant.MIN, RateLimiter::later);
        var promised = Optional.ofNullable(kept.remove(claim.id()))
                .filter(moment -> !moment.isAfter(now) && !held.isAfter(now));
        if (promised.isPresent()) {
            own.getFirst().free = later(own.getFirst().free, now.plus(own.getFirst().between));
            return Optional.empty();
        }
        var moment = own.stream().map(lane -> lane.earliest(now)).reduce(now, RateLimiter::later);
        own.forEach(lane -> lane.take(moment));
        if (prompt) {
            lane(Kind.POSTS, claim.delivery().to().workspace()).take(now);
        }
        if (!moment.isAfter(now)) {
            return Optional.empty();
        }
        var whole = Instant.ofEpochMilli(moment.plusNanos(999_999).toEpochMilli());
        kept.put(claim.id(), whole);
        return Optional.of(whole);
    }

    /** Whether there is nothing to keep to. */
    boolean free() {
        return limits.none();
    }

    /** Whether a moment is kept for somebody. */
    synchronized boolean keeps() {
        return !kept.isEmpty();
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
            var lane = lane(key.kind(), key.place());
            lane.held = later(lane.held, until);
        }
    }

    private List<Lane> lanes(Claim claim, boolean prompt) {
        var to = claim.delivery().to();
        return switch (claim.work()) {
            case SEND -> Stream.of(conversation(to),
                    new Key(prompt ? Kind.PROMPT_POSTS : Kind.POSTS, to.workspace()))
                    .map(key -> lane(key.kind(), key.place())).toList();
            case REWRITE -> List.of(lane(Kind.REWRITES, to.workspace()));
            case FIND_OUT -> List.of(lane(Kind.LOOKS, to.workspace()));
        };
    }

    private static Key conversation(Address to) {
        return new Key(Kind.CONVERSATION, to.workspace() + " " + Address.format(to));
    }

    private Lane lane(Kind kind, String place) {
        return lanes.computeIfAbsent(new Key(kind, place), _ -> switch (kind) {
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
        if (kept.size() > MANY) {
            // A row that was changed meanwhile never comes for its moment.
            kept.values().removeIf(moment -> moment.isBefore(now.minus(Duration.ofMinutes(10))));
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
