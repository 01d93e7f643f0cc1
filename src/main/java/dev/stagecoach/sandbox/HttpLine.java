package dev.stagecoach.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.stream.Collectors;

import tools.jackson.databind.node.ObjectNode;

/** Signed requests to the app's own address. */
final class HttpLine implements AppLine {
    private final URI address;
    private final String secret;
    /** Real time: the app compares the time of signing with its own clock. */
    private final Clock signing = Clock.systemUTC();
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    HttpLine(URI address, String secret) {
        this.address = address;
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
        var timestamp = Long.toString(signing.instant().getEpochSecond());
        var request = HttpRequest.newBuilder(address).timeout(PATIENCE).header("Content-Type", type)
                .header("X-Slack-Request-Timestamp", timestamp)
                .header("X-Slack-Signature", Signature.of(secret, timestamp, body));
        if (retry > 0) {
            request.header("X-Slack-Retry-Num", Integer.toString(retry)).header("X-Slack-Retry-Reason", "http_timeout");
        }
        try {
            var answer = client.send(request.POST(HttpRequest.BodyPublishers.ofString(body)).build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                return new Ack.Failed("the app answered " + answer.statusCode());
            }
            var payload = Json.parse(answer.body());
            return new Ack.Taken(payload.isObject() || answer.body().isBlank()
                    ? payload
                    : Json.object().put("text", answer.body()));
        } catch (HttpTimeoutException e) {
            return new Ack.Late();
        } catch (IOException e) {
            return new Ack.Failed("the app cannot be reached");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Ack.Late();
        }
    }

    private static String form(ObjectNode fields) {
        return fields.properties().stream()
                .map(f -> f.getKey() + "=" + URLEncoder.encode(Json.text(f.getValue()), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
