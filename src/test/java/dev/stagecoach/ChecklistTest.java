package dev.stagecoach;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.stagecoach.chat.Action;
import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Card.Part;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.Room;
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

    /** Whoever types the command comes, by at most three buttons of what it answers, into the room of the class. */
    @Test
    void eachCommandLeadsToItsClass() throws IOException {
        try (var database = TestDatabases.sqlite()) {
            var town = new SweptTown(database);
            var hosts = new HashMap<String, String>();
            town.rooms.all().forEach(room -> room.feature().actions()
                    .forEach(one -> hosts.put(one.action().id(), home(one.handler().getClass().getName()))));
            var reached = new HashMap<String, Set<String>>();
            assertThat(lines()).filteredOn(line -> !line.type().startsWith("guide.")).allSatisfy(line -> assertThat(
                    reached.computeIfAbsent(line.command(), command -> reachedBy(town, hosts, command)))
                    .as(line.number() + " " + line.command())
                    .contains(home("dev.stagecoach." + line.type())));
        }
    }

    private static Set<String> reachedBy(SweptTown town, Map<String, String> hosts, String command) {
        var found = new TreeSet<String>();
        for (var person : town.insiders) {
            var clicked = new HashSet<Button>();
            var replies = List.of(town.dispatcher.typed(person, town.own.channel(),
                    command.substring("/coach ".length()), SweptTown.NOW));
            for (var turn = 0; turn < 3; turn++) {
                var buttons = replies.stream().flatMap(ChecklistTest::buttons).filter(clicked::add).toList();
                buttons.forEach(button -> Optional.ofNullable(hosts.get(button.action())).ifPresent(found::add));
                replies = buttons.stream().flatMap(
                        button -> town.click(button.action(), button.value(), person, SweptTown.NOW).stream()).toList();
            }
        }
        town.rooms.all().stream().map(Room::feature).flatMap(feature -> feature.typed().stream())
                .filter(typed -> command.equals("/coach " + typed.word()))
                .forEach(typed -> found.add(home(typed.action().handler().getClass().getName())));
        return found;
    }

    private static Stream<Button> buttons(Reply reply) {
        return switch (reply) {
            case Reply.ToYou(var card) -> buttons(card);
            case Reply.ToChannel(var card) -> buttons(card);
            case Reply.Replace(var card) -> buttons(card);
            case Reply.Refused(_, var wayOn, _) -> wayOn.stream();
            case Reply.Open _,Reply.Next _,Reply.Mend _,Reply.Done _ -> Stream.empty();
        };
    }

    private static Stream<Button> buttons(Card card) {
        return card.parts().stream().filter(Part.Buttons.class::isInstance).map(Part.Buttons.class::cast)
                .flatMap(part -> part.buttons().stream());
    }

    /** The package of a class, or of what a lambda stands in. */
    private static String home(String type) {
        return type.substring(0, type.lastIndexOf('.', type.indexOf('/') < 0 ? type.length() : type.indexOf('/')));
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
