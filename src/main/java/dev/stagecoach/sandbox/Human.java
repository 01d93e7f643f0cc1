package dev.stagecoach.sandbox;

import java.time.ZoneId;

/** Somebody in the workspace; the bot is one too. */
record Human(String id, String name, String title, Part part, ZoneId zone, Account account) {

    /** What a person is in the fictional school. */
    enum Part {
        TEACHER, COACH, LEADER, OTHER
    }

    /** How Slack knows the person; strangers share channels through Slack Connect. */
    enum Account {
        MEMBER, OWNER, GUEST, STRANGER, BOT, DELETED
    }

    /** The id of the workspace that the account belongs to; a stranger's is another one, joined by Slack Connect. */
    String home() {
        return account == Account.STRANGER ? "T0NEXTDOOR" : School.TEAM;
    }

    boolean bot() {
        return account == Account.BOT;
    }

    boolean deleted() {
        return account == Account.DELETED;
    }

    /** The name without spaces, as Slack keeps it. */
    String handle() {
        return name.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", ".");
    }
}
