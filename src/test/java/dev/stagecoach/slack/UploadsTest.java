package dev.stagecoach.slack;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.slack.api.model.File;
import com.slack.api.model.view.ViewState;
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
