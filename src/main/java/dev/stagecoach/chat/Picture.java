package dev.stagecoach.chat;

/**
 * A picture rendered here.
 *
 * @param png the picture itself; not copied, so leave it alone
 * @param alt the finding in words, for people who cannot see it; at most 2,000 characters
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody; a copy of every picture would double its memory
public record Picture(String title, String alt, byte[] png) {}
