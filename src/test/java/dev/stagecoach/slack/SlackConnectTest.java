package dev.stagecoach.slack;

import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.people.PersonId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** People who come from another workspace by a shared channel are one person each, whatever Slack says of theirs. */
class SlackConnectTest {
    private static final PersonId EVE = new PersonId("T1", "UEVE");
    private static final String USER = "\"user\":{\"id\":\"UEVE\",\"team_id\":\"T9\"}";
    private static final String HERE = "\"team\":{\"id\":\"T1\"},";
    private static final String HOME = "\"team\":{\"id\":\"T9\"},";
    private static final String NONE = "\"team\":null,";
    private static final String FIELDS = "\"state\":{\"values\":{"
            + "\"note\":{\"answer\":{\"type\":\"plain_text_input\",\"value\":\"x\"}},"
            + "\"who\":{\"answer\":{\"type\":\"multi_users_select\",\"selected_users\":[\"U2\"]}}}}";

    @ParameterizedTest
    @ValueSource(strings = {HERE, HOME, NONE})
    void whoClicksAMessageAndSendsTheFormInIsOnePerson(String team) {
        try (var door = new DoorFixture(call -> call instanceof Call.Click
                ? new Reply.ToYou(Card.saying("Here you are."))
                : new Reply.Done())) {
            door.interact(click(HERE + "\"channel\":{\"id\":\"C1\"},"
                    + "\"container\":{\"type\":\"message\",\"message_ts\":\"5.5\",\"channel_id\":\"C1\"},"));
            var answer = door.interact(submission(team, "\"app_installed_team_id\":\"T1\","));

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).isEmpty();
            assertThat(door.calls).hasSize(2).extracting(Call::person).containsOnly(EVE);
            assertThat(((Call.Submission) last(door)).answers().people("who"))
                    .containsExactly(new PersonId("T1", "U2"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {HERE, HOME, NONE})
    void whoClicksInAFormIsThatPersonToo(String team) {
        try (var door = new DoorFixture(_ -> new Reply.ToYou(Card.saying("Here you are.")))) {
            var answer = door.interact(click(team + view("\"app_installed_team_id\":\"T1\",") + ","
                    + "\"container\":{\"type\":\"view\"},"));

            assertThat(answer.status()).isEqualTo(200);
            assertThat(door.calls).singleElement().extracting(Call::person).isEqualTo(EVE);
            assertThat(door.slack.next().method()).isEqualTo("views.push");
        }
    }

    @Test
    void withoutTheWorkspaceOfTheAppTheViewsOwnIsTaken_andThenTheUsers() {
        try (var door = new DoorFixture(_ -> new Reply.Done())) {
            door.interact(submission(NONE, "\"team_id\":\"T1\","));
            assertThat(last(door).person()).isEqualTo(EVE);
            door.interact(submission(NONE, "\"hash\":\"h2\","));
            assertThat(last(door).person()).isEqualTo(new PersonId("T9", "UEVE"));
        }
    }

    @Test
    void aClickOnAMessageWithoutATeamIsHeardAsTheUsers() {
        try (var door = new DoorFixture(_ -> new Reply.Done())) {
            var answer = door.interact(click(NONE + "\"channel\":{\"id\":\"C1\"},"
                    + "\"container\":{\"type\":\"message\",\"message_ts\":\"5.5\",\"channel_id\":\"C1\"},"));

            assertThat(answer.status()).isEqualTo(200);
            assertThat(last(door).person()).isEqualTo(new PersonId("T9", "UEVE"));
        }
    }

    @Test
    void aMessageOfTheBotNamesItsWorkspaceWhereTheClickDoesNot() {
        try (var door = new DoorFixture(_ -> new Reply.Done())) {
            door.interact(click(NONE + "\"channel\":{\"id\":\"C1\"},\"message\":{\"ts\":\"5.5\",\"team\":\"T1\"},"
                    + "\"container\":{\"type\":\"message\",\"message_ts\":\"5.5\",\"channel_id\":\"C1\"},"));

            assertThat(last(door).person()).isEqualTo(EVE);
        }
    }

    @Test
    void aMessageOfTheBotNamesItsWorkspaceWhereTheClickNamesTheOther() {
        try (var door = new DoorFixture(_ -> new Reply.Done())) {
            door.interact(click(HOME + "\"channel\":{\"id\":\"C1\"},\"message\":{\"ts\":\"5.5\",\"team\":\"T1\"},"
                    + "\"container\":{\"type\":\"message\",\"message_ts\":\"5.5\",\"channel_id\":\"C1\"},"));

            assertThat(last(door).person()).isEqualTo(EVE);
        }
    }

    @Test
    void anEventOfTheOtherWorkspaceIsHeardAsTheBotsOwn() throws InterruptedException {
        try (var door = new DoorFixture(_ -> new Reply.Done())) {
            door.post(
                    "{\"type\":\"event_callback\",\"team_id\":\"T9\",\"event_id\":\"E1\",\"is_ext_shared_channel\":true,"
                            + "\"authorizations\":[{\"team_id\":\"T1\",\"user_id\":\"UBOT\",\"is_bot\":true}],"
                            + "\"event\":{\"type\":\"member_joined_channel\",\"user\":\"UEVE\",\"channel\":\"C1\",\"team\":\"T9\"}}");

            assertThat(door.events.take()).isEqualTo("joined T1/C1 " + EVE);
        }
    }

    @Test
    void aShortcutWithoutATeamIsHeardAsTheUsers() {
        try (var door = new DoorFixture(_ -> new Reply.Done())) {
            var answer = door.interact("{\"type\":\"message_action\",\"callback_id\":\"save\",\"trigger_id\":\"t1\","
                    + NONE + "\"channel\":{\"id\":\"C1\"},\"message_ts\":\"5.5\",\"message\":{\"text\":\"hi\"}," + USER
                    + "}");

            assertThat(answer.status()).isEqualTo(200);
            assertThat(last(door).person()).isEqualTo(new PersonId("T9", "UEVE"));
        }
    }

    private static Call last(DoorFixture door) {
        return door.calls.stream().reduce((_, later) -> later).orElseThrow();
    }

    private static String click(String place) {
        return "{\"type\":\"block_actions\",\"trigger_id\":\"t1\"," + place + USER
                + ",\"actions\":[{\"type\":\"button\",\"action_id\":\"a.b#0\",\"block_id\":\"x\",\"value\":\"v\"}]}";
    }

    private static String submission(String team, String workspace) {
        return "{\"type\":\"view_submission\",\"trigger_id\":\"t2\"," + team + USER + "," + view(workspace) + "}";
    }

    private static String view(String workspace) {
        return "\"view\":{\"id\":\"V1\",\"type\":\"modal\"," + workspace
                + "\"callback_id\":\"f.g\",\"private_metadata\":\"ctx\"," + FIELDS + "}";
    }
}
