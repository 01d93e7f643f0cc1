package dev.stagecoach;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

import dev.stagecoach.chat.Action;
import dev.stagecoach.chat.Action.Way;
import dev.stagecoach.storage.TestDatabases;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Buttons and forms that stand in people's messages go on working: every id that was ever there, with every sort of
 * value it carried. A line is never taken out of the golden file; a new action is added to it.
 */
class GoldenWaysInTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/ways-in.txt");
    /** What stands in the file for what differs from message to message. */
    private static final Map<String, String> STANDS_FOR = Map.of("ID", "01a2221b-1a6f-7bed-b8b6-667f3079c5d7", "PERSON",
            "T1/ADA", "DAY", "2026-10-05", "MILLIS", "1790000000000");

    private final Map<String, Action<?>> actions = new HashMap<>();

    @BeforeEach
    void wired() {
        try (var database = TestDatabases.sqlite()) {
            RoomsTest.rooms(database).all().stream().flatMap(room -> room.feature().actions().stream())
                    .map(Action.Handled::action).filter(action -> action.way() != Way.SHORTCUT)
                    .forEach(action -> actions.put(key(action), action));
        }
    }

    @Test
    void whatStandsInMessagesIsStillUnderstood() throws IOException {
        assertThat(lines()).isNotEmpty().allSatisfy(line -> {
            var parts = line.split(" ", 3);
            var action = Optional.ofNullable(actions.get(parts[0] + " " + parts[1]));
            assertThat(action).as("handled").isPresent();
            if (parts.length == 3) {
                assertThat(again(action.orElseThrow(), filled(parts[2]))).contains(filled(parts[2]));
            }
        });
    }

    @Test
    void everyActionIsPinned() throws IOException {
        var known = lines().stream().map(line -> line.split(" ", 3)).map(parts -> parts[0] + " " + parts[1])
                .collect(Collectors.toSet());
        assertThat(new TreeSet<>(actions.keySet())).as("add what is missing to %s", GOLDEN)
                .isSubsetOf(new TreeSet<>(known));
    }

    private static <V> Optional<String> again(Action<V> action, String value) {
        return action.carried().read().apply(value).map(action::write);
    }

    private static String filled(String value) {
        var text = value.replace('⏎', '\n');
        for (var one : STANDS_FOR.entrySet()) {
            text = text.replaceAll("\\b" + one.getKey() + "\\b", one.getValue());
        }
        return text;
    }

    private static String key(Action<?> action) {
        return (action.way() == Way.CLICK ? "click " : "form ") + action.id();
    }

    private static List<String> lines() throws IOException {
        return Files.readAllLines(GOLDEN);
    }
}
