package dev.stagecoach.coaching.team;

import dev.stagecoach.chat.Button;
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
            case TAKEN -> said("The channel of " + who + " belongs to another team now",
                    "Slack gave that channel a new id, and another team is already set up there. That team keeps the "
                            + "channel and goes on as before. I keep all that " + who + " wrote: /coach summary in a "
                            + "direct message to me shows it. To go on as a team of its own, set up a team in a new "
                            + "channel with /coach setup.");
            case DEACTIVATED -> said("The account of " + who + " is deactivated",
                    who + " gets no more messages and no longer counts. If the account comes back, I will start "
                            + "again and tell you.");
            case SHUT_OUT, UNINSTALLED -> said("I lost access to this workspace", "I sent nothing during that time.");
        };
    }

    /** In one line, what is to be done about a team's channel. */
    static String step(UnreachableReason how, String team) {
        return switch (how) {
            case ARCHIVED -> "The channel of " + team + " is archived, so I cannot post there. Unarchive it, and I "
                    + "will post what is waiting.";
            case REMOVED -> "I am not in the channel of " + team + ". Type /invite @Stagecoach there, and I will post "
                    + "what is waiting.";
            case DELETED -> "The channel of " + team + " is deleted. To go on, set up a team in a new channel.";
            case TAKEN -> "Another team has the channel of " + team + " now. To go on, set up a team in a new channel.";
            case DEACTIVATED, SHUT_OUT, UNINSTALLED -> "I cannot reach " + team + " just now.";
        };
    }

    static Card still(String words, Button again) {
        return Card.saying(words).buttons(again);
    }

    static Card here(String team) {
        return Card.saying("I am in the channel of " + team + ", and post there again what was waiting.");
    }

    static Card back(UnreachableReason how, String who) {
        return switch (how) {
            case ARCHIVED, REMOVED, DELETED, TAKEN -> said("The channel of " + who + " is back", "Check-ins and weekly "
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
