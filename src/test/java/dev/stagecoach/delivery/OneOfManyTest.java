package dev.stagecoach.delivery;

import java.util.List;
import java.util.stream.IntStream;

import dev.stagecoach.delivery.ScriptedMessenger.Fault;
import dev.stagecoach.people.Address;
import dev.stagecoach.people.ChannelId;
import dev.stagecoach.people.PlaceStore;
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
        var desk = new LedgerDesk(database);
        assertThat(desk.fate("m17")).isEqualTo("skipped The channel is archived.");
        database.change(tx -> new PlaceStore().release(tx, SICK, desk.clock.instant()));
        desk.run();
        assertThat(desk.messenger.words(SICK)).containsExactly("m17");
    }

    @OnBothDatabases
    void aBusyOrAFaultyOrASilentChannelAmong500_leavesTheOthersTheirs(Database database) {
        run(database, Fault.THROWS_LOST);
    }

    private static void run(Database database, Fault fault) {
        var desk = new LedgerDesk(database);
        IntStream.range(0, MANY).forEach(at -> desk.plan("m" + at, "plain", channel(at)));
        desk.messenger.next(SICK, fault);
        desk.run();
        var reached = desk.messenger.standing().stream().map(ScriptedMessenger.Standing::to).toList();
        List<Address> others = IntStream.range(0, MANY).mapToObj(OneOfManyTest::channel)
                .filter(channel -> !channel.equals(SICK)).map(Address.class::cast).toList();
        assertThat(reached).containsExactlyInAnyOrderElementsOf(others);
    }

    private static ChannelId channel(int at) {
        return new ChannelId("T1", "C" + at);
    }
}
