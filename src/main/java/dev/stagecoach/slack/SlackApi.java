package dev.stagecoach.slack;

import java.net.URI;
import java.time.Duration;
import java.util.List;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.util.http.SlackHttpClient;
import dev.stagecoach.chat.Messenger.Rates;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;

/** The line to Slack, or to another server that speaks like it, with the bot's token. */
public final class SlackApi implements AutoCloseable {
    /** Slack's own address. */
    public static final URI SLACK = URI.create("https://slack.com/api/");

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /**
     * Slack takes one message a second for each conversation and "several hundred" a minute for a workspace; rewriting
     * and reading are of tier 3, 50 a minute. The extra milliseconds are room for a line that is not always as quick.
     * Source: https://api.slack.com/apis/rate-limits.
     */
    public static final Rates LIMITS = new Rates(Duration.ofMillis(1_020), 300, 50, 50);

    private final Slack slack;
    private final OkHttpClient http;
    private final String botToken;
    private final Rates limits;

    /** @param address where the methods are, for example {@link #SLACK}; a server on this machine has no limits */
    public SlackApi(URI address, String botToken) {
        this(address, botToken, PATIENCE);
    }

    /** @param limits what the server takes, where that is known */
    public SlackApi(URI address, String botToken, Rates limits) {
        this(address, botToken, PATIENCE, limits);
    }

    /** @param patience how long an answer may take before the outcome counts as unclear */
    SlackApi(URI address, String botToken, Duration patience) {
        this(address, botToken, patience, isHere(address) ? Rates.NONE : LIMITS);
    }

    /**
     * A line without a network: every call is answered by the wire.
     *
     * @param wire answers by itself and never proceeds
     * @param limits what the wire takes
     */
    public static SlackApi over(Interceptor wire, URI address, String botToken, Rates limits) {
        return new SlackApi(address, botToken, PATIENCE, limits, List.of(wire));
    }

    private SlackApi(URI address, String botToken, Duration patience, Rates limits) {
        this(address, botToken, patience, limits, List.of());
    }

    private SlackApi(URI address, String botToken, Duration patience, Rates limits, List<Interceptor> wires) {
        var config = new SlackConfig();
        var prefix = address.toString();
        config.setMethodsEndpointUrlPrefix(prefix.endsWith("/") ? prefix : prefix + "/");
        config.setStatsEnabled(false);
        // A message that may have arrived must not be sent again by the HTTP client on its own.
        var client = SlackHttpClient.buildOkHttpClient(config).newBuilder().retryOnConnectionFailure(false)
                .connectTimeout(Duration.ofSeconds(5)).readTimeout(patience).writeTimeout(patience);
        wires.forEach(client::addInterceptor);
        this.http = client.build();
        var calls = new SlackHttpClient(http);
        calls.setConfig(config);
        this.slack = Slack.getInstance(config, calls);
        this.botToken = botToken;
        this.limits = limits;
    }

    private static boolean isHere(URI address) {
        var host = String.valueOf(address.getHost());
        return host.equals("localhost") || host.equals("[::1]") || host.startsWith("127.");
    }

    Rates rates() {
        return limits;
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
