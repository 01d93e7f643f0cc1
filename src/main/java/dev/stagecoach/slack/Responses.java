package dev.stagecoach.slack;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

import com.google.gson.JsonObject;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers by response address. It takes five answers within half an hour; trouble on the way is tried again. */
final class Responses {
    private static final Logger LOG = LoggerFactory.getLogger(Responses.class);
    private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");

    private final SlackApi api;
    private final List<Duration> pauses;

    /** @param pauses how long to wait before each further attempt, in real time */
    Responses(SlackApi api, List<Duration> pauses) {
        this.api = api;
        this.pauses = List.copyOf(pauses);
    }

    private enum Result {
        TAKEN, REFUSED, TROUBLE
    }

    /** Whether Slack took it; where not, the person must be told another way. Waits between attempts. */
    boolean give(String url, JsonObject message) {
        var result = once(url, message);
        for (var pause : pauses) {
            if (result != Result.TROUBLE || !RetryPause.pause(pause)) {
                break;
            }
            result = once(url, message);
        }
        return result == Result.TAKEN;
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

    private static Result read(Response answer) {
        if (answer.isSuccessful()) {
            return Result.TAKEN;
        }
        LOG.warn("Slack did not take a response: status {}", answer.code());
        return answer.code() == 429 || answer.code() >= 500 ? Result.TROUBLE : Result.REFUSED;
    }
}
