package dev.stagecoach.delivery;

import java.time.Duration;
import java.util.Optional;

import dev.stagecoach.delivery.DeliveryStore.State;
import dev.stagecoach.delivery.ScriptedMessenger.Fault;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.OnBothDatabases;

import static dev.stagecoach.delivery.LedgerDesk.CHANNEL;
import static dev.stagecoach.delivery.LedgerDesk.START;
import static dev.stagecoach.delivery.LedgerDesk.TEACHER;
import static dev.stagecoach.delivery.LedgerDesk.TEAM;
import static org.assertj.core.api.Assertions.assertThat;

class FateTest {

    @OnBothDatabases
    void everybodyCanLookUpWhatBecameOfTheOwnMessages(Database database) {
        var desk = new LedgerDesk(database);
        desk.plan("hello", "threaded", TEACHER);
        desk.plan("weekly", "plain", CHANNEL);
        desk.run();
        desk.clock.advance(Duration.ofHours(1));
        desk.plan("closed", "mute", TEACHER);
        desk.run();
        var fates = database.read(tx -> desk.deliveries.ofPerson(tx, TEACHER, START, 10));
        assertThat(fates).containsExactly(
                new Fate(TEAM, "mute", "closed", START.plusSeconds(3600), State.SKIPPED, Optional.empty(),
                        Optional.of("The round is closed.")),
                new Fate(TEAM, "threaded", "hello", START, State.SENT, Optional.of(START), Optional.empty()));
        var newest = database.read(tx -> desk.deliveries.ofPerson(tx, TEACHER, START, 1));
        assertThat(newest).extracting(Fate::subject).containsExactly("closed");
        var later = database.read(tx -> desk.deliveries.ofPerson(tx, TEACHER, START.plusSeconds(3601), 10));
        assertThat(later).isEmpty();
    }

    @OnBothDatabases
    void aTeamHasItsOwnCounts(Database database) {
        var desk = new LedgerDesk(database);
        desk.plan("hello", "threaded", TEACHER);
        desk.plan("closed", "mute", TEACHER);
        desk.database.change(tx -> desk.ledger.plan(tx, new TeamId("other"), "theirs", "plain", CHANNEL, "theirs",
                START));
        desk.run();
        var counts = database.read(tx -> desk.deliveries.counts(tx, TEAM, START));
        assertThat(counts).containsEntry(State.SENT, 1).containsEntry(State.SKIPPED, 1).containsEntry(State.FAILED, 0);
        var later = database.read(tx -> desk.deliveries.counts(tx, TEAM, START.plusSeconds(1)));
        assertThat(later).containsEntry(State.SENT, 0);
    }

    @OnBothDatabases
    void healthTellsWhatWaitsWhatFailedAndWhatIsUnclear(Database database) {
        var desk = new LedgerDesk(database);
        var calm = database.read(tx -> desk.deliveries.health(tx, START));
        assertThat(calm).isEqualTo(new Health(Optional.empty(), 0, 0));
        desk.plan("gone", "plain", CHANNEL);
        desk.plan("lost", "plain", TEACHER);
        desk.messenger.next(CHANNEL, Fault.IMPOSSIBLE);
        desk.messenger.next(TEACHER, Fault.UNCLEAR_LOST);
        desk.run();
        desk.database.change(
                tx -> desk.ledger.plan(tx, TEAM, "later", "plain", CHANNEL, "later", START.plusSeconds(60)));
        var troubled = database.read(tx -> desk.deliveries.health(tx, START));
        assertThat(troubled).isEqualTo(new Health(Optional.of(START.plusSeconds(60)), 1, 1));
        var since = database.read(tx -> desk.deliveries.health(tx, START.plusSeconds(1)));
        assertThat(since.failed()).isZero();
    }
}
