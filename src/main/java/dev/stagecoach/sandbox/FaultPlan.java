package dev.stagecoach.sandbox;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What can go wrong with Slack, on request. A method is named as in its address, for example chat.postMessage. */
public final class FaultPlan {
    private final Map<String, Deque<Fault>> planned = new ConcurrentHashMap<>();
    private final AtomicInteger duplicates = new AtomicInteger();
    private final Runnable dropSockets;
    private final java.util.function.IntConsumer filesReadyAfter;

    FaultPlan(Runnable dropSockets, java.util.function.IntConsumer filesReadyAfter) {
        this.dropSockets = dropSockets;
        this.filesReadyAfter = filesReadyAfter;
    }

    /** One call going wrong. */
    sealed interface Fault {
        record Limited(Duration retryAfter) implements Fault {}

        record Broken() implements Fault {}

        /** The call is not taken, and the answer (an error 500) comes late. */
        record HangsBefore(Duration real) implements Fault {}

        /** The call is taken, and its answer comes late. */
        record HangsAfter(Duration real) implements Fault {}

        record Refuses(String error) implements Fault {}
    }

    /** The next calls of the method are answered 429, with Retry-After in whole seconds. */
    public void limit(String method, int times, Duration retryAfter) {
        plan(method, times, new Fault.Limited(retryAfter));
    }

    /** The next calls of the method are answered 500; nothing is done. */
    public void fail(String method, int times) {
        plan(method, times, new Fault.Broken());
    }

    /** The next calls of the method are not carried out, and their answer comes only after this real time. */
    public void hangBefore(String method, int times, Duration real) {
        plan(method, times, new Fault.HangsBefore(real));
    }

    /** The next calls of the method are carried out, but their answer comes only after this real time. */
    public void hangAfter(String method, int times, Duration real) {
        plan(method, times, new Fault.HangsAfter(real));
    }

    /** The next calls of the method are answered {@code ok: false} with this error; nothing is done. */
    public void refuse(String method, int times, String error) {
        plan(method, times, new Fault.Refuses(error));
    }

    /** The next envelopes come twice. */
    public void duplicate(int envelopes) {
        duplicates.addAndGet(envelopes);
    }

    /** Cuts every socket, without a word. */
    public void dropSockets() {
        dropSockets.run();
    }

    /** How many looks at an uploaded file show no type yet; one from the start. */
    public void filesReadyAfter(int looks) {
        filesReadyAfter.accept(looks);
    }

    /** Forgets every fault that has not happened yet. */
    public void clear() {
        planned.clear();
        duplicates.set(0);
    }

    Optional<Fault> next(String method) {
        var queue = planned.get(method);
        if (queue == null) {
            return Optional.empty();
        }
        synchronized (queue) {
            return Optional.ofNullable(queue.poll());
        }
    }

    boolean duplicatesNext() {
        return duplicates.getAndUpdate(n -> Math.max(0, n - 1)) > 0;
    }

    private void plan(String method, int times, Fault fault) {
        var queue = planned.computeIfAbsent(method, _ -> new ArrayDeque<>());
        synchronized (queue) {
            for (var i = 0; i < times; i++) {
                queue.add(fault);
            }
        }
    }
}
