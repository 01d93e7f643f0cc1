package dev.stagecoach.guide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads the guide: the shipped files, each of which a file of the same name in a folder of one's own replaces. */
public final class GuideFiles {
    /** Each file, and what the places of its top are called; a map's places begin with its keys. */
    private static final Map<String, String> FILES = files();

    private final Optional<Path> folder;
    private final MessageDigest hash = sha256();
    private final ParsedGuideCache ahead = ParsedGuideCache.shipped();

    private GuideFiles(Optional<Path> folder) {
        this.folder = folder;
    }

    /**
     * The guide, checked.
     *
     * @param overrides usually {@code config/guide}; a folder that does not exist replaces nothing
     * @throws GuideUnusable where a file cannot be read or something in it is wrong or missing
     */
    public static Guide load(Optional<Path> overrides) {
        var files = new GuideFiles(overrides.filter(Files::isDirectory));
        files.refuseStrangers();
        return files.read();
    }

    private static Map<String, String> files() {
        var files = new LinkedHashMap<String, String>();
        for (var list : List.of("practices", "stages", "checkins", "resources", "vignettes", "tools")) {
            files.put(list + ".yml", list);
        }
        for (var map : List.of("guide", "goal", "introduction", "arc", "coaching", "trying", "feedback", "lasting",
                "crosswalk")) {
            files.put(map + ".yml", "");
        }
        return files;
    }

    private Guide read() {
        var passages = new LinkedHashMap<String, YamlNode>();
        FILES.forEach((name, place) -> passages.put(name, passage(name, place)));
        var pages = new Pages(passages);
        var content = HexFormat.of().formatHex(hash.digest()).substring(0, 12);
        var guide = new GuideReading(pages).guide(content);
        return guide.with(new WorkbookReading(pages, guide).workbook());
    }

    private YamlNode passage(String name, String place) {
        var own = folder.map(path -> path.resolve(name)).filter(Files::exists);
        var shownAs = own.map(Path::toString).orElse(name + " (as shipped)");
        try {
            var bytes = own.isPresent() ? Files.readAllBytes(own.get()) : shipped(name);
            hash.update(bytes);
            return new YamlNode(shownAs, place, ahead.content(name, bytes).orElseGet(() -> content(bytes)));
        } catch (MarkedYamlEngineException e) {
            var at = e.getProblemMark().map(spot -> "line " + (spot.getLine() + 1)).orElse("");
            throw new GuideUnusable(shownAs, at, "is not valid YAML: " + firstLine(String.valueOf(e.getProblem())));
        } catch (YamlEngineException e) {
            throw new GuideUnusable(shownAs, "", "is not valid YAML: " + firstLine(String.valueOf(e.getMessage())));
        } catch (StackOverflowError _) {
            throw new GuideUnusable(shownAs, "", "is not valid YAML: it is nested too deeply");
        } catch (IOException e) {
            throw new GuideUnusable(shownAs, "", "cannot be read: " + e.getMessage());
        }
    }

    /** An empty file counts as an empty map. */
    static Object content(byte[] yaml) {
        return Objects.requireNonNullElse(
                new Load(LoadSettings.builder().build()).loadFromString(new String(yaml, StandardCharsets.UTF_8)),
                Map.of());
    }

    /** Every file of a guide. */
    static Set<String> names() {
        return FILES.keySet();
    }

    private static byte[] shipped(String name) throws IOException {
        try (var stream = GuideFiles.class.getResourceAsStream("/guide/" + name)) {
            if (stream == null) {
                throw new IllegalStateException("the guide file " + name + " was not packaged");
            }
            return stream.readAllBytes();
        }
    }

    /** A file that replaces nothing is most likely a slip in its name. */
    private void refuseStrangers() {
        if (folder.isEmpty()) {
            return;
        }
        try (var inside = Files.list(folder.get())) {
            inside.filter(file -> file.toString().matches(".*\\.ya?ml"))
                    .filter(file -> !FILES.containsKey(String.valueOf(file.getFileName()))).sorted().findFirst()
                    .ifPresent(stranger -> {
                        throw new GuideUnusable(stranger.toString(), "",
                                "is no guide file; their names are " + String.join(", ", FILES.keySet()));
                    });
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder.get(), e);
        }
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("");
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
