package dev.stagecoach;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import dev.stagecoach.storage.TestDatabases;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The page that tells what is published, where, who reads there, and what was said before. A new kind of message without
 * a row fails here; that the forms say it is tried in conversations/PublishingTest.
 */
class PublishedTableTest {
    private static final Path PAGE = Path.of("config/published.md");
    private static final Set<String> PLACES = Set.of("channel", "person");

    @Test
    void everyKindOfMessageHasItsRow() throws IOException {
        try (var database = TestDatabases.sqlite()) {
            assertThat(rows()).extracting(row -> row.get(0)).as("config/published.md")
                    .containsExactlyElementsOf(RoomsTest.rooms(database).composers().keySet().stream().sorted()
                            .map(kind -> "`" + kind + "`").toList());
        }
    }

    @Test
    void whatHoldsSomebodysWordsSaysSoBeforehand() throws IOException {
        assertThat(rows()).allSatisfy(row -> {
            assertThat(row).hasSize(5).doesNotContain("");
            assertThat(PLACES).contains(row.get(2));
            if (row.get(1).contains("words") && row.get(2).equals("channel")) {
                assertThat(row.get(4)).startsWith("the form says");
            }
        });
    }

    private static List<List<String>> rows() throws IOException {
        return Files.readAllLines(PAGE).stream().filter(line -> line.startsWith("| `"))
                .map(line -> Arrays.stream(line.substring(1, line.length() - 1).split("\\|")).map(String::strip)
                        .toList())
                .toList();
    }
}
