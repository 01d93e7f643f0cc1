package dev.stagecoach.sandbox;

import java.time.Instant;

import tools.jackson.databind.node.ObjectNode;

/** People, conversations, messages and files in Slack's own shape. */
final class SlackJson {
    private SlackJson() {}

    static ObjectNode user(Human person, Instant now) {
        var user = Json.object().put("id", person.id()).put("team_id", person.home()).put("name", person.handle());
        user.put("real_name", person.name()).put("deleted", person.deleted());
        user.put("tz", person.zone().getId()).put("tz_label", person.zone().getId());
        user.put("tz_offset", person.zone().getRules().getOffset(now).getTotalSeconds());
        var owner = person.account() == Human.Account.OWNER;
        var guest = person.account() == Human.Account.GUEST;
        user.put("is_bot", person.bot()).put("is_app_user", false);
        user.put("is_admin", owner).put("is_owner", owner).put("is_primary_owner", owner);
        user.put("is_restricted", guest).put("is_ultra_restricted", guest)
                .put("is_stranger", person.account() == Human.Account.STRANGER).put("updated", 0);
        user.set("profile",
                Json.object().put("real_name", person.name()).put("display_name", person.name())
                        .put("real_name_normalized", person.name()).put("display_name_normalized", person.name())
                        .put("title", person.title()).put("team", person.home()));
        return user;
    }

    static ObjectNode channel(ChatRoom room, Workspace workspace) {
        var json = Json.object().put("id", room.id).put("created", SandboxClock.START.getEpochSecond());
        json.put("is_archived", room.archived).put("context_team_id", School.TEAM);
        if (room.direct()) {
            var other = room.members.stream().filter(m -> !m.equals(School.BOT)).findFirst().orElse(School.BOT);
            var gone = workspace.person(other).map(Human::deleted).orElse(true);
            return json.put("is_im", true).put("user", other).put("is_user_deleted", gone).put("is_channel", false);
        }
        json.put("name", room.name).put("name_normalized", room.name).put("is_channel", true).put("is_im", false);
        json.put("is_group", false).put("is_mpim", false).put("is_private", room.kind == ChatRoom.Kind.PRIVATE);
        json.put("is_general", room.name.equals("general")).put("creator", "U0OAKLEY");
        return json.put("is_member", room.members.contains(School.BOT)).put("num_members", room.members.size());
    }

    static ObjectNode message(Message message) {
        var json = Json.object().put("type", "message").put("user", message.user).put("ts", message.ts);
        json.put("text", message.text).put("team", School.TEAM);
        if (message.user.equals(School.BOT)) {
            json.put("bot_id", School.BOT_ID).put("app_id", School.APP);
        }
        if (!message.blocks.isEmpty()) {
            json.set("blocks", message.blocks);
        }
        if (!message.threadTs.isEmpty()) {
            json.put("thread_ts", message.threadTs);
        }
        if (message.edited) {
            json.set("edited", Json.object().put("user", message.user).put("ts", message.ts));
        }
        return json;
    }

    /** A file as it stands in a form that is sent in. */
    static ObjectNode chosen(UploadedFiles.Upload upload, Human person, String baseUrl) {
        var address = baseUrl + "/files/" + upload.id() + "/download";
        return file(upload, true).put("user", person.id()).put("mode", "hosted").put("is_external", false)
                .put("url_private", address).put("url_private_download", address);
    }

    static ObjectNode file(UploadedFiles.Upload upload, boolean typeKnown) {
        var dot = upload.name().lastIndexOf('.');
        var json = Json.object().put("id", upload.id()).put("name", upload.name()).put("title", upload.title());
        json.put("size", upload.content().length).put("user", School.BOT);
        json.put("filetype", typeKnown && dot >= 0 ? upload.name().substring(dot + 1) : "");
        return json.put("mimetype", typeKnown ? UploadedFiles.mimeType(upload.name()) : "");
    }
}
