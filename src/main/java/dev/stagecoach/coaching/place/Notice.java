package dev.stagecoach.coaching.place;

import java.time.Instant;

import dev.stagecoach.people.Gone;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.PlaceStore.Lost;

/** What a message to a coach about a place is about, as its delivery carries it. */
record Notice(Lost lost) {

    String subject() {
        return lost.place() + " " + lost.how() + " " + lost.since().toEpochMilli();
    }

    static Notice parse(String subject) {
        var parts = subject.split(" ", 3);
        return new Notice(new Lost(parts[0], Gone.valueOf(parts[1]), Instant.ofEpochMilli(Long.parseLong(parts[2]))));
    }

    /** The ledger's key of the message that says it is gone. */
    String goneKey(PersonId coach) {
        return "place/" + lost.place() + "/" + lost.since().toEpochMilli() + "/gone/" + coach;
    }

    /** The ledger's key of the message that says it is back. */
    String backKey(PersonId coach) {
        return "place/" + lost.place() + "/" + lost.since().toEpochMilli() + "/back/" + coach;
    }
}
