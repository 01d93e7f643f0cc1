package dev.stagecoach.slack;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.function.Supplier;

import com.slack.api.bolt.response.Response;

/** What was answered lately, so that a payload that Slack sends twice is handled once and answered twice. */
final class DuplicateFilter {
    private static final int REMEMBERED = 2_000;

    private final Map<String, CompletableFuture<Response>> answers = new LinkedHashMap<>();

    /**
     * The answer to the payload with this key, worked out at most once.
     *
     * @param counts whether this answer settles the payload; one that does not may be worked out again
     */
    Response once(String key, Predicate<Response> counts, Supplier<Response> work) {
        var mine = new CompletableFuture<Response>();
        var first = claim(key, mine);
        if (first != mine) {
            return first.join();
        }
        try {
            var response = work.get();
            if (!counts.test(response)) {
                forget(key);
            }
            mine.complete(response);
            return response;
        } catch (RuntimeException | Error e) {
            forget(key);
            mine.complete(Response.ok());
            throw e;
        }
    }

    private synchronized CompletableFuture<Response> claim(String key, CompletableFuture<Response> mine) {
        var known = answers.get(key);
        if (known != null) {
            return known;
        }
        if (answers.size() >= REMEMBERED) {
            answers.remove(answers.keySet().iterator().next());
        }
        answers.put(key, mine);
        return mine;
    }

    private synchronized void forget(String key) {
        answers.remove(key);
    }
}
