package dev.stagecoach.slack;

import java.time.Duration;

/** Waiting between two attempts, on a thread that nobody waits for. */
final class RetryPause {
    private RetryPause() {}

    /** Waits; false where the process wants to end instead. */
    static boolean pause(Duration pause) {
        try {
            Thread.sleep(pause);
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
