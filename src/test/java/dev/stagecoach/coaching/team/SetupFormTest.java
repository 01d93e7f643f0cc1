package dev.stagecoach.coaching.team;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import dev.stagecoach.chat.Answers;
import dev.stagecoach.chat.Field;
import dev.stagecoach.people.ChannelId;
import dev.stagecoach.people.Meeting;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.TeamId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class SetupFormTest {
    private static final PersonId COACH = new PersonId("T1", "U1");
    private static final PersonId LEADER = new PersonId("T1", "U2");
    private static final String LONG = "x".repeat(10_000);

    static Stream<Arguments> badInput() {
        var crowd = Stream.iterate(1, i -> i + 1).limit(40).map(i -> "T1/P" + i).toList();
        return Stream.of(Arguments.of("name", List.of()), Arguments.of("name", List.of("   ")),
                Arguments.of("name", List.of(LONG)), Arguments.of("name", List.of("x".repeat(61))),
                Arguments.of("school", List.of()), Arguments.of("school", List.of(LONG)),
                Arguments.of("coaches", List.of()), Arguments.of("coaches", List.of("<!channel>")),
                Arguments.of("coaches", crowd), Arguments.of("leaders", List.of("'; drop table team; --")),
                Arguments.of("leaders", crowd), Arguments.of("left_out", List.of(LONG)),
                Arguments.of("left_out", crowd), Arguments.of("zone", List.of()),
                Arguments.of("zone", List.of("America/Atlantis")), Arguments.of("zone", List.of(LONG)),
                Arguments.of("meeting_day", List.of("🦉")), Arguments.of("meeting_day", List.of()),
                Arguments.of("meeting_time", List.of("25:00")), Arguments.of("meeting_time", List.of("noon")),
                Arguments.of("meeting_time", List.of()), Arguments.of("checkins", List.of("3")),
                Arguments.of("checkins", List.of()), Arguments.of("checkins", List.of("-1")),
                Arguments.of("summary", List.of()), Arguments.of("summary", List.of("*maybe*")),
                Arguments.of("summary_day", List.of("FRYDAY")), Arguments.of("summary_time", List.of("الآن")));
    }

    @ParameterizedTest
    @MethodSource("badInput")
    void eachFieldSaysWhatIsWrongWithIt(String field, List<String> sent) {
        var read = SetupForm.read(SetupAnswers.with(COACH, LEADER, Map.of(field, sent)));
        assertThat(read).isInstanceOf(SetupForm.Read.Faulty.class);
        var reasons = ((SetupForm.Read.Faulty) read).reasons();
        assertThat(reasons).containsOnlyKeys(field);
        assertThat(reasons.get(field)).isNotBlank().hasSizeLessThan(200);
    }

    @Test
    void aLongNameHearsTheLimit() {
        var read = SetupForm.read(SetupAnswers.with(COACH, LEADER, Map.of("name", List.of(LONG))));
        assertThat(((SetupForm.Read.Faulty) read).reasons().get("name")).contains("60", "10000");
    }

    @Test
    void everythingWrongIsSaidAtOnce() {
        var read = SetupForm.read(new Answers(Map.of()));
        assertThat(((SetupForm.Read.Faulty) read).reasons()).containsOnlyKeys("name", "school", "coaches", "zone",
                "meeting_day", "meeting_time", "checkins", "summary", "summary_day", "summary_time");
    }

    @Test
    void whatTheFormShowsIsReadBackUnchanged() {
        var setup = new Setup("Grade 7", "Juniper Ridge", Set.of(COACH), Set.of(LEADER),
                Set.of(), ZoneId.of("America/Boise"),
                new Meeting(DayOfWeek.TUESDAY, LocalTime.of(15, 45)), 2,
                new Meeting(DayOfWeek.FRIDAY, LocalTime.of(15, 0)), false);
        var read = SetupForm.read(SetupAnswers.with(COACH, LEADER, Map.of()));
        assertThat(read).isEqualTo(new SetupForm.Read.Filled(setup));
    }

    @Test
    void theContextTravels() {
        var channel = new ChannelId("T1", "C1");
        var fresh = SetupForm.About.fresh(channel);
        var older = new SetupForm.About(channel, Optional.of(new TeamId("t-1")), Optional.empty());
        var edits = new SetupForm.About(channel, Optional.of(new TeamId("t-1")), Optional.of(3));
        assertThat(SetupForm.About.parse(fresh.toString())).contains(fresh);
        assertThat(SetupForm.About.parse(older.toString())).contains(older);
        assertThat(SetupForm.About.parse(edits.toString())).contains(edits);
    }

    @Test
    void zonesFitInOneSelectAndAnyZoneIsAmongThem() {
        for (var id : List.of("America/Boise", "Asia/Kathmandu", "UTC", "Z")) {
            var options = Zones.including(ZoneId.of(id));
            assertThat(options).hasSizeLessThanOrEqualTo(100).extracting(Field.Option::value).contains(id)
                    .doesNotHaveDuplicates();
            assertThat(options).allSatisfy(option -> assertThat(option.label()).isNotBlank().hasSizeLessThan(76));
        }
        assertThat(Zones.including(ZoneId.of("America/Boise")).getFirst().label()).isEqualTo("Boise, Mountain Time");
    }

    @Test
    void aChannelsNameBecomesAReadableSuggestion() {
        assertThat(suggested("grade-7_team")).isEqualTo("Grade 7 team");
        assertThat(suggested("")).isEmpty();
        assertThat(suggested("---")).isEmpty();
        assertThat(suggested("ёлка")).isEqualTo("Ёлка");
        assertThat(suggested("a".repeat(80))).hasSize(60);
    }

    private static String suggested(String channel) {
        return Setup.suggested(channel, COACH, ZoneId.of("America/Boise")).name();
    }
}
