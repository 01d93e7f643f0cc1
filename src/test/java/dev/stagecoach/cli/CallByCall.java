package dev.stagecoach.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The program, called once for each line of a file, whose words are parted by tabs. */
public final class CallByCall {
    private CallByCall() {}

    public static void main(String[] args) throws IOException {
        for (var call : Files.readAllLines(Path.of(args[0]))) {
            System.err.println("> " + call.split("\t")[0] + " " + Launcher.launch(call.split("\t")));
        }
        System.exit(0);
    }
}
