package dev.stagecoach.slack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.request.files.FilesCompleteUploadExternalRequest.FileDetails;
import dev.stagecoach.chat.PrivateFiles;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.slack.Conversations.Place;
import okhttp3.MediaType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings files into a person's conversation with the bot, by Slack's external upload. */
public final class SlackFiles implements PrivateFiles {
    private static final Logger LOG = LoggerFactory.getLogger(SlackFiles.class);
    private static final MediaType ANY = MediaType.get("application/octet-stream");

    private final ExternalUpload uploads;
    private final Conversations conversations;

    public SlackFiles(SlackApi api) {
        this.uploads = new ExternalUpload(api, "a file could not be sent");
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
                var id = uploads.fill(file.content().getBytes(StandardCharsets.UTF_8), ANY,
                        r -> r.filename(file.name()));
                if (id.isEmpty()) {
                    return false;
                }
                uploaded.add(ExternalUpload.file(id.get(), file.name()));
            }
            return uploads.complete(uploaded, r -> r.channelId(channel.channel()).initialComment(words));
        } catch (IOException | SlackApiException e) {
            LOG.warn("a file could not be sent: {}", e.getMessage());
            return false;
        }
    }
}
