package dev.stagecoach.slack;

import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import com.slack.api.model.File;
import com.slack.api.model.view.ViewState;
import dev.stagecoach.chat.Answers;
import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.Field;
import dev.stagecoach.chat.FileText;
import dev.stagecoach.chat.Reply;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Files that come with a form: their words take the place of an answer. */
final class Uploads {
    private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);
    private static final String SLACK = ".slack.com";

    private final SlackApi api;
    private final String ownHost;

    Uploads(SlackApi api) {
        this.api = api;
        this.ownHost = String.valueOf(URI.create(api.slack().getConfig().getMethodsEndpointUrlPrefix()).getHost());
    }

    /** Hands the form on with its files read; one that cannot be read goes back to its field with the reason. */
    Reply withFiles(@Nullable ViewState state, Call.Submission sent, Function<Call.Submission, Reply> dispatcher) {
        var values = new HashMap<>(sent.answers().values());
        var reasons = new LinkedHashMap<String, String>();
        files(state).forEach((key, file) -> {
            try {
                values.put(key, List.of(read(file)));
            } catch (IOException e) {
                LOG.warn("an uploaded file could not be read: {}", e.getMessage());
                reasons.put(key, String.valueOf(e.getMessage()));
            }
        });
        return reasons.isEmpty()
                ? dispatcher.apply(new Call.Submission(sent.person(), sent.form(), sent.context(), new Answers(values),
                        sent.now()))
                : new Reply.Mend(reasons);
    }

    private static Map<String, File> files(@Nullable ViewState state) {
        var files = new LinkedHashMap<String, File>();
        if (state != null && state.getValues() != null) {
            state.getValues().forEach((key, elements) -> elements.values().stream()
                    .filter(value -> value.getFiles() != null && !value.getFiles().isEmpty())
                    .forEach(value -> files.put(key, value.getFiles().getFirst())));
        }
        return files;
    }

    private String read(File file) throws IOException {
        var size = file.getSize();
        if (size != null && size > Field.Upload.LARGEST) {
            throw new IOException("This file is too large: I can read up to a megabyte.");
        }
        var url = HttpUrl.parse(String.valueOf(file.getUrlPrivateDownload()));
        // The token goes to nobody but Slack, whatever a payload says.
        if (url == null || !(url.host().equals(ownHost) || url.isHttps() && url.host().endsWith(SLACK))) {
            throw new IOException("I cannot read this file. Please choose it again.");
        }
        var get = new Request.Builder().url(url).header("Authorization", "Bearer " + api.botToken()).build();
        try (var answer = api.http().newCall(get).execute()) {
            if (!answer.isSuccessful()) {
                throw new IOException("Slack did not give me this file (status " + answer.code()
                        + "). Please send it again in a minute.");
            }
            return words(answer.peekBody(Field.Upload.LARGEST + 1L).bytes());
        }
    }

    private static String words(byte[] read) throws IOException {
        if (read.length > Field.Upload.LARGEST) {
            throw new IOException("This file is too large: I can read up to a megabyte.");
        }
        return FileText.of(read);
    }
}
