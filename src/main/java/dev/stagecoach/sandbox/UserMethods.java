package dev.stagecoach.sandbox;

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
                new ApiMethod("users.list", "users:read", this::list));
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

    private ObjectNode list(ApiCall call) {
        return Paging.page(workspace.people(), call, 200, (page, some) -> {
            var members = page.putArray("members");
            some.forEach(p -> members.add(SlackJson.user(p, workspace.clock.instant())));
        });
    }
}
