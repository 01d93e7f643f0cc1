package dev.stagecoach.simulation;

import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.stagecoach.Wiring;
import dev.stagecoach.guide.ShippedGuide;
import dev.stagecoach.outbox.Outbox;
import dev.stagecoach.people.Address;
import dev.stagecoach.people.ChannelId;
import dev.stagecoach.people.Meeting;
import dev.stagecoach.people.People;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.sandbox.Posted;
import dev.stagecoach.sandbox.Sandbox;
import dev.stagecoach.sandbox.SandboxClock;
import dev.stagecoach.sandbox.SandboxOptions;
import dev.stagecoach.slack.SlackApi;
import dev.stagecoach.slack.SlackConnection;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.TestDatabases;
import dev.stagecoach.storage.Transaction;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The bot as it is wired, before a workspace that keeps Slack's limits: everything arrives once, about as fast as the
 * limits allow, and hardly anything is refused. Time jumps from one message to the next.
 */
class PacedTest {
    private static final Instant MORNING = LocalDate.of(2026, 9, 15).atTime(10, 0).atZone(SandboxClock.ZONE)
            .toInstant();
    private static final TeamId TEAM = new TeamId("team-1");
    private static final String WORKSPACE = Population.WORKSPACE;
    /** The least that the workspace takes a minute, and one message a second in a conversation. */
    private static final Duration A_MESSAGE = Duration.ofMillis(200);
    private static final Duration IN_A_CONVERSATION = Duration.ofSeconds(1);
    private static final int A_HANDFUL = 5;

    private final Sandbox sandbox = Sandbox
            .headless(SandboxOptions.at(0, SandboxClock.still(MORNING)).withLimits());
    private final People people = People.create();
    private final Outbox outbox = new Outbox();
    private final Set<String> hired = new HashSet<>();

    @Test
    void privateAndChannelMessagesOfOneMinuteTakeNoLongerThanTheLimits() {
        var channel = channel();
        var took = sent(360, tx -> {
            IntStream.range(0, 60).forEach(number -> plan(tx, "channel/" + number, channel));
            IntStream.range(0, 300).forEach(number -> plan(tx, "private/" + number, teacher(number)));
        });
        assertThat(took).isLessThan(atMost(A_MESSAGE.multipliedBy(360)));
        assertThat(heard()).allSatisfy((person, times) -> assertThat(times).as(person).isOne()).hasSize(300);
        assertThat(inChannels()).hasSize(60);
        assertThat(sandbox.slowedDown())
                .allSatisfy((method, times) -> assertThat(times).as(method).isLessThan(A_HANDFUL));
    }

    @Test
    void aConversationThatIsFullHoldsUpNoOther() {
        var channel = channel();
        var took = sent(200, tx -> {
            IntStream.range(0, 100).forEach(number -> plan(tx, "channel/" + number, channel));
            IntStream.range(0, 100).forEach(number -> plan(tx, "private/" + number, teacher(number)));
        });
        assertThat(took).isLessThan(atMost(IN_A_CONVERSATION.multipliedBy(100)));
        var lastPrivate = sandbox.posts(0).stream().filter(post -> post.person().isPresent()).map(Posted::at)
                .max(Instant::compareTo).orElseThrow();
        assertThat(Duration.between(MORNING, lastPrivate)).isLessThan(Duration.ofSeconds(50));
        assertThat(sandbox.slowedDown())
                .allSatisfy((method, times) -> assertThat(times).as(method).isLessThan(A_HANDFUL));
    }

    @Test
    void fourThousandFiveHundredAtThreeHundredAMinuteAllArrive() {
        var took = sent(4_500,
                tx -> IntStream.range(0, 4_500).forEach(number -> plan(tx, "private/" + number, teacher(number))));
        assertThat(took).isLessThan(atMost(A_MESSAGE.multipliedBy(4_500)));
        assertThat(heard()).allSatisfy((person, times) -> assertThat(times).as(person).isOne()).hasSize(4_500);
        assertThat(sandbox.slowedDown())
                .allSatisfy((method, times) -> assertThat(times).as(method).isLessThan(A_HANDFUL));
    }

    private static Duration atMost(Duration limits) {
        return limits.plus(limits.dividedBy(20));
    }

    /** How long it takes, by the workspace's clock, until all that is planned has been sent. */
    private Duration sent(int number, Consumer<Transaction> plans) {
        try (var database = TestDatabases.sqlite();
                var line = line();
                var bot = new Wiring(SlackConnection.over(line), database, ShippedGuide.GUIDE, sandbox.clock())) {
            database.change(tx -> {
                people.teams().add(tx, team(), teacher(0), MORNING);
                plans.accept(tx);
            });
            bot.answer();
            for (var next = next(database); next.isPresent(); next = next(database)) {
                sandbox.clock().moveTo(next.get());
                bot.send(sandbox.clock().instant());
            }
            assertThat(database.read(PacedTest::states)).containsExactly("sent " + number);
        }
        return Duration.between(MORNING, sandbox.posts(0).getLast().at());
    }

    private SlackApi line() {
        return SlackApi.over(new SimulatedNetwork(sandbox, new FaultInjector(Scope.of(LocalDate.of(2026, 9, 15),
                LocalDate.of(2026, 9, 16), 1, 1, 1)), new ProcessLife()), URI.create(sandbox.apiUrl()),
                sandbox.botToken(), SlackApi.LIMITS);
    }

    private static Optional<Instant> next(Database database) {
        return database.read(tx -> tx.handle().createQuery("""
                select min(at) from (select min(try_at) as at from delivery where state = 'due'
                    union all select min(claimed_until) from delivery where state = 'sending') as moments
                """).mapTo(Instant.class).findOne());
    }

    private static List<String> states(Transaction tx) {
        return tx.handle().createQuery("select state || ' ' || count(*) from delivery group by state")
                .mapTo(String.class).list();
    }

    private void plan(Transaction tx, String key, Address to) {
        assertThat(outbox.request(tx, TEAM, key, "team.welcome", to, TEAM.value(), MORNING)).isTrue();
    }

    private PersonId teacher(int number) {
        var id = "U0T%05d".formatted(number);
        if (hired.add(id)) {
            sandbox.owner().hire(id, "Teacher " + number, SandboxClock.ZONE);
        }
        return new PersonId(WORKSPACE, id);
    }

    private ChannelId channel() {
        return new ChannelId(WORKSPACE, sandbox.addChannel("loud", List.of("U0COACHBOT")));
    }

    private static Team team() {
        return new Team(TEAM, new ChannelId(WORKSPACE, "C0TEAM"), "Grade 7", "Juniper Ridge", SandboxClock.ZONE,
                new Meeting(DayOfWeek.WEDNESDAY, LocalTime.of(14, 30)), 1,
                new Meeting(DayOfWeek.FRIDAY, LocalTime.of(15, 0)), true);
    }

    private Map<String, Long> heard() {
        return sandbox.posts(0).stream().flatMap(post -> post.person().stream())
                .collect(Collectors.groupingBy(person -> person, Collectors.counting()));
    }

    private List<Posted> inChannels() {
        return sandbox.posts(0).stream().filter(post -> post.person().isEmpty()).toList();
    }
}
