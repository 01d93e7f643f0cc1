package dev.stagecoach.cli;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;

import dev.stagecoach.storage.SecretMask;

/**
 * Passes on, line by line, what is printed, without the tokens and passwords in it. An unfinished line waits for its
 * end, because a secret may be cut in two where a buffer ends.
 */
final class MaskedOutput extends OutputStream {
    private final PrintStream to;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    MaskedOutput(PrintStream to) {
        this.to = to;
    }

    /** From now on all that this process prints or logs goes through here. */
    static void install() {
        System.setOut(over(System.out));
        System.setErr(over(System.err));
    }

    private static PrintStream over(PrintStream stream) {
        return new PrintStream(new MaskedOutput(stream), true, stream.charset());
    }

    @Override
    public synchronized void write(int one) {
        line.write(one);
        if (one == '\n') {
            pass();
        }
    }

    @Override
    public synchronized void write(byte[] bytes, int from, int length) {
        for (var i = from; i < from + length; i++) {
            write(bytes[i]);
        }
    }

    private void pass() {
        to.print(SecretMask.of(line.toString(to.charset())));
        line.reset();
    }

    @Override
    public synchronized void flush() {
        to.flush();
    }

    @Override
    public synchronized void close() {
        pass();
        to.close();
    }
}
