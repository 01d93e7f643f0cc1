package dev.stagecoach.sandbox;

import java.nio.charset.StandardCharsets;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/** Response addresses, the addresses that files are uploaded to and read from, and what an ack says in words. */
final class ResponseUrlApi {
    private final Workspace workspace;

    ResponseUrlApi(Workspace workspace) {
        this.workspace = workspace;
    }

    void routes(RoutesConfig routes) {
        routes.post("/response/{id}",
                http -> send(http, respond(http.pathParam("id"), new ApiCall(Json.parseObject(http.body())))));
        routes.post("/upload/{id}", http -> send(http, upload(http.pathParam("id"), content(http))));
        routes.put("/upload/{id}", http -> send(http, upload(http.pathParam("id"), content(http))));
        routes.get("/files/{id}/download", http -> send(http, download(http.pathParam("id"),
                String.valueOf(http.header("Authorization")))));
    }

    /**
     * Says what an ack or a response address carries.
     *
     * @param ts the message it may replace; empty where it belongs to none
     * @throws ApiRefusal where Slack would not take it
     */
    void say(ChatRoom room, String person, String ts, ApiCall call) {
        if (call.flag("delete_original")) {
            room.message(ts).ifPresent(m -> workspace.remove(room, m));
            return;
        }
        ChatMethods.check(call.text("text"), call, workspace.shelf);
        var original = call.flag("replace_original") ? room.message(ts) : java.util.Optional.<Message>empty();
        var message = original.orElseGet(() -> workspace.say(room, School.BOT, "", call.text("thread_ts"),
                call.text("response_type").equals("in_channel") ? "" : person));
        message.text = call.text("text");
        message.blocks = Blocks.named(call.tree("blocks"));
        message.edited = original.isPresent();
        workspace.changed(room);
    }

    /** What a response address takes, and answers. */
    WebAnswer respond(String id, ApiCall call) {
        return workspace.within(() -> switch (workspace.tickets.use(id)) {
            case Tickets.Used.No(var error) -> InProcessApi.words(404, error);
            case Tickets.Used.By(var to) -> respond(to, call);
        });
    }

    private WebAnswer respond(Tickets.Response to, ApiCall call) {
        try {
            var room = workspace.room(to.room()).orElseThrow(() -> new ApiRefusal("channel_not_found"));
            say(room, to.person(), to.ts(), call);
            return InProcessApi.words(200, "ok");
        } catch (ApiRefusal refusal) {
            workspace.refusals.add("response " + refusal.answer());
            return InProcessApi.words(400, refusal.answer().toString());
        }
    }

    WebAnswer upload(String id, byte[] content) {
        var taken = workspace.within(() -> workspace.shelf.fill(id, content));
        return InProcessApi.words(taken ? 200 : 404, taken ? "OK - " + content.length : "unknown upload");
    }

    /** What Slack's own file server does: whoever shows no token of the app gets a page to sign in on. */
    WebAnswer download(String id, String authorization) {
        var file = workspace.within(() -> workspace.shelf.file(id));
        if (!("Bearer " + WebApi.BOT_TOKEN).equals(authorization)) {
            return new WebAnswer(200, "text/html",
                    "<!DOCTYPE html><title>Sign in</title>".getBytes(StandardCharsets.UTF_8));
        }
        return file.map(one -> new WebAnswer(200, UploadedFiles.mimeType(one.name()), one.content()))
                .orElseGet(() -> InProcessApi.words(404, "no such file"));
    }

    private static void send(Context http, WebAnswer answer) {
        http.status(answer.status()).contentType(answer.type()).result(answer.body());
    }

    private static byte[] content(Context http) {
        if (!http.isMultipartFormData()) {
            return http.bodyAsBytes();
        }
        try (var first = http.uploadedFiles().getFirst().content()) {
            return first.readAllBytes();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
