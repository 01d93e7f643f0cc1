package dev.stagecoach.simulation;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What goes wrong between the bot and the workspace. Each conversation and each person has a lot of its own, call by
 * call, so that it does not matter in which order parallel calls come.
 */
final class FaultInjector {
    /** What the bot says, shows and looks up. Who does not get a form presses the button again. */
    private static final Set<String> METHODS = Set.of("chat.postMessage", "chat.update", "conversations.history",
            "conversations.replies", "conversations.open", "conversations.members", "users.info", "dnd.teamInfo",
            "views.publish", "views.open", "views.update", "files.getUploadURLExternal",
            "files.completeUploadExternal");
    private static final int IN_A_STORM = 8;

    private final Scope scope;
    private final Map<String, AtomicInteger> calls = new ConcurrentHashMap<>();
    private final Map<Out, AtomicInteger> happenedOut = counters(Out.class);
    private final Map<In, AtomicInteger> happenedIn = counters(In.class);
    private volatile Instant fineUntil = Instant.MAX;
    private volatile Instant stormUntil = Instant.MIN;
    private volatile Instant diskFullUntil = Instant.MIN;
    private final AtomicInteger commits = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();

    FaultInjector(Scope scope) {
        this.scope = scope;
    }

    /** What becomes of a call to the workspace. */
    enum Out {
        FINE, LIMITED, BROKEN, UNREACHABLE, LOST, UNHEARD;

        String words() {
            return switch (this) {
                case FINE -> "calls that went well";
                case LIMITED -> "calls refused as too many (429)";
                case BROKEN -> "calls answered by a fault (500)";
                case UNREACHABLE -> "calls that found nobody";
                case LOST -> "time-outs, the call not taken";
                case UNHEARD -> "time-outs after the workspace had taken the call";
            };
        }
    }

    /** What becomes of something that the workspace tells the bot. */
    enum In {
        FINE, TWICE, TWICE_AT_ONCE, MISSED, UNHEARD;

        String words() {
            return switch (this) {
                case FINE -> "deliveries that went well";
                case TWICE -> "deliveries that came twice";
                case TWICE_AT_ONCE -> "deliveries that came twice at the same moment";
                case MISSED -> "deliveries lost on the way";
                case UNHEARD -> "deliveries whose answer was lost";
            };
        }
    }

    void clearUntil(Instant moment) {
        fineUntil = moment;
    }

    void storm(Instant until) {
        stormUntil = until;
    }

    void diskFull(Instant until) {
        diskFullUntil = until;
    }

    /** Whether the disk refuses what is to be written now: every other time, as somebody makes room again and again. */
    boolean refusesToWrite(Instant now) {
        var refuses = now.isBefore(diskFullUntil) && !now.isBefore(fineUntil)
                && scope.random("disk", commits.incrementAndGet()).chance(0.5);
        if (refuses) {
            refused.incrementAndGet();
        }
        return refuses;
    }

    /** How many commits found the disk full. */
    int refused() {
        return refused.get();
    }

    Out out(String method, String conversation, Instant now) {
        if (!METHODS.contains(method)) {
            return Out.FINE;
        }
        var random = next("out", method + " " + conversation);
        return count(happenedOut, trouble(random, 0.05, now)
                ? random.pick(java.util.List.of(Out.LIMITED, Out.BROKEN, Out.UNREACHABLE, Out.LOST, Out.UNHEARD))
                : Out.FINE);
    }

    In in(String person, Instant now) {
        var random = next("in", person);
        return count(happenedIn, trouble(random, 0.08, now)
                ? random.pick(java.util.List.of(In.TWICE, In.TWICE_AT_ONCE, In.MISSED, In.UNHEARD))
                : In.FINE);
    }

    private boolean trouble(SeededRandom random, double usually, Instant now) {
        return random.chance(now.isBefore(stormUntil) ? Math.min(0.6, usually * IN_A_STORM) : usually)
                && !now.isBefore(fineUntil);
    }

    private SeededRandom next(String way, String whose) {
        var number = calls.computeIfAbsent(way + " " + whose, _ -> new AtomicInteger()).incrementAndGet();
        return scope.random(way, whose, number);
    }

    Map<Out, Integer> out() {
        return numbers(happenedOut, Out.class);
    }

    Map<In, Integer> in() {
        return numbers(happenedIn, In.class);
    }

    private static <F extends Enum<F>> F count(Map<F, AtomicInteger> happened, F status) {
        var number = happened.get(status);
        if (number != null) {
            number.incrementAndGet();
        }
        return status;
    }

    private static <F extends Enum<F>> Map<F, AtomicInteger> counters(Class<F> statuses) {
        var counters = new EnumMap<F, AtomicInteger>(statuses);
        for (var status : statuses.getEnumConstants()) {
            counters.put(status, new AtomicInteger());
        }
        return counters;
    }

    private static <F extends Enum<F>> Map<F, Integer> numbers(Map<F, AtomicInteger> happened, Class<F> statuses) {
        var numbers = new EnumMap<F, Integer>(statuses);
        happened.forEach((status, number) -> numbers.put(status, number.get()));
        return numbers;
    }
}
