package dev.stagecoach.coaching.evidence;

import java.time.Instant;
import java.util.Optional;

import dev.stagecoach.chat.MessageRef;
import dev.stagecoach.coaching.Count;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.TeamId;

/**
 * Something that somebody saw, and how far it carries.
 *
 * @param from the message that it was saved from
 * @param approved whether the team agreed that school leaders may see it
 */
public record Evidence(String id, TeamId team, PersonId author, Finding finding, Optional<MessageRef> from,
        boolean approved, Instant logged) {

    /**
     * What was found.
     *
     * @param practice the practice's key in the guide; empty where it belongs to none
     * @param cannotShow what it does not prove; may be empty
     * @param highlight whether its author finds it worth showing others
     */
    public record Finding(String practice, Type type, String statement, Optional<Count> count, String cannotShow,
            boolean highlight) {}

    /** What sort of evidence it is. */
    public enum Type {
        COUNT("A count"), QUOTE("A quote"), ARTEFACT("An artefact"), OBSERVATION("An observation"), SURVEY("A survey");

        private final String words;

        Type(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }
}
