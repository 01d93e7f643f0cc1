package dev.stagecoach.slack;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Card.Part;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.chat.TeamPicker;
import dev.stagecoach.coaching.NextStep;
import dev.stagecoach.coaching.Room;
import dev.stagecoach.coaching.Routed;
import dev.stagecoach.coaching.home.HomeContent;
import dev.stagecoach.coaching.home.HomeRoom;
import dev.stagecoach.people.ChannelId;
import dev.stagecoach.people.Directory;
import dev.stagecoach.people.Meeting;
import dev.stagecoach.people.People;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Role;
import dev.stagecoach.people.Standing;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.people.TownDirectory;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.TestDatabases;
import dev.stagecoach.storage.Transaction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A coach of sixty teams gets to each of them, within what Slack takes. */
class SixtyTeamsTest {
    private static final Instant NOW = Instant.parse("2026-09-15T00:00:00Z");
    private final TownDirectory town = new TownDirectory();
    private final People people = People.create();
    private final PersonId coach = town.person("Wren");
    private final ChannelId direct = town
            .put(new Directory.Channel(new ChannelId("T1", "D1"), "", true, false, false));
    private final Database database = TestDatabases.sqlite();
    private final HomeRoom room = new HomeRoom(database, people, town,
            new HomeContent(List.of(new Busy()),
                    (_, _) -> Optional.of("Stage: Explore · Goal: " + "a goal ".repeat(20)),
                    List::of));

    @BeforeEach
    void sixty() {
        database.change(tx -> {
            people.members().keep(tx, town.person(coach).orElseThrow(), NOW);
            teams(60).forEach(team -> {
                people.teams().add(tx, team, coach, NOW);
                people.members().join(tx, team.id(), coach, Role.COACH, NOW);
            });
        });
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void theHomeTabHoldsTheMostUrgentTeamsAndAButtonForEachOther() {
        var home = room.home(coach, NOW);
        SlackRules.check(CardRenderer.blocks(home, PictureFiles.NONE, 100), 100);
        assertThat(CardRenderer.fits(home, 100)).isTrue();
        assertThat(home.toString()).contains("Your other 50 teams", "Heading[words=Team 59]");
        assertThat(reached(home)).hasSize(60);
    }

    @Test
    void bareCoachHoldsThemToo() {
        var card = bare();
        SlackRules.check(CardRenderer.blocks(card, PictureFiles.NONE, 50), 50);
        assertThat(CardRenderer.fits(card, 50)).isTrue();
        assertThat(card.summary()).endsWith(" and 53 more").hasSizeLessThan(200);
        assertThat(reached(card)).hasSize(60);
    }

    @Test
    void whichTeam_hasThemByName_andSaysWhatIsLeftOut() {
        var everything = Optional.ofNullable(Routed.feature(database, people, room).clicks().get("home.all"))
                .orElseThrow().apply(new Call.Click(coach, "home.all", "", Optional.empty(), NOW));
        var card = ((Reply.ToYou) everything).card();
        SlackRules.check(CardRenderer.blocks(card, PictureFiles.NONE, 50), 50);
        assertThat(buttons(card)).hasSize(60).extracting(Button::label).isSorted();
        assertThat(card.toString()).doesNotContain("These are");

        var many = TeamPicker.below(Card.saying("Which team?"), teams(130),
                (name, team) -> Button.of(name, "home.all", team.id().value()));
        SlackRules.check(CardRenderer.blocks(many, PictureFiles.NONE, 50), 50);
        assertThat(buttons(many)).hasSize(75);
        assertThat(many.toString()).contains("These are 75 of 130 teams. To get to another one, go to its channel");
    }

    @Test
    void teamsOfOneNameAreToldApartByTheirSchool() {
        var seven = team("Grade 7", "Juniper Ridge", 1);
        var other = team("Grade 7", "Cedar Hill", 2);
        var card = TeamPicker.below(Card.saying("Which team?"), List.of(seven, other, team("Grade 8", "Cedar Hill", 3)),
                (name, team) -> Button.of(name, "home.all", team.id().value()));
        assertThat(buttons(card)).extracting(Button::label).containsExactly("Grade 7 (Juniper Ridge)",
                "Grade 7 (Cedar Hill)", "Grade 8");
    }

    private Card bare() {
        var command = Routed.feature(database, people, room).commands().stream()
                .filter(one -> one.word().isEmpty()).findFirst().orElseThrow();
        return ((Reply.ToYou) command.answer().apply(new Call.Typed(coach, direct, Optional.empty(), "", NOW))).card();
    }

    /** Whose team some button leads to. */
    private static List<String> reached(Card card) {
        return buttons(card).stream().filter(button -> List.of("home.open", "home.all").contains(button.action()))
                .map(Button::value).filter(value -> !value.isEmpty()).distinct().toList();
    }

    private static List<Button> buttons(Card card) {
        return card.parts().stream()
                .flatMap(part -> part instanceof Part.Buttons row ? row.buttons().stream() : Stream.<Button>empty())
                .toList();
    }

    private static List<Team> teams(int many) {
        var teams = new ArrayList<Team>();
        IntStream.range(0, many).forEach(i -> teams.add(team("Team " + i, "Juniper Ridge", i)));
        return teams;
    }

    private static Team team(String name, String school, int number) {
        return new Team(new TeamId("team-" + number), new ChannelId("T1", "C" + number), name, school,
                TownDirectory.BOISE, new Meeting(DayOfWeek.WEDNESDAY, LocalTime.of(14, 30)), 1,
                new Meeting(DayOfWeek.FRIDAY, LocalTime.of(15, 0)), true);
    }

    /** Something to do in every team, and an open answer in one. */
    private static final class Busy implements Room {
        @Override
        public List<NextStep> steps(Transaction tx, Team team, PersonId person, Standing standing, Instant now) {
            var steps = new ArrayList<NextStep>();
            IntStream.range(0, 6).forEach(i -> steps.add(new NextStep(NextStep.Rank.NEXT, "Step " + i + " of "
                    + team.name() + " now, because it is time for it.",
                    Button.of("Do step " + i, "room.verb", "x" + i))));
            if (team.name().equals("Team 59")) {
                steps.add(
                        new NextStep(NextStep.Rank.OPEN_ANSWER, "Answer me.", Button.of("Answer", "room.answer", "")));
            }
            return steps;
        }
    }
}
