package dev.stagecoach.chat;

import java.time.Instant;
import java.util.Optional;

import dev.stagecoach.people.ChannelId;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.TeamId;

/** What a person asks of the bot, and when. */
public sealed interface Call {
    PersonId person();

    Instant now();

    /**
     * {@code /coach word rest}.
     *
     * @param team the team that is meant; always present where the command's {@link Command#audience} needs one
     */
    record Typed(PersonId person, ChannelId channel, Optional<TeamId> team, String rest, Instant now)
            implements
                Call {

        /** The team; only for commands whose audience needs one. */
        public TeamId inTeam() {
            return team.orElseThrow(() -> new IllegalStateException("the command was registered without a team"));
        }
    }

    /** A click on a button; {@code message} is where it stood, empty for a form or the Home tab. */
    record Click(PersonId person, String action, String value, Optional<MessageRef> message, Instant now)
            implements
                Call {}

    /** A form sent in. */
    record Submission(PersonId person, String form, String context, Answers answers, Instant now) implements Call {}

    /** A shortcut used on somebody's message. */
    record Shortcut(PersonId person, String name, MessageRef message, String words, Instant now) implements Call {}
}
