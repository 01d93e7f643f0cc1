package dev.stagecoach.slack;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.auth.AuthTestResponse;

/** Whether Slack lets the bot do what it needs to do, and how to mend it where it does not. */
public final class ScopeCheck {
    /** What the bot asks Slack for. Keep in step with config/slack-manifest.yml. */
    public static final Set<String> SCOPES = Set.of("commands", "chat:write", "users:read", "im:write", "im:history",
            "channels:history", "groups:history", "channels:read", "groups:read", "files:write", "files:read",
            "dnd:read");

    private static final String TOKEN_PAGE = "https://api.slack.com/apps, your app, ";

    private final SlackApi api;

    public ScopeCheck(URI address, String botToken) {
        this.api = new SlackApi(address, botToken);
    }

    /**
     * What was found.
     *
     * @param workspace the name of the workspace, empty where the token is not accepted
     * @param problems each in words, with what to do; empty where all is well
     */
    public record Findings(Optional<String> workspace, List<String> problems) {
        public Findings {
            problems = List.copyOf(problems);
        }
    }

    /** Asks Slack; takes a few seconds where it is slow. */
    public Findings run(Optional<String> appToken) {
        var problems = new ArrayList<String>();
        var workspace = checkBotToken(problems);
        appToken.flatMap(this::appTokenProblem).ifPresent(problems::add);
        return new Findings(workspace, problems);
    }

    private Optional<String> checkBotToken(List<String> problems) {
        try {
            var answer = api.methods().authTest(r -> r);
            if (!answer.isOk()) {
                problems.add("Slack does not accept SLACK_BOT_TOKEN (" + answer.getError() + "). Copy it again from "
                        + TOKEN_PAGE + "OAuth & Permissions: it begins with xoxb-.");
                return Optional.empty();
            }
            missing(answer).ifPresent(problems::add);
            return Optional.of(String.valueOf(answer.getTeam()));
        } catch (SlackApiException | IOException e) {
            problems.add("Slack could not be asked: " + e.getMessage() + ". Check the network, and SLACK_API_URL if it"
                    + " is set.");
            return Optional.empty();
        }
    }

    private static Optional<String> missing(AuthTestResponse answer) {
        var granted = answer.getHttpResponseHeaders().entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase("x-oauth-scopes"))
                .flatMap(header -> header.getValue().stream()).flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip).toList();
        var missing = new TreeSet<>(SCOPES);
        missing.removeAll(granted);
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of("These permissions are missing: " + String.join(", ", missing) + ". Add them at "
                        + TOKEN_PAGE + "OAuth & Permissions, Bot Token Scopes, then press Reinstall to Workspace.");
    }

    private Optional<String> appTokenProblem(String appToken) {
        try {
            var answer = api.slack().methods(appToken).appsConnectionsOpen(r -> r);
            return answer.isOk()
                    ? Optional.empty()
                    : Optional.of("Slack does not let SLACK_APP_TOKEN open a connection (" + answer.getError()
                            + "). Make one at " + TOKEN_PAGE + "Basic Information, App-Level Tokens, with the scope"
                            + " connections:write (it begins with xapp-), and switch Socket Mode on.");
        } catch (SlackApiException | IOException e) {
            return Optional.of("The connection with SLACK_APP_TOKEN could not be tried: " + e.getMessage() + ".");
        }
    }
}
