package dev.stagecoach.coaching.due;

import java.time.Instant;
import java.util.List;

import dev.stagecoach.coaching.NextStep;
import dev.stagecoach.coaching.NextStep.Rank;
import dev.stagecoach.coaching.Room;
import dev.stagecoach.people.People;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.storage.Transaction;

/**
 * What waits for a person in the rooms that have no message of their own: the same steps that the Home tab shows.
 *
 * @param rooms all of them
 */
record DueLines(People people, List<Room> rooms) {
    /** In all teams of the person. */
    List<NextStep> of(Transaction tx, PersonId person, Instant now) {
        return people.teams().of(tx, person).stream().flatMap(team -> {
            var standing = people.members().standing(tx, team.id(), person);
            return rooms.stream().filter(Room::asksAtHome)
                    .flatMap(room -> room.steps(tx, team, person, standing, now).stream());
        }).filter(step -> step.rank() == Rank.OPEN_ANSWER).toList();
    }
}
