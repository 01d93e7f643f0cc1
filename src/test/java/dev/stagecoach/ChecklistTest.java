package dev.stagecoach;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.stagecoach.chat.Action;
import dev.stagecoach.storage.TestDatabases;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

/** The table of what the source asks for says no more than what the code has. */
class ChecklistTest {
    private static final Path TABLE = Path.of("config/checklist.md");

    /** A line of the table. */
    private record Line(String number, String what, String state, String command, String type, String missing) {
        static Line of(String row) {
            var cells = Stream.of(row.split("\\|", -1)).skip(1).map(cell -> cell.strip().replace("`", "")).toList();
            return new Line(cells.get(0), cells.get(1), cells.get(2), cells.get(3), cells.get(4), cells.get(5));
        }
    }

    @Test
    void everyNumberOfTheSourceStandsThereOnce() throws IOException {
        var numbers = Stream.of(counted("F", 5), counted("P", 6), counted("EO", 2), counted("EA", 5), counted("DO", 2),
                counted("DA", 12), counted("IO", 2), counted("IA", 3), counted("SO", 1), counted("SA", 3),
                counted("Q", 3)).flatMap(each -> each).toList();
        assertThat(lines()).extracting(Line::number).containsExactlyElementsOf(numbers);
    }

    @Test
    void whatIsThereCanBeTyped_andWhatIsNotSaysSo() throws IOException {
        var commands = commands();
        assertThat(commands).contains("goal", "round");
        assertThat(lines()).allSatisfy(line -> {
            switch (line.state()) {
                case "here" -> assertThat(line.missing()).isEmpty();
                case "partly", "not yet" -> assertThat(line.missing()).isNotEmpty();
                default -> assertThat(line.state()).as(line.number()).isIn("here", "partly", "not yet");
            }
            if (line.state().equals("not yet")) {
                assertThat(line.command()).isEmpty();
            } else {
                assertThat(line.command()).startsWith("/coach ");
                assertThat(commands).contains(line.command().substring("/coach ".length()));
            }
        });
    }

    @Test
    void everyClassThatIsNamedIsThere() throws IOException {
        assertThat(lines()).allSatisfy(
                line -> assertThatCode(() -> Class.forName("dev.stagecoach." + line.type()))
                        .doesNotThrowAnyException());
    }

    private static List<Line> lines() throws IOException {
        try (var rows = Files.lines(TABLE)) {
            return rows.filter(row -> row.startsWith("| ") && !row.startsWith("| number")).map(Line::of).toList();
        }
    }

    private static List<String> commands() {
        try (var database = TestDatabases.sqlite()) {
            return RoomsTest.rooms(database).all().stream().flatMap(room -> room.feature().typed().stream())
                    .map(Action.Typed::word).toList();
        }
    }

    private static Stream<String> counted(String letters, int last) {
        return IntStream.rangeClosed(1, last).mapToObj(number -> letters + number);
    }
}
