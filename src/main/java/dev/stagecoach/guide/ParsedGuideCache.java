package dev.stagecoach.guide;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * The shipped guide files, parsed when the program was built: parsing YAML takes a good part of a start. Beside each
 * parsed file stands the checksum of the YAML that it came from; where the two no longer fit, the YAML counts.
 */
final class ParsedGuideCache {
    private static final String RESOURCE = "/guide/read-ahead";
    private static final int MAP = 0;
    private static final int LIST = 1;
    private static final int TEXT = 2;
    private static final int NUMBER = 3;
    private static final int TRUTH = 4;

    private final Map<String, Parsed> files;

    private ParsedGuideCache(Map<String, Parsed> files) {
        this.files = files;
    }

    /** A file's content, and the checksum of its YAML. */
    private record Parsed(long checksum, Object content) {}

    /** What was parsed at build time; nothing where the program runs from folders that no build has finished. */
    static ParsedGuideCache shipped() {
        try (var stream = ParsedGuideCache.class.getResourceAsStream(RESOURCE)) {
            return new ParsedGuideCache(stream == null ? Map.of() : read(stream.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException("the guide cannot be read from the program", e);
        }
    }

    /** The file's content, where it was parsed from exactly these bytes. */
    Optional<Object> content(String name, byte[] yaml) {
        return Optional.ofNullable(files.get(name)).filter(parsed -> parsed.checksum() == checksum(yaml))
                .map(Parsed::content);
    }

    /** Called by the build. Argument: the folder of the guide's files, where the result goes as well. */
    public static void main(String[] args) throws IOException {
        var folder = Path.of(args[0]);
        var out = new ByteArrayOutputStream();
        try (var data = new DataOutputStream(out)) {
            for (var name : GuideFiles.names()) {
                var yaml = Files.readAllBytes(folder.resolve(name));
                data.writeUTF(name);
                data.writeLong(checksum(yaml));
                write(data, GuideFiles.content(yaml));
            }
        }
        Files.write(folder.resolve("read-ahead"), out.toByteArray());
    }

    private static long checksum(byte[] yaml) {
        var checksum = new CRC32();
        checksum.update(yaml);
        return checksum.getValue();
    }

    private static Map<String, Parsed> read(byte[] bytes) throws IOException {
        var files = new LinkedHashMap<String, Parsed>();
        var data = new DataInputStream(new ByteArrayInputStream(bytes));
        while (data.available() > 0) {
            files.put(data.readUTF(), new Parsed(data.readLong(), read(data)));
        }
        return files;
    }

    private static void write(DataOutputStream data, Object content) throws IOException {
        switch (content) {
            case Map<?, ?> map -> {
                data.writeByte(MAP);
                data.writeInt(map.size());
                for (var entry : map.entrySet()) {
                    write(data, entry.getKey());
                    write(data, entry.getValue());
                }
            }
            case List<?> list -> {
                data.writeByte(LIST);
                data.writeInt(list.size());
                for (var item : list) {
                    write(data, item);
                }
            }
            case String text -> {
                data.writeByte(TEXT);
                data.writeUTF(text);
            }
            case Integer number -> {
                data.writeByte(NUMBER);
                data.writeInt(number);
            }
            case Boolean truth -> {
                data.writeByte(TRUTH);
                data.writeBoolean(truth);
            }
            default -> throw new IOException("a guide holds no " + content.getClass());
        }
    }

    private static Object read(DataInputStream data) throws IOException {
        var kind = data.readByte();
        return switch (kind) {
            case MAP -> {
                var map = new LinkedHashMap<Object, Object>();
                for (var left = data.readInt(); left > 0; left--) {
                    map.put(read(data), read(data));
                }
                yield map;
            }
            case LIST -> {
                var list = new ArrayList<>();
                for (var left = data.readInt(); left > 0; left--) {
                    list.add(read(data));
                }
                yield list;
            }
            case TEXT -> data.readUTF();
            case NUMBER -> data.readInt();
            case TRUTH -> data.readBoolean();
            default -> throw new IOException("not what the build wrote: " + kind);
        };
    }
}
