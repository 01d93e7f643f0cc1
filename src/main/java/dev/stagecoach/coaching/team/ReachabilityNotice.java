package dev.stagecoach.coaching.team;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.ReachabilityStore.Lost;
import dev.stagecoach.people.UnreachableReason;

/** What a message to a coach about a place is about, as its delivery carries it. */
record ReachabilityNotice(Lost lost) {

    String subject() {
        return lost.place() + " " + lost.how() + " " + lost.since().toEpochMilli();
    }

    static ReachabilityNotice parse(String subject) {
        var parts = subject.split(" ", 3);
        return new ReachabilityNotice(new Lost(parts[0], UnreachableReason.valueOf(parts[1]),
                Instant.ofEpochMilli(Long.parseLong(parts[2]))));
    }

    /** The outbox's key of the message that says it is gone in this way. */
    String goneKey(PersonId coach) {
        return key(lost.how(), coach);
    }

    /** The keys of all messages that may have said that it is gone, in whatever way. */
    Set<String> goneKeys(PersonId coach) {
        return Stream.of(UnreachableReason.values()).map(how -> key(how, coach)).collect(Collectors.toSet());
    }

    private String key(UnreachableReason how, PersonId coach) {
        return "place/" + lost.place() + "/" + lost.since().toEpochMilli() + "/gone/" + how + "/" + coach;
    }

    /** The outbox's key of the message that says it is back. */
    String backKey(PersonId coach) {
        return "place/" + lost.place() + "/" + lost.since().toEpochMilli() + "/back/" + coach;
    }
}
