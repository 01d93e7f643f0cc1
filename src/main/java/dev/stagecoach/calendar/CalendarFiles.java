package dev.stagecoach.calendar;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.stagecoach.people.DaysOff;

/** The folder of calendar files, each named after its school: {@code juniper-ridge-middle-school.ics}. */
public final class CalendarFiles {
    private static final String ENDING = ".ics";

    private CalendarFiles() {}

    /**
     * Each school's days off, by the file's name without its ending. Every all-day event of a file counts.
     *
     * @param folder one that does not exist holds no files
     * @param today on which the files are read, for events that come round again
     * @throws CalendarUnusable where a file cannot be read or holds no days off
     */
    public static Map<String, List<DaysOff>> read(Path folder, LocalDate today) {
        var schools = new TreeMap<String, List<DaysOff>>();
        if (!Files.isDirectory(folder)) {
            return schools;
        }
        try (var files = Files.list(folder)) {
            for (var file : files.filter(file -> name(file).endsWith(ENDING)).sorted().toList()) {
                schools.put(name(file).substring(0, name(file).length() - ENDING.length()), days(file, today));
            }
        } catch (IOException e) {
            throw new CalendarUnusable(folder.toString(), "the folder cannot be read: " + e.getMessage());
        }
        return schools;
    }

    private static List<DaysOff> days(Path file, LocalDate today) {
        try {
            return switch (CalendarText.read(new String(Files.readAllBytes(file), StandardCharsets.UTF_8),
                    SchoolYear.around(today))) {
                case CalendarText.Read.Days(var days) -> days;
                case CalendarText.Read.Unusable(var reason) -> throw new CalendarUnusable(file.toString(), reason);
            };
        } catch (IOException e) {
            throw new CalendarUnusable(file.toString(), "it cannot be read: " + e.getMessage());
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
