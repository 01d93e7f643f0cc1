package dev.stagecoach.sandbox;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;

/**
 * A Slack-compatible workspace with a fictional school, on 127.0.0.1 only. Any app that speaks Socket Mode or takes
 * signed requests can be connected: point its Web API address to {@link #apiUrl()}.
 */
public final class Sandbox implements AutoCloseable {
    private static final int NO_PORT = 1;
    private static final Duration QUIET = Duration.ofMillis(120);
    /** After a step of the clock: nothing may come of it, so the wait is short. */
    private static final Duration SHORTLY = Duration.ofMillis(30);
    private static final Duration SOON = Duration.ofSeconds(5);
    private final Workspace workspace;
    private final SocketConnection socket;
    private final FaultPlan faults;
    private final Caller caller;
    private final WebApi api;
    private final PersonaActions deeds;
    private final WorkspaceOwner owner;
    private final PersonaScreens screens;
    private final PageApi page;
    private final ClockMoves moves;
    private final InProcessApi direct;
    private final Optional<Javalin> web;

    private Sandbox(SandboxOptions options, boolean onTheWeb) {
        workspace = new Workspace(options.clock());
        var manifest = options.manifest();
        faults = new FaultPlan(this::dropSockets, n -> filesReadyAfter(n));
        socket = new SocketConnection(faults::duplicatesNext, this::url);
        var payloads = new Payloads(workspace, this::url);
        caller = new Caller(workspace, payloads, manifest, socket);
        var responses = new ResponseUrlApi(workspace);
        deeds = new PersonaActions(workspace, payloads, caller, manifest, responses);
        owner = new WorkspaceOwner(workspace, deeds, caller);
        screens = new PersonaScreens(workspace, payloads, caller, deeds);
        api = new WebApi(workspace, options, faults, methods());
        moves = new ClockMoves(workspace, options.next(), options.afterClockMoved(), () -> settle(SOON, SHORTLY));
        var walk = new StoryWalk(this, workspace);
        page = new PageApi(workspace, new PageJson(workspace, manifest, walk),
                new PageActions(workspace, deeds, screens, walk), screens, moves);
        direct = new InProcessApi(api, responses);
        web = onTheWeb ? Optional.of(Javalin.create(config -> {
            quiet(config);
            RequestGuard.routes(config.routes);
            api.routes(config.routes);
            socket.routes(config.routes);
            responses.routes(config.routes);
            page.routes(config.routes);
        })) : Optional.empty();
    }

    /** A workspace without a web server, for an app in the same process; see {@link #answer} and {@link #deliverTo}. */
    public static Sandbox headless(SandboxClock clock) {
        return headless(SandboxOptions.at(0, clock));
    }

    /** {@link #headless(SandboxClock)} with options; nobody asks what comes next, and the port is not used. */
    public static Sandbox headless(SandboxOptions options) {
        return new Sandbox(options, false);
    }

    /** How many calls of the app came too fast and were refused for it, by method. */
    public Map<String, Integer> slowedDown() {
        return api.slowedDown();
    }

    /** What the web server would answer. */
    public WebAnswer answer(WebCall call) {
        return direct.answer(call);
    }

    /** From now on the app is told things at this end of the line; whether it gave back the challenge. */
    public boolean deliverTo(AppEndpoint end) {
        return caller.use(end, Signature.SECRET);
    }

    /** The messages that the app has posted, without the first so many. */
    public List<Posted> posts(int known) {
        return workspace.within(() -> workspace.posts.after(known));
    }

    /**
     * Starts a workspace without anything that comes next, for Stagecoach.
     *
     * @param port the port, or 0 for any that is free
     */
    public static Sandbox start(int port, SandboxClock clock) {
        return start(SandboxOptions.at(port, clock));
    }

    /** Starts a workspace; ready when this returns. */
    public static Sandbox start(SandboxOptions options) {
        var sandbox = new Sandbox(options, true);
        sandbox.web.orElseThrow().start("127.0.0.1", options.port());
        return sandbox;
    }

    /** Where the page is, without a slash at the end; without a web server an address that nobody listens at. */
    public String url() {
        return "http://127.0.0.1:" + web.map(Javalin::port).orElse(NO_PORT);
    }

    /** What an app takes as the prefix of the Web API's methods; ends with a slash. */
    public String apiUrl() {
        return url() + "/api/";
    }

    public String botToken() {
        return WebApi.BOT_TOKEN;
    }

    public String appToken() {
        return WebApi.APP_TOKEN;
    }

    public String signingSecret() {
        return Signature.SECRET;
    }

    public SandboxClock clock() {
        return workspace.clock;
    }

    /** Moves the clock on and lets the bot do what becomes due on the way, as the page's buttons do. */
    public void advance(Duration step) {
        moves.to(workspace.clock.instant().plus(step));
    }

    public FaultPlan faults() {
        return faults;
    }

    /** Whether an app has a socket open here. */
    public boolean connected() {
        return socket.connected();
    }

    /** Asks the app to come in with a new socket, as Slack does now and then. */
    public void refreshSockets() {
        socket.refresh();
    }

    /**
     * From now on the app is told things by signed requests to this address.
     *
     * @return whether the app gave back the challenge that Slack sends first
     */
    public boolean deliverTo(URI address) {
        return caller.useHttp(address, Signature.SECRET);
    }

    /** The same, signed with another secret, to see that the app refuses it. */
    public boolean deliverTo(URI address, String secret) {
        return caller.useHttp(address, secret);
    }

    public void deliverBySocket() {
        caller.useSocket();
    }

    /**
     * Somebody's hands and eyes.
     *
     * @throws IllegalArgumentException where nobody has this id
     */
    public Persona as(String person) {
        var human = workspace.within(() -> workspace.person(person))
                .orElseThrow(() -> new IllegalArgumentException("nobody here is " + person));
        return new Persona(this, workspace, human, deeds, screens);
    }

    /** What the app asked for and was refused, with Slack's reasons, oldest first; faults on request are not here. */
    public List<String> refusals() {
        return List.copyOf(workspace.refusals);
    }

    /** Every message in which Slack would call everybody in the channel, as JSON. */
    public List<String> broadcasts() {
        return workspace.within(() -> workspace.rooms().stream().flatMap(room -> room.messages.stream())
                .filter(message -> Blocks.callsEverybody(message.text, message.blocks))
                .map(message -> message.text + " " + message.blocks).toList());
    }

    /** What the bot said in threads, as JSON, without its buttons. */
    public List<String> saidInThreads() {
        return workspace.within(() -> workspace.rooms().stream().flatMap(room -> room.messages.stream())
                .filter(message -> message.inThread() && message.user.equals(School.BOT))
                .map(message -> message.text + " " + Json.items(message.blocks).stream()
                        .filter(block -> !Json.text(block, "type").equals("actions")).toList())
                .toList());
    }

    /** A new public channel with these people in it; gives its id. Tells nobody. */
    public String addChannel(String name, List<String> people) {
        return workspace.within(() -> workspace.addChannel(name, ChatRoom.Kind.PUBLIC, people).id);
    }

    /** The hands of the workspace's owner. */
    public WorkspaceOwner owner() {
        return owner;
    }

    /**
     * Waits until nothing has happened for a moment: no call, no unanswered envelope, no new message. Looks every few
     * milliseconds.
     *
     * @param bound the longest wait, in real time
     * @return whether it became quiet
     */
    public boolean settle(Duration bound) {
        return settle(bound, QUIET);
    }

    /** The same with a moment of one's own choice, in real time. */
    public boolean settle(Duration bound, Duration moment) {
        var seen = new long[]{activity(), System.nanoTime()};
        return until(bound, () -> {
            var now = activity();
            if (now != seen[0] || api.underWay() > 0 || socket.underWay() > 0) {
                seen[0] = now;
                seen[1] = System.nanoTime();
            }
            return System.nanoTime() - seen[1] > moment.toNanos();
        });
    }

    /** Waits for a condition, at most so long in real time; whether it came true. */
    public boolean until(Duration bound, BooleanSupplier condition) {
        var end = System.nanoTime() + bound.toNanos();
        var pause = 50_000L;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            java.util.concurrent.locks.LockSupport.parkNanos(pause);
            pause = Math.min(5_000_000, pause * 2);
        }
        return true;
    }

    /** Waits for something to be there, at most so long in real time. */
    <T> Optional<T> await(Duration bound, Supplier<Optional<T>> look) {
        var found = new ArrayList<T>();
        until(bound, () -> look.get().map(found::add).orElse(false));
        return found.stream().findFirst();
    }

    @Override
    public void close() {
        api.close();
        caller.close();
        page.close();
        workspace.board.close();
        web.ifPresent(Javalin::stop);
    }

    private long activity() {
        return workspace.within(workspace::changes);
    }

    private void dropSockets() {
        socket.drop();
    }

    private void filesReadyAfter(int looks) {
        workspace.alone(() -> workspace.shelf.readyAfter(looks));
    }

    private List<ApiMethod> methods() {
        var lookup = new Lookup(workspace);
        var all = new ArrayList<ApiMethod>();
        all.add(new ApiMethod("apps.connections.open", "", socket::open));
        all.addAll(new UserMethods(workspace, lookup).all());
        all.addAll(new ConversationMethods(workspace, lookup).all());
        all.addAll(new ChatMethods(workspace, lookup).all());
        all.addAll(new ViewMethods(workspace, lookup).all());
        all.addAll(new FileMethods(workspace, lookup, this::url).all());
        return all;
    }

    private static void quiet(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.startupWatcherEnabled = false;
        config.concurrency.useVirtualThreads = true;
        config.http.maxRequestSize = 10_000_000L;
    }
}
