package dev.stagecoach.slack;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import dev.stagecoach.chat.MessageRef;
import dev.stagecoach.chat.Messenger.Outcome;
import dev.stagecoach.people.Address;
import dev.stagecoach.people.ChannelId;
import dev.stagecoach.people.PersonId;

/**
 * Where an address is in Slack. A message to a person needs no conversation opened first: Slack takes the person's id
 * for the direct message, and its answer names the conversation, which is remembered. Opening each one would fall
 * under a limit of about 50 a minute.
 */
final class Conversations {
    private final SlackApi api;
    private final Map<PersonId, ChannelId> direct = new ConcurrentHashMap<>();

    Conversations(SlackApi api) {
        this.api = api;
    }

    /** Whether there is a conversation to write to. */
    sealed interface Place {
        record In(ChannelId channel) implements Place {}

        record None(Outcome outcome) implements Place {}
    }

    Place of(Address to) {
        return switch (to) {
            case ChannelId channel -> new Place.In(channel);
            case PersonId person -> direct(person);
        };
    }

    /** What Slack takes as the channel of a message to this address. */
    String target(Address to) {
        return switch (to) {
            case ChannelId channel -> channel.channel();
            case PersonId person -> {
                var known = direct.get(person);
                yield known == null ? person.user() : known.channel();
            }
        };
    }

    /** Whether messages to this address go by a person's id because the conversation is not known. */
    boolean byPerson(Address to) {
        return to instanceof PersonId person && !direct.containsKey(person);
    }

    /** A message to the address stands in this conversation; gives where that is. */
    ChannelId stands(Address to, String conversation) {
        return switch (to) {
            case ChannelId channel -> channel;
            case PersonId person -> direct.computeIfAbsent(person,
                    _ -> new ChannelId(person.workspace(), conversation));
        };
    }

    private Place direct(PersonId person) {
        var known = direct.get(person);
        if (known != null) {
            return new Place.In(known);
        }
        var opened = ResponseMapping.of(() -> api.methods().conversationsOpen(r -> r.users(List.of(person.user()))),
                answer -> new Outcome.Sent(
                        new MessageRef(new ChannelId(person.workspace(), answer.getChannel().getId()), "")));
        return switch (opened) {
            case Outcome.Sent(var message) -> {
                direct.put(person, message.channel());
                yield new Place.In(message.channel());
            }
            // Opening twice is harmless, and no message has gone out yet.
            case Outcome.Unclear(var reason) -> new Place.None(new Outcome.Busy(Duration.ofSeconds(5), reason));
            case Outcome.TooFast _,Outcome.Busy _,Outcome.Impossible _ -> new Place.None(opened);
        };
    }

    /** What is known of the address is looked up anew the next time. */
    void forget(Address to) {
        if (to instanceof PersonId person) {
            direct.remove(person);
        }
    }
}
