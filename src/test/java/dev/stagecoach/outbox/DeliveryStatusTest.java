package dev.stagecoach.outbox;

import java.time.Duration;
import java.util.Optional;

import dev.stagecoach.outbox.DeliveryStore.State;
import dev.stagecoach.outbox.ScriptedMessenger.Fault;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.OnBothDatabases;

import static dev.stagecoach.outbox.OutboxFixture.CHANNEL;
import static dev.stagecoach.outbox.OutboxFixture.START;
import static dev.stagecoach.outbox.OutboxFixture.TEACHER;
import static dev.stagecoach.outbox.OutboxFixture.TEAM;
import static org.assertj.core.api.Assertions.assertThat;

class DeliveryStatusTest {

    @OnBothDatabases
    void everybodyCanLookUpWhatBecameOfTheOwnMessages(Database database) {
        var fixture = new OutboxFixture(database);
        fixture.plan("hello", "threaded", TEACHER);
        fixture.plan("weekly", "plain", CHANNEL);
        fixture.run();
        fixture.clock.advance(Duration.ofHours(1));
        fixture.plan("closed", "mute", TEACHER);
        fixture.run();
        var statuses = database.read(tx -> fixture.deliveries.ofPerson(tx, TEACHER, START, 10));
        assertThat(statuses).containsExactly(
                new DeliveryStatus(TEAM, "mute", "closed", START.plusSeconds(3600), State.SKIPPED, Optional.empty(),
                        Optional.of("The round is closed.")),
                new DeliveryStatus(TEAM, "threaded", "hello", START, State.SENT, Optional.of(START), Optional.empty()));
        var newest = database.read(tx -> fixture.deliveries.ofPerson(tx, TEACHER, START, 1));
        assertThat(newest).extracting(DeliveryStatus::subject).containsExactly("closed");
        var later = database.read(tx -> fixture.deliveries.ofPerson(tx, TEACHER, START.plusSeconds(3601), 10));
        assertThat(later).isEmpty();
    }

    @OnBothDatabases
    void aTeamHasItsOwnCounts(Database database) {
        var fixture = new OutboxFixture(database);
        fixture.plan("hello", "threaded", TEACHER);
        fixture.plan("closed", "mute", TEACHER);
        fixture.database.change(tx -> fixture.outbox.plan(tx, new TeamId("other"), "theirs", "plain", CHANNEL, "theirs",
                START));
        fixture.run();
        var counts = database.read(tx -> fixture.deliveries.counts(tx, TEAM, START));
        assertThat(counts).containsEntry(State.SENT, 1).containsEntry(State.SKIPPED, 1).containsEntry(State.FAILED, 0);
        var later = database.read(tx -> fixture.deliveries.counts(tx, TEAM, START.plusSeconds(1)));
        assertThat(later).containsEntry(State.SENT, 0);
    }

    @OnBothDatabases
    void healthTellsWhatWaitsWhatFailedAndWhatIsUnclear(Database database) {
        var fixture = new OutboxFixture(database);
        var calm = database.read(tx -> fixture.deliveries.health(tx, START));
        assertThat(calm).isEqualTo(new OutboxHealth(Optional.empty(), 0, 0));
        fixture.plan("gone", "plain", CHANNEL);
        fixture.plan("lost", "plain", TEACHER);
        fixture.messenger.next(CHANNEL, Fault.IMPOSSIBLE);
        fixture.messenger.next(TEACHER, Fault.UNCLEAR_LOST);
        fixture.run();
        fixture.database.change(
                tx -> fixture.outbox.plan(tx, TEAM, "later", "plain", CHANNEL, "later", START.plusSeconds(60)));
        var troubled = database.read(tx -> fixture.deliveries.health(tx, START));
        assertThat(troubled).isEqualTo(new OutboxHealth(Optional.of(START.plusSeconds(60)), 1, 1));
        var since = database.read(tx -> fixture.deliveries.health(tx, START.plusSeconds(1)));
        assertThat(since.failed()).isZero();
    }
}
