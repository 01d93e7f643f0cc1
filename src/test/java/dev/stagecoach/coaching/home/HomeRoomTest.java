package dev.stagecoach.coaching.home;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import dev.stagecoach.app.Handlers;
import dev.stagecoach.chat.Access;
import dev.stagecoach.chat.Access.Who;
import dev.stagecoach.chat.Action;
import dev.stagecoach.chat.Answers;
import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Card.Part;
import dev.stagecoach.chat.Carried;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.NextStep;
import dev.stagecoach.coaching.NextStep.Rank;
import dev.stagecoach.coaching.Room;
import dev.stagecoach.coaching.Routed;
import dev.stagecoach.coaching.School;
import dev.stagecoach.people.ChannelId;
import dev.stagecoach.people.Directory;
import dev.stagecoach.people.Meeting;
import dev.stagecoach.people.People;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.PreferenceStore;
import dev.stagecoach.people.Role;
import dev.stagecoach.people.Standing;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.people.TownDirectory;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Ids;
import dev.stagecoach.storage.OnBothDatabases;
import dev.stagecoach.storage.Transaction;

import static org.assertj.core.api.Assertions.assertThat;

class HomeRoomTest {
    private Handlers feature = new Handlers("home", List.of(), Map.of(), Map.of(), Map.of());
    /** 6 PM on Monday in Boise, and Tuesday in UTC. */
    private static final Instant NOW = Instant.parse("2026-09-15T00:00:00Z");

    private final TownDirectory town = new TownDirectory();
    private final People people = People.create();
    private final PersonId wren = town.person("Wren");
    private final PersonId ana = town.person("Ana");
    private final PersonId sam = town.person("Sam");
    private final Team seven = team("Grade 7", town.channel("grade-7"));
    private final Team eight = team("Grade 8", town.channel("grade-8"));
    private final ChannelId direct = town
            .put(new Directory.Channel(new ChannelId("T1", "D1"), "", true, false, false));
    private final List<NextStep> waiting = new ArrayList<>();

    @OnBothDatabases
    void bareCoachGivesTheNextStepThenOpenAnswersThenTheRest(Database database) {
        var room = room(database);
        steps(Rank.ANY_TIME, "Reflect");
        steps(Rank.NEXT, "Set the goal");
        steps(Rank.OPEN_ANSWER, "Rate");
        steps(Rank.OPEN_ANSWER, "Check in");
        var card = bare(room, ana, Optional.of(seven), seven.channel());
        assertThat(card.summary()).isEqualTo("Grade 7: Rate now.");
        assertThat(card.toString()).contains("Stage: Explore", "You are a member of this team.");
        assertThat(buttons(card)).extracting(Button::label).containsExactly("Rate", "Check in", "Set the goal",
                "Reflect", "Everything I can do");
        assertThat(buttons(card).stream().filter(button -> button.style() == Button.Style.PRIMARY))
                .extracting(Button::label).containsExactly("Rate");
    }

    @OnBothDatabases
    void whereNothingWaitsItSaysSo(Database database) {
        var room = room(database);
        steps(Rank.ANY_TIME, "Reflect");
        var card = bare(room, wren, Optional.of(seven), seven.channel());
        assertThat(card.summary()).isEqualTo("Grade 7: Nothing is waiting for you right now.");
        assertThat(card.toString()).contains("You coach this team.");
        assertThat(labels(card)).containsExactly("Reflect", "Everything I can do");
        assertThat(room.home(wren, NOW).summary()).contains("Nothing is waiting");
    }

    @OnBothDatabases
    void aChannelWithoutATeamGetsOneSentenceAndOneButton(Database database) {
        var room = room(database);
        for (var channel : List.of(town.channel("new"), new ChannelId("T1", "unseen"))) {
            var card = bare(room, ana, Optional.empty(), channel);
            assertThat(card.parts()).hasSize(2);
            assertThat(buttons(card)).containsExactly(
                    Button.primary("Set up this team", "team.setup", channel.toString()));
        }
    }

    @OnBothDatabases
    void inADirectMessageEachTeamGetsAShortBlock(Database database) {
        var room = room(database);
        steps(Rank.NEXT, "Set the goal");
        var several = bare(room, wren, Optional.empty(), direct);
        assertThat(several.summary()).isEqualTo("Your teams: Grade 7, Grade 8");
        assertThat(labels(several)).containsExactly("Set the goal", "More in this team", "Set the goal",
                "More in this team");
        var one = bare(room, ana, Optional.empty(), direct);
        assertThat(one.summary()).isEqualTo("Grade 7: Set the goal now.");
        var none = bare(room, sam, Optional.empty(), direct);
        assertThat(none.parts()).hasSize(2);
        assertThat(none).isEqualTo(room.home(sam, NOW));
    }

    @OnBothDatabases
    void wordsThatAreNoCommandGetTheNextStepOfAllTeamsAndHelp(Database database) {
        var room = room(database);
        assertThat(labels(room.nextStep(ana, NOW))).containsExactly("Where the team stands", "What I can do");
        steps(Rank.NEXT, "Set the goal");
        waitingIn(eight, "Rate");
        assertThat(room.nextStep(wren, NOW).summary()).contains("Your next step: Rate now.");
        assertThat(labels(room.nextStep(wren, NOW))).containsExactly("Rate", "What I can do");
        assertThat(labels(room.nextStep(ana, NOW))).containsExactly("Set the goal", "What I can do");
        assertThat(room.nextStep(sam, NOW).summary()).contains("/coach setup").doesNotContain("Set the goal");
        assertThat(labels(room.nextStep(sam, NOW))).containsExactly("What I can do");
    }

    @OnBothDatabases
    void aPauseAndItsDayAreTheCallersOwn(Database database) {
        var room = room(database);
        click(room, ana, "home.pause", "2026-09-20");
        assertThat(room.home(ana, NOW).toString()).contains("paused until Sun, Sep 20");
        assertThat(room.home(wren, NOW).toString()).contains("Check-ins are on.");
        for (var day : List.of("2026-09-14", "2027-09-15")) {
            assertThat(click(room, ana, "home.pause", day)).as(day).isInstanceOf(Reply.Refused.class);
        }
        assertThat(click(room, ana, "home.pause", "Monday")).as("made up").isInstanceOf(Reply.Refused.class);
        assertThat(room.home(ana, NOW).toString()).contains("paused until Sun, Sep 20");
    }

    @OnBothDatabases
    void anOldButtonAboutTheirDataLeadsPeopleToIt(Database database) {
        var room = room(database);
        var card = School.shown(click(room, wren, "home.data", ""));
        assertThat(labels(card)).containsExactly("My data", "Who sees what in Grade 7", "Who sees what in Grade 8");
        assertThat(labels(School.shown(click(room, sam, "home.data", "")))).containsExactly("My data",
                "What I can do");
    }

    @OnBothDatabases
    void somebodyOutsideTheTeamSeesNothingOfIt(Database database) {
        var room = room(database);
        steps(Rank.NEXT, "Set the goal");
        var typed = bare(room, sam, Optional.of(seven), seven.channel());
        var clicked = ((Reply.ToYou) click(room, sam, "home.open", seven.id().value())).card();
        assertThat(typed.summary()).contains("not on that team", "Wren");
        assertThat(typed.toString()).doesNotContain("Explore", "Set the goal");
        assertThat(clicked).isEqualTo(typed);
    }

    @OnBothDatabases
    void theHomeTabBeginsWithTheMostUrgentStepOfAllTeams(Database database) {
        var room = room(database);
        steps(Rank.NEXT, "Set the goal");
        steps(Rank.ANY_TIME, "Reflect");
        waitingIn(eight, "Rate");
        waitingIn(eight, "Check in");
        var card = room.home(wren, NOW);
        assertThat(card.parts().getFirst()).isEqualTo(new Part.Heading("Rate now."));
        assertThat(card.parts().get(1)).isInstanceOf(Part.Buttons.class);
        assertThat(labels(card)).containsExactly("Rate", "Check in", "Set the goal", "Reflect", "Everything I can do",
                "Set the goal", "Reflect", "Everything I can do", "Change");
        assertThat(card.toString()).contains("In Grade 8", "Check-ins are on.").containsOnlyOnce("Set the goal now.");
        assertThat(room.home(ana, NOW).parts().getFirst()).isEqualTo(new Part.Heading("Set the goal now."));
    }

    @OnBothDatabases
    void aDeactivatedPersonHasAnEmptyHome(Database database) {
        var room = room(database);
        town.deactivate(ana);
        database.change(tx -> people.members().keep(tx, town.person(ana).orElseThrow(), NOW));
        assertThat(room.home(ana, NOW).summary()).startsWith("You are not on a team yet");
    }

    @OnBothDatabases
    void helpShowsWhatThisPersonMayUse(Database database) {
        var room = room(database);
        assertThat(help(room, wren, Optional.of(seven))).contains("does it").doesNotContain("Does it");
        assertThat(help(room, wren, Optional.of(seven))).contains("setup", "team", "/coach reflect", "/coach checkin",
                "Everything I can do");
        assertThat(help(room, ana, Optional.of(seven))).contains("setup", "team", "/coach reflect")
                .doesNotContain("/coach checkin", "For coaches");
        assertThat(help(room, sam, Optional.of(seven))).contains("setup").doesNotContain("/coach reflect",
                "/coach checkin");
        assertThat(help(room, wren, Optional.empty())).contains("/coach checkin");
        var page = ((Reply.Open) click(room, ana, "home.help", "")).form();
        assertThat(page.submit()).isEmpty();
        assertThat(page.fields().toString()).contains("/coach reflect").doesNotContain("/coach checkin");
    }

    @OnBothDatabases
    void checkinsCanBePausedAndTurnedOff(Database database) {
        var room = room(database);
        assertThat(wants(database, "2026-09-15T00:00:00Z")).isTrue();
        assertThat(((Reply.ToYou) send(room, "on", "2026-09-20")).card().summary())
                .isEqualTo("Saved. Check-ins are paused until Sun, Sep 20.");
        assertThat(wants(database, "2026-09-20T05:59:59Z")).isFalse();
        assertThat(wants(database, "2026-09-20T06:00:00Z")).as("midnight in Boise").isTrue();
        assertThat(room.home(ana, NOW).toString()).contains("paused until Sun, Sep 20");
        send(room, "off", "");
        assertThat(wants(database, "2026-10-20T00:00:00Z")).isFalse();
        send(room, "on", "");
        assertThat(wants(database, "2026-09-15T00:00:00Z")).isTrue();
    }

    @OnBothDatabases
    void aPauseThatMakesNoSenseIsSentBack(Database database) {
        var room = room(database);
        for (var day : List.of("2026-09-14", "2020-01-01", "2027-09-15", "never", "x".repeat(10_000))) {
            assertThat(send(room, "on", day)).as(day).isInstanceOfSatisfying(Reply.Mend.class,
                    mend -> assertThat(mend.reasons()).containsOnlyKeys("paused_until"));
        }
        assertThat(send(room, "on", "2026-09-15")).as("tomorrow in Boise").isInstanceOf(Reply.ToYou.class);
        assertThat(send(room, "🦉", "")).isInstanceOfSatisfying(Reply.Mend.class,
                mend -> assertThat(mend.reasons()).containsOnlyKeys("checkins"));
        assertThat(click(room, ana, "home.preferences", "")).isInstanceOf(Reply.Open.class);
    }

    private HomeRoom room(Database database) {
        database.change(tx -> {
            List.of(wren, ana, sam).forEach(id -> people.members().keep(tx, town.person(id).orElseThrow(), NOW));
            people.teams().add(tx, seven, wren, NOW);
            people.teams().add(tx, eight, wren, NOW);
            people.members().join(tx, seven.id(), wren, Role.COACH, NOW);
            people.members().join(tx, eight.id(), wren, Role.COACH, NOW);
            people.members().join(tx, seven.id(), ana, Role.MEMBER, NOW);
        });
        TeamLine line = (_, _) -> Optional.of("Stage: Explore · Goal: none yet");
        var room = new HomeRoom(database, people, town,
                new HomeContent(List.of(new Waiting()), line, HomeRoomTest::commands));
        feature = Routed.feature(database, people, room);
        return room;
    }

    /** A room in which these steps wait: everywhere, or those whose button names a team in that team. */
    private final class Waiting implements Room {
        @Override
        public List<NextStep> steps(Transaction tx, Team team, PersonId person, Standing standing, Instant now) {
            return waiting.stream().filter(step -> List.of("", team.name()).contains(step.button().value())).toList();
        }
    }

    private void steps(Rank rank, String label) {
        waiting.add(new NextStep(rank, label + " now.", Button.of(label, "room.verb", "")));
    }

    private void waitingIn(Team team, String label) {
        waiting.add(new NextStep(Rank.OPEN_ANSWER, label + " now.", Button.of(label, "room.verb", team.name())));
    }

    private static List<Action.Typed> commands() {
        return List.of(command("setup", Who.ANYONE), command("team", Who.TEAM),
                command("reflect", Who.MEMBERS_AND_COACHES), command("checkin", Who.COACHES));
    }

    private static Action.Typed command(String word, Who audience) {
        return new Action.Typed(word, "Does it", Action.click(word + ".it", Carried.anything(), Access.reads(audience))
                .by((_, _) -> new Reply.Done()));
    }

    private Card bare(HomeRoom room, PersonId person, Optional<Team> team, ChannelId channel) {
        return answer(room, "", person, team, channel);
    }

    private String help(HomeRoom room, PersonId person, Optional<Team> team) {
        return answer(room, "help", person, team, seven.channel()).toString();
    }

    private Card answer(HomeRoom room, String word, PersonId person, Optional<Team> team, ChannelId channel) {
        var command = feature.commands().stream().filter(one -> one.word().equals(word)).findFirst();
        var reply = command.orElseThrow().answer()
                .apply(new Call.Typed(person, channel, team.map(Team::id), "", NOW));
        return ((Reply.ToYou) reply).card();
    }

    private Reply click(HomeRoom room, PersonId person, String action, String value) {
        return Optional.ofNullable(feature.clicks().get(action)).orElseThrow()
                .apply(new Call.Click(person, action, value, Optional.empty(), NOW));
    }

    private Reply send(HomeRoom room, String checkins, String pausedUntil) {
        var answers = new Answers(Map.of("checkins", List.of(checkins), "paused_until",
                pausedUntil.isEmpty() ? List.of() : List.of(pausedUntil)));
        return Optional.ofNullable(feature.forms().get("home.preferences")).orElseThrow()
                .apply(new Call.Submission(ana, "home.preferences", "", answers, NOW));
    }

    private boolean wants(Database database, String at) {
        return database.read(
                tx -> new PreferenceStore().wantsCheckins(tx, ana, Instant.parse(at), TownDirectory.BOISE));
    }

    private static List<Button> buttons(Card card) {
        return card.parts().stream()
                .flatMap(part -> part instanceof Part.Buttons row ? row.buttons().stream() : Stream.<Button>empty())
                .toList();
    }

    private static List<String> labels(Card card) {
        return buttons(card).stream().map(Button::label).toList();
    }

    private static Team team(String name, ChannelId channel) {
        return new Team(new TeamId(Ids.next()), channel, name, "Juniper Ridge", TownDirectory.BOISE,
                new Meeting(DayOfWeek.WEDNESDAY, LocalTime.of(14, 30)), 1,
                new Meeting(DayOfWeek.FRIDAY, LocalTime.of(15, 0)), true);
    }
}
