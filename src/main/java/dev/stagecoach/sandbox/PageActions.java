package dev.stagecoach.sandbox;

import java.util.Optional;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a person does on the page. */
final class PageActions {
    private static final String GONE = "That is no longer there.";
    private final Workspace workspace;
    private final PersonaActions deeds;
    private final PersonaScreens screens;
    private final StoryWalk walk;

    PageActions(Workspace workspace, PersonaActions deeds, PersonaScreens screens, StoryWalk walk) {
        this.walk = walk;
        this.workspace = workspace;
        this.deeds = deeds;
        this.screens = screens;
    }

    ObjectNode act(ObjectNode act) {
        var person = workspace.within(() -> workspace.person(Json.text(act, "as")));
        return answer(person.map(p -> outcome(p, act)).orElseGet(() -> new Outcome.Refused("Who are you acting as?")));
    }

    private Outcome outcome(Human person, ObjectNode act) {
        return switch (Json.text(act, "kind")) {
            case "message" -> room(person, act)
                    .map(r -> deeds.say(person, r, Json.text(act, "text"), Json.text(act, "thread_ts")))
                    .orElseGet(PageActions::gone);
            case "click" -> click(person, act);
            case "submit" -> view(person, act).map(v -> submit(person, v, act.path("values")))
                    .orElseGet(PageActions::gone);
            case "close" -> view(person, act).map(v -> screens.close(person, v)).orElseGet(PageActions::gone);
            case "shortcut" -> room(person, act)
                    .flatMap(r -> deeds.visible(person, r, Json.text(act, "ts"))
                            .map(m -> deeds.shortcut(person, r, m, Json.text(act, "callback_id"))))
                    .orElseGet(PageActions::gone);
            case "walk" -> walk.begin();
            case "join" -> move(person, act, true);
            case "leave" -> move(person, act, false);
            default -> new Outcome.Refused("The sandbox does not know how to do that.");
        };
    }

    private Outcome submit(Human person, ObjectNode view, JsonNode values) {
        var outcome = screens.submit(person, view, values);
        if (outcome instanceof Outcome.Done) {
            walk.submitted(person, view);
        }
        return outcome;
    }

    private Outcome click(Human person, ObjectNode act) {
        var action = Json.copy(act.path("action"));
        if (act.path("home").asBoolean(false)) {
            return workspace.within(() -> workspace.views.home(person.id()))
                    .map(v -> screens.click(person, v, typed(act), action)).orElseGet(PageActions::gone);
        }
        if (act.has("view_id")) {
            return view(person, act).map(v -> screens.click(person, v, typed(act), action))
                    .orElseGet(PageActions::gone);
        }
        return room(person, act).flatMap(r -> deeds.visible(person, r, Json.text(act, "ts"))
                .map(m -> deeds.click(person, r, m, action))).orElseGet(PageActions::gone);
    }

    private Outcome move(Human person, ObjectNode act, boolean in) {
        var named = workspace.within(() -> workspace.person(Json.text(act, "user"))).orElse(person);
        return room(person, act).filter(r -> !r.direct() && !r.archived)
                .map(r -> in ? deeds.join(named, r) : deeds.leave(named, r)).orElseGet(PageActions::gone);
    }

    private Optional<ChatRoom> room(Human person, JsonNode act) {
        return workspace
                .within(() -> workspace.room(Json.text(act, "channel")).filter(r -> r.seenBy(person.id())));
    }

    /** A modal on this person's own screen. */
    private Optional<ObjectNode> view(Human person, JsonNode act) {
        return workspace.within(() -> workspace.views.stack(person.id()).stream()
                .filter(v -> Json.text(v, "id").equals(Json.text(act, "view_id"))).findFirst());
    }

    private static ObjectNode typed(ObjectNode act) {
        return Json.copy(act.path("values"));
    }

    private static Outcome gone() {
        return new Outcome.Refused(GONE);
    }

    private static ObjectNode answer(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done _ -> Json.object().put("ok", true);
            case Outcome.Refused(var words) -> Json.object().put("ok", false).put("error", words);
            case Outcome.Mend(var errors) -> {
                var json = Json.object().put("ok", false);
                var all = Json.object();
                errors.forEach(all::put);
                yield json.set("errors", all);
            }
        };
    }
}
