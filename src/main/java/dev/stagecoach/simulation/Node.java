package dev.stagecoach.simulation;

import java.time.Instant;
import java.util.Optional;

import dev.stagecoach.slack.SlackApi;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.DatabaseUnavailable;

/** One process of the bot while it lives. */
record Node(int number, ProcessLife life, NodeClock clock, SlackApi line, Database database, Program.Running bot) {

    void tick() {
        unlessOver(bot::tick);
    }

    void send() {
        unlessOver(bot::send);
    }

    private void unlessOver(Runnable work) {
        try {
            if (!life.isOver()) {
                work.run();
            }
        } catch (ProcessLife.Ended _) {
            // As by kill -9: it says nothing about it.
        } catch (DatabaseUnavailable _) {
            // The database has said so in the log; the next tick goes on, as in Quartz's threads.
        }
    }

    Optional<Instant> next() {
        return bot.next();
    }

    /** Frees what the process held; as its end came before, nothing is written any more. */
    void bury() {
        life.end();
        bot.close();
        line.close();
        database.close();
    }

    /** Ends in order, as when it is asked to stop. */
    void stop() {
        bot.close();
        bury();
    }
}
