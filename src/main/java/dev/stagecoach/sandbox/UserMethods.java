package dev.stagecoach.sandbox;

import java.time.Instant;
import java.util.List;

import tools.jackson.databind.node.ObjectNode;

/** auth.test and users.*: who is there. */
final class UserMethods {
    private final Workspace workspace;
    private final Lookup lookup;

    UserMethods(Workspace workspace, Lookup lookup) {
        this.workspace = workspace;
        this.lookup = lookup;
    }

    List<ApiMethod> all() {
        return List.of(new ApiMethod("auth.test", "", this::whoAmI),
                new ApiMethod("users.info", "users:read", this::info),
                new ApiMethod("users.list", "users:read", this::list),
                new ApiMethod("dnd.teamInfo", "dnd:read", this::doNotDisturb));
    }

    private ObjectNode whoAmI(ApiCall call) {
        return Json.object().put("url", "https://juniper-ridge.example/").put("team", School.TEAM_NAME)
                .put("user", "stagecoach").put("team_id", School.TEAM).put("user_id", School.BOT)
                .put("bot_id", School.BOT_ID).put("is_enterprise_install", false);
    }

    private ObjectNode info(ApiCall call) {
        var person = lookup.person(call.required("user"));
        return Json.object().set("user", SlackJson.user(person, workspace.clock.instant()));
    }

    /** Whoever nobody knows is left out, as Slack does it. */
    private ObjectNode doNotDisturb(ApiCall call) {
        var ids = List.of(call.required("users").split(","));
        if (ids.size() > 50) {
            throw new ApiRefusal("too_many_users");
        }
        var answer = Json.object();
        var users = answer.putObject("users");
        var now = workspace.clock.instant().getEpochSecond();
        for (var id : ids) {
            workspace.person(id.strip()).ifPresent(person -> {
                var until = workspace.doNotDisturb(person.id()).filter(moment -> moment.getEpochSecond() > now);
                users.putObject(person.id()).put("dnd_enabled", until.isPresent())
                        .put("next_dnd_start_ts", until.isPresent() ? now : 1)
                        .put("next_dnd_end_ts", until.map(Instant::getEpochSecond).orElse(1L));
            });
        }
        return answer;
    }

    private ObjectNode list(ApiCall call) {
        return Paging.page(workspace.people(), call, 200, (page, some) -> {
            var members = page.putArray("members");
            some.forEach(p -> members.add(SlackJson.user(p, workspace.clock.instant())));
        });
    }
}
