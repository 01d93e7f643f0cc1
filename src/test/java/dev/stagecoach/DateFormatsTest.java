package dev.stagecoach;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Dates and times for people are written in one place, so that they read the same everywhere. */
class DateFormatsTest {
    private static final Path SOURCES = Path.of("src/main/java/dev/stagecoach");
    private static final Pattern FORMAT = Pattern
            .compile("DateTimeFormatter\\.ofPattern|getDisplayName\\(TextStyle|ofLocalized(Date|Time)");
    private static final List<Path> EXCEPTIONS = List.of(Path.of("chat/DateText.java"),
            // Slack's time picker, in Slack's own format.
            Path.of("slack/FieldRenderer.java"),
            // The sandbox's own page sees no room of the bot; its patterns are DateText's.
            Path.of("sandbox/PageJson.java"),
            // The format of calendar files.
            Path.of("calendar/GatheringWriter.java"),
            // Fictional people type what a form offers.
            Path.of("simulation/SettingUp.java"));

    @Test
    void nobodyElseFormatsDates() throws IOException {
        try (var files = Files.walk(SOURCES)) {
            var formatting = files.filter(path -> path.toString().endsWith(".java")).filter(this::formats)
                    .map(SOURCES::relativize).toList();
            assertThat(formatting).containsExactlyInAnyOrderElementsOf(EXCEPTIONS);
        }
    }

    private boolean formats(Path file) {
        try {
            return FORMAT.matcher(Files.readString(file)).find();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
