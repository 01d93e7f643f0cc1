package dev.stagecoach.coaching.team;

import java.time.Instant;
import java.util.Optional;

import dev.stagecoach.outbox.Job;
import dev.stagecoach.people.Address;
import dev.stagecoach.people.ChannelId;
import dev.stagecoach.people.Directory;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.ReachabilityStore;
import dev.stagecoach.people.ReachabilityStore.Lost;
import dev.stagecoach.people.Roster;
import dev.stagecoach.people.UnreachableReason;
import dev.stagecoach.storage.AllTables;
import dev.stagecoach.storage.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks whether what is gone is back, and who has gone, in case no event said so. */
final class ReachabilityCheck implements Job {
    private static final String WORKSPACE = ReachabilityStore.workspace("");
    private static final Logger LOG = LoggerFactory.getLogger(ReachabilityCheck.class);

    private final ReachabilityStore store = new ReachabilityStore();
    private final Database database;
    private final Reachability reachability;
    private final Roster roster;

    ReachabilityCheck(Database database, Reachability reachability, Roster roster) {
        this.database = database;
        this.reachability = reachability;
        this.roster = roster;
    }

    @Override
    public String name() {
        return "places";
    }

    @Override
    public void run(Instant now) {
        database.read(store::wentAway).forEach(person -> reachability.gone(person, UnreachableReason.DEACTIVATED, now));
        for (var person : database.read(store::cameBack)) {
            database.change(tx -> reachability.returned(tx, person, now));
        }
        Job.each(database.read(tx -> store.toLookFor(tx, now)), lost -> "looking for " + lost.place(),
                lost -> look(lost, now));
    }

    /** None that anybody waits for: a look comes by itself, at the next tick after its time. */
    @Override
    public Optional<Instant> next() {
        return Optional.empty();
    }

    private void look(Lost lost, Instant now) {
        database.change(tx -> store.lookAgain(tx, lost.place(), Reachability.nextLook(lost, now)));
        if (lost.place().startsWith(WORKSPACE)) {
            lookForWorkspace(lost, lost.place().substring(WORKSPACE.length()), now);
        } else if (Address.parse(lost.place()) instanceof ChannelId channel) {
            look(channel, now);
        }
    }

    /** Whether the chat service could be asked. */
    boolean look(ChannelId channel, Instant now) {
        try {
            reachability.seen(channel, roster.channel(channel), now);
            return true;
        } catch (Directory.Unavailable e) {
            LOG.info("channel {} could not be looked for: {}", channel, e.getMessage());
            return false;
        }
    }

    private void lookForWorkspace(Lost lost, String workspace, Instant now) {
        var somebody = database.read(tx -> store.anybody(tx, workspace));
        if (somebody.isEmpty() || answers(somebody.get())) {
            LOG.info("workspace {} is back", workspace);
            database.change(tx -> store.forget(tx, lost.place()));
        } else if (reachability.isOver(lost, now)) {
            LOG.warn("workspace {} uninstalled the bot on {}; its data are deleted now", workspace, lost.since());
            database.change(AllTables::empty);
            database.emptyJournal();
        }
    }

    private boolean answers(PersonId somebody) {
        try {
            roster.person(somebody);
            return true;
        } catch (Directory.Unavailable _) {
            return false;
        }
    }
}
