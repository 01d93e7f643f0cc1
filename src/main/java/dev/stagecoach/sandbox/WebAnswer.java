package dev.stagecoach.sandbox;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * What the workspace answers to a {@link WebCall}.
 *
 * @param retryAfter in seconds, as the header so named has it
 */
public record WebAnswer(int status, String type, byte[] body, Optional<Long> retryAfter) {
    private static final int TOO_MANY = 429;

    public WebAnswer(int status, String type, byte[] body) {
        this(status, type, body, Optional.empty());
    }

    /** The call came too fast. */
    public static WebAnswer tooFast(Duration wait) {
        return new WebAnswer(TOO_MANY, "application/json",
                new ApiRefusal("ratelimited").answer().toString().getBytes(StandardCharsets.UTF_8),
                Optional.of(WebApi.wholeSeconds(wait)));
    }
}
