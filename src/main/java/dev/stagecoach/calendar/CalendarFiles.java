package dev.stagecoach.calendar;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

import dev.stagecoach.chat.FileText;

/** The folder of calendar files, each named after its school: {@code juniper-ridge-middle-school.ics}. */
public final class CalendarFiles {
    private static final String ENDING = ".ics";
    /** In bytes; two for each character. */
    private static final long LARGEST = 2L * CalendarText.LONGEST;

    private CalendarFiles() {}

    /**
     * Each school's file, with what it says or why it cannot be used. One bad file says nothing about the others.
     *
     * @param folder one that does not exist holds no files
     * @param zones where the school of this name is, for files that name no zone
     * @throws CalendarUnusable where the folder itself cannot be read
     */
    public static List<SchoolFile> read(Path folder, SchoolYear year, Function<String, ZoneId> zones) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        var schools = new ArrayList<SchoolFile>();
        try (var files = Files.list(folder)) {
            for (var file : files.filter(file -> name(file).toLowerCase(Locale.ROOT).endsWith(ENDING)).sorted()
                    .toList()) {
                var school = name(file).substring(0, name(file).length() - ENDING.length());
                schools.add(new SchoolFile(school, file, read(file, year, zones.apply(school))));
            }
        } catch (IOException e) {
            throw new CalendarUnusable(folder.toString(), "the folder cannot be read: " + e.getMessage());
        }
        return schools;
    }

    /** What one file says, or why it cannot be used. */
    public static CalendarText.Read read(Path file, SchoolYear year, ZoneId zone) {
        try {
            return Files.size(file) > LARGEST
                    ? new CalendarText.Read.Unusable(CalendarText.TOO_LARGE)
                    : CalendarText.read(FileText.of(Files.readAllBytes(file)), year, zone);
        } catch (IOException e) {
            return new CalendarText.Read.Unusable("it cannot be read: " + e.getMessage());
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
