package dev.stagecoach.sandbox;

import java.util.List;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** files.*: pictures on their way into messages. */
final class FileMethods {
    private final Workspace workspace;
    private final Lookup lookup;
    private final java.util.function.Supplier<String> baseUrl;

    FileMethods(Workspace workspace, Lookup lookup, java.util.function.Supplier<String> baseUrl) {
        this.workspace = workspace;
        this.lookup = lookup;
        this.baseUrl = baseUrl;
    }

    List<ApiMethod> all() {
        return List.of(new ApiMethod("files.getUploadURLExternal", "files:write", this::announce),
                new ApiMethod("files.completeUploadExternal", "files:write", this::complete),
                new ApiMethod("files.info", "files:read", this::info));
    }

    private ObjectNode announce(ApiCall call) {
        var name = call.required("filename");
        if (call.number("length", 0) < 1) {
            throw ApiRefusal.because("invalid_arguments", List.of("[ERROR] missing required field: length"));
        }
        var id = workspace.shelf.announce(name);
        return Json.object().put("file_id", id).put("upload_url", baseUrl.get() + "/upload/" + id);
    }

    private ObjectNode complete(ApiCall call) {
        var done = Json.array();
        for (var file : Json.items(call.tree("files"))) {
            var id = Json.text(file, "id");
            if (!workspace.shelf.complete(id, Json.text(file, "title"))) {
                throw new ApiRefusal("file_not_found");
            }
            workspace.shelf.file(id).ifPresent(upload -> done.add(SlackJson.file(upload, false)));
        }
        if (done.isEmpty()) {
            throw ApiRefusal.because("invalid_arguments", List.of("[ERROR] missing required field: files"));
        }
        if (!call.text("channel_id").isEmpty()) {
            var room = lookup.writable(call.text("channel_id"));
            workspace.say(room, School.BOT, call.text("initial_comment") + links(done), call.text("thread_ts"), "");
        }
        return Json.object().set("files", done);
    }

    /** A link stands for the file itself, which Slack shows below the words. */
    private String links(ArrayNode files) {
        var links = new StringBuilder();
        Json.items(files).forEach(file -> links.append("\n<").append(baseUrl.get()).append("/sandbox/files/")
                .append(Json.text(file, "id")).append('|').append(Json.text(file, "name")).append('>'));
        return links.toString();
    }

    private ObjectNode info(ApiCall call) {
        var upload = workspace.shelf.look(call.required("file"))
                .orElseThrow(() -> new ApiRefusal("file_not_found"));
        return Json.object().set("file", SlackJson.file(upload, workspace.shelf.typeKnown(upload)));
    }
}
