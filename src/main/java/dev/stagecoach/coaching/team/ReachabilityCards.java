package dev.stagecoach.coaching.team;

import dev.stagecoach.chat.Card;
import dev.stagecoach.people.UnreachableReason;

/** How coaches are told that a place is gone, or back. */
final class ReachabilityCards {
    private static final String REST = "Until then, I hold the check-ins and weekly summaries of %s. An open "
            + "self-assessment still closes on its day, and posts for the channel wait.";

    private ReachabilityCards() {}

    /** @param who the team's name, or where an account is deactivated, the person's */
    static Card gone(UnreachableReason how, String who) {
        return switch (how) {
            case ARCHIVED -> said("The channel of " + who + " is archived", "I cannot post there. When somebody "
                    + "unarchives it, I will pick up where I left off and tell you.").text(REST.formatted(who));
            case REMOVED -> said("I am not in the channel of " + who + " any more",
                    "Type /invite @Stagecoach there, and I will pick up where I left off.").text(REST.formatted(who));
            case DELETED -> said("The channel of " + who + " is deleted",
                    "The check-ins and weekly summaries of " + who + " stop for now. I keep what the team wrote: "
                            + "/coach summary shows it here. To set up a team in a new channel, type /coach setup "
                            + "there.");
            case DEACTIVATED -> said("The account of " + who + " is deactivated",
                    who + " gets no more messages and no longer counts. If the account comes back, I will start "
                            + "again and tell you.");
            case SHUT_OUT, UNINSTALLED -> said("I lost access to this workspace", "I sent nothing during that time.");
        };
    }

    static Card back(UnreachableReason how, String who) {
        return switch (how) {
            case ARCHIVED, REMOVED, DELETED -> said("The channel of " + who + " is back", "Check-ins and weekly "
                    + "summaries start again at their next time. I am posting now what was waiting for the channel; "
                    + "/coach summary shows the summaries you missed.");
            case DEACTIVATED -> said("The account of " + who + " is back", who + " gets check-ins again like "
                    + "everybody else.");
            case SHUT_OUT, UNINSTALLED -> said("I am back in this workspace", "Everything is running again.");
        };
    }

    private static Card said(String title, String words) {
        return Card.titled(title).heading(title).text(words);
    }
}
