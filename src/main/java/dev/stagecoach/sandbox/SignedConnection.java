package dev.stagecoach.sandbox;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import tools.jackson.databind.node.ObjectNode;

/** Signed requests to the app's end of the line. */
final class SignedConnection implements AppConnection {
    private final AppEndpoint end;
    private final String secret;
    /** Real time: the app compares the time of signing with its own clock. */
    private final Clock signing = Clock.systemUTC();

    SignedConnection(AppEndpoint end, String secret) {
        this.end = end;
        this.secret = secret;
    }

    /** Whether the app gives back the challenge, as Slack asks when an address is entered. */
    boolean verify() {
        var body = Json.object().put("type", "url_verification").put("token", "sandbox").put("challenge", "c-42");
        return post("application/json", body.toString(), 0) instanceof Ack.Taken(var payload)
                && (Json.text(payload, "challenge").equals("c-42") || Json.text(payload, "text").equals("c-42"));
    }

    @Override
    public Ack send(Envelope envelope) {
        return switch (envelope.kind()) {
            case SLASH_COMMANDS -> post("application/x-www-form-urlencoded", form(envelope.payload()), 0);
            case INTERACTIVE -> post("application/x-www-form-urlencoded",
                    form(Json.object().put("payload", envelope.payload().toString())), 0);
            case EVENTS_API -> post("application/json", envelope.payload().toString(), envelope.retry());
        };
    }

    private Ack post(String type, String body, int retry) {
        try {
            var answer = end.take(body, headers(type, body, retry));
            if (answer.status() != 200) {
                return new Ack.Failed("the app answered " + answer.status());
            }
            var payload = Json.parse(answer.body());
            return new Ack.Taken(payload.isObject() || answer.body().isBlank()
                    ? payload
                    : Json.object().put("text", answer.body()));
        } catch (HttpTimeoutException e) {
            return new Ack.Late();
        } catch (IOException e) {
            return new Ack.Failed("the app cannot be reached");
        }
    }

    private Map<String, List<String>> headers(String type, String body, int retry) {
        var timestamp = Long.toString(signing.instant().getEpochSecond());
        var headers = new HashMap<String, List<String>>();
        headers.put("Content-Type", List.of(type));
        headers.put("X-Slack-Request-Timestamp", List.of(timestamp));
        headers.put("X-Slack-Signature", List.of(Signature.of(secret, timestamp, body)));
        if (retry > 0) {
            headers.put("X-Slack-Retry-Num", List.of(Integer.toString(retry)));
            headers.put("X-Slack-Retry-Reason", List.of("http_timeout"));
        }
        return headers;
    }

    private static String form(ObjectNode fields) {
        return fields.properties().stream()
                .map(f -> f.getKey() + "=" + URLEncoder.encode(Json.text(f.getValue()), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
