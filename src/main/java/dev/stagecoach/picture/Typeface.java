package dev.stagecoach.picture;

import java.awt.Font;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/**
 * The typeface of all pictures, shipped with the program: Open Sans, and for the letters that it lacks (Chinese,
 * Japanese and Korean, Arabic, Hebrew, Devanagari, Thai, emoji) others in its place.
 */
final class Typeface {
    private static final String SETTINGS = "fontconfig.properties";
    private static final List<String> FONTS = List.of("OpenSans-Regular.ttf", "OpenSans-Bold.ttf",
            "NotoSansArabic-Regular.ttf", "NotoSansHebrew-Regular.ttf", "NotoSansDevanagari-Regular.ttf",
            "NotoSansThai-Regular.ttf", "DroidSansFallback.ttf", "NotoEmoji-Regular.ttf");
    private static final Font REGULAR;
    private static final Font BOLD;

    static {
        // Both must stand before the first class of AWT loads.
        System.setProperty("java.awt.headless", "true");
        System.setProperty("sun.awt.fontconfig", unpacked().toString());
        REGULAR = new Font(Font.DIALOG, Font.PLAIN, 1);
        BOLD = new Font(Font.DIALOG, Font.BOLD, 1);
    }

    private Typeface() {}

    static Font regular(float points) {
        return REGULAR.deriveFont(points);
    }

    static Font bold(float points) {
        return BOLD.deriveFont(points);
    }

    /** Java takes one letter from this font and the next from that only where all are files that its settings name. */
    private static Path unpacked() {
        try {
            var folder = Files.createTempDirectory("stagecoach-fonts");
            folder.toFile().deleteOnExit();
            for (var font : FONTS) {
                unpack(font, folder);
            }
            return settings(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("the fonts cannot be written to the temporary folder", e);
        }
    }

    private static Path settings(Path folder) throws IOException {
        var settings = new Properties();
        try (var stream = resource(SETTINGS)) {
            settings.load(stream);
        }
        settings.replaceAll((_, value) -> value.toString().replace("FOLDER", folder.toString()));
        var file = folder.resolve(SETTINGS);
        file.toFile().deleteOnExit();
        try (var out = Files.newOutputStream(file)) {
            settings.store(out, null);
        }
        return file;
    }

    private static void unpack(String name, Path folder) throws IOException {
        try (var stream = resource(name)) {
            var file = folder.resolve(name);
            file.toFile().deleteOnExit();
            Files.copy(stream, file);
        }
    }

    private static InputStream resource(String name) throws IOException {
        var stream = Typeface.class.getResourceAsStream("/fonts/" + name);
        if (stream == null) {
            throw new IOException("no /fonts/" + name);
        }
        return stream;
    }
}
