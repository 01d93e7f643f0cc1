package dev.stagecoach.guide;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The example is a whole guide on another subject. */
class ExampleGuideTest {
    private static final Path FOLDER = Path.of("config/guide-team-health");
    private static final Path SHIPPED = Path.of("src/main/resources/guide");

    @Test
    void itReplacesEveryFile() throws IOException {
        try (var shipped = Files.list(SHIPPED)) {
            assertThat(shipped.map(SHIPPED::relativize)).isNotEmpty()
                    .allSatisfy(name -> assertThat(FOLDER.resolve(name)).isRegularFile());
        }
    }

    @Test
    void itLoads_andHoldsNothingOfTheShippedOne() {
        var guide = GuideFiles.load(Optional.of(FOLDER));
        var shipped = GuideFiles.load(Optional.empty());
        assertThat(guide.levels()).hasSize(3);
        assertThat(guide.practices()).extracting(Practice::key)
                .doesNotContainAnyElementsOf(shipped.practices().stream().map(Practice::key).toList());
        assertThat(guide.stages()).extracting(Stage::key)
                .doesNotContainAnyElementsOf(shipped.stages().stream().map(Stage::key).toList());
        assertThat(guide.sides().of(Side.STUDENT).who()).isEqualTo("users");
        assertThat(guide.toString()).doesNotContainIgnoringCase("student ").doesNotContainIgnoringCase("teacher");
        assertThat(guide.workbook().introduction().cycle()).isEmpty();
        assertThat(guide.workbook().crosswalk().of("code")).isEmpty();
    }

    @Test
    void itsReadmeTellsOfEveryFile() throws IOException {
        var readme = Files.readString(FOLDER.resolve("README.md"));
        try (var files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".yml")))
                    .hasSize(15).allSatisfy(name -> assertThat(readme).contains("`" + name + "`"));
        }
    }
}
