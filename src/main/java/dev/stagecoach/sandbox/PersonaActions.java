package dev.stagecoach.sandbox;

import java.util.Optional;

import tools.jackson.databind.node.ObjectNode;

/** What a person does in channels: talks, presses, joins and leaves. Each call waits for the app's answer. */
final class PersonaActions {
    private final Workspace workspace;
    private final Payloads payloads;
    private final Caller caller;
    private final AppManifest manifest;
    private final ResponseUrlApi responses;

    PersonaActions(Workspace workspace, Payloads payloads, Caller caller, AppManifest manifest,
            ResponseUrlApi responses) {
        this.workspace = workspace;
        this.payloads = payloads;
        this.caller = caller;
        this.manifest = manifest;
        this.responses = responses;
    }

    /** A text that begins with a slash is a command. */
    Outcome say(Human person, ChatRoom room, String text, String threadTs) {
        if (room.archived || !room.members.contains(person.id())) {
            return refuse(person, "You can't write in #" + room.name + ".");
        }
        if (text.isBlank()) {
            return new Outcome.Refused("There is nothing to send yet.");
        }
        return text.startsWith("/") ? command(person, room, text, threadTs) : talk(person, room, text, threadTs);
    }

    Outcome click(Human person, ChatRoom room, Message message, ObjectNode action) {
        var envelope = workspace.within(() -> payloads.clickOnMessage(person, room, message, stamped(action)));
        return plain(person, caller.call(envelope), "The app did not respond to the button.");
    }

    Outcome shortcut(Human person, ChatRoom room, Message message, String callbackId) {
        var envelope = workspace.within(() -> payloads.shortcut(person, room, message, callbackId));
        return plain(person, caller.call(envelope), "The app did not respond to the shortcut.");
    }

    Outcome join(Human person, ChatRoom room) {
        var added = workspace.within(() -> room.members.add(person.id()));
        return moved(added, "member_joined_channel", person, room);
    }

    Outcome leave(Human person, ChatRoom room) {
        var removed = workspace.within(() -> room.members.remove(person.id()));
        return moved(removed, "member_left_channel", person, room);
    }

    static ObjectNode stamped(ObjectNode action) {
        return Json.copy(action).put("action_ts", "1.000001");
    }

    Outcome refuse(Human person, String words) {
        workspace.board.notice(person.id(), words);
        return new Outcome.Refused(words);
    }

    Outcome plain(Human person, Ack ack, String words) {
        return switch (ack) {
            case Ack.Taken _ -> new Outcome.Done();
            case Ack.Late _ -> refuse(person, words + " (operation_timeout)");
            case Ack.Failed(var reason) -> refuse(person, words + " (" + reason + ")");
        };
    }

    private Outcome command(Human person, ChatRoom room, String text, String threadTs) {
        var cut = text.indexOf(' ');
        var name = cut < 0 ? text : text.substring(0, cut);
        // An app's commands belong to those whose workspace has the app.
        if (!person.home().equals(School.TEAM)
                || manifest.commands().stream().noneMatch(c -> c.command().equals(name))) {
            return refuse(person, name + " is not a valid command.");
        }
        if (!threadTs.isEmpty()) {
            return refuse(person, name + " is not supported in threads. Sorry!");
        }
        var rest = cut < 0 ? "" : text.substring(cut + 1).trim();
        var envelope = workspace.within(
                () -> payloads.command(person, room, name, new TypedText(workspace).escaped(rest, true)));
        var ack = caller.call(envelope);
        if (ack instanceof Ack.Taken(var payload) && (payload.has("text") || payload.has("blocks"))) {
            return answer(person, room, new ApiCall(Json.copy(payload)));
        }
        return plain(person, ack, name + " failed because the app did not respond.");
    }

    private Outcome answer(Human person, ChatRoom room, ApiCall payload) {
        try {
            workspace.alone(() -> responses.say(room, person.id(), "", payload));
            return new Outcome.Done();
        } catch (ApiRefusal refusal) {
            workspace.refusals.add("answer to a command " + refusal.answer());
            return refuse(person, "The app's answer could not be shown. (" + refusal.answer() + ")");
        }
    }

    private Outcome talk(Human person, ChatRoom room, String text, String threadTs) {
        var message = workspace.within(() -> workspace.say(room, person.id(),
                new TypedText(workspace).escaped(text, false), threadTs, ""));
        if (room.members.contains(School.BOT)) {
            var event = SlackJson.message(message).put("channel", room.id);
            var kind = room.direct() ? "im" : room.kind == ChatRoom.Kind.PRIVATE ? "group" : "channel";
            event.put("channel_type", kind);
            caller.event(kind.equals("im") ? "message.im" : "message." + kind + "s", event);
        }
        return new Outcome.Done();
    }

    private Outcome moved(boolean changed, String type, Human person, ChatRoom room) {
        if (changed) {
            workspace.alone(() -> workspace.changed(room));
            workspace.board.state();
            if (room.members.contains(School.BOT) || person.bot()) {
                caller.event(type, Json.object().put("type", type).put("user", person.id()).put("channel", room.id)
                        .put("channel_type", room.kind == ChatRoom.Kind.PRIVATE ? "G" : "C").put("team", School.TEAM));
            }
        }
        return new Outcome.Done();
    }

    Optional<Message> visible(Human person, ChatRoom room, String ts) {
        return workspace.within(() -> room.message(ts).filter(m -> m.visibleTo(person.id())));
    }
}
