package dev.stagecoach.slack;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import com.slack.api.bolt.response.Response;
import dev.stagecoach.chat.Reply;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers Slack in time: it wants to hear something within three seconds, whatever the work takes. */
final class AckDeadline {
    private static final Duration IN_TIME = Duration.ofMillis(2_300);
    private static final Duration SOON = Duration.ofMillis(400);
    private static final Logger LOG = LoggerFactory.getLogger(AckDeadline.class);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Duration inTime;

    AckDeadline() {
        this(IN_TIME);
    }

    AckDeadline(Duration inTime) {
        this.inTime = inTime;
    }

    /**
     * Does the work; when it takes too long, Slack is put off and the reply goes another way once it is there.
     *
     * @param answer the response to a reply that came in time
     * @param putOff the response while the work goes on
     * @param afterwards brings the late reply to the person
     */
    Response answer(Supplier<Reply> work, Function<Reply, Response> answer, Supplier<Response> putOff,
            Consumer<Reply> afterwards) {
        var reply = CompletableFuture.supplyAsync(work, threads);
        try {
            return answer.apply(reply.get(inTime.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException _) {
            // Put off first: the late reply must not come before what it replaces.
            var response = putOff.get();
            var _ = reply
                    .exceptionally(fault -> new Reply.ToYou(FallbackText.fault("a call failed after its time", fault)))
                    .thenAcceptAsync(afterwards, threads);
            return response;
        } catch (ExecutionException e) {
            throw new IllegalStateException("the desk let a fault through", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while answering", e);
        }
    }

    /** Does something and waits for its end, but no longer than Slack does; the work then goes on beside. */
    void shortly(Runnable work) {
        try {
            CompletableFuture.runAsync(work, threads).get(inTime.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            // It goes on.
        } catch (ExecutionException e) {
            throw new IllegalStateException("work beside an answer failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Does something that must be done before Slack is put off; false where it is not done in the time that is left. */
    boolean soon(Runnable work) {
        try {
            CompletableFuture.runAsync(work, threads).get(SOON.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException _) {
            return false;
        } catch (ExecutionException e) {
            LOG.warn("what a form waits for could not be kept: {}", String.valueOf(e.getCause()));
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Does something beside the answer, which is not kept waiting. */
    void beside(Runnable work) {
        threads.execute(work);
    }
}
