package dev.stagecoach.slack;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.request.files.FilesCompleteUploadExternalRequest.FileDetails;
import com.slack.api.methods.request.files.FilesCompleteUploadExternalRequest.FilesCompleteUploadExternalRequestBuilder;
import com.slack.api.methods.request.files.FilesGetUploadURLExternalRequest.FilesGetUploadURLExternalRequestBuilder;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Slack's external upload: a place is asked for, filled, and made a file.
 *
 * @param failed what a refusal means, for the log
 */
record ExternalUpload(SlackApi api, String failed) {
    private static final Logger LOG = LoggerFactory.getLogger(ExternalUpload.class);

    /** Fills a place for these bytes; its id, or empty where Slack refuses. */
    Optional<String> fill(byte[] content, MediaType type, UnaryOperator<FilesGetUploadURLExternalRequestBuilder> named)
            throws IOException, SlackApiException {
        var place = api.methods().filesGetUploadURLExternal(r -> named.apply(r).length(content.length));
        if (!place.isOk()) {
            refused(place.getError());
            return Optional.empty();
        }
        var post = new Request.Builder().url(place.getUploadUrl()).post(RequestBody.create(content, type)).build();
        try (var answer = api.http().newCall(post).execute()) {
            if (!answer.isSuccessful()) {
                refused("status " + answer.code());
                return Optional.empty();
            }
        }
        return Optional.of(place.getFileId());
    }

    /** Makes files of the filled places; whether Slack took them. */
    boolean complete(List<FileDetails> files, UnaryOperator<FilesCompleteUploadExternalRequestBuilder> where)
            throws IOException, SlackApiException {
        var done = api.methods().filesCompleteUploadExternal(r -> where.apply(r.files(files)));
        if (!done.isOk()) {
            refused(done.getError());
        }
        return done.isOk();
    }

    static FileDetails file(String id, String title) {
        return FileDetails.builder().id(id).title(title).build();
    }

    private void refused(String error) {
        LOG.warn("{}: {}", failed, error);
    }
}
