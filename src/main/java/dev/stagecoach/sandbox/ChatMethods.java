package dev.stagecoach.sandbox;

import java.util.List;

import tools.jackson.databind.node.ObjectNode;

/** chat.*: what the bot says. */
final class ChatMethods {
    private final Workspace workspace;
    private final Lookup lookup;

    ChatMethods(Workspace workspace, Lookup lookup) {
        this.workspace = workspace;
        this.lookup = lookup;
    }

    List<ApiMethod> all() {
        return List.of(new ApiMethod("chat.postMessage", "chat:write", this::post),
                new ApiMethod("chat.postEphemeral", "chat:write", this::whisper),
                new ApiMethod("chat.update", "chat:write", this::update),
                new ApiMethod("chat.delete", "chat:write", this::delete));
    }

    private ObjectNode post(ApiCall call) {
        var room = lookup.writable(call.required("channel"));
        checkContent(call);
        var thread = call.text("thread_ts");
        if (!thread.isEmpty() && room.message(thread).isEmpty()) {
            throw new ApiRefusal("thread_not_found");
        }
        var message = workspace.say(room, School.BOT, call.text("text"), thread, "");
        fill(message, call);
        message.metadata = call.tree("metadata");
        workspace.posts.add(room, message);
        return Json.object().put("channel", room.id).put("ts", message.ts).set("message", SlackJson.message(message));
    }

    private ObjectNode whisper(ApiCall call) {
        var room = lookup.writable(call.required("channel"));
        var user = call.required("user");
        checkContent(call);
        if (!room.members.contains(user)) {
            throw new ApiRefusal("user_not_in_channel");
        }
        var message = workspace.say(room, School.BOT, call.text("text"), call.text("thread_ts"), user);
        fill(message, call);
        return Json.object().put("message_ts", message.ts);
    }

    private ObjectNode update(ApiCall call) {
        var room = lookup.writable(call.required("channel"));
        var message = own(room, call.required("ts"), "cant_update_message");
        checkContent(call);
        if (call.arguments().has("text")) {
            message.text = call.text("text");
        }
        fill(message, call);
        if (call.arguments().has("metadata")) {
            message.metadata = call.tree("metadata");
        }
        message.edited = true;
        workspace.changed(room);
        return Json.object().put("channel", room.id).put("ts", message.ts).put("text", message.text).set("message",
                SlackJson.message(message));
    }

    private ObjectNode delete(ApiCall call) {
        var room = lookup.writable(call.required("channel"));
        var message = own(room, call.required("ts"), "cant_delete_message");
        workspace.remove(room, message);
        return Json.object().put("channel", room.id).put("ts", message.ts);
    }

    private Message own(ChatRoom room, String ts, String notMine) {
        var message = room.message(ts).filter(m -> !m.ephemeral())
                .orElseThrow(() -> new ApiRefusal("message_not_found"));
        if (!message.user.equals(School.BOT)) {
            throw new ApiRefusal(notMine);
        }
        return message;
    }

    private void fill(Message message, ApiCall call) {
        if (call.arguments().has("blocks") || call.arguments().has("text")) {
            message.blocks = Blocks.named(call.tree("blocks"));
        }
    }

    private void checkContent(ApiCall call) {
        check(call.text("text"), call, workspace.shelf);
    }

    /** The rules for whatever becomes a message. */
    static void check(String text, ApiCall call, UploadedFiles shelf) {
        var blocks = call.tree("blocks");
        if (call.arguments().has("blocks") && !blocks.isArray()) {
            throw new ApiRefusal("invalid_blocks_format");
        }
        if (text.isBlank() && blocks.isEmpty()) {
            throw new ApiRefusal("no_text");
        }
        if (text.length() > 40_000) {
            throw new ApiRefusal("msg_too_long");
        }
        var problems = BlockRules.problemsOfBlocks(blocks, shelf::ready);
        if (!problems.isEmpty()) {
            throw ApiRefusal.because("invalid_blocks", problems);
        }
        if (BlockRules.tooLong(blocks)) {
            throw new ApiRefusal("msg_blocks_too_long");
        }
    }
}
