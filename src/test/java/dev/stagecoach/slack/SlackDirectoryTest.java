package dev.stagecoach.slack;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

import dev.stagecoach.people.ChannelId;
import dev.stagecoach.people.Directory;
import dev.stagecoach.people.Person;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.slack.FakeSlack.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SlackDirectoryTest {
    private static final PersonId ANN = new PersonId("T1", "U1");
    private static final ChannelId CHANNEL = new ChannelId("T1", "C1");

    private final FakeSlack slack = new FakeSlack();
    private final SlackDirectory directory = new SlackDirectory(new SlackApi(slack.address(), "xoxb-1"));

    @AfterEach
    void close() {
        slack.close();
    }

    @Test
    void aPersonHasANameAZoneAndAKind() {
        slack.on("users.info", Answer.json("""
                {"ok":true,"user":{"id":"U1","name":"ann","tz":"America/Boise","is_restricted":true,
                 "profile":{"display_name":"","real_name":"Ann Ash"}}}"""));

        assertThat(directory.person(ANN)).contains(
                new Person(ANN, "Ann Ash", ZoneId.of("America/Boise"), Person.Kind.GUEST, true));
    }

    @Test
    void anUnknownZoneIsUtc() {
        slack.on("users.info", Answer.json(
                "{\"ok\":true,\"user\":{\"id\":\"U1\",\"name\":\"ann\",\"tz\":\"Mars/Base\",\"deleted\":true}}"));

        assertThat(directory.person(ANN))
                .contains(new Person(ANN, "ann", ZoneOffset.UTC, Person.Kind.FULL, false));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"\"tz\":\"Asia/Kathmandu\",\"tz_offset\":20700|Asia/Kathmandu",
            "\"tz_offset\":20700|+05:45", "\"tz\":\"Mars/Olympus\",\"tz_offset\":-25200|-07:00",
            "\"tz\":\"Etc/UTC\",\"tz_offset\":0|Etc/UTC", "\"deleted\":false|Z", "\"tz_offset\":999999|Z"})
    void withoutAKnownZoneTheOffsetCounts(String profile, String zone) {
        slack.on("users.info", Answer.json("{\"ok\":true,\"user\":{\"id\":\"U1\",\"name\":\"ann\"," + profile + "}}"));
        assertThat(directory.person(ANN).orElseThrow().zone()).isEqualTo(ZoneId.of(zone));
    }

    @Test
    void nobodyByThatIdIsEmptyAndTroubleIsSaid() {
        slack.on("users.info", Answer.json("{\"ok\":false,\"error\":\"user_not_found\"}"))
                .on("conversations.info", Answer.json("{\"ok\":false,\"error\":\"channel_not_found\"}"))
                .on("conversations.members", Answer.status(500));

        assertThat(directory.person(ANN)).isEmpty();
        assertThat(directory.channel(CHANNEL)).isEmpty();
        assertThatThrownBy(() -> directory.membersOf(CHANNEL)).isInstanceOf(Directory.Unavailable.class);
    }

    @Test
    void aChannelIsDescribedAndItsMembersComePageByPage() {
        slack.on("conversations.info", Answer.json("""
                {"ok":true,"channel":{"id":"C1","name":"team-seven","is_member":true,"is_archived":true}}"""))
                .on("conversations.members", asked -> Answer.json(asked.body().contains("cursor=n")
                        ? "{\"ok\":true,\"members\":[\"U2\"]}"
                        : "{\"ok\":true,\"members\":[\"U1\"],\"response_metadata\":{\"next_cursor\":\"n\"}}"));

        assertThat(directory.channel(CHANNEL))
                .contains(new Directory.Channel(CHANNEL, "team-seven", false, true, true));
        assertThat(directory.membersOf(CHANNEL)).containsExactly(ANN, new PersonId("T1", "U2"));
    }

    @Test
    void theScopeCheckNamesWhatIsMissing() {
        slack.on("auth.test", new Answer(200, Map.of("x-oauth-scopes", "commands,chat:write"),
                "{\"ok\":true,\"team\":\"Maple School\"}"))
                .on("apps.connections.open", Answer.json("{\"ok\":false,\"error\":\"invalid_auth\"}"));

        var findings = new ScopeCheck(slack.address(), "xoxb-1").run(Optional.of("xapp-1"));

        assertThat(findings.workspace()).contains("Maple School");
        assertThat(findings.problems()).hasSize(2);
        assertThat(findings.problems().getFirst()).contains("users:read", "files:write").doesNotContain("commands");
        assertThat(findings.problems().getLast()).contains("connections:write");
    }
}
