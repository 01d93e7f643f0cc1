package dev.stagecoach.outbox;

import java.util.List;
import java.util.stream.IntStream;

import dev.stagecoach.outbox.ScriptedMessenger.Fault;
import dev.stagecoach.people.Address;
import dev.stagecoach.people.ChannelId;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.OnBothDatabases;

import static org.assertj.core.api.Assertions.assertThat;

/** One channel that fails, in whatever way, is no other's trouble. */
class OneOfManyTest {
    private static final int MANY = 500;
    private static final ChannelId SICK = channel(17);

    @OnBothDatabases
    void anArchivedChannelAmong500_leavesTheOthersTheirs(Database database) {
        run(database, Fault.ARCHIVED);
        var fixture = new OutboxFixture(database);
        assertThat(fixture.status("m17")).isEqualTo("skipped The channel is archived.");
        database.change(tx -> new HeldBackStore().release(tx, SICK, fixture.clock.instant()));
        fixture.run();
        assertThat(fixture.messenger.words(SICK)).containsExactly("m17");
    }

    @OnBothDatabases
    void aBusyOrAFaultyOrASilentChannelAmong500_leavesTheOthersTheirs(Database database) {
        run(database, Fault.THROWS_LOST);
    }

    private static void run(Database database, Fault fault) {
        var fixture = new OutboxFixture(database);
        IntStream.range(0, MANY).forEach(at -> fixture.plan("m" + at, "plain", channel(at)));
        fixture.messenger.next(SICK, fault);
        fixture.run();
        var reached = fixture.messenger.standing().stream().map(ScriptedMessenger.Standing::to).toList();
        List<Address> others = IntStream.range(0, MANY).mapToObj(OneOfManyTest::channel)
                .filter(channel -> !channel.equals(SICK)).map(Address.class::cast).toList();
        assertThat(reached).containsExactlyInAnyOrderElementsOf(others);
    }

    private static ChannelId channel(int at) {
        return new ChannelId("T1", "C" + at);
    }
}
