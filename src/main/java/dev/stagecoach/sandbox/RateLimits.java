package dev.stagecoach.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Slack's limits, by the workspace's clock: one message a second in a conversation, so many a minute in the workspace,
 * and so many calls a minute of every other method, by its tier. What is refused does not count. Guarded by the
 * workspace's lock. Source: https://docs.slack.dev/apis/web-api/rate-limits.
 */
final class RateLimits {
    private static final String POST = "chat.postMessage";
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration SECOND = Duration.ofSeconds(1);
    /** Slack says "several hundred"; here it is the least that this can mean to a bot that asks for 300. */
    private static final int POSTS_A_MINUTE = 300;
    private static final int TIER_2 = 20;
    private static final int TIER_3 = 50;
    private static final int TIER_4 = 100;
    /** For auth.test Slack says "hundreds"; a method that is not named here is of the third tier. */
    private static final Map<String, Integer> A_MINUTE = Map.ofEntries(Map.entry("auth.test", 300),
            Map.entry("apps.connections.open", TIER_3), Map.entry("chat.postEphemeral", TIER_4),
            Map.entry("conversations.list", TIER_2), Map.entry("conversations.members", TIER_4),
            Map.entry("dnd.teamInfo", TIER_2), Map.entry("files.completeUploadExternal", TIER_4),
            Map.entry("files.getUploadURLExternal", TIER_4), Map.entry("files.info", TIER_4),
            Map.entry("users.info", TIER_4), Map.entry("users.list", TIER_2), Map.entry("views.open", TIER_4),
            Map.entry("views.publish", TIER_4), Map.entry("views.push", TIER_4), Map.entry("views.update", TIER_4));

    private final Map<String, Window> windows = new HashMap<>();

    /** The calls of the last while. */
    private static final class Window {
        private final int most;
        private final Duration length;
        private final Deque<Instant> calls = new ArrayDeque<>();

        private Window(int most, Duration length) {
            this.most = most;
            this.length = length;
        }

        /** How long until there is room; zero where there is. */
        private Duration wait(Instant now) {
            while (!calls.isEmpty() && !calls.getFirst().plus(length).isAfter(now)) {
                calls.removeFirst();
            }
            return calls.size() < most ? Duration.ZERO : Duration.between(now, calls.getFirst().plus(length));
        }
    }

    /** Counts the call; where it comes too fast, it is not counted, and this is how long its caller has to wait. */
    Optional<Duration> refusal(String method, String channel, Instant now) {
        var conversation = windows.computeIfAbsent(POST + " " + channel, _ -> new Window(1, SECOND));
        var whole = windows.computeIfAbsent(method, name -> new Window(
                name.equals(POST) ? POSTS_A_MINUTE : A_MINUTE.getOrDefault(name, TIER_3), MINUTE));
        var wait = longer(whole.wait(now), method.equals(POST) ? conversation.wait(now) : Duration.ZERO);
        if (wait.isPositive()) {
            return Optional.of(wait);
        }
        whole.calls.addLast(now);
        if (method.equals(POST)) {
            conversation.calls.addLast(now);
        }
        return Optional.empty();
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
