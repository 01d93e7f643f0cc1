package dev.stagecoach.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** views.*: modals and the Home tab. */
final class ViewMethods {
    /** In bytes, as Slack counts a view. */
    private static final int LARGEST = 250_000;
    private final Workspace workspace;
    private final Lookup lookup;

    ViewMethods(Workspace workspace, Lookup lookup) {
        this.workspace = workspace;
        this.lookup = lookup;
    }

    List<ApiMethod> all() {
        return List.of(new ApiMethod("views.open", "", this::open), new ApiMethod("views.push", "", this::push),
                new ApiMethod("views.update", "", this::update), new ApiMethod("views.publish", "", this::publish));
    }

    private ObjectNode open(ApiCall call) {
        var view = checked(call.tree("view"), "modal", workspace.shelf);
        var person = redeem(call);
        return shown(person, workspace.views.open(person, view));
    }

    private ObjectNode push(ApiCall call) {
        var view = checked(call.tree("view"), "modal", workspace.shelf);
        var person = redeem(call);
        if (workspace.views.stack(person).size() >= Views.DEEPEST) {
            throw new ApiRefusal("push_limit_reached");
        }
        return shown(person, workspace.views.push(person, view));
    }

    private ObjectNode update(ApiCall call) {
        var view = checked(call.tree("view"), "modal", workspace.shelf);
        var old = workspace.views.modal(call.text("view_id"))
                .or(() -> workspace.views.modalWithExternalId(call.text("external_id")))
                .orElseThrow(() -> new ApiRefusal("not_found"));
        if (!call.text("hash").isEmpty() && !call.text("hash").equals(Json.text(old, "hash"))) {
            throw new ApiRefusal("hash_conflict");
        }
        var person = workspace.views.ownerOf(Json.text(old, "id")).orElseThrow(() -> new ApiRefusal("not_found"));
        return shown(person, workspace.views.replace(old, view));
    }

    private ObjectNode publish(ApiCall call) {
        var view = checked(call.tree("view"), "home", workspace.shelf);
        var person = lookup.person(call.required("user_id"));
        var home = workspace.views.publish(person.id(), view);
        workspace.changedView();
        workspace.board.home(person.id());
        return Json.object().set("view", home);
    }

    /** @throws ApiRefusal as Slack does, with the places that are wrong */
    static JsonNode checked(JsonNode view, String type, UploadedFiles shelf) {
        if (!view.isObject()) {
            throw ApiRefusal.because("invalid_arguments", List.of("[ERROR] missing required field: view"));
        }
        if (view.toString().getBytes(StandardCharsets.UTF_8).length > LARGEST) {
            throw new ApiRefusal("view_too_large");
        }
        var problems = BlockRules.problemsOfView(view, shelf::ready);
        if (!problems.isEmpty()) {
            throw ApiRefusal.because("invalid_arguments", problems);
        }
        if (!Json.text(view, "type").equals(type)) {
            throw ApiRefusal.because("invalid_arguments", List.of("[ERROR] a " + type + " is wanted here"));
        }
        return view;
    }

    private String redeem(ApiCall call) {
        return switch (workspace.tickets.redeem(call.required("trigger_id"))) {
            case Tickets.Redeemed.By(var person) -> person;
            case Tickets.Redeemed.No(var error) -> throw new ApiRefusal(error);
        };
    }

    private ObjectNode shown(String person, ObjectNode view) {
        workspace.changedView();
        workspace.board.modal(person);
        return Json.object().set("view", view);
    }
}
