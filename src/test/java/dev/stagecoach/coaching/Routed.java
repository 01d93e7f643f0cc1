package dev.stagecoach.coaching;

import java.util.Optional;
import java.util.stream.Stream;

import dev.stagecoach.app.ActionRouter;
import dev.stagecoach.app.ActionRouter.PracticeInFocus;
import dev.stagecoach.app.Handlers;
import dev.stagecoach.chat.Button;
import dev.stagecoach.coaching.stage.Journey;
import dev.stagecoach.coaching.stage.JourneyStore;
import dev.stagecoach.guide.ShippedGuide;
import dev.stagecoach.people.People;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Transaction;

/** What people can do in a room, every action behind its check, as it is wired. */
public final class Routed {
    private Routed() {}

    /** A room with its actions behind their check. */
    public record Behind(Room room, Handlers feature) {}

    public static Behind room(Database database, People people, Room room) {
        return new Behind(room, feature(database, people, room));
    }

    public static Handlers feature(Database database, People people, Room room) {
        return feature(database, people, room, false);
    }

    /** @param legalHold whether nothing may be deleted */
    public static Handlers feature(Database database, People people, Room room, boolean legalHold) {
        return new ActionRouter(database, people, new PracticeInFocus() {
            @Override
            public Optional<String> of(Transaction tx, TeamId team) {
                return new JourneyStore().current(tx, team).map(Journey::practice);
            }

            @Override
            public boolean known(String practice) {
                return Stream.of(ShippedGuide.GUIDE, School.guide())
                        .anyMatch(guide -> guide.practice(practice).isPresent());
            }

            @Override
            public Button choose(TeamId team) {
                return Ways.CHOOSE_PRACTICE.primary("Choose the practice", team);
            }
        }, legalHold).resolved(room.feature());
    }
}
