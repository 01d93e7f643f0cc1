package dev.stagecoach;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Each table belongs to one package: only there stands SQL that names it. */
class TableOwnershipTest {
    private static final Path CODE = Path.of("src/main/java/dev/stagecoach");
    private static final Path BASELINE = Path.of("src/main/resources/db/migration/V1__baseline.sql");
    private static final Pattern CREATED = Pattern.compile("create table (\\w+)");
    private static final Pattern TEXT = Pattern.compile("\"\"\"(.*?)\"\"\"|\"((?:[^\"\\\\\n]|\\\\.)*)\"",
            Pattern.DOTALL);
    private static final Pattern NAMED = Pattern.compile("\\b(?:from|join|into|update)\\s+(\\w+)");

    /** Looks at the bot's tables from outside, to check what the bot says about itself. */
    private static final String AUDITOR = "simulation";

    /** Packages that read a table of another one, and why. */
    private record Reader(String table, String by, String why) {}

    private static final List<Reader> EXCEPTIONS = List.of(
            new Reader("filled", "coaching/tries",
                    "one query for a team's tries; the tool's own would read all fields"),
            new Reader("filled", "coaching/report",
                    "one query for a report's approvals, with the version they are of"));

    @Test
    void eachTableIsNamedInTheSqlOfOnePackage() {
        var tables = tables();
        var named = new TreeMap<String, Set<String>>();
        sources().forEach(source -> namedIn(source, tables)
                .forEach(table -> named.computeIfAbsent(table, _ -> new TreeSet<>()).add(packageOf(source))));
        EXCEPTIONS.forEach(each -> assertThat(named.getOrDefault(each.table(), Set.of()))
                .as("who still reads " + each.table()).contains(each.by()));
        named.forEach((table, packages) -> packages.removeIf(by -> by.equals(AUDITOR)
                || EXCEPTIONS.stream().anyMatch(each -> each.table().equals(table) && each.by().equals(by))));
        assertThat(named.keySet()).containsAll(tables);
        assertThat(shared(named)).isEmpty();
    }

    private static Map<String, Set<String>> shared(Map<String, Set<String>> named) {
        return named.entrySet().stream().filter(each -> each.getValue().size() != 1)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Set<String> tables() {
        return CREATED.matcher(read(BASELINE)).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    /**
     * Tables after a word of SQL; or alone in a text, for SQL that is put together. A name of one word alone may be a
     * parameter's.
     */
    private static Set<String> namedIn(Path source, Set<String> tables) {
        return TEXT.matcher(read(source)).results()
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                .flatMap(text -> Stream.concat(NAMED.matcher(text).results().map(found -> found.group(1)),
                        Stream.of(text).filter(alone -> alone.contains("_"))))
                .filter(tables::contains).collect(Collectors.toSet());
    }

    private static List<Path> sources() {
        try (var files = Files.walk(CODE)) {
            return files.filter(file -> file.toString().matches(".*(Store|Outbox)\\.java")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String packageOf(Path source) {
        return CODE.relativize(source.getParent()).toString().replace('\\', '/');
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
