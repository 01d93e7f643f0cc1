package dev.stagecoach.coaching.stage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.coaching.Room;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.outbox.Outbox;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Team;
import dev.stagecoach.storage.Ids;
import dev.stagecoach.storage.Transaction;

/** What can happen to a journey. Each change is recorded with its reason and announced in the team's channel. */
public final class Journeys {
    static final String MOVED = "journey.moved";

    private final JourneyStore store = new JourneyStore();
    private final Guide guide;
    private final Outbox outbox;
    private final List<Room> rooms;

    /** @param rooms hear of each move */
    public Journeys(Guide guide, Outbox outbox, List<Room> rooms) {
        this.guide = guide;
        this.outbox = outbox;
        this.rooms = rooms;
    }

    public Outbox outbox() {
        return outbox;
    }

    /** What is done otherwise in the team's present stage. */
    List<String> inStage(Transaction tx, Team team) {
        return rooms.stream().flatMap(room -> room.inStage(tx, team).stream()).toList();
    }

    /**
     * The team works on this practice from now on: in the guide's first stage, or where it left it. Choosing what is
     * chosen already, for the same reason, changes nothing.
     */
    public void take(Transaction tx, Team team, String practice, Choice choice) {
        var known = store.with(tx, team.id(), practice);
        var reason = store.choice(tx, team.id(), practice).map(Move::reason);
        var focus = store.current(tx, team.id()).map(Journey::practice);
        if (focus.equals(Optional.of(practice)) && reason.equals(Optional.of(choice.reason()))) {
            return;
        }
        var stage = known.map(Journey::stage).orElseGet(() -> guide.stages().getFirst().key());
        store.start(tx, new Journey(team.id(), practice, stage, choice.at()));
        store.focus(tx, team.id(), practice);
        tell(tx, team, move(team, practice, known.map(Journey::stage).orElse(""), stage, choice));
    }

    /** The journey goes to another stage. False where it has left the stage that the move begins in. */
    boolean move(Transaction tx, Team team, Move move) {
        if (!store.advance(tx, move)) {
            return false;
        }
        tell(tx, team, move);
        return true;
    }

    private void tell(Transaction tx, Team team, Move move) {
        store.record(tx, move);
        rooms.forEach(room -> room.stageChanged(tx, team, move.at()));
        outbox.plan(tx, team.id(), "journey/" + move.id() + "/moved", MOVED, team.channel(), move.id(), move.at());
    }

    private static Move move(Team team, String practice, String from, String to, Choice choice) {
        return new Move(Ids.next(), team.id(), practice, from, to, choice.by(), choice.backing(), choice.reason(),
                choice.at());
    }

    /** Who proposed it, why, when it was decided, and how many members agreed. */
    public record Choice(PersonId by, String reason, Instant at, Move.Backing backing) {}
}
