package dev.stagecoach.people;

/** How a channel, a person or a workspace is out of the bot's reach. */
public enum UnreachableReason {
    /** The channel is archived. */
    ARCHIVED,
    /** The bot is not in the channel, or the channel is there no more; from outside both look the same. */
    REMOVED,
    /** The channel is deleted. */
    DELETED,
    /** The channel has got the id of another one, where a team is set up already; that team keeps it. */
    TAKEN,
    /** The person's account is deactivated. */
    DEACTIVATED,
    /** The workspace does not take the bot's token. */
    SHUT_OUT,
    /** The app was uninstalled from the workspace. */
    UNINSTALLED
}
