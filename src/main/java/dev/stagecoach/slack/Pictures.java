package dev.stagecoach.slack;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.slack.api.methods.SlackApiException;
import dev.stagecoach.chat.Picture;
import okhttp3.MediaType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** ExternalUpload pictures, so that image blocks can name them. The same picture is uploaded once. */
final class Pictures implements PictureFiles {
    private static final Logger LOG = LoggerFactory.getLogger(Pictures.class);
    private static final int REMEMBERED = 200;
    private static final MediaType PNG = MediaType.get("image/png");
    /** Slack refuses an image block whose file it has not looked at yet; it needs a second or two. */
    private static final List<Duration> WAITS = List.of(Duration.ZERO, Duration.ofMillis(300), Duration.ofMillis(600),
            Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(3));

    private final SlackApi api;
    private final ExternalUpload uploads;
    private final List<Duration> waits;
    private final Map<String, String> uploaded = new LinkedHashMap<>();

    Pictures(SlackApi api) {
        this(api, WAITS);
    }

    Pictures(SlackApi api, List<Duration> waits) {
        this.api = api;
        this.uploads = new ExternalUpload(api, "a picture could not be uploaded, its words stand in for it");
        this.waits = List.copyOf(waits);
    }

    @Override
    public Optional<String> of(Picture picture) {
        if (!picture.isDrawn()) {
            return Optional.empty();
        }
        var print = fingerprint(picture.png());
        var known = known(print);
        if (known.isPresent()) {
            return known;
        }
        try {
            var file = upload(picture).filter(this::isReady);
            file.ifPresent(id -> remember(print, id));
            return file;
        } catch (IOException | SlackApiException e) {
            LOG.warn("a picture could not be uploaded, its words stand in for it: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<String> upload(Picture picture) throws IOException, SlackApiException {
        var place = uploads.fill(picture.png(), PNG, r -> r.filename("picture.png")
                .altTxt(Limits.shorten(picture.alt(), Limits.ALT_TEXT)));
        return place.isPresent() && uploads.complete(List.of(ExternalUpload.file(place.get(),
                picture.title().isBlank() ? "Picture" : picture.title())), r -> r) ? place : Optional.empty();
    }

    private boolean isReady(String file) {
        for (var wait : waits) {
            try {
                Thread.sleep(wait);
                var info = api.methods().filesInfo(r -> r.file(file));
                if (info.isOk() && info.getFile().getMimetype() != null && !info.getFile().getMimetype().isEmpty()) {
                    return true;
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return false;
            } catch (IOException | SlackApiException e) {
                LOG.debug("a picture's file could not be looked at yet: {}", e.getMessage());
            }
        }
        LOG.warn("Slack did not make the picture {} ready in time, its words stand in for it", file);
        return false;
    }

    private synchronized Optional<String> known(String print) {
        return Optional.ofNullable(uploaded.get(print));
    }

    private synchronized void remember(String print, String file) {
        if (uploaded.size() >= REMEMBERED) {
            uploaded.remove(uploaded.keySet().iterator().next());
        }
        uploaded.put(print, file);
    }

    private static String fingerprint(byte[] png) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(png));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
