package dev.stagecoach.slack;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import com.slack.api.app_backend.SlackSignature;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.util.SlackRequestParser;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Slack's HTTP mode: what is posted to the bot's address, through the same door as Socket Mode. */
public final class HttpModeAdapter {
    private static final Logger LOG = LoggerFactory.getLogger(HttpModeAdapter.class);

    private static final Duration AT_MOST = Duration.ofMinutes(5);
    /** In a form, where what people type is encoded. */
    private static final Pattern SSL_CHECK = Pattern.compile("^(?!\\{)(?:.*&)?ssl_check=1(?:&|$)", Pattern.DOTALL);

    private final BoltAdapter door;
    private final SlackRequestParser parser;
    private final SlackSignature.Verifier verifier;

    public HttpModeAdapter(BoltAdapter door, String signingSecret) {
        this.door = door;
        this.parser = new SlackRequestParser(door.app().config());
        this.verifier = new SlackSignature.Verifier(new SlackSignature.Generator(signingSecret));
    }

    /** What is to be sent back. */
    public record Answer(int status, String contentType, String body) {}

    /**
     * Answers one request. What Slack has not signed within five minutes from now gets 401 and nothing else happens;
     * Slack's question whether the certificate is good comes unsigned, and nothing at all happens.
     *
     * @param headers by name in any case
     */
    public Answer answer(String body, Map<String, List<String>> headers) {
        if (SSL_CHECK.matcher(body).find()) {
            return new Answer(200, "text/plain", "");
        }
        var named = new RequestHeaders(headers);
        if (!signed(body, named)) {
            return new Answer(401, "text/plain", "The signature is missing, wrong or too old.");
        }
        try {
            var request = parser.parse(SlackRequestParser.HttpRequest.builder().requestUri("/slack/events")
                    .queryString(Map.of()).requestBody(body).headers(named).build());
            return request == null
                    ? new Answer(400, "text/plain", "This is nothing that Slack sends.")
                    : answer(door.app().run(request));
        } catch (Exception e) {
            LOG.error("a request could not be handled", e);
            return new Answer(400, "text/plain", "This could not be read.");
        }
    }

    private boolean signed(String body, RequestHeaders headers) {
        var timestamp = headers.getFirstValue("X-Slack-Request-Timestamp");
        var signature = headers.getFirstValue("X-Slack-Signature");
        return timestamp != null && signature != null && timestamp.matches("\\d{1,12}")
                && Math.abs(Instant.now().getEpochSecond() - Long.parseLong(timestamp)) <= AT_MOST.toSeconds()
                && verifier.isValid(timestamp, body, signature);
    }

    private static Answer answer(Response response) {
        return new Answer(response.getStatusCode(), Optional.ofNullable(response.getContentType()).orElse("text/plain"),
                Optional.ofNullable(response.getBody()).orElse(""));
    }
}
