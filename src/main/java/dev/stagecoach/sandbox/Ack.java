package dev.stagecoach.sandbox;

import tools.jackson.databind.JsonNode;

/** What the app answered. */
sealed interface Ack {
    /** In time; the payload is missing where nothing was said. */
    record Taken(JsonNode payload) implements Ack {}

    /** Not within three seconds. */
    record Late() implements Ack {}

    /** Nobody is listening, or the app answered with an error. */
    record Failed(String reason) implements Ack {}
}
