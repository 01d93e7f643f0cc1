package dev.stagecoach;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.School;
import dev.stagecoach.guide.ShippedGuide;
import dev.stagecoach.people.People;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Standing;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.TestDatabases;
import org.junit.jupiter.api.Test;

import static dev.stagecoach.coaching.School.ADA;
import static dev.stagecoach.coaching.School.COACH;
import static dev.stagecoach.coaching.School.LEADER;
import static dev.stagecoach.coaching.School.NOW;
import static dev.stagecoach.coaching.School.TEAM;
import static org.assertj.core.api.Assertions.assertThat;

/** The page of all that somebody can do, in the wired program: nothing is missing, and every button leads somewhere. */
class EverythingTest {
    /** They lead to what the page itself is, or start a team in a channel that has none. */
    private static final List<String> ELSEWHERE = List.of("", "help", "setup", "pause");

    @Test
    void whateverCanBeTypedHasAButton_andEachButtonIsAnswered() {
        try (var database = TestDatabases.sqlite()) {
            new School(database).takesUp(ShippedGuide.GUIDE, "inquiry");
            var rooms = RoomsTest.rooms(database);
            for (var person : List.of(ADA, COACH, LEADER)) {
                var buttons = page(rooms, person);
                var reached = buttons.stream().map(Button::action).toList();
                assertThat(rooms.all().stream().flatMap(room -> room.feature().typed().stream())
                        .filter(one -> !ELSEWHERE.contains(one.word()))
                        .filter(one -> one.action().action().access().who().admits(standing(database, person)))
                        .map(one -> one.action().action().id())).as("for %s", person).isNotEmpty()
                        .allSatisfy(id -> assertThat(reached).contains(id));
                buttons.forEach(button -> assertThat(click(rooms, person, button.action(), button.value()).toString())
                        .as("%s presses %s", person, button.label())
                        .doesNotContain("This is for ", "people can see", "older version of me"));
            }
        }
    }

    @Test
    void nobodyIsOfferedWhatIsNotTheirs() {
        try (var database = TestDatabases.sqlite()) {
            new School(database);
            var rooms = RoomsTest.rooms(database);
            assertThat(page(rooms, ADA)).extracting(Button::label).contains("Log evidence", "Place my class")
                    .doesNotContain("Check-ins", "Meeting brief");
            assertThat(page(rooms, LEADER)).extracting(Button::label).contains("Summary", "Leaders' log")
                    .doesNotContain("Log evidence", "Check-ins");
            assertThat(page(rooms, COACH)).extracting(Button::label).contains("Check-ins", "Meeting brief", "Summary",
                    "Self-assessment round", "Days off and hours").doesNotContain("Place my class");
        }
    }

    private static List<Button> page(Rooms rooms, PersonId person) {
        var shown = School.shown(click(rooms, person, "home.all", TEAM.value()));
        return shown.parts().stream().flatMap(part -> part instanceof Card.Part.Buttons(var buttons)
                ? buttons.stream()
                : Stream.of()).toList();
    }

    private static Reply click(Rooms rooms, PersonId person, String action, String value) {
        var handler = rooms.features().stream().map(feature -> feature.clicks().get(action)).filter(Objects::nonNull)
                .findFirst();
        assertThat(handler).as(action).isPresent();
        return handler.orElseThrow().apply(new Call.Click(person, action, value, Optional.empty(), NOW));
    }

    private static Standing standing(Database database, PersonId person) {
        return database.read(tx -> People.create().members().standing(tx, TEAM, person));
    }
}
