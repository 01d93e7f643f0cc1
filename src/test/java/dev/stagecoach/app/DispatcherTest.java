package dev.stagecoach.app;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import dev.stagecoach.chat.Access.Who;
import dev.stagecoach.chat.Aliases;
import dev.stagecoach.chat.Answers;
import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Card.Part;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.people.ChannelId;
import dev.stagecoach.people.Meeting;
import dev.stagecoach.people.People;
import dev.stagecoach.people.Person;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Role;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.TestDatabases;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DispatcherTest {
    private static final Instant NOW = Instant.parse("2026-09-14T15:00:00Z");
    private static final ZoneId BOISE = ZoneId.of("America/Boise");
    private static final PersonId COACH = new PersonId("T1", "UCOACH");
    private static final PersonId TEACHER = new PersonId("T1", "UTEACHER");
    private static final PersonId STRANGER = new PersonId("T1", "USTRANGER");
    private static final ChannelId ELSEWHERE = new ChannelId("T1", "CELSE");

    private final Database database = TestDatabases.sqlite();
    private final People people = People.create();
    private final List<PersonId> answered = new ArrayList<>();
    private final Dispatcher dispatcher = new Dispatcher(List.of(feature()), database, people,
            (_, _) -> Card.saying("Your next step"), answered::add);
    private final Team seven = team("Grade 7", "C7");

    DispatcherTest() {
        found(seven);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aMistypedWordGetsTheNearestOne() {
        assertThat(refusal("/sumary")).contains("/coach summary");
        assertThat(refusal("reflct and more")).contains("/coach reflect");
        assertThat(refusal("x".repeat(10_000))).hasSizeLessThan(200);
    }

    @Test
    void whoCallsTooFastIsAskedToWaitAndNothingIsDone() {
        var limited = dispatcher.limited(new CallLimit(Duration.ofSeconds(1), 2));
        var guess = (Reply.Refused) limited.typed(COACH, seven.channel(), "sumary", NOW);
        var button = guess.wayOn().orElseThrow();
        var click = new Call.Click(COACH, button.action(), button.value(), Optional.empty(), NOW);
        assertThat(said(limited.clicked(click))).as("a button that types counts once").startsWith("summary of");
        answered.clear();
        var calls = List.<Supplier<Reply>>of(() -> limited.typed(COACH, seven.channel(), "summary", NOW),
                () -> limited.said(COACH, ELSEWHERE, "summary", NOW), () -> limited.clicked(click));
        assertThat(calls).allSatisfy(call -> assertThat(call.get()).isInstanceOfSatisfying(Reply.Refused.class,
                refused -> {
                    assertThat(refused.passing()).isTrue();
                    assertThat(refused.reason()).contains("Nothing is lost", "try again");
                }));
        var form = new Call.Submission(COACH, "any", "", new Answers(Map.of("word", List.of("typed"))), NOW);
        assertThat(limited.submitted(form)).as("stays open").isInstanceOf(Reply.Mend.class);
        assertThat(answered).isEmpty();
        assertThat(said(limited.typed(TEACHER, seven.channel(), "help", NOW))).isNotEmpty();
        assertThat(said(limited.typed(COACH, seven.channel(), "summary", NOW.plusSeconds(1)))).startsWith("summary of");
    }

    @Test
    void theGuessIsAButtonThatTypesIt() {
        var refused = (Reply.Refused) dispatcher.typed(COACH, seven.channel(), "sumary last week", NOW);
        var button = refused.wayOn().orElseThrow();
        assertThat(button.label()).isEqualTo("/coach summary");
        var click = new Call.Click(COACH, button.action(), button.value(), Optional.empty(), NOW);
        assertThat(said(dispatcher.clicked(click))).isEqualTo("summary of Grade 7: last week");
        var forged = new Call.Click(COACH, button.action(), "nothing of ours", Optional.empty(), NOW);
        assertThat(dispatcher.clicked(forged)).isInstanceOf(Reply.Refused.class);
    }

    @ParameterizedTest
    @CsvSource({"hlep, help", "hepl, help", "asess, rate", "selfassesment, rate", "slef-assessment, rate",
            "rounds, round"})
    void aSlipOrTwoAreUnderstood(String typed, String meant) {
        assertThat(refusal(typed)).contains("Did you mean /coach " + meant + "?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"stop", "mute", "quiet", "late", "ground control", "rat", "hel", "sum", "banana"})
    void aWordThatOnlyLooksLikeOneIsNoGuess(String typed) {
        assertThat(refusal(typed)).doesNotContain("Did you mean");
    }

    @Test
    void anAliasDoesTheSameWhateverItsHyphensAndCapitals() {
        for (var typed : List.of("assess", "Self-Assessment", "self assessment!", "who can see\u00a0this")) {
            assertThat(said(dispatcher.typed(TEACHER, seven.channel(), typed, NOW))).as(typed)
                    .startsWith("rate of Grade 7");
        }
        assertThat(said(dispatcher.typed(TEACHER, seven.channel(), "assess now", NOW)))
                .isEqualTo("rate of Grade 7: now");
        assertThat(said(dispatcher.typed(TEACHER, seven.channel(), "wait-time", NOW)))
                .as("the name of what it shows").isEqualTo("rate of Grade 7: wait-time");
        assertThat(said(dispatcher.typed(COACH, seven.channel(), "assess", NOW)))
                .as("the word for whom the first is not").isEqualTo("round of Grade 7");
        assertThat(refusal("rate")).as("the word itself means just that").contains("/coach rate is for");
        assertThat(said(dispatcher.typed(TEACHER, seven.channel(), "rate – 🎉  as typed", NOW)))
                .isEqualTo("rate of Grade 7: – 🎉  as typed");
    }

    @Test
    void twoCommandsCannotHaveOneAlias() {
        var doubled = new Handlers("other", List.of(command("other", Who.TEAM,
                new Aliases(List.of("ASSESS"), List.of(), Optional.empty()))), Map.of(), Map.of(), Map.of());
        assertThatThrownBy(() -> new Dispatcher(List.of(feature(), doubled), database, people,
                (_, _) -> Card.saying("Your next step"), answered::add))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("taken");
    }

    @Test
    void aWordThatIsLikeNoneGetsTheHelpAlone() {
        assertThat(refusal("banana")).contains("“banana”", "/coach help").doesNotContain("Did you mean");
    }

    @Test
    void onlyTheAudienceIsAnswered() {
        assertThat(said(dispatcher.typed(COACH, seven.channel(), "round", NOW))).isEqualTo("round of Grade 7");
        assertThat(dispatcher.typed(TEACHER, seven.channel(), "round", NOW)).isEqualTo(
                Reply.Refused.because("/coach round is for the team's coaches in Grade 7."));
        assertThat(dispatcher.typed(STRANGER, seven.channel(), "reflect", NOW)).isInstanceOf(Reply.Refused.class);
        assertThat(answered).containsExactly(COACH, TEACHER, STRANGER);
    }

    @Test
    void elsewhereTheOnlyTeamIsMeant() {
        assertThat(said(dispatcher.typed(COACH, ELSEWHERE, " ROUND ", NOW))).isEqualTo("round of Grade 7");
        assertThat(dispatcher.typed(STRANGER, ELSEWHERE, "round", NOW)).isInstanceOfSatisfying(Reply.Refused.class,
                refused -> assertThat(refused.reason()).contains("/coach setup"));
    }

    @Test
    void elsewhereAPersonOfTwoTeamsPicksOne() {
        var eight = team("Grade 8", "C8");
        found(eight);
        var reply = dispatcher.typed(COACH, ELSEWHERE, "summary last week", NOW);
        var buttons = ((Part.Buttons) ((Reply.ToYou) reply).card().parts().getLast()).buttons();
        assertThat(buttons).extracting(Button::label).containsExactly("Grade 7", "Grade 8");
        var picked = buttons.getLast();
        var click = new Call.Click(COACH, picked.action(), picked.value(), Optional.empty(), NOW);
        assertThat(said(dispatcher.clicked(click))).isEqualTo("summary of Grade 8: last week");
        var stranger = new Call.Click(STRANGER, picked.action(), picked.value(), Optional.empty(), NOW);
        assertThat(dispatcher.clicked(stranger)).isInstanceOf(Reply.Refused.class);
    }

    @Test
    void aFaultKeepsTheFormAndGivesAReference() {
        var typed = new Answers(Map.of("statement", List.of("what I typed")));
        var reply = dispatcher.submitted(new Call.Submission(COACH, "broken.form", "", typed, NOW));
        assertThat(reply).isInstanceOfSatisfying(Reply.Mend.class,
                mend -> assertThat(mend.reasons().get("")).contains("reference"));
        assertThat(refusal("broken")).contains("reference");
    }

    @Test
    void anUnknownButtonOrFormIsExplained() {
        var click = new Call.Click(COACH, "gone.away", "", Optional.empty(), NOW);
        assertThat(dispatcher.clicked(click)).isInstanceOf(Reply.Refused.class);
        var form = new Call.Submission(COACH, "gone.form", "", new Answers(Map.of()), NOW);
        assertThat(dispatcher.submitted(form)).isInstanceOf(Reply.Refused.class);
    }

    @Test
    void twoFeaturesCannotClaimTheSameWord() {
        assertThatThrownBy(() -> new Dispatcher(List.of(feature(), feature()), database, people,
                (_, _) -> Card.saying("Your next step"), answered::add))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("taken");
    }

    private String refusal(String typed) {
        return ((Reply.Refused) dispatcher.typed(COACH, seven.channel(), typed, NOW)).reason();
    }

    private static String said(Reply reply) {
        return ((Reply.ToYou) reply).card().summary();
    }

    private Handlers feature() {
        return new Handlers("test",
                List.of(command("round", Who.COACHES), command("reflect", Who.MEMBERS_AND_COACHES),
                        command("summary", Who.COACHES_AND_LEADERS),
                        command("rate", Who.MEMBERS,
                                new Aliases(List.of("assess", "self-assessment", "who can see"), List.of("Wait time"),
                                        Optional.of("round"))),
                        command("help", Who.TEAM),
                        new Command("broken", Who.TEAM, _ -> {
                            throw new IllegalStateException("broken");
                        }, Aliases.NONE)),
                Map.of(), Map.of("broken.form", _ -> {
                    throw new IllegalStateException("broken");
                }), Map.of());
    }

    private Command command(String word, Who audience) {
        return command(word, audience, Aliases.NONE);
    }

    private Command command(String word, Who audience, Aliases aliases) {
        return new Command(word, audience, call -> {
            var team = database.read(tx -> people.teams().find(tx, call.inTeam())).orElseThrow();
            var rest = call.rest().isEmpty() ? "" : ": " + call.rest();
            return new Reply.ToYou(Card.saying(word + " of " + team.name() + rest));
        }, aliases);
    }

    private void found(Team team) {
        database.change(tx -> {
            people.teams().add(tx, team, COACH, NOW);
            for (var person : List.of(COACH, TEACHER)) {
                people.members().keep(tx, new Person(person, person.user(), BOISE, Person.Kind.FULL, true), NOW);
                people.members().join(tx, team.id(), person, person.equals(COACH) ? Role.COACH : Role.MEMBER, NOW);
            }
        });
    }

    private static Team team(String name, String channel) {
        return new Team(new TeamId("team-" + name.replace(' ', '-')), new ChannelId("T1", channel), name, "School",
                BOISE, new Meeting(DayOfWeek.WEDNESDAY, LocalTime.NOON), 1,
                new Meeting(DayOfWeek.FRIDAY, LocalTime.NOON), true);
    }
}
