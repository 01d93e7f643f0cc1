package dev.stagecoach.slack;

import java.net.URI;
import java.time.Duration;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.util.http.SlackHttpClient;
import okhttp3.OkHttpClient;

/** The line to Slack, or to another server that speaks like it, with the bot's token. */
public final class SlackApi implements AutoCloseable {
    /** Slack's own address. */
    public static final URI SLACK = URI.create("https://slack.com/api/");

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Slack slack;
    private final OkHttpClient http;
    private final String botToken;

    /** @param address where the methods are, for example {@link #SLACK} */
    public SlackApi(URI address, String botToken) {
        this(address, botToken, PATIENCE);
    }

    /** @param patience how long an answer may take before the outcome counts as unclear */
    SlackApi(URI address, String botToken, Duration patience) {
        var config = new SlackConfig();
        var prefix = address.toString();
        config.setMethodsEndpointUrlPrefix(prefix.endsWith("/") ? prefix : prefix + "/");
        config.setStatsEnabled(false);
        // A message that may have arrived must not be sent again by the HTTP client on its own.
        this.http = SlackHttpClient.buildOkHttpClient(config).newBuilder().retryOnConnectionFailure(false)
                .connectTimeout(Duration.ofSeconds(5)).readTimeout(patience).writeTimeout(patience).build();
        var client = new SlackHttpClient(http);
        client.setConfig(config);
        this.slack = Slack.getInstance(config, client);
        this.botToken = botToken;
    }

    MethodsClient methods() {
        return slack.methods(botToken);
    }

    Slack slack() {
        return slack;
    }

    OkHttpClient http() {
        return http;
    }

    String botToken() {
        return botToken;
    }

    @Override
    public void close() {
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }
}
