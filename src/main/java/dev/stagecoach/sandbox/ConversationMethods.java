package dev.stagecoach.sandbox;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import tools.jackson.databind.node.ObjectNode;

/** conversations.* and users.conversations: where people talk, who is there, and what was said. */
final class ConversationMethods {
    private static final String READ = "channels:read,groups:read,im:read,mpim:read";
    private static final String HISTORY = "channels:history,groups:history,im:history,mpim:history";
    private final Workspace workspace;
    private final Lookup lookup;

    ConversationMethods(Workspace workspace, Lookup lookup) {
        this.workspace = workspace;
        this.lookup = lookup;
    }

    List<ApiMethod> all() {
        return List.of(new ApiMethod("conversations.open", "im:write", this::open),
                new ApiMethod("conversations.info", READ, this::info),
                new ApiMethod("conversations.members", READ, this::members),
                new ApiMethod("conversations.history", HISTORY, this::history),
                new ApiMethod("conversations.replies", HISTORY, this::replies),
                new ApiMethod("conversations.list", READ, call -> list(call, _ -> true)),
                new ApiMethod("users.conversations", READ, call -> list(call, r -> r.members.contains(whose(call)))));
    }

    private ObjectNode open(ApiCall call) {
        if (!call.text("channel").isEmpty()) {
            var room = lookup.readable(call.text("channel"));
            return Json.object().set("channel", SlackJson.channel(room, workspace));
        }
        var users = call.arguments().path("users").isArray()
                ? Json.items(call.arguments().path("users")).stream().map(Json::text).toList()
                : List.of(call.required("users").split(","));
        if (users.size() != 1) {
            // Group conversations are not part of the sandbox.
            throw new ApiRefusal("too_many_users");
        }
        var room = workspace.direct(School.BOT, lookup.reachable(users.getFirst()).id());
        return Json.object().set("channel", SlackJson.channel(room, workspace));
    }

    private ObjectNode info(ApiCall call) {
        var room = lookup.visible(call.required("channel"));
        return Json.object().set("channel", SlackJson.channel(room, workspace));
    }

    private ObjectNode members(ApiCall call) {
        var room = lookup.visible(call.required("channel"));
        return Paging.page(List.copyOf(room.members), call, 100, (page, members) -> page.set("members",
                Json.strings(members)));
    }

    private ObjectNode history(ApiCall call) {
        var room = lookup.readable(call.required("channel"));
        var found = new ArrayList<>(
                room.messages.stream().filter(m -> !m.ephemeral() && !m.inThread()).filter(between(call)).toList());
        Collections.reverse(found);
        return messages(found, call).put("pin_count", 0);
    }

    private ObjectNode replies(ApiCall call) {
        var room = lookup.readable(call.required("channel"));
        var parent = room.message(call.required("ts")).filter(m -> !m.ephemeral())
                .orElseThrow(() -> new ApiRefusal("thread_not_found"));
        var found = new ArrayList<>(List.of(parent));
        room.repliesTo(parent.ts).stream().filter(m -> !m.ephemeral()).filter(between(call)).forEach(found::add);
        return messages(found, call);
    }

    private ObjectNode messages(List<Message> found, ApiCall call) {
        return Paging.page(found, call, 100, (page, some) -> {
            var list = page.putArray("messages");
            for (var message : some) {
                var json = SlackJson.message(message);
                if (call.flag("include_all_metadata") && message.metadata.has("event_type")) {
                    json.set("metadata", message.metadata);
                }
                list.add(json);
            }
        });
    }

    private static Predicate<Message> between(ApiCall call) {
        var oldest = call.text("oldest");
        var latest = call.text("latest");
        var inclusive = call.flag("inclusive");
        return m -> (oldest.isEmpty() || compare(m.ts, oldest) > (inclusive ? -1 : 0))
                && (latest.isEmpty() || compare(m.ts, latest) < (inclusive ? 1 : 0));
    }

    private static int compare(String ts, String other) {
        try {
            return new java.math.BigDecimal(ts).compareTo(new java.math.BigDecimal(other));
        } catch (NumberFormatException e) {
            throw new ApiRefusal("invalid_ts_oldest");
        }
    }

    private ObjectNode list(ApiCall call, Predicate<ChatRoom> wanted) {
        var types = call.text("types").isEmpty() ? Set.of("public_channel") : Set.of(call.text("types").split(","));
        var rooms = workspace.rooms().stream().filter(r -> r.seenBy(School.BOT)).filter(wanted)
                .filter(r -> types.contains(type(r))).filter(r -> !r.archived || !call.flag("exclude_archived"))
                .toList();
        return Paging.page(rooms, call, 100, (page, some) -> {
            var list = page.putArray("channels");
            some.forEach(r -> list.add(SlackJson.channel(r, workspace)));
        });
    }

    private String whose(ApiCall call) {
        return call.text("user").isEmpty() ? School.BOT : lookup.person(call.text("user")).id();
    }

    private static String type(ChatRoom room) {
        return switch (room.kind) {
            case PUBLIC -> "public_channel";
            case PRIVATE -> "private_channel";
            case DIRECT -> "im";
        };
    }
}
