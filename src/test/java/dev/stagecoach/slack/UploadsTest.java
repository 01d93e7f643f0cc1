package dev.stagecoach.slack;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import com.slack.api.model.File;
import com.slack.api.model.view.ViewState;
import com.sun.net.httpserver.HttpServer;
import dev.stagecoach.chat.Answers;
import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.sandbox.Sandbox;
import dev.stagecoach.sandbox.SandboxClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class UploadsTest {
    private static final Call.Submission SENT = new Call.Submission(new PersonId("T1", "U1"), "form", "",
            new Answers(Map.of("file", List.of())), Instant.EPOCH);

    /** The sandbox beside it would answer; nobody else may be asked. */
    @ParameterizedTest
    @ValueSource(strings = {"http://files.slack.com/a.ics", "https://slack.com.example.org/a.ics",
            "https://evilslack.com/a.ics", "https://example.org/a.ics", "file:///etc/passwd", ""})
    void theTokenGoesToNobodyButSlack(String url) {
        try (var sandbox = Sandbox.start(0, SandboxClock.still(SandboxClock.START));
                var api = new SlackApi(URI.create(sandbox.apiUrl()), sandbox.botToken())) {
            var reply = new Uploads(api).withFiles(state(file(url, 10)), SENT, _ -> new Reply.Done());
            assertThat(reply)
                    .isEqualTo(new Reply.Mend(Map.of("file", "I cannot read this file. Please choose it again.")));
        }
    }

    @Test
    void aLargeFileIsNotEvenFetched() {
        try (var api = new SlackApi(URI.create("http://127.0.0.1:1/api/"), "xoxb-1")) {
            var reply = new Uploads(api).withFiles(state(file("http://127.0.0.1:1/a.ics", 1_000_001)), SENT,
                    _ -> new Reply.Done());
            assertThat(reply.toString()).contains("too large");
            assertThat(new Uploads(api).withFiles(state(file("http://127.0.0.1:1/a.ics", 9)), SENT,
                    _ -> new Reply.Done())).isInstanceOf(Reply.Mend.class);
            assertThat(new Uploads(api).withFiles(null, SENT, _ -> new Reply.Done())).isEqualTo(new Reply.Done());
        }
    }

    @Test
    void theWordsAreWholeInTheEncodingsThatProgramsWrite() throws IOException {
        var text = "BEGIN:VCALENDAR\nSUMMARY:Día – no school\n";
        for (var bytes : List.of(text.getBytes(StandardCharsets.UTF_8), text.getBytes(StandardCharsets.UTF_16),
                text.getBytes(Charset.forName("windows-1252")))) {
            assertThat(read(bytes)).isEqualTo(text);
        }
        assertThat(read(new byte[1_000_001])).contains("too large");
    }

    /** What a form's handler gets of a file with these bytes, or the reason why it gets nothing. */
    private static String read(byte[] bytes) throws IOException {
        var server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/a.ics", exchange -> {
            exchange.sendResponseHeaders(200, bytes.length);
            try (exchange; var out = exchange.getResponseBody()) {
                out.write(bytes);
            }
        });
        server.start();
        var url = "http://127.0.0.1:" + server.getAddress().getPort();
        try (var api = new SlackApi(URI.create(url + "/api/"), "xoxb-1")) {
            var words = new AtomicReference<>("");
            var reply = new Uploads(api).withFiles(state(file(url + "/a.ics", 9)), SENT, sent -> {
                words.set(sent.answers().one("file").orElseThrow());
                return new Reply.Done();
            });
            return reply instanceof Reply.Mend mend ? mend.reasons().getOrDefault("file", "") : words.get();
        } finally {
            server.stop(0);
        }
    }

    private static File file(String url, int size) {
        var file = new File();
        file.setUrlPrivateDownload(url);
        file.setSize(size);
        return file;
    }

    private static ViewState state(File file) {
        var value = new ViewState.Value();
        value.setFiles(List.of(file));
        var state = new ViewState();
        state.setValues(Map.of("file", Map.of("any", value)));
        return state;
    }
}
