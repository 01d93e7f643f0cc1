package dev.stagecoach.sandbox;

import java.util.UUID;

import tools.jackson.databind.node.ObjectNode;

/** What the workspace tells the app, over a socket or over HTTP. */
record Envelope(String id, Kind kind, ObjectNode payload, int retry) {

    /** How an envelope is to be read, named as Socket Mode does. */
    enum Kind {
        SLASH_COMMANDS, INTERACTIVE, EVENTS_API;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    static Envelope of(Kind kind, ObjectNode payload) {
        return new Envelope(UUID.randomUUID().toString(), kind, payload, 0);
    }

    Envelope again() {
        return new Envelope(UUID.randomUUID().toString(), kind, payload, retry + 1);
    }

    String socketText() {
        var json = Json.object().put("envelope_id", id).put("type", kind.word());
        json.set("payload", payload);
        json.put("accepts_response_payload", kind != Kind.EVENTS_API);
        if (kind == Kind.EVENTS_API) {
            json.put("retry_attempt", retry).put("retry_reason", retry == 0 ? "" : "timeout");
        }
        return json.toString();
    }
}
