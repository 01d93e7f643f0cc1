package dev.stagecoach.sandbox;

/** Finds what a call names, as the bot may see it, or refuses as Slack does. */
record Lookup(Workspace workspace) {

    /** A conversation the bot may write to; a person's id means the direct message with that person. */
    ChatRoom writable(String id) {
        var room = id.startsWith("U") ? workspace.direct(School.BOT, reachable(id).id()) : visible(id);
        if (room.archived) {
            throw new ApiRefusal("is_archived");
        }
        return joined(room);
    }

    /** A conversation whose messages the bot may read. */
    ChatRoom readable(String id) {
        return joined(visible(id));
    }

    /** A conversation the bot knows of. */
    ChatRoom visible(String id) {
        return workspace.room(id).or(() -> id.startsWith("#") ? workspace.roomNamed(id) : java.util.Optional.empty())
                .filter(r -> r.seenBy(School.BOT)).orElseThrow(() -> new ApiRefusal("channel_not_found"));
    }

    Human person(String id) {
        return workspace.person(id).orElseThrow(() -> new ApiRefusal("user_not_found"));
    }

    /** Somebody who can be written to. */
    Human reachable(String id) {
        var person = person(id);
        if (person.deleted()) {
            throw new ApiRefusal("user_disabled");
        }
        if (person.bot()) {
            throw new ApiRefusal("cannot_dm_bot");
        }
        return person;
    }

    private static ChatRoom joined(ChatRoom room) {
        if (!room.members.contains(School.BOT)) {
            throw new ApiRefusal("not_in_channel");
        }
        return room;
    }
}
