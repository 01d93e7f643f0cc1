package dev.stagecoach.sandbox;

import java.time.Duration;

/** A line to the app. */
interface AppConnection {
    /** Slack's patience, in real time. */
    Duration PATIENCE = Duration.ofSeconds(3);

    /** Sends and waits for the answer, at most {@link #PATIENCE}. */
    Ack send(Envelope envelope);
}
