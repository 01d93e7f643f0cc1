package dev.stagecoach.sandbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The modals on each person's screen, as a stack, and each person's Home. Guarded by the workspace's lock. */
final class Views {
    static final int DEEPEST = 3;
    private final Map<String, List<ObjectNode>> stacks = new HashMap<>();
    private final Map<String, ObjectNode> homes = new HashMap<>();
    private final Map<String, Integer> published = new HashMap<>();
    private int made;

    List<ObjectNode> stack(String person) {
        return stacks.computeIfAbsent(person, _ -> new ArrayList<>());
    }

    Optional<ObjectNode> top(String person) {
        var stack = stack(person);
        return stack.isEmpty() ? Optional.empty() : Optional.of(stack.getLast());
    }

    Optional<ObjectNode> home(String person) {
        return Optional.ofNullable(homes.get(person));
    }

    ObjectNode push(String person, JsonNode view) {
        var stack = stack(person);
        var made = make(view, nextId());
        made.put("root_view_id", stack.isEmpty() ? Json.text(made, "id") : Json.text(stack.getFirst(), "id"));
        if (!stack.isEmpty()) {
            made.put("previous_view_id", Json.text(stack.getLast(), "id"));
        }
        stack.add(made);
        return made;
    }

    /** A modal opened while another is on the screen takes its place, as in Slack. */
    ObjectNode open(String person, JsonNode view) {
        stack(person).clear();
        return push(person, view);
    }

    ObjectNode publish(String person, JsonNode view) {
        var id = home(person).map(v -> Json.text(v, "id")).orElseGet(this::nextId);
        var made = make(view, id);
        made.put("root_view_id", id);
        homes.put(person, made);
        published.merge(person, 1, Integer::sum);
        return made;
    }

    /** How often the app has shown this person's Home. */
    int published(String person) {
        return published.getOrDefault(person, 0);
    }

    /** Who has this modal on the screen. */
    Optional<String> ownerOf(String viewId) {
        return stacks.entrySet().stream()
                .filter(e -> e.getValue().stream().anyMatch(v -> Json.text(v, "id").equals(viewId)))
                .map(Map.Entry::getKey).findFirst();
    }

    Optional<ObjectNode> modal(String viewId) {
        return stacks.values().stream().flatMap(List::stream).filter(v -> Json.text(v, "id").equals(viewId))
                .findFirst();
    }

    Optional<ObjectNode> modalWithExternalId(String externalId) {
        return stacks.values().stream().flatMap(List::stream)
                .filter(v -> !externalId.isEmpty() && Json.text(v, "external_id").equals(externalId)).findFirst();
    }

    ObjectNode replace(ObjectNode old, JsonNode view) {
        var made = make(view, Json.text(old, "id"));
        made.set("root_view_id", old.path("root_view_id"));
        if (old.has("previous_view_id")) {
            made.set("previous_view_id", old.path("previous_view_id"));
        }
        stacks.values().forEach(stack -> stack.replaceAll(v -> v == old ? made : v));
        return made;
    }

    void close(String person, String viewId) {
        stack(person).removeIf(v -> Json.text(v, "id").equals(viewId));
    }

    private String nextId() {
        return "V0%05d".formatted(++made);
    }

    private ObjectNode make(JsonNode view, String id) {
        var made = Json.copy(view);
        made.put("id", id).put("team_id", School.TEAM).put("app_id", School.APP).put("bot_id", School.BOT_ID);
        made.put("app_installed_team_id", School.TEAM).put("hash", "h%d.%d".formatted(++this.made, id.hashCode()));
        for (var field : List.of("private_metadata", "callback_id", "external_id")) {
            if (!made.has(field)) {
                made.put(field, "");
            }
        }
        var blocks = Json.array();
        var n = 0;
        for (var block : Json.items(view.path("blocks"))) {
            blocks.add(Blocks.named(block, id + "-" + n++));
        }
        made.set("blocks", blocks);
        made.set("state", Json.object().set("values", ViewState.values(made, Json.object())));
        return made;
    }
}
