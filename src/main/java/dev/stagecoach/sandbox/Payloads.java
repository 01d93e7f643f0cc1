package dev.stagecoach.sandbox;

import java.util.UUID;

import tools.jackson.databind.node.ObjectNode;

/** The bodies of what the app is told. Built within the workspace's lock. */
final class Payloads {
    private final Workspace workspace;
    private final java.util.function.Supplier<String> baseUrl;

    Payloads(Workspace workspace, java.util.function.Supplier<String> baseUrl) {
        this.workspace = workspace;
        this.baseUrl = baseUrl;
    }

    Envelope command(Human person, ChatRoom room, String command, String text) {
        var name = room.direct() ? "directmessage" : room.kind == ChatRoom.Kind.PRIVATE ? "privategroup" : room.name;
        var payload = Json.object().put("token", "sandbox").put("team_id", School.TEAM)
                .put("team_domain", "juniper-ridge").put("channel_id", room.id).put("channel_name", name)
                .put("user_id", person.id()).put("user_name", person.handle()).put("command", command)
                .put("text", text).put("api_app_id", School.APP).put("is_enterprise_install", "false")
                .put("response_url", responseUrl(room.id, person.id(), ""))
                .put("trigger_id", workspace.tickets.trigger(person.id()));
        return Envelope.of(Envelope.Kind.SLASH_COMMANDS, payload);
    }

    Envelope clickOnMessage(Human person, ChatRoom room, Message message, ObjectNode action) {
        var payload = interaction("block_actions", person);
        payload.set("container",
                Json.object().put("type", "message").put("message_ts", message.ts).put("channel_id", room.id)
                        .put("is_ephemeral", message.ephemeral()));
        payload.set("channel", channel(room));
        payload.set("message", SlackJson.message(message));
        payload.put("response_url", responseUrl(room.id, person.id(), message.ts));
        payload.set("state", Json.object().set("values",
                ViewState.values(Json.object().set("blocks", message.blocks), Json.object())));
        payload.putArray("actions").add(action);
        return Envelope.of(Envelope.Kind.INTERACTIVE, payload);
    }

    Envelope clickInView(Human person, ObjectNode view, ObjectNode values, ObjectNode action) {
        var payload = interaction("block_actions", person);
        payload.set("container", Json.object().put("type", "view").put("view_id", Json.text(view, "id")));
        payload.set("view", withState(view, values));
        payload.putArray("actions").add(action);
        return Envelope.of(Envelope.Kind.INTERACTIVE, payload);
    }

    Envelope submission(Human person, ObjectNode view, ObjectNode values) {
        var payload = interaction("view_submission", person);
        payload.set("view", withState(view, values));
        payload.putArray("response_urls");
        return Envelope.of(Envelope.Kind.INTERACTIVE, payload);
    }

    Envelope closed(Human person, ObjectNode view) {
        var payload = interaction("view_closed", person);
        payload.remove("trigger_id");
        payload.set("view", view);
        payload.put("is_cleared", false);
        return Envelope.of(Envelope.Kind.INTERACTIVE, payload);
    }

    Envelope shortcut(Human person, ChatRoom room, Message message, String callbackId) {
        var payload = interaction("message_action", person).put("callback_id", callbackId);
        payload.put("message_ts", message.ts).put("action_ts", message.ts);
        payload.put("response_url", responseUrl(room.id, person.id(), ""));
        payload.set("channel", channel(room));
        payload.set("message", SlackJson.message(message));
        return Envelope.of(Envelope.Kind.INTERACTIVE, payload);
    }

    Envelope event(ObjectNode event) {
        var now = workspace.clock.instant().getEpochSecond();
        var payload = Json.object().put("token", "sandbox").put("team_id", School.TEAM)
                .put("api_app_id", School.APP).put("type", "event_callback").put("event_id", "Ev" + UUID.randomUUID())
                .put("event_time", now);
        event.put("event_ts", now + ".000000");
        payload.set("event", event);
        payload.putArray("authorizations").add(Json.object().put("team_id", School.TEAM).put("user_id", School.BOT)
                .put("is_bot", true).put("is_enterprise_install", false));
        return Envelope.of(Envelope.Kind.EVENTS_API, payload);
    }

    private ObjectNode interaction(String type, Human person) {
        var payload = Json.object().put("type", type).put("token", "sandbox").put("api_app_id", School.APP);
        payload.put("trigger_id", workspace.tickets.trigger(person.id())).put("is_enterprise_install", false);
        // What a person of another workspace clicks or sends in names their own.
        payload.set("team", Json.object().put("id", person.home()).put("domain", "juniper-ridge"));
        payload.set("user", Json.object().put("id", person.id()).put("username", person.handle())
                .put("name", person.handle()).put("team_id", person.home()));
        return payload;
    }

    private static ObjectNode channel(ChatRoom room) {
        return Json.object().put("id", room.id).put("name", room.direct() ? "directmessage" : room.name);
    }

    private static ObjectNode withState(ObjectNode view, ObjectNode values) {
        return Json.copy(view).set("state", Json.object().set("values", values));
    }

    private String responseUrl(String room, String person, String ts) {
        return baseUrl.get() + "/response/" + workspace.tickets.response(room, person, ts);
    }
}
