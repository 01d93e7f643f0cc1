package dev.stagecoach.chat;

/**
 * A picture rendered here.
 *
 * @param png the picture itself; not copied, so leave it alone; empty where it could not be drawn
 * @param alt the finding in words, for people who cannot see it; at most 2,000 characters
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody; a copy of every picture would double its memory
public record Picture(String title, String alt, byte[] png) {

    /** A picture that could not be drawn. */
    public static Picture inWords(String title, String alt) {
        return new Picture(title, alt, new byte[0]);
    }

    public boolean isDrawn() {
        return png.length > 0;
    }
}
