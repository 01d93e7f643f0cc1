package dev.stagecoach.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A {@link LoopbackSlack} that runs in a process of its own, and what is asked of it. */
record Loopback(Process process, URI address, HttpClient http) implements AutoCloseable {

    static Loopback start() throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(java, "-XX:+UseSerialGC", "-Xmx128m", "-cp",
                System.getProperty("java.class.path"), LoopbackSlack.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        var port = lines.readLine();
        return new Loopback(process, URI.create("http://127.0.0.1:" + port + "/api/"), HttpClient.newHttpClient());
    }

    /** Messages a second for the workspace, and one a second for each channel; 0 for no limits. */
    void limit(int perSecond) {
        get("limits?perSecond=" + perSecond);
    }

    record Counts(int taken, int refused) {}

    /** Since they were asked for the last time. */
    Counts counts() {
        var words = get("counts").split(" ", -1);
        return new Counts(Integer.parseInt(words[0]), Integer.parseInt(words[1]));
    }

    private String get(String what) {
        try {
            return http.send(HttpRequest.newBuilder(address.resolve(what)).build(), BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
