package dev.stagecoach;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.stagecoach.guide.ShippedGuide;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

/** The table of the tools' fields says no more than what the guide and the code have. */
class ToolFieldsTest {
    private static final Path TABLE = Path.of("config/tools.md");
    private static final Pattern FIELD = Pattern.compile("(\\w+)[.](\\w+)");

    /** A line of the table. */
    private record Line(String tool, String field, List<String> places, String test) {
        static Line of(String row) {
            var cells = Stream.of(row.split("\\|", -1)).skip(1).map(cell -> cell.strip().replace("`", "")).toList();
            return new Line(cells.get(0), cells.get(1), List.of(cells.get(2).split(", ", -1)), cells.get(3));
        }
    }

    @Test
    void everyPlaceAndEveryTestIsThere() throws IOException {
        try (var rows = Files.lines(TABLE)) {
            var lines = rows.filter(row -> row.startsWith("| ") && !row.startsWith("| tool")).map(Line::of).toList();
            assertThat(lines).hasSizeGreaterThan(70).allSatisfy(line -> {
                line.places().forEach(place -> there(line, place));
                assertThatCode(() -> Class.forName("dev.stagecoach." + line.test())).doesNotThrowAnyException();
            });
        }
    }

    private static void there(Line line, String place) {
        var field = FIELD.matcher(place);
        if (field.matches()) {
            assertThat(ShippedGuide.GUIDE.workbook().tool(field.group(1))
                    .flatMap(tool -> tool.field(field.group(2)))).as(line.toString()).isPresent();
        } else {
            assertThatCode(() -> Class.forName("dev.stagecoach." + place)).as(line.toString())
                    .doesNotThrowAnyException();
        }
    }
}
