package dev.stagecoach.guide;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ParsedGuideCacheTest {
    private static final Path SHIPPED = Path.of("src/main/resources/guide");

    @Test
    void whatTheBuildParsedIsWhatTheFilesSay() throws IOException {
        var ahead = ParsedGuideCache.shipped();
        for (var name : GuideFiles.names()) {
            var yaml = Files.readAllBytes(SHIPPED.resolve(name));
            assertThat(ahead.content(name, yaml)).as(name).contains(GuideFiles.content(yaml));
        }
    }

    @Test
    void aChangedFileIsParsedAgain() {
        assertThat(ParsedGuideCache.shipped().content("goal.yml", "reaches: []".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }
}
