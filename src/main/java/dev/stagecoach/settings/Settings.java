package dev.stagecoach.settings;

import java.nio.file.Path;
import java.util.Optional;

import dev.stagecoach.people.Retention;

/**
 * All settings of a run.
 *
 * @param databaseUrl a JDBC URL
 * @param web where the web server listens
 * @param retention how long what people say is kept
 */
public record Settings(SlackSettings slack, String databaseUrl, Web web, Folders folders, Retention retention) {
    public static final String DEFAULT_DATABASE = "jdbc:sqlite:data/stagecoach.db";
    public static final int DEFAULT_PORT = 3000;
    public static final String DEFAULT_GUIDE_FOLDER = "config/guide";
    public static final String DEFAULT_CALENDAR_FOLDER = "config/calendars";
    static final int HIGHEST_PORT = 65_535;

    /**
     * Where the web server listens.
     *
     * @param host the address; empty where nobody named one
     * @param port 0 takes any free one
     */
    public record Web(Optional<String> host, int port) {}

    /**
     * Files beside the settings; neither folder need exist.
     *
     * @param guide its files replace the guide's own
     * @param calendars each school's days off in a file named after it
     */
    public record Folders(Path guide, Path calendars) {}

    public Path guideFolder() {
        return folders.guide();
    }

    public Path calendarFolder() {
        return folders.calendars();
    }

    public int port() {
        return web.port();
    }

    /** Never shows a secret, so that no log can. */
    @Override
    public String toString() {
        return "Settings[" + slack + ", " + databaseUrl.replaceAll("\\?.*", "?...") + ", " + web + "]";
    }

    /** The address to listen on: nobody but this machine has to reach a bot that itself calls Slack. */
    public String host() {
        return web.host().orElse(slack.socketMode() ? "127.0.0.1" : "0.0.0.0");
    }
}
