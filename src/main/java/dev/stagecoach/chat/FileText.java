package dev.stagecoach.chat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * The words of a file that somebody else's program wrote: UTF-8, UTF-16 with or without its mark, or, line by line
 * where they are no UTF-8, windows-1252. Lines that go on in the next one (a blank begins it) are made whole before
 * they are decoded, because some programs break them inside of a character.
 */
public final class FileText {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final int TOP = 0xff;

    private FileText() {}

    public static String of(byte[] bytes) {
        if (begins(bytes, 0xfe, 0xff) || begins(bytes, 0, 'B')) {
            return unmarked(new String(bytes, StandardCharsets.UTF_16BE));
        }
        if (begins(bytes, 0xff, 0xfe) || begins(bytes, 'B', 0)) {
            return unmarked(new String(bytes, StandardCharsets.UTF_16LE));
        }
        return unmarked(lines(bytes));
    }

    private static boolean begins(byte[] bytes, int first, int second) {
        return bytes.length > 1 && (bytes[0] & TOP) == first && (bytes[1] & TOP) == second;
    }

    private static String unmarked(String text) {
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    private static String lines(byte[] bytes) {
        var text = new StringBuilder(bytes.length);
        var line = new ByteArrayOutputStream();
        for (var at = 0; at < bytes.length;) {
            var after = afterBreak(bytes, at);
            if (after == at) {
                line.write(bytes[at++]);
            } else if (after < bytes.length && (bytes[after] == ' ' || bytes[after] == '\t')) {
                at = after + 1;
            } else {
                text.append(decoded(line.toByteArray())).append('\n');
                line.reset();
                at = after;
            }
        }
        return text.append(decoded(line.toByteArray())).toString();
    }

    /** Where the next line begins if one ends here; otherwise the same place. */
    private static int afterBreak(byte[] bytes, int at) {
        var after = at;
        while (after < bytes.length && bytes[after] == '\r') {
            after++;
        }
        return after < bytes.length && bytes[after] == '\n' ? after + 1 : after;
    }

    private static String decoded(byte[] line) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString();
        } catch (CharacterCodingException _) {
            return new String(line, WINDOWS);
        }
    }
}
