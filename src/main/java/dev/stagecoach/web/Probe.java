package dev.stagecoach.web;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One question about the bot's health. However many ask, it is asked once at a time and its answer holds for a moment,
 * so that whoever asks without end asks nothing of a database.
 */
final class Probe implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofMillis(1_500);
    private static final Duration HOLDS = Duration.ofSeconds(1);
    private static final Logger LOG = LoggerFactory.getLogger(Probe.class);

    private final String name;
    private final Supplier<Optional<String>> question;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private CompletableFuture<Optional<String>> answer = CompletableFuture.completedFuture(Optional.empty());
    private long asked = System.nanoTime() - HOLDS.toNanos();

    Probe(String name, Supplier<Optional<String>> question) {
        this.name = name;
        this.question = question;
    }

    /** Asks, unless the last answer still holds or is still waited for. */
    synchronized void begin() {
        if (answer.isDone() && System.nanoTime() - asked >= HOLDS.toNanos()) {
            asked = System.nanoTime();
            answer = CompletableFuture.supplyAsync(question, threads);
        }
    }

    /**
     * What is wrong, in words.
     *
     * @param until nobody waits longer, by {@link System#nanoTime}
     */
    Optional<String> trouble(long until) {
        try {
            return current().get(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException _) {
            return Optional.of(name + " has not answered for " + waited().toMillis() + " ms");
        } catch (ExecutionException e) {
            LOG.warn("the question about {} failed", name, e.getCause());
            return Optional.of(name + " could not be asked; the log tells why");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.of(name + " was not asked: the bot is being stopped");
        }
    }

    private synchronized CompletableFuture<Optional<String>> current() {
        return answer;
    }

    private synchronized Duration waited() {
        return Duration.ofNanos(System.nanoTime() - asked);
    }

    /** What hangs is not waited for. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
