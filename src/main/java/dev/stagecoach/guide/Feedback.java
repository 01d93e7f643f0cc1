package dev.stagecoach.guide;

import java.util.List;
import java.util.Optional;

/** Giving feedback: protocols with their turns, and visiting one another. */
public record Feedback(List<Protocol> protocols, Optional<Visit> visit) {
    static final Feedback NONE = new Feedback(List.of(), Optional.empty());

    public Feedback {
        protocols = List.copyOf(protocols);
    }

    public Optional<Protocol> protocol(String key) {
        return protocols.stream().filter(one -> one.key().equals(key)).findFirst();
    }

    /**
     * A way to give feedback.
     *
     * @param use where and how, in words
     * @param hours how long a thread of it stays open at most
     * @param minutes how long it takes live: the sum of its turns
     */
    public record Protocol(String key, String name, String use, int hours, int minutes, List<Turn> turns,
            List<String> rules) {
        public Protocol {
            turns = List.copyOf(turns);
            rules = List.copyOf(rules);
        }

        /** @param number counted from 1 */
        public Optional<Turn> turn(int number) {
            return number >= 1 && number <= turns.size() ? Optional.of(turns.get(number - 1)) : Optional.empty();
        }
    }

    /**
     * A turn of a protocol.
     *
     * @param number counted from 1
     * @param starters beginnings of sentences, may be empty
     */
    public record Turn(int number, Who who, int minutes, String name, String text, List<String> starters) {
        public Turn {
            starters = List.copyOf(starters);
        }
    }

    /** Whose turn it is. */
    public enum Who {
        PRESENTER, OTHERS
    }

    /**
     * A visit to learn, not to judge.
     *
     * @param minutes in one room
     * @param roomsBeforeSharing nothing is shared outside the group before so many rooms were seen
     * @param thanksWithinDays by when the host is thanked
     */
    public record Visit(String name, String text, Range visitors, Range minutes, int roomsBeforeSharing,
            int thanksWithinDays, List<String> before, List<String> during, List<String> after) {
        public Visit {
            before = List.copyOf(before);
            during = List.copyOf(during);
            after = List.copyOf(after);
        }
    }
}
