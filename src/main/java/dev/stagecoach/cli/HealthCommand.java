package dev.stagecoach.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.Callable;

import dev.stagecoach.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Asks a running bot on this machine how it is; for a container's health check. */
@Command(name = "health", mixinStandardHelpOptions = true, description = "Asks the bot that runs on this machine how it is; 0 is well.")
final class HealthCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    @Spec
    CommandSpec spec;

    @Mixin
    SettingsOptions options;

    @Override
    public Integer call() throws InterruptedException {
        var settings = options.settings(Settings.DEFAULT_PORT);
        var port = settings.port();
        var question = HttpRequest.newBuilder(address(settings)).timeout(PATIENCE).build();
        try (var client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            var answer = client.send(question, BodyHandlers.ofString());
            spec.commandLine().getOut().println(answer.body());
            return answer.statusCode() == 200 ? Launcher.DONE : Launcher.FAILED;
        } catch (IOException _) {
            spec.commandLine().getErr().println("stagecoach: nobody answers on port " + port + ".");
            return Launcher.FAILED;
        }
    }

    /** Who listens everywhere also listens here. */
    static URI address(Settings settings) {
        var host = settings.host();
        var everywhere = host.equals("0.0.0.0") || host.equals("::");
        var asked = everywhere ? "127.0.0.1" : host.contains(":") ? "[" + host + "]" : host;
        return URI.create("http://" + asked + ":" + settings.port() + "/health");
    }
}
