package dev.stagecoach.sandbox;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.NotFoundResponse;
import io.javalin.http.sse.SseClient;
import tools.jackson.databind.node.ObjectNode;

/** What the page asks for; and the page itself. */
final class PageApi {
    private static final String NO_SUCH_PERSON = "There is nobody by that id.";
    private final Workspace workspace;
    private final PageJson json;
    private final PageActions acts;
    private final PersonaScreens screens;
    private final ClockMoves moves;
    private final Set<SseClient> open = ConcurrentHashMap.newKeySet();

    PageApi(Workspace workspace, PageJson json, PageActions acts, PersonaScreens screens, ClockMoves moves) {
        this.workspace = workspace;
        this.json = json;
        this.acts = acts;
        this.screens = screens;
        this.moves = moves;
    }

    void routes(RoutesConfig routes) {
        routes.before("/sandbox/*", PageApi::onlyJson);
        routes.get("/sandbox/state", http -> {
            var named = moves.named();
            send(http, workspace.within(() -> json.state(me(http), named)));
        });
        routes.get("/sandbox/messages",
                http -> send(http, workspace.within(() -> json.messages(me(http), room(http)))));
        routes.get("/sandbox/home", this::home);
        routes.get("/sandbox/modal", http -> send(http, workspace.within(() -> modal(me(http)))));
        routes.get("/sandbox/files/{id}", this::file);
        routes.sse("/sandbox/events", this::events);
        routes.post("/sandbox/act", http -> send(http, acts.act(Json.parseObject(http.body()))));
        routes.post("/sandbox/clock", this::clock);
        routes.post("/sandbox/upload", this::upload);
        PageFiles.routes(routes);
    }

    /** Lets go of every page that listens, so that closing need not wait for them. */
    void close() {
        open.forEach(SseClient::close);
    }

    /** A form of another web page can send everything but this; see {@link RequestGuard}. */
    private static void onlyJson(Context http) {
        if (http.method().name().equals("POST")
                && !String.valueOf(http.contentType()).startsWith("application/json")) {
            throw new ForbiddenResponse("Only the sandbox's own page may ask this.");
        }
    }

    private void home(Context http) {
        var me = workspace.within(() -> me(http));
        if ("1".equals(http.queryParam("open"))) {
            // The page hears of the new view by an event, it need not wait.
            Thread.startVirtualThread(() -> screens.openHome(me));
        }
        var answer = Json.object();
        workspace.within(() -> workspace.views.home(me.id())).ifPresentOrElse(view -> answer.set("view", view),
                () -> answer.putNull("view"));
        send(http, answer);
    }

    private ObjectNode modal(Human me) {
        var answer = Json.object().put("depth", workspace.views.stack(me.id()).size());
        workspace.views.top(me.id()).ifPresentOrElse(view -> answer.set("view", view), () -> answer.putNull("view"));
        return answer;
    }

    private void file(Context http) {
        var upload = workspace.within(() -> workspace.shelf.file(http.pathParam("id")))
                .orElseThrow(() -> new NotFoundResponse("There is no such file."));
        http.contentType(UploadedFiles.mimeType(upload.name())).result(upload.content());
    }

    /** A file that is chosen in a form; its content comes in base64, because only JSON may be posted here. */
    private void upload(Context http) {
        var file = Json.parseObject(http.body());
        var content = Base64.getDecoder().decode(Json.text(file, "content"));
        send(http, workspace.within(() -> Json.object().put("ok", true).set("file", SlackJson.chosen(
                workspace.shelf.put(Json.text(file, "name"), content), me(http), "http://" + http.host()))));
    }

    private void events(SseClient client) {
        client.keepAlive();
        var me = workspace.within(() -> me(client.ctx()));
        var reader = workspace.board.listen(me.id(), news -> client.sendData(news.toString()));
        open.add(client);
        client.onClose(() -> {
            workspace.board.forget(reader);
            open.remove(client);
        });
        client.sendComment("hello");
    }

    private void clock(Context http) {
        var step = Json.text(Json.parseObject(http.body()), "advance");
        var answer = Json.object();
        if (step.equals("next")) {
            var seen = moves.toNextSeen();
            answer.put("count", seen.size()).set("happened",
                    workspace.within(() -> Happening.json(seen, me(http), workspace)));
        } else {
            var duration = duration(step).orElseThrow(() -> new BadRequestResponse("Say how far, for example PT1H."));
            moves.to(workspace.clock.instant().plus(duration));
        }
        var named = moves.named();
        send(http, workspace.within(() -> answer.set("clock", json.clock(me(http).zone(), named))));
    }

    private static Optional<Duration> duration(String step) {
        try {
            return Optional.of(Duration.parse(step)).filter(d -> !d.isNegative() && d.toDays() <= 3660);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private Human me(Context http) {
        // Whoever opens the page first is the coach, who begins.
        return workspace.person(Optional.ofNullable(http.queryParam("as")).orElse(School.COACH))
                .orElseThrow(() -> new NotFoundResponse(NO_SUCH_PERSON));
    }

    private ChatRoom room(Context http) {
        return workspace.room(String.valueOf(http.queryParam("channel"))).filter(r -> r.seenBy(me(http).id()))
                .orElseThrow(() -> new NotFoundResponse("There is no such channel."));
    }

    private static void send(Context http, ObjectNode answer) {
        http.contentType("application/json; charset=utf-8").result(answer.toString());
    }
}
