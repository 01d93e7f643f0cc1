package dev.stagecoach.simulation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.stagecoach.outbox.SendPolicy;
import dev.stagecoach.slack.SlackApi;
import dev.stagecoach.storage.Database;

/** The bot as a program that can be started, on whatever line, database and clock. */
@FunctionalInterface
public interface Program {

    Running start(SlackApi line, Database database, Clock clock);

    /** The program while it runs. Closing it leaves line and database to their makers. */
    interface Running extends AutoCloseable {

        /** Takes what the workspace posts to the bot. */
        Answer take(String body, Map<String, List<String>> headers);

        /** Does all that is due by its clock, and returns when it is done. */
        void tick();

        /** Sends what is due by its clock, and returns when it is done. */
        void send();

        /** When something becomes due next; may lie in the past. */
        Optional<Instant> next();

        /** What the process has logged since this was last asked, down to DEBUG, faults with their causes. */
        List<String> logged();

        /** How each kind of message meets its reader's day. */
        Map<String, SendPolicy> policies();

        @Override
        void close();
    }

    /** What it answers. */
    record Answer(int status, String body) {}
}
