package dev.stagecoach.sandbox;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The app's end of the line: where what the workspace posts to the app arrives. */
@FunctionalInterface
public interface AppEndpoint {

    /** @throws IOException where nobody answers, or not in time ({@link java.net.http.HttpTimeoutException}) */
    Answer take(String body, Map<String, List<String>> headers) throws IOException;

    /** What the app answers. */
    record Answer(int status, String body) {}
}
