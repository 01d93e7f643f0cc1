package dev.stagecoach.slack;

import java.io.IOException;
import java.util.Optional;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.slack.api.methods.Methods;
import com.slack.api.methods.RequestFormBuilder;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.request.chat.ChatPostMessageRequest;
import com.slack.api.methods.request.chat.ChatUpdateRequest;
import com.slack.api.methods.request.views.ViewsOpenRequest;
import com.slack.api.methods.request.views.ViewsPublishRequest;
import com.slack.api.methods.request.views.ViewsPushRequest;
import com.slack.api.methods.request.views.ViewsUpdateRequest;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import okhttp3.FormBody;

/**
 * Calls that write, by the SDK's requests and HTTP client, but reading no more of the answer than whether it says yes
 * and where the message stands. The SDK makes a new reader of JSON for each answer and reads the whole message or view
 * back, which takes three times as long as everything else about a post.
 */
final class WriteMethods {
    /** Far more than Slack ever answers. */
    private static final long LARGEST = 1_000_000;

    private final SlackApi api;

    WriteMethods(SlackApi api) {
        this.api = api;
    }

    /** @throws IOException where nobody knows whether the message was taken, and where it never arrived; so below */
    ChatPostMessageResponse post(ChatPostMessageRequest message) throws IOException, SlackApiException {
        return call(Methods.CHAT_POST_MESSAGE, RequestFormBuilder.toForm(message));
    }

    ChatPostMessageResponse update(ChatUpdateRequest message) throws IOException, SlackApiException {
        return call(Methods.CHAT_UPDATE, RequestFormBuilder.toForm(message));
    }

    ChatPostMessageResponse open(ViewsOpenRequest view) throws IOException, SlackApiException {
        return call(Methods.VIEWS_OPEN, RequestFormBuilder.toForm(view));
    }

    ChatPostMessageResponse push(ViewsPushRequest view) throws IOException, SlackApiException {
        return call(Methods.VIEWS_PUSH, RequestFormBuilder.toForm(view));
    }

    ChatPostMessageResponse update(ViewsUpdateRequest view) throws IOException, SlackApiException {
        return call(Methods.VIEWS_UPDATE, RequestFormBuilder.toForm(view));
    }

    ChatPostMessageResponse publish(ViewsPublishRequest view) throws IOException, SlackApiException {
        return call(Methods.VIEWS_PUBLISH, RequestFormBuilder.toForm(view));
    }

    private ChatPostMessageResponse call(String method, FormBody.Builder request)
            throws IOException, SlackApiException {
        var slack = api.slack();
        var url = slack.getConfig().getMethodsEndpointUrlPrefix() + method;
        var form = request.build();
        try (var answer = slack.getHttpClient().postFormWithBearerHeader(url, api.botToken(), form)) {
            var body = answer.peekBody(LARGEST).string();
            if (!answer.isSuccessful()) {
                throw new SlackApiException(slack.getConfig(), answer, body);
            }
            return read(body);
        }
    }

    /** An answer that is none may come from something between Slack and here, so the outcome is unclear. */
    private static ChatPostMessageResponse read(String body) throws IOException {
        try {
            return read(JsonParser.parseString(body).getAsJsonObject());
        } catch (JsonParseException | IllegalStateException e) {
            throw new IOException("Slack's answer cannot be read", e);
        }
    }

    private static ChatPostMessageResponse read(JsonObject answer) {
        var response = new ChatPostMessageResponse();
        response.setOk(Optional.ofNullable(answer.get("ok")).filter(JsonElement::isJsonPrimitive)
                .map(JsonElement::getAsBoolean).orElse(false));
        text(answer, "error").ifPresent(response::setError);
        text(answer, "channel").ifPresent(response::setChannel);
        text(answer, "ts").ifPresent(response::setTs);
        return response;
    }

    private static Optional<String> text(JsonObject answer, String key) {
        return Optional.ofNullable(answer.get(key)).filter(JsonElement::isJsonPrimitive).map(JsonElement::getAsString);
    }
}
