package dev.stagecoach.coaching.place;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import dev.stagecoach.delivery.Due;
import dev.stagecoach.people.Address;
import dev.stagecoach.people.ChannelId;
import dev.stagecoach.people.Directory;
import dev.stagecoach.people.Gone;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.PlaceStore;
import dev.stagecoach.people.PlaceStore.Lost;
import dev.stagecoach.storage.AllTables;
import dev.stagecoach.storage.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks whether what is gone is back, and who has gone, in case no event said so. */
final class Looking implements Due {
    /** How long after an uninstalling its data can be saved by installing again: long enough for a mistake. */
    static final Duration GRACE = Duration.ofDays(7);
    private static final String WORKSPACE = PlaceStore.workspace("");
    private static final Logger LOG = LoggerFactory.getLogger(Looking.class);

    private final PlaceStore store = new PlaceStore();
    private final Database database;
    private final Places places;
    private final Directory directory;

    Looking(Database database, Places places, Directory directory) {
        this.database = database;
        this.places = places;
        this.directory = directory;
    }

    @Override
    public String name() {
        return "places";
    }

    @Override
    public void run(Instant now) {
        database.read(store::wentAway).forEach(person -> places.gone(person, Gone.DEACTIVATED, now));
        for (var person : database.read(store::cameBack)) {
            database.change(tx -> places.returned(tx, person, now));
        }
        Due.each(database.read(tx -> store.toLookFor(tx, now)), lost -> "looking for " + lost.place(),
                lost -> look(lost, now));
    }

    /** None that anybody waits for: a look comes by itself, at the next tick after its time. */
    @Override
    public Optional<Instant> next() {
        return Optional.empty();
    }

    private void look(Lost lost, Instant now) {
        database.change(tx -> store.lookAgain(tx, lost.place(), Places.nextLook(lost, now)));
        if (lost.place().startsWith(WORKSPACE)) {
            lookForWorkspace(lost, lost.place().substring(WORKSPACE.length()), now);
        } else if (Address.parse(lost.place()) instanceof ChannelId channel && stands(channel)) {
            places.back(channel, now);
        }
    }

    private boolean stands(ChannelId channel) {
        try {
            return directory.channel(channel).filter(seen -> seen.joined() && !seen.archived()).isPresent();
        } catch (Directory.Unavailable _) {
            return false;
        }
    }

    private void lookForWorkspace(Lost lost, String workspace, Instant now) {
        var somebody = database.read(tx -> store.anybody(tx, workspace));
        if (somebody.isEmpty() || answers(somebody.get())) {
            LOG.info("workspace {} is back", workspace);
            database.change(tx -> store.forget(tx, lost.place()));
        } else if (lost.how() == Gone.UNINSTALLED && !now.isBefore(lost.since().plus(GRACE))) {
            LOG.warn("workspace {} uninstalled the bot {} ago; its data are deleted now", workspace, GRACE);
            database.change(AllTables::empty);
        }
    }

    private boolean answers(PersonId somebody) {
        try {
            directory.person(somebody);
            return true;
        } catch (Directory.Unavailable _) {
            return false;
        }
    }
}
