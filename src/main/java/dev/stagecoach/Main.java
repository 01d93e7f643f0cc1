package dev.stagecoach;

import dev.stagecoach.cli.Launcher;

/** The program's beginning. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        System.exit(Launcher.launch(args));
    }
}
