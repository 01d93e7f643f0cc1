package dev.stagecoach.sandbox;

import java.time.ZoneId;

/** Somebody in the workspace; the bot is one too. */
record Human(String id, String name, String title, Part part, ZoneId zone, Account account) {

    /** What a person is in the fictional school. */
    enum Part {
        TEACHER, COACH, LEADER, OTHER
    }

    /** How Slack knows the person. */
    enum Account {
        MEMBER, OWNER, GUEST, BOT, DELETED
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
