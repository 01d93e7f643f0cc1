package dev.stagecoach.coaching.evidence;

import java.time.Instant;
import java.util.Optional;

import dev.stagecoach.chat.MessageRef;
import dev.stagecoach.coaching.Count;
import dev.stagecoach.people.ChannelId;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.TeamId;

/**
 * Something that somebody saw, and how far it carries.
 *
 * @param from the message that it was saved from
 * @param approved when its author agreed that others see these words; empty while only the author does
 */
public record Evidence(String id, TeamId team, PersonId author, Finding finding, Optional<MessageRef> from,
        Shown shown, Instant logged, Optional<Instant> approved) {

    /** Who sees it; its author alone decides. */
    public enum Shown {
        MINE, TEAM, LEADERS
    }

    /** Whether it was saved from a message outside of this channel, the team's own; such words are never posted. */
    boolean fromOutside(ChannelId channel) {
        return from.filter(message -> !message.channel().equals(channel)).isPresent();
    }

    /**
     * What was found.
     *
     * @param practice the practice's key in the guide; empty where it belongs to none
     * @param type the key of the guide's sort of evidence; may be empty, or one that the guide no longer has
     * @param cannotShow what it does not prove; may be empty
     * @param highlight whether its author finds it worth showing others
     */
    public record Finding(String practice, String type, String statement, Optional<Count> count, String cannotShow,
            boolean highlight, Reach reach) {}

    /**
     * What it tells about, and where it belongs; each may be empty.
     *
     * @param impact the key of the guide's impact level
     * @param phase the key of the learning cycle's phase
     * @param link an address on the web
     * @param goal the id of the team's goal
     * @param source who saw it, by role
     */
    public record Reach(String impact, String phase, String link, String goal, String source) {}
}
