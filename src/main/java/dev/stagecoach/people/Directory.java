package dev.stagecoach.people;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** What the chat service knows of people and channels. Calls go over the network; never call one inside a transaction. */
public interface Directory {

    /** The person, or empty where the service knows nobody by that id. */
    Optional<Person> person(PersonId id);

    /** What the bot can see of the channel, or empty where it cannot see it. */
    Optional<Channel> channel(ChannelId id);

    /** Everybody in the channel, bots and guests included; empty where the bot cannot see it. */
    List<PersonId> membersOf(ChannelId id);

    /**
     * Who of these people does not want to be disturbed now, and until when. May answer what was true some minutes ago;
     * a service that knows nothing of the kind names nobody.
     *
     * @param soon asked only where there is room for more people in the same go: who will be asked about soon
     */
    Map<PersonId, Instant> doNotDisturb(Set<PersonId> people, Supplier<List<PersonId>> soon, Instant now);

    /**
     * A channel as the chat service describes it.
     *
     * @param direct a direct message rather than a channel
     * @param joined whether the bot is in it
     */
    record Channel(ChannelId id, String name, boolean direct, boolean archived, boolean joined) {}

    /** The chat service could not be asked just now. */
    final class Unavailable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Unavailable(String reason, Throwable cause) {
            super(reason, cause);
        }
    }
}
