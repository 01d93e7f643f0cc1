package dev.stagecoach.picture;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;

/** The one typeface of all pictures, shipped with the program. */
final class Typeface {
    private static final Font REGULAR;
    private static final Font BOLD;

    static {
        // Both must stand before the first class of AWT loads; without the second, Java cannot draw a letter on a
        // system that lacks fontconfig, even with a font of its own.
        System.setProperty("java.awt.headless", "true");
        if (System.getProperty("sun.awt.fontconfig") == null) {
            System.setProperty("sun.awt.fontconfig", fontconfig());
        }
        REGULAR = load("OpenSans-Regular.ttf");
        BOLD = load("OpenSans-Bold.ttf");
    }

    private Typeface() {}

    static Font regular(float points) {
        return REGULAR.deriveFont(points);
    }

    static Font bold(float points) {
        return BOLD.deriveFont(points);
    }

    /** Java reads it from a file only. */
    private static String fontconfig() {
        try (var stream = resource("fontconfig.properties")) {
            var file = Files.createTempFile("stagecoach-fontconfig", ".properties");
            file.toFile().deleteOnExit();
            Files.copy(stream, file, StandardCopyOption.REPLACE_EXISTING);
            return file.toString();
        } catch (IOException e) {
            throw new UncheckedIOException("the fonts' settings cannot be written to the temporary folder", e);
        }
    }

    private static Font load(String name) {
        try (var stream = resource(name)) {
            return Font.createFont(Font.TRUETYPE_FONT, stream);
        } catch (IOException | FontFormatException e) {
            throw new IllegalStateException("the font " + name + " was not packaged", e);
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
