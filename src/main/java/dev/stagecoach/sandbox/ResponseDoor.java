package dev.stagecoach.sandbox;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/** Response addresses, the addresses that files are uploaded to and read from, and what an ack says in words. */
final class ResponseDoor {
    private final Workspace workspace;

    ResponseDoor(Workspace workspace) {
        this.workspace = workspace;
    }

    void routes(RoutesConfig routes) {
        routes.post("/response/{id}", this::respond);
        routes.post("/upload/{id}", this::upload);
        routes.put("/upload/{id}", this::upload);
        routes.get("/files/{id}/download", this::download);
    }

    /**
     * Says what an ack or a response address carries.
     *
     * @param ts the message it may replace; empty where it belongs to none
     * @throws ApiRefusal where Slack would not take it
     */
    void say(Room room, String person, String ts, ApiCall call) {
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

    private void respond(Context http) {
        var call = new ApiCall(Json.parseObject(http.body()));
        workspace.alone(() -> {
            switch (workspace.tickets.use(http.pathParam("id"))) {
                case Tickets.Used.No(var error) -> http.status(404).contentType("text/plain").result(error);
                case Tickets.Used.By(var to) -> respond(http, to, call);
            }
        });
    }

    private void respond(Context http, Tickets.Response to, ApiCall call) {
        try {
            var room = workspace.room(to.room()).orElseThrow(() -> new ApiRefusal("channel_not_found"));
            say(room, to.person(), to.ts(), call);
            http.contentType("text/plain").result("ok");
        } catch (ApiRefusal refusal) {
            workspace.refusals.add("response " + refusal.answer());
            http.status(400).contentType("text/plain").result(refusal.answer().toString());
        }
    }

    private void upload(Context http) {
        var content = content(http);
        var taken = workspace.within(() -> workspace.shelf.fill(http.pathParam("id"), content));
        http.status(taken ? 200 : 404).result(taken ? "OK - " + content.length : "unknown upload");
    }

    /** What Slack's own file server does: whoever shows no token of the app gets a page to sign in on. */
    private void download(Context http) {
        var file = workspace.within(() -> workspace.shelf.file(http.pathParam("id")));
        if (!("Bearer " + ApiDoor.BOT_TOKEN).equals(http.header("Authorization"))) {
            http.contentType("text/html").result("<!DOCTYPE html><title>Sign in</title>");
        } else if (file.isEmpty()) {
            http.status(404).result("no such file");
        } else {
            http.contentType(Shelf.mimeType(file.get().name())).result(file.get().content());
        }
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
