package dev.stagecoach.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.util.List;
import java.util.Map;

/** The app's own address. */
record HttpEndpoint(URI address, HttpClient client) implements AppEndpoint {

    static HttpEndpoint at(URI address) {
        return new HttpEndpoint(address, HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build());
    }

    @Override
    public Answer take(String body, Map<String, List<String>> headers) throws IOException {
        var request = HttpRequest.newBuilder(address).timeout(AppConnection.PATIENCE);
        headers.forEach((name, values) -> values.forEach(value -> request.header(name, value)));
        try {
            var answer = client.send(request.POST(HttpRequest.BodyPublishers.ofString(body)).build(),
                    HttpResponse.BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HttpTimeoutException("interrupted");
        }
    }
}
