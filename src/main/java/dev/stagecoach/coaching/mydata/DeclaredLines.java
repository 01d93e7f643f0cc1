package dev.stagecoach.coaching.mydata;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** What is declared of each table in a packaged file: a line each, its parts between bars. */
final class DeclaredLines {

    private DeclaredLines() {}

    /** The lines with so many parts each; blank ones and remarks left out. */
    static List<List<String>> of(String file, int parts) {
        try (var stream = DeclaredLines.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException(file + " was not packaged");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#")).map(line -> parts(file, line, parts))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    private static List<String> parts(String file, String line, int parts) {
        // "\|\|" joins texts in SQL.
        var found = Stream.of(line.split("(?<!\\\\)\\|", -1)).map(part -> part.replace("\\|", "|").strip()).toList();
        if (found.size() != parts) {
            throw new IllegalStateException(file + ": " + parts + " parts, please: " + line);
        }
        return found;
    }
}
