package dev.stagecoach.coaching.team;

import dev.stagecoach.chat.Card;
import dev.stagecoach.people.UnreachableReason;

/** How coaches are told that a place is gone, or back. */
final class ReachabilityCards {
    private static final String REST = "Until then the check-ins and weekly summaries of %s rest. An open"
            + " self-assessment still closes on its day, and what I was to post in the channel waits.";

    private ReachabilityCards() {}

    /** @param who the team's name, or where an account is deactivated, the person's */
    static Card gone(UnreachableReason how, String who) {
        return switch (how) {
            case ARCHIVED -> said("The channel of " + who + " is archived", "I cannot post there. When somebody"
                    + " unarchives it, I go on by myself and tell you.").text(REST.formatted(who));
            case REMOVED -> said("I am not in the channel of " + who + " any more",
                    "Type /invite @Stagecoach there, and I go on by myself.").text(REST.formatted(who));
            case DELETED -> said("The channel of " + who + " is deleted",
                    "The check-ins and weekly summaries of " + who + " rest from now on. What the team wrote is kept:"
                            + " /coach summary tells it here. In a new channel, /coach setup sets up a team.");
            case DEACTIVATED -> said("The account of " + who + " is deactivated",
                    who + " gets no messages and is not counted any more. If the account comes back, I go on and tell"
                            + " you.");
            case SHUT_OUT, UNINSTALLED -> said("I was shut out of this workspace", "For that time I sent nothing.");
        };
    }

    static Card back(UnreachableReason how, String who) {
        return switch (how) {
            case ARCHIVED, REMOVED, DELETED -> said("The channel of " + who + " is back", "Check-ins and weekly"
                    + " summaries go on at their next time. What waited for the channel is posted now; the summaries"
                    + " that fell out are told by /coach summary.");
            case DEACTIVATED -> said("The account of " + who + " is back", who + " is asked again like everybody.");
            case SHUT_OUT, UNINSTALLED -> said("I am back in this workspace", "Everything goes on.");
        };
    }

    private static Card said(String title, String words) {
        return Card.titled(title).heading(title).text(words);
    }
}
