package dev.stagecoach.web;

import java.util.Optional;

/** The web server alone, as a process of its own: the JDK's server reads its limits once in a process's life. */
public final class Bounded {
    private Bounded() {}

    public static void main(String[] args) throws InterruptedException {
        try (var server = new WebServer("127.0.0.1", 0, Health.well(), Optional.of((body, _) -> {
            throw new IllegalStateException(body);
        }))) {
            System.out.println(server.port());
            Thread.sleep(60_000);
        }
    }
}
