package dev.stagecoach.bench;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.socket_mode.SocketModeApp;
import com.slack.api.socket_mode.SocketModeClient;

/** The baseline: a Bolt program in Socket Mode with one command and nothing else. */
public final class BareBolt {

    private BareBolt() {}

    public static void main(String[] args) throws Exception {
        var slack = new SlackConfig();
        slack.setMethodsEndpointUrlPrefix(System.getenv("SLACK_API_URL"));
        var app = new App(AppConfig.builder().slack(Slack.getInstance(slack))
                .singleTeamBotToken(System.getenv("SLACK_BOT_TOKEN")).build());
        app.command("/coach", (_, context) -> context.ack("Here."));
        var socket = new SocketModeApp(System.getenv("SLACK_APP_TOKEN"), app, SocketModeClient.Backend.Tyrus, 10);
        socket.startAsync();
        System.out.println("Ready");
        Thread.currentThread().join();
    }
}
