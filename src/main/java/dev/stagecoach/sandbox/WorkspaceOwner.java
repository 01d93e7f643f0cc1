package dev.stagecoach.sandbox;

import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;

import tools.jackson.databind.node.ObjectNode;

/** What the owner of a workspace can do to its channels, people and apps. The app is told, as Slack tells it. */
public final class WorkspaceOwner {
    private final Workspace workspace;
    private final PersonaActions deeds;
    private final Caller caller;

    WorkspaceOwner(Workspace workspace, PersonaActions deeds, Caller caller) {
        this.workspace = workspace;
        this.deeds = deeds;
        this.caller = caller;
    }

    /** @param channel its id, or its name with or without the number sign; so with all channels here */
    public void archive(String channel) {
        change(channel, room -> {
            room.archived = true;
            tell(room, "archive", event("archive", room).put("user", School.COACH));
        });
    }

    public void unarchive(String channel) {
        change(channel, room -> {
            room.archived = false;
            tell(room, "unarchive", event("unarchive", room).put("user", School.COACH));
        });
    }

    /** For good: nothing of it is there any more. */
    public void delete(String channel) {
        change(channel, room -> {
            workspace.alone(() -> workspace.removeRoom(room));
            tell(room, "deleted", event("deleted", room));
        });
    }

    /** The bot is thrown out of the channel; its app hears that it left. */
    public void removeBot(String channel) {
        change(channel, room -> {
            deeds.leave(bot(), room);
            caller.event(prefix(room) + "left", event("left", room).put("actor_id", School.COACH));
        });
    }

    /** The bot is in the channel no more, and nobody says so: the event got lost, or Slack took it out by itself. */
    public void loseBot(String channel) {
        change(channel, room -> workspace.alone(() -> room.members.remove(School.BOT)));
    }

    /** Somebody types /invite with the bot's name. */
    public void inviteBot(String channel) {
        change(channel, room -> deeds.join(bot(), room));
    }

    /** Somebody new in the workspace, a full member. Tells nobody. */
    public void hire(String id, String name, ZoneId zone) {
        workspace.alone(() -> workspace.put(new Human(id, name, "Teacher", Human.Part.TEACHER, zone,
                Human.Account.MEMBER)));
    }

    /** The person's account is deactivated. */
    public void deactivate(String person) {
        account(person, Human.Account.DELETED);
    }

    /** The person's account is a full member's from now on. */
    public void reactivate(String person) {
        account(person, Human.Account.MEMBER);
    }

    /** The app's token is not accepted any more, and the app is told both things that Slack then tells. */
    public void uninstallApp() {
        workspace.alone(() -> workspace.tokenRefusal = "account_inactive");
        caller.event("tokens_revoked", revoked());
        caller.event("app_uninstalled", Json.object().put("type", "app_uninstalled"));
    }

    /** The app's token is revoked; the app stays installed. */
    public void revokeToken() {
        workspace.alone(() -> workspace.tokenRefusal = "token_revoked");
        caller.event("tokens_revoked", revoked());
    }

    /** The app's token is not accepted any more, and nobody says so. */
    public void refuseToken(String error) {
        workspace.alone(() -> workspace.tokenRefusal = error);
    }

    /** The app is installed, with the same token as before. */
    public void installApp() {
        workspace.alone(() -> workspace.tokenRefusal = "");
    }

    private void account(String id, Human.Account account) {
        var changed = workspace.within(() -> {
            var old = workspace.person(id).orElseThrow(() -> new IllegalArgumentException("nobody here is " + id));
            var person = new Human(old.id(), old.name(), old.title(), old.part(), old.zone(), account);
            workspace.put(person);
            return Json.object().put("type", "user_change").set("user",
                    SlackJson.user(person, workspace.clock.instant()));
        });
        caller.event("user_change", changed);
    }

    private void change(String channel, Consumer<ChatRoom> change) {
        var room = workspace.within(() -> workspace.room(channel).or(() -> workspace.roomNamed(channel)))
                .orElseThrow(() -> new IllegalArgumentException("no channel here is " + channel));
        change.accept(room);
        workspace.alone(() -> workspace.changed(room));
        workspace.board.state();
    }

    /** Public channels of the workspace are told to every app, private ones to those within. */
    private void tell(ChatRoom room, String what, ObjectNode event) {
        if (room.kind == ChatRoom.Kind.PUBLIC || room.members.contains(School.BOT)) {
            caller.event(prefix(room) + what, event);
        }
    }

    private static ObjectNode event(String what, ChatRoom room) {
        return Json.object().put("type", prefix(room) + what).put("channel", room.id);
    }

    private static String prefix(ChatRoom room) {
        return room.kind == ChatRoom.Kind.PRIVATE ? "group_" : "channel_";
    }

    private static ObjectNode revoked() {
        var event = Json.object().put("type", "tokens_revoked");
        var tokens = Json.object();
        tokens.putArray("oauth");
        tokens.putArray("bot").add(School.BOT);
        return event.set("tokens", tokens);
    }

    private Human bot() {
        return workspace.within(() -> workspace.person(School.BOT)).orElseThrow();
    }

    /** The names of all files that were uploaded, after the first so many. */
    public List<String> fileNames(int known) {
        return workspace.within(() -> workspace.shelf.names(known));
    }
}
