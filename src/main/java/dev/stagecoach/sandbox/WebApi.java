package dev.stagecoach.sandbox;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/** The Web API: checks the token and the scopes, lets faults happen, and answers as Slack does. */
final class WebApi {
    static final String BOT_TOKEN = "xoxb-sandbox";
    static final String APP_TOKEN = "xapp-sandbox";
    private static final Logger LOG = LoggerFactory.getLogger(WebApi.class);
    private static final Set<String> TREES = Set.of("blocks", "view", "metadata", "files", "attachments");
    private final Map<String, ApiMethod> methods = new LinkedHashMap<>();
    private final Workspace workspace;
    private final AppManifest manifest;
    private final FaultPlan faults;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final AtomicInteger underWay = new AtomicInteger();
    private final Optional<RateLimits> limits;
    private final Map<String, Integer> slowedDown = new ConcurrentSkipListMap<>();

    WebApi(Workspace workspace, SandboxOptions options, FaultPlan faults, List<ApiMethod> methods) {
        this.workspace = workspace;
        this.manifest = options.manifest();
        this.limits = options.limits() ? Optional.of(new RateLimits()) : Optional.empty();
        this.faults = faults;
        methods.forEach(m -> this.methods.put(m.name(), m));
    }

    void routes(RoutesConfig routes) {
        routes.post("/api/{method}", this::answer);
        routes.get("/api/{method}", this::answer);
    }

    int underWay() {
        return underWay.get();
    }

    /** Lets go of calls that hang on purpose. */
    void close() {
        closing.countDown();
    }

    /** How many calls came too fast, by method. */
    Map<String, Integer> slowedDown() {
        return Map.copyOf(slowedDown);
    }

    private void answer(Context http) {
        underWay.incrementAndGet();
        try {
            var name = http.pathParam("method");
            var fault = faults.next(name).or(() -> tooFast(name, new ApiCall(arguments(http)))
                    .map(FaultPlan.Fault.Limited::new));
            if (fault.isEmpty()) {
                send(http, carryOut(http, name));
            } else {
                goWrong(http, name, fault.get());
            }
        } finally {
            underWay.decrementAndGet();
        }
    }

    private void goWrong(Context http, String name, FaultPlan.Fault fault) {
        switch (fault) {
            case FaultPlan.Fault.Limited(var after) -> {
                http.status(429).header("Retry-After", Long.toString(wholeSeconds(after)));
                send(http, new ApiRefusal("ratelimited").answer());
            }
            case FaultPlan.Fault.Broken() -> http.status(500).result("Internal Server Error");
            case FaultPlan.Fault.HangsBefore(var real) -> {
                hang(real);
                http.status(500).result("Internal Server Error");
            }
            case FaultPlan.Fault.HangsAfter(var real) -> {
                var answer = carryOut(http, name);
                hang(real);
                send(http, answer);
            }
            case FaultPlan.Fault.Refuses(var error) -> send(http, new ApiRefusal(error).answer());
        }
    }

    private void hang(Duration real) {
        // A call that hangs is no longer under way for somebody who waits until all is quiet.
        underWay.decrementAndGet();
        try {
            if (closing.await(real.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debug("the sandbox closed while a call was hanging");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            underWay.incrementAndGet();
        }
    }

    /** How long the caller of something that comes too fast has to wait; empty where it may be carried out. */
    Optional<Duration> tooFast(String name, ApiCall call) {
        var wait = limits.flatMap(known -> workspace
                .within(() -> known.refusal(name, call.text("channel"), workspace.clock.instant())));
        wait.ifPresent(_ -> slowedDown.merge(name, 1, Integer::sum));
        return wait;
    }

    /** Slack says it in whole seconds, never in too few. */
    static long wholeSeconds(Duration wait) {
        return wait.plusNanos(999_999_999).toSeconds();
    }

    private ObjectNode carryOut(Context http, String name) {
        http.header("x-oauth-scopes", String.join(",", manifest.scopes()));
        var authorization = http.header("Authorization");
        return carryOut(name, authorization == null ? "" : authorization, new ApiCall(arguments(http)));
    }

    /** @param authorization the header so named; empty where there is none */
    ObjectNode carryOut(String name, String authorization, ApiCall call) {
        return workspace.within(() -> {
            try {
                var method = methods.get(name);
                if (method == null) {
                    throw new ApiRefusal("unknown_method");
                }
                checkToken(authorization, call, name);
                checkScopes(method);
                return Json.object().put("ok", true).setAll(method.work().apply(call));
            } catch (ApiRefusal refusal) {
                workspace.refusals.add(name + " " + refusal.answer());
                return refusal.answer();
            }
        });
    }

    private void checkToken(String header, ApiCall call, String name) {
        var token = header.startsWith("Bearer ") ? header.substring(7).trim() : call.text("token");
        if (token.isEmpty()) {
            throw new ApiRefusal("not_authed");
        }
        var app = name.equals("apps.connections.open");
        if (name.equals("auth.test") && token.equals(APP_TOKEN)) {
            return;
        }
        if (app && token.equals(BOT_TOKEN) || !app && token.equals(APP_TOKEN)) {
            throw new ApiRefusal("not_allowed_token_type");
        }
        if (!token.equals(app ? APP_TOKEN : BOT_TOKEN)) {
            throw new ApiRefusal("invalid_auth");
        }
        if (!app && !workspace.tokenRefusal.isEmpty()) {
            throw new ApiRefusal(workspace.tokenRefusal);
        }
    }

    private void checkScopes(ApiMethod method) {
        var needed = List.of(method.scopes().split(","));
        if (!method.scopes().isEmpty() && needed.stream().noneMatch(manifest.scopes()::contains)) {
            throw new ApiRefusal("missing_scope", Json.object().put("needed", needed.getFirst()).put("provided",
                    String.join(",", manifest.scopes())));
        }
    }

    private static ObjectNode arguments(Context http) {
        var type = http.contentType() == null ? "" : String.valueOf(http.contentType());
        if (type.startsWith("application/json")) {
            return Json.parseObject(http.body());
        }
        var arguments = Json.object();
        http.queryParamMap().forEach((name, values) -> arguments.put(name, values.getFirst()));
        http.formParamMap().forEach((name, values) -> put(arguments, name, values.getFirst()));
        return arguments;
    }

    /** A field of a form as an argument; some are trees in JSON. */
    static void put(ObjectNode arguments, String name, String value) {
        if (TREES.contains(name)) {
            arguments.set(name, Json.parse(value));
        } else {
            arguments.put(name, value);
        }
    }

    private static void send(Context http, ObjectNode answer) {
        http.contentType("application/json; charset=utf-8").result(answer.toString());
    }
}
