package dev.stagecoach.outbox;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.stagecoach.outbox.SendRules.Allowance;
import dev.stagecoach.outbox.SendRules.Circumstances;
import dev.stagecoach.outbox.SendRules.Now;
import dev.stagecoach.outbox.SendRules.PutOff;
import dev.stagecoach.outbox.SendRules.Skip;
import dev.stagecoach.people.Day;
import dev.stagecoach.people.DaysOff;
import dev.stagecoach.people.QuietHours;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SendRulesTest {
    private static final ZoneId BOISE = ZoneId.of("America/Boise");
    private static final DaysOff BREAK = new DaysOff(LocalDate.of(2026, 11, 23), LocalDate.of(2026, 11, 27),
            "Thanksgiving break");
    private static final Day DAY = new Day(BOISE, QuietHours.USUAL, List.of(BREAK));

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(BOISE).toInstant();
    }

    private static SendRules meets(SendPolicy policy, String due, String now) {
        return SendRules.of(policy, new Circumstances(at(due), at(now), DAY, Optional.empty(), Optional.empty()));
    }

    private static SendRules disturbed(SendPolicy policy, String now, String until) {
        return SendRules.of(policy,
                new Circumstances(at(now), at(now), DAY, Optional.of(at(until)), Optional.empty()));
    }

    private static SendRules withinBudget(SendPolicy policy, int used, int aWeek) {
        var now = at("2026-09-16T10:00");
        return SendRules.of(policy, new Circumstances(now, now, DAY, Optional.empty(),
                Optional.of(new Allowance(used, aWeek))));
    }

    private static Now now() {
        return new Now(Optional.empty());
    }

    @Test
    void inQuietHoursAllButAnEchoIsPutOff() {
        var putOff = new PutOff(at("2026-09-17T07:30"),
                "Put off until Thu, Sep 17, 7:30 AM, because these are quiet hours.");
        for (var policy : List.of(SendPolicy.NUDGE, SendPolicy.REQUEST, SendPolicy.REPORT)) {
            assertThat(meets(policy, "2026-09-16T16:30", "2026-09-16T16:30")).isEqualTo(putOff);
            assertThat(meets(policy, "2026-09-17T07:29", "2026-09-17T07:29")).isEqualTo(putOff);
            assertThat(meets(policy, "2026-09-17T07:30", "2026-09-17T07:30")).isEqualTo(now());
            assertThat(meets(policy, "2026-09-16T16:29", "2026-09-16T16:29")).isEqualTo(now());
        }
        assertThat(meets(SendPolicy.ECHO, "2026-09-16T22:00", "2026-09-16T22:00")).isEqualTo(now());
        assertThat(meets(SendPolicy.ECHO, "2026-09-01T22:00", "2026-11-24T22:00"))
                .isEqualTo(new Now(Optional.of("It came late: I could not send it when it was due.")));
    }

    @Test
    void aNudgeThatIsLateIsNotSentButNotForQuietHours() {
        assertThat(meets(SendPolicy.NUDGE, "2026-09-16T10:00", "2026-09-16T12:00")).isEqualTo(now());
        assertThat(meets(SendPolicy.NUDGE, "2026-09-16T10:00", "2026-09-16T12:00:01")).isEqualTo(new Skip(
                "Not sent because it was late: it was due on Wed, Sep 16, 10:00 AM, and I could not send"
                        + " it within 2 hours."));
        assertThat(meets(SendPolicy.NUDGE, "2026-09-16T15:00", "2026-09-16T18:00")).isInstanceOf(Skip.class);
        // Due on Friday evening, the bot was down until Monday morning: the quiet hours do not count, and it is said.
        assertThat(meets(SendPolicy.NUDGE, "2026-09-18T17:00", "2026-09-21T09:30")).isEqualTo(new Now(Optional.of(
                "It came late: it was due on Fri, Sep 18, 5:00 PM, and I could not send it then.")));
        assertThat(meets(SendPolicy.NUDGE, "2026-09-18T17:00", "2026-09-21T09:31")).isInstanceOf(Skip.class);
    }

    @Test
    void whatIsLateOtherwiseComesAndAReportSaysSo() {
        assertThat(meets(SendPolicy.REQUEST, "2026-09-14T10:00", "2026-09-14T12:00")).isEqualTo(now());
        assertThat(meets(SendPolicy.REQUEST, "2026-09-14T10:00", "2026-09-16T12:00")).isEqualTo(new Now(Optional.of(
                "It came late: it was due on Mon, Sep 14, 10:00 AM, and I could not send it then.")));
        assertThat(meets(SendPolicy.REPORT, "2026-09-16T10:00", "2026-09-16T12:00")).isEqualTo(now());
        assertThat(meets(SendPolicy.REPORT, "2026-09-16T10:00", "2026-09-16T13:00")).isEqualTo(new Now(Optional.of(
                "It came late: it was due on Wed, Sep 16, 10:00 AM, and I could not send it then.")));
    }

    @Test
    void daysOffLeaveNoBacklog() {
        var skip = new Skip("Not sent because of days off (Thanksgiving break). Nothing piles up for later.");
        assertThat(meets(SendPolicy.NUDGE, "2026-11-24T10:00", "2026-11-24T10:00")).isEqualTo(skip);
        // Neither what came due in the quiet hours before, nor what the bot could not look at in the break.
        assertThat(meets(SendPolicy.NUDGE, "2026-11-20T17:00", "2026-11-20T17:00")).isEqualTo(skip);
        assertThat(meets(SendPolicy.NUDGE, "2026-11-24T10:00", "2026-11-30T08:00")).isEqualTo(skip);
        assertThat(meets(SendPolicy.NUDGE, "2026-11-20T17:00", "2026-11-30T08:00")).isEqualTo(skip);
        assertThat(disturbed(SendPolicy.NUDGE, "2026-11-20T15:00", "2026-11-20T18:00")).isEqualTo(skip);

        assertThat(meets(SendPolicy.REQUEST, "2026-11-24T10:00", "2026-11-24T10:00")).isEqualTo(new PutOff(
                at("2026-11-30T07:30"), "Put off until Mon, Nov 30, 7:30 AM, because of days off"
                        + " (Thanksgiving break)."));
        assertThat(meets(SendPolicy.REPORT, "2026-11-24T10:00", "2026-11-24T10:00"))
                .isEqualTo(new Skip("Not sent because of days off (Thanksgiving break)."));
        assertThat(meets(SendPolicy.REPORT, "2026-11-24T10:00", "2026-11-30T10:00")).isInstanceOf(Skip.class);
    }

    @Test
    void whoDoesNotWantToBeDisturbedIsNot() {
        var reason = "because “do not disturb” was on in Slack.";
        assertThat(disturbed(SendPolicy.NUDGE, "2026-09-16T10:00", "2026-09-16T11:00")).isEqualTo(new PutOff(
                at("2026-09-16T11:00"), "Put off until Wed, Sep 16, 11:00 AM, " + reason));
        assertThat(disturbed(SendPolicy.REQUEST, "2026-09-16T10:00", "2026-09-16T18:00")).isEqualTo(new PutOff(
                at("2026-09-17T07:30"), "Put off until Thu, Sep 17, 7:30 AM, " + reason));
        assertThat(disturbed(SendPolicy.NUDGE, "2026-09-16T10:00", "2026-09-16T09:00")).isEqualTo(now());
    }

    @Test
    void whatIsOneTooManyIsSkippedOrWaitsForTheNextWeek() {
        assertThat(withinBudget(SendPolicy.NUDGE, 0, 1)).isEqualTo(now());
        assertThat(withinBudget(SendPolicy.NUDGE, 1, 1))
                .isEqualTo(new Skip("Not sent because I ask for something once a"
                        + " week at most, and I already have this week. You will find it on your Home tab."));
        assertThat(withinBudget(SendPolicy.NUDGE, 2, 3)).isEqualTo(now());
        assertThat(withinBudget(SendPolicy.NUDGE, 3, 3)).isInstanceOf(Skip.class);
        assertThat(withinBudget(SendPolicy.REQUEST, 0, 1)).isEqualTo(now());
        assertThat(withinBudget(SendPolicy.REQUEST, 5, 1)).isEqualTo(new PutOff(at("2026-09-21T07:30"),
                "Put off until Mon, Sep 21, 7:30 AM, because I ask for something once a week at most, and I already"
                        + " have this week. It is already on your Home tab."));
        assertThat(withinBudget(SendPolicy.REQUEST, 1, 2)).isEqualTo(now());
    }

    private static SendRules latest(String now, String latest) {
        return SendRules.of(SendPolicy.REQUEST, new Circumstances(at(now), at(now), DAY, Optional.empty(),
                Optional.of(new Allowance(1, 1, Optional.of(at(latest))))));
    }

    @Test
    void aRequestThatCannotWaitSoLongGoesOutAtItsLastMoment() {
        assertThat(latest("2026-09-16T10:00", "2026-09-18T07:30")).isInstanceOfSatisfying(PutOff.class,
                put -> assertThat(put.until()).isEqualTo(at("2026-09-18T07:30")));
        assertThat(latest("2026-09-18T07:30", "2026-09-18T07:30")).isEqualTo(now());
        assertThat(latest("2026-09-18T10:00", "2026-09-16T07:30")).isEqualTo(now());
        assertThat(latest("2026-09-16T10:00", "2026-09-24T07:30")).as("next week comes first")
                .isInstanceOfSatisfying(PutOff.class, put -> assertThat(put.until()).isEqualTo(at("2026-09-21T07:30")));
        assertThat(latest("2026-09-18T17:00", "2026-09-18T07:30")).as("quiet hours all the same")
                .isInstanceOfSatisfying(PutOff.class, put -> assertThat(put.until()).isEqualTo(at("2026-09-21T07:30")));
    }

    /** Around both changes of the clocks: nothing within quiet hours, put off to the first open minute, never twice. */
    @ParameterizedTest
    @ValueSource(strings = {"America/Boise 2026-11-01", "America/Boise 2027-03-14", "America/Los_Angeles 2026-11-01",
            "America/Los_Angeles 2027-03-14", "America/Boise 2026-11-23"})
    void putOffMeansTheFirstOpenMinute(String story) {
        var words = story.split(" ");
        var zone = ZoneId.of(words[0]);
        var sunday = LocalDate.parse(words[1]);
        var random = new Random(sunday.toEpochDay());
        for (var quiet : hours()) {
            var day = new Day(zone, quiet, List.of(BREAK));
            var from = sunday.minusDays(3).atStartOfDay(zone).toInstant();
            var minutes = new OpenMinutes(day, from);
            for (var i = 0; i < 4_000; i++) {
                var now = from.plus(Duration.ofMinutes(random.nextInt(6 * 24 * 60)));
                var until = Optional.of(now.plus(Duration.ofMinutes(random.nextInt(600) - 300)));
                holds(new Circumstances(now, now, day, until, Optional.empty()), minutes);
            }
        }
    }

    /** The usual ones, others without weekends, and some that end within the hour that the clocks skip or double. */
    private static List<QuietHours> hours() {
        return Stream.of("16:30 07:30 true", "18:00 06:00 false", "20:00 02:30 false", "20:00 01:30 false")
                .map(text -> text.split(" ")).map(word -> new QuietHours(LocalTime.parse(word[0]),
                        LocalTime.parse(word[1]), Boolean.parseBoolean(word[2])))
                .toList();
    }

    private static void holds(Circumstances meets, OpenMinutes minutes) {
        var start = meets.disturbable().filter(meets.now()::isBefore).orElse(meets.now());
        switch (SendRules.of(SendPolicy.REQUEST, meets)) {
            case Now _ -> assertThat(open(meets.day(), meets.now()) && start.equals(meets.now()))
                    .as("%s sent", meets).isTrue();
            case PutOff(var until, var reason) -> {
                assertThat(until).as("%s", meets).isAfter(meets.now()).isAfterOrEqualTo(start);
                assertThat(reason).startsWith("Put off until ");
                assertThat(open(meets.day(), until)).as("%s open then", meets).isTrue();
                assertThat(minutes.firstFrom(start)).as("%s put off to the first open minute", meets).isEqualTo(until);
                var then = new Circumstances(until, until, meets.day(), Optional.empty(), Optional.empty());
                assertThat(SendRules.of(SendPolicy.NUDGE, then)).isEqualTo(now());
            }
            case Skip _ -> throw new AssertionError("a request is never skipped");
        }
        switch (SendRules.of(SendPolicy.NUDGE, meets)) {
            case Now _,PutOff _ -> assertThat(SendRules.of(SendPolicy.REQUEST, meets))
                    .isEqualTo(SendRules.of(SendPolicy.NUDGE, meets));
            case Skip(var reason) -> assertThat(reason).contains("Thanksgiving break");
        }
    }

    private static boolean open(Day day, Instant moment) {
        return day.at(moment) instanceof Day.Ruling.Open;
    }

    /** The minutes of three weeks that are open, each looked at once. */
    private static final class OpenMinutes {
        private static final int LENGTH = 21 * 24 * 60;
        private final Instant from;
        private final BitSet open = new BitSet(LENGTH);

        private OpenMinutes(Day day, Instant from) {
            this.from = from;
            IntStream.range(0, LENGTH).filter(minute -> open(day, from.plusSeconds(60L * minute)))
                    .forEach(open::set);
        }

        private Instant firstFrom(Instant start) {
            return from.plusSeconds(60L * open.nextSetBit((int) Duration.between(from, start).toMinutes()));
        }
    }
}
