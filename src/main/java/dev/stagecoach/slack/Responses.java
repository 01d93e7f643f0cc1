package dev.stagecoach.slack;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

import com.google.gson.JsonObject;
import dev.stagecoach.chat.Card;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers by response address. It takes five answers within half an hour; trouble on the way is tried again. */
final class Responses {
    private static final Logger LOG = LoggerFactory.getLogger(Responses.class);
    private static final Pattern ERROR = Pattern.compile("\"error\"\\s*:\\s*\"(\\w+)\"");
    private static final long LONGEST_BODY = 10_000;
    private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");

    private final SlackApi api;
    private final List<Duration> pauses;

    /** @param pauses how long to wait before each further attempt, in real time */
    Responses(SlackApi api, List<Duration> pauses) {
        this.api = api;
        this.pauses = List.copyOf(pauses);
    }

    private enum Result {
        TAKEN, TOO_LONG, REFUSED, TROUBLE
    }

    /**
     * Whether Slack took it; where not, the person must be told another way. Waits between attempts. What is too long goes
     * once more, shortened.
     */
    boolean give(String url, Function<Card, JsonObject> message, Card card) {
        var result = give(url, message.apply(card));
        return (result == Result.TOO_LONG ? give(url, message.apply(Shortened.of(card))) : result) == Result.TAKEN;
    }

    private Result give(String url, JsonObject message) {
        var result = once(url, message);
        for (var pause : pauses) {
            if (result != Result.TROUBLE || !RetryPause.pause(pause)) {
                break;
            }
            result = once(url, message);
        }
        return result;
    }

    private Result once(String url, JsonObject message) {
        var post = new Request.Builder().url(url).post(RequestBody.create(Json.write(message), JSON)).build();
        try (var answer = api.http().newCall(post).execute()) {
            return read(answer);
        } catch (IOException e) {
            LOG.warn("a response did not reach Slack: {}", e.getMessage());
            return Result.TROUBLE;
        }
    }

    /** A refusal may come with any status; its body names the error. */
    private static Result read(Response answer) throws IOException {
        var body = answer.peekBody(LONGEST_BODY).string();
        var refusal = ERROR.matcher(body);
        var refused = refusal.find();
        if (answer.isSuccessful() && !refused) {
            return Result.TAKEN;
        }
        LOG.warn("Slack did not take a response: status {}, {}", answer.code(),
                refused ? refusal.group(1) : "no reason");
        if (refused) {
            return Shortened.helps(refusal.group(1)) ? Result.TOO_LONG : Result.REFUSED;
        }
        return answer.code() == 429 || answer.code() >= 500 ? Result.TROUBLE : Result.REFUSED;
    }
}
