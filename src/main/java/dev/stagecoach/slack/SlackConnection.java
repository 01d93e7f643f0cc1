package dev.stagecoach.slack;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import dev.stagecoach.chat.Messenger.Rates;

/**
 * The line to Slack. In Socket Mode it begins to connect as soon as it is made, because that takes longest; what comes
 * in waits until a door is opened to it.
 */
public final class SlackConnection implements AutoCloseable {
    private final SlackApi api;
    private final Optional<SocketModeAdapter> socket;
    private final CompletableFuture<BoltAdapter> door = new CompletableFuture<>();

    /**
     * @param address where Slack's methods are
     * @param appToken for Socket Mode; empty for HTTP mode
     */
    public SlackConnection(URI address, String botToken, String appToken) {
        this(new SlackApi(address, botToken), appToken);
    }

    /** @param limits what the server takes, where it is another than the address lets one suppose */
    public SlackConnection(URI address, String botToken, String appToken, Rates limits) {
        this(new SlackApi(address, botToken, limits), appToken);
    }

    private SlackConnection(SlackApi api, String appToken) {
        this.api = api;
        this.socket = appToken.isEmpty()
                ? Optional.empty()
                : Optional.of(new SocketModeAdapter(api, door, appToken));
        socket.ifPresent(SocketModeAdapter::start);
    }

    /** In HTTP mode, over an api that is there already; closing the line closes it. */
    public static SlackConnection over(SlackApi api) {
        return new SlackConnection(api, "");
    }

    public SlackApi api() {
        return api;
    }

    /** From now on calls are answered. */
    public void open(BoltAdapter answers) {
        door.complete(answers);
    }

    /** Waits until Slack has answered in Socket Mode; true at once in HTTP mode. */
    public boolean awaitConnected(Duration longest) throws InterruptedException {
        return socket.isEmpty() || socket.get().awaitConnected(longest);
    }

    /** What is wrong with the line just now, in words; empty where all is well. */
    public Optional<String> trouble() {
        return socket.filter(line -> !line.isConnected()).map(_ -> "no connection to Slack; it is being tried again");
    }

    /** What is odd about the line, in words; it works all the same. */
    public List<String> warnings() {
        return socket.map(SocketModeAdapter::warnings).orElse(List.of());
    }

    @Override
    public void close() {
        socket.ifPresent(SocketModeAdapter::close);
        api.close();
    }
}
