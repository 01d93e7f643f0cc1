package dev.stagecoach.sandbox;

import java.util.LinkedHashMap;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a person does in modals and on the Home tab. Each call waits for the app's answer. */
final class PersonaScreens {
    private static final String NOT_SAVED = "We had some trouble connecting. Try again?";
    private final Workspace workspace;
    private final Payloads payloads;
    private final Caller caller;
    private final PersonaActions deeds;

    PersonaScreens(Workspace workspace, Payloads payloads, Caller caller, PersonaActions deeds) {
        this.workspace = workspace;
        this.payloads = payloads;
        this.caller = caller;
        this.deeds = deeds;
    }

    void openHome(Human person) {
        var event = Json.object().put("type", "app_home_opened").put("user", person.id()).put("tab", "home");
        workspace.alone(() -> {
            event.put("channel", workspace.direct(School.BOT, person.id()).id);
            workspace.views.home(person.id()).ifPresent(view -> event.set("view", view));
        });
        caller.event("app_home_opened", event);
    }

    Outcome click(Human person, ObjectNode view, ObjectNode typed, ObjectNode action) {
        var values = ViewState.values(view, typed);
        var envelope = workspace
                .within(() -> payloads.clickInView(person, view, values, PersonaActions.stamped(action)));
        return deeds.plain(person, caller.call(envelope), "The app did not respond to the button.");
    }

    Outcome close(Human person, ObjectNode view) {
        workspace.alone(() -> {
            if (view.path("clear_on_close").asBoolean(false)) {
                workspace.views.stack(person.id()).clear();
            } else {
                workspace.views.close(person.id(), Json.text(view, "id"));
            }
            workspace.changedView();
        });
        workspace.board.modal(person.id());
        if (view.path("notify_on_close").asBoolean(false)) {
            caller.call(workspace.within(() -> payloads.closed(person, view)));
        }
        return new Outcome.Done();
    }

    Outcome submit(Human person, ObjectNode view, JsonNode typed) {
        var values = ViewState.values(view, typed);
        var wrong = FormCheck.problems(view, values);
        if (!wrong.isEmpty()) {
            return new Outcome.Mend(wrong);
        }
        var ack = caller.call(workspace.within(() -> payloads.submission(person, view, values)));
        if (!(ack instanceof Ack.Taken(var payload))) {
            return deeds.plain(person, ack, NOT_SAVED);
        }
        try {
            var outcome = workspace.within(() -> follow(person, view, payload));
            workspace.board.modal(person.id());
            return outcome;
        } catch (ApiRefusal refusal) {
            workspace.refusals.add("answer to a form " + refusal.answer());
            return deeds.refuse(person, NOT_SAVED + " (" + refusal.answer() + ")");
        }
    }

    private Outcome follow(Human person, ObjectNode view, JsonNode payload) {
        workspace.changedView();
        var views = workspace.views;
        switch (Json.text(payload, "response_action")) {
            case "errors" -> {
                return errors(view, payload.path("errors"));
            }
            case "update" -> views.modal(Json.text(view, "id")).ifPresent(
                    old -> views.replace(old, ViewMethods.checked(payload.path("view"), "modal", workspace.shelf)));
            case "push" -> {
                var next = ViewMethods.checked(payload.path("view"), "modal", workspace.shelf);
                if (views.stack(person.id()).size() >= Views.DEEPEST) {
                    throw new ApiRefusal("push_limit_reached");
                }
                views.push(person.id(), next);
            }
            case "clear" -> views.stack(person.id()).clear();
            default -> views.close(person.id(), Json.text(view, "id"));
        }
        return new Outcome.Done();
    }

    private static Outcome errors(ObjectNode view, JsonNode errors) {
        Map<String, String> known = new LinkedHashMap<>();
        var inputs = Json.items(view.path("blocks")).stream().filter(b -> Json.text(b, "type").equals("input"))
                .map(b -> Json.text(b, "block_id")).toList();
        errors.properties().forEach(e -> known.put(e.getKey(), Json.text(e.getValue())));
        if (known.isEmpty() || !inputs.containsAll(known.keySet())) {
            // Slack shows nothing but its general trouble where an error names no input block.
            throw new ApiRefusal("errors_name_no_input_block " + known.keySet());
        }
        return new Outcome.Mend(known);
    }
}
