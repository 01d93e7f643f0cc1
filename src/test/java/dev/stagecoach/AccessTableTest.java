package dev.stagecoach;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import dev.stagecoach.chat.Action;
import dev.stagecoach.chat.Feature;
import dev.stagecoach.coaching.Room;
import dev.stagecoach.storage.TestDatabases;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The page that tells who may do what says exactly what is checked; a new way in without a row fails here. */
class AccessTableTest {
    private static final Path PAGE = Path.of("config/access.md");

    @Test
    void thePageSaysWhatIsChecked() throws IOException {
        try (var database = TestDatabases.sqlite()) {
            var rows = RoomsTest.rooms(database).all().stream().map(Room::feature).flatMap(AccessTableTest::rows)
                    .sorted().toList();
            var page = Files.readAllLines(PAGE).stream().filter(line -> line.startsWith("| `")).toList();
            assertThat(page).as("config/access.md").isEqualTo(rows);
        }
    }

    static Stream<String> rows(Feature feature) {
        var rows = new ArrayList<String>();
        feature.typed().forEach(typed -> rows.add(
                row(("/coach " + typed.word()).strip(), "command", access(typed.action().action()))));
        feature.actions().forEach(one -> rows.add(
                row(one.action().id(), one.action().way().name().toLowerCase(Locale.ROOT),
                        access(one.action()))));
        return rows.stream();
    }

    private static List<String> access(Action<?> action) {
        return List.of(action.access().who().words(), action.rule().map(Action.Rule::words).orElse(""),
                action.access().work().name().toLowerCase(Locale.ROOT),
                action.access().practice() ? "a chosen practice" : "");
    }

    private static String row(String id, String way, List<String> access) {
        return "| `" + id + "` | " + way + " | " + String.join(" | ", access) + " |";
    }
}
