package dev.stagecoach.settings;

import java.nio.file.Path;

/**
 * All settings of a run.
 *
 * @param databaseUrl a JDBC URL
 * @param port of the web server; 0 takes any free one
 * @param guideFolder its files replace the guide's own; need not exist
 * @param calendarFolder each school's days off in a file named after it; need not exist
 */
public record Settings(SlackSettings slack, String databaseUrl, int port, Path guideFolder,
        Path calendarFolder) {
    public static final String DEFAULT_DATABASE = "jdbc:sqlite:data/stagecoach.db";
    public static final int DEFAULT_PORT = 3000;
    public static final String DEFAULT_GUIDE_FOLDER = "config/guide";
    public static final String DEFAULT_CALENDAR_FOLDER = "config/calendars";
    static final int HIGHEST_PORT = 65_535;
}
