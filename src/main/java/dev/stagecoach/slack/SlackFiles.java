package dev.stagecoach.slack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.request.files.FilesCompleteUploadExternalRequest.FileDetails;
import dev.stagecoach.chat.PrivateFiles;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.slack.Conversations.Place;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings files into a person's conversation with the bot, by Slack's external upload. */
public final class SlackFiles implements PrivateFiles {
    private static final Logger LOG = LoggerFactory.getLogger(SlackFiles.class);
    private static final MediaType ANY = MediaType.get("application/octet-stream");

    private final SlackApi api;
    private final Conversations conversations;

    public SlackFiles(SlackApi api) {
        this.api = api;
        this.conversations = new Conversations(api);
    }

    @Override
    public boolean send(PersonId to, List<Document> files, String words) {
        try {
            if (!(conversations.of(to) instanceof Place.In(var channel))) {
                return false;
            }
            var uploaded = new ArrayList<FileDetails>();
            for (var file : files) {
                var id = upload(file);
                if (id.isEmpty()) {
                    return false;
                }
                uploaded.add(FileDetails.builder().id(id.get()).title(file.name()).build());
            }
            var done = api.methods().filesCompleteUploadExternal(r -> r.files(uploaded).channelId(channel.channel())
                    .initialComment(words));
            return done.isOk() || refused(done.getError()).isPresent();
        } catch (IOException | SlackApiException e) {
            LOG.warn("a file could not be sent: {}", e.getMessage());
            return false;
        }
    }

    private Optional<String> upload(Document file) throws IOException, SlackApiException {
        var content = file.content().getBytes(StandardCharsets.UTF_8);
        var place = api.methods().filesGetUploadURLExternal(r -> r.filename(file.name()).length(content.length));
        if (!place.isOk()) {
            return refused(place.getError());
        }
        var post = new Request.Builder().url(place.getUploadUrl()).post(RequestBody.create(content, ANY)).build();
        try (var answer = api.http().newCall(post).execute()) {
            return answer.isSuccessful() ? Optional.of(place.getFileId()) : refused("status " + answer.code());
        }
    }

    private static Optional<String> refused(String error) {
        LOG.warn("a file could not be sent: {}", error);
        return Optional.empty();
    }
}
