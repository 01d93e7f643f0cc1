package dev.stagecoach.sandbox;

import tools.jackson.databind.node.ObjectNode;

/**
 * Slack's {@code ok: false}. An exception, because dozens of look-ups deep inside the methods may each end the call;
 * caught in one place, {@link WebApi}.
 */
final class ApiRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient ObjectNode more;

    ApiRefusal(String error) {
        this(error, Json.object());
    }

    ApiRefusal(String error, ObjectNode more) {
        super(error, null, false, false);
        this.more = more;
    }

    ObjectNode answer() {
        return Json.object().put("ok", false).put("error", getMessage()).setAll(more);
    }

    /** With the places where the blocks are wrong. */
    static ApiRefusal because(String error, Iterable<String> problems) {
        var more = Json.object();
        more.set("response_metadata", Json.object().set("messages", Json.strings(problems)));
        return new ApiRefusal(error, more);
    }
}
