package dev.stagecoach;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.stagecoach.sandbox.Persona;
import dev.stagecoach.sandbox.Sandbox;
import dev.stagecoach.sandbox.SandboxClock;
import dev.stagecoach.sandbox.Story;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The eight weeks are lived once, and looked at from all sides; they are too long to be lived for each question. */
class StoryTest {
    private static final String CHANNEL = "#grade-7-team";
    private static final String GOAL = "Students will answer one another with a reason";

    @Test
    void eightWeeksAreLivedThroughTheBot(@TempDir Path folder) {
        try (var house = new House(folder, SandboxClock.running(SandboxClock.START))) {
            var sandbox = house.sandbox();
            var said = new ArrayList<String>();

            new Story(sandbox, said::add).tell();

            assertThat(said).hasSize(8);
            var today = sandbox.clock().instant().atZone(SandboxClock.ZONE);
            assertThat(today.toLocalDate()).isEqualTo(LocalDate.of(2026, 11, 9));
            var softly = new SoftAssertions();
            channelTellsTheStory(softly, sandbox.as("U0FERN").messages(CHANNEL));
            nobodyIsWrittenToTwice(softly, sandbox);
            privateWordsStayPrivate(softly, sandbox);
            softly.assertAll();
            everybodyHasSomethingToDo(sandbox);
        }
    }

    private static void channelTellsTheStory(SoftAssertions softly, List<String> channel) {
        var bot = channel.stream().filter(message -> message.startsWith("Stagecoach")).toList();
        softly.assertThat(bot)
                .filteredOn(message -> message.contains("Our goal\n") && message.contains("Last written by"))
                .singleElement().asString().contains(GOAL, "the discussion comes first");
        var titles = bot.stream().flatMap(String::lines)
                .filter(line -> line.matches("(Stagecoach: )?Grade 7 team, .* – .*, 2026 \\(Mountain Time\\)"))
                .toList();
        softly.assertThat(titles).as("summaries").hasSize(7).doesNotHaveDuplicates();
        softly.assertThat(bot).filteredOn(message -> message.contains("A quiet week")).hasSize(1);
        softly.assertThat(bot).filteredOn(message -> message.contains("logged evidence")).hasSize(5)
                .filteredOn(message -> message.contains("Saved from a message in " + CHANNEL)).singleElement()
                .asString()
                .contains("9 of 20 turns", "School leaders may see this");
        softly.assertThat(bot).filteredOn(message -> message.contains("shared a reflection")).hasSize(2);
        softly.assertThat(bot)
                .filteredOn(message -> message.contains("7 of 7 took part") && message.contains("picture"))
                .isNotEmpty();
        softly.assertThat(channel).filteredOn(message -> message.startsWith("Ms. Fern:")).hasSize(2);
    }

    /**
     * Two rounds and seven check-ins; the second round waited for a free week and came with a check-in as one message.
     * Whoever put one off or left one open was asked once more. Three in a row stayed
     * open with Ms. Clover, so the next one waited at Home. Mr. Flint visits Ms. Fern: both are reminded, and she hears
     * that he comes and that he thanks her.
     */
    private static void nobodyIsWrittenToTwice(SoftAssertions softly, Sandbox sandbox) {
        Map.of("U0FERN", 12, "U0LARCH", 8, "U0POPPY", 8, "U0FLINT", 11, "U0SAGE", 10, "U0REED", 12, "U0CLOVER", 11)
                .forEach((id, messages) -> softly.assertThat(sandbox.as(id).dm()).as(id).hasSize(messages));
        softly.assertThat(sandbox.as("U0CLOVER").dm()).as("what she left open")
                .filteredOn(message -> message.contains("This one is closed now")).hasSize(8);
        softly.assertThat(sandbox.as("U0FERN").dm()).as("what a summary has taken in")
                .noneMatch(message -> message.contains("until the summary"));
        softly.assertThat(sandbox.as("U0MOSS").dm()).as("the guest").isEmpty();
    }

    private static void privateWordsStayPrivate(SoftAssertions softly, Sandbox sandbox) {
        for (var other : List.of("U0WREN", "U0OAKLEY", "U0LARCH")) {
            softly.assertThat(sandbox.as(other).sees()).as(other).doesNotContain("I asked eleven questions",
                    "They talk a lot, but to me", "asked one another before they looked", "Four hands went down",
                    "A quiet corner spoke first");
        }
    }

    private static void everybodyHasSomethingToDo(Sandbox sandbox) {
        var fern = sandbox.as("U0FERN");
        assertThat(fern.canClick("Start")).as("the round").isTrue();
        assertThat(fern.clicks("dm", "Answer all")).isEmpty();
        assertThat(fern.modal().choose("q.try", "not yet").submit()).isEmpty();
        var wren = sandbox.as("U0WREN");
        assertThat(wren.types(CHANNEL, "/coach round")).isEmpty();
        assertThat(last(wren)).contains("Of 7 people, fewer than half have begun", "Close and reveal");
        var oakley = sandbox.as("U0OAKLEY");
        assertThat(oakley.types("dm", "/coach summary")).isEmpty();
        assertThat(oakley.willSee("Which team is this about?")).isTrue();
        assertThat(oakley.clicks("dm", "Grade 7 team")).isEmpty();
        assertThat(oakley.willSee(GOAL)).isTrue();
    }

    private static String last(Persona hand) {
        return hand.messages(CHANNEL).getLast();
    }
}
