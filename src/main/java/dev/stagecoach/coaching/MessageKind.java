package dev.stagecoach.coaching;

import dev.stagecoach.people.Team;
import dev.stagecoach.storage.Transaction;

/**
 * A kind of message as people know it.
 *
 * @param name what people call one, such as "Check-in"
 * @param cause which schedule or rule brings one
 */
public record MessageKind(String name, Cause cause) {

    /** Says why a message came; the words read after "because" and end without a full stop. */
    @FunctionalInterface
    public interface Cause {
        /** @param subject what the message is about, an id that its composer understands */
        String because(Transaction tx, Team team, String subject);
    }

    /** A kind that always has the same cause, apart from the team's name, which stands for {@code %s}. */
    public static MessageKind of(String name, String because) {
        return new MessageKind(name, (_, team, _) -> because.formatted(team.name()));
    }
}
