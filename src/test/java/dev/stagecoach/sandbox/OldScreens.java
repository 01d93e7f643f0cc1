package dev.stagecoach.sandbox;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** All that one person has had before their eyes to press or to send in, kept as it was then, to be used later. */
public final class OldScreens {
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration MOMENT = Duration.ofMillis(12);

    private final Sandbox sandbox;
    private final Persona hand;
    private final Workspace workspace;
    private final Map<String, Runnable> kept = new LinkedHashMap<>();
    /** What the chat service shows once and the bot cannot take back. */
    private final Set<Message> past = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<String> used = new HashSet<>();

    public OldScreens(Sandbox sandbox, Persona hand) {
        this.sandbox = sandbox;
        this.hand = hand;
        this.workspace = hand.transcript().workspace();
    }

    public Persona hand() {
        return hand;
    }

    /** Keeps what stands there now. */
    public void look() {
        workspace.alone(() -> {
            rooms().forEach(room -> room.visibleTo(hand.id())
                    .forEach(message -> buttons(message.blocks)
                            .forEach(button -> keep(button, () -> hand.message(room.id, message.ts).presses(button)))));
            Stream.concat(workspace.views.home(hand.id()).stream(), workspace.views.stack(hand.id()).stream())
                    .forEach(view -> buttons(view.path("blocks"))
                            .forEach(button -> keep(button, () -> hand.act(view, button))));
            workspace.views.stack(hand.id()).stream().filter(view -> view.has("submit"))
                    .forEach(view -> kept.putIfAbsent("form " + Json.text(view, "callback_id") + " "
                            + Json.text(view, "private_metadata"), () -> send(view)));
        });
    }

    /** From now on only what is new counts among what is shown once. */
    public void forgetPast() {
        workspace.alone(() -> rooms().forEach(room -> room.visibleTo(hand.id()).stream().filter(Message::ephemeral)
                .forEach(past::add)));
    }

    /** Buttons and forms that were kept and not used yet, by what they are. */
    public List<String> unused() {
        return kept.keySet().stream().filter(one -> !used.contains(one)).toList();
    }

    /** Presses the button or sends the form, and waits for what comes of it. */
    public void use(String one) {
        used.add(one);
        kept.getOrDefault(one, () -> {}).run();
        sandbox.settle(SOON, MOMENT);
    }

    /** What the bot shows to this person alone and can still change, and what it has newly answered. */
    public List<String> shown() {
        return workspace.within(() -> {
            var transcript = hand.transcript();
            var all = new ArrayList<String>();
            workspace.rooms().forEach(room -> room.visibleTo(hand.id()).stream()
                    .filter(message -> message.ephemeral()
                            ? !past.contains(message)
                            : room.direct() && room.members.contains(hand.id()))
                    .filter(message -> message.user.equals(School.BOT))
                    .forEach(message -> all.add("MESSAGE " + transcript.message(message))));
            workspace.views.home(hand.id()).ifPresent(view -> all.add("HOME " + transcript.view(view)));
            workspace.views.stack(hand.id()).forEach(view -> all.add("MODAL " + transcript.view(view)));
            hand.notices().forEach(notice -> all.add("NOTICE " + notice));
            return all;
        });
    }

    private void keep(ObjectNode button, Runnable press) {
        kept.putIfAbsent("button " + Json.text(button, "action_id") + " " + Json.text(button, "value"), press);
    }

    private List<ChatRoom> rooms() {
        return workspace.rooms().stream().filter(room -> room.members.contains(hand.id())).toList();
    }

    private static List<ObjectNode> buttons(JsonNode blocks) {
        return Json.items(blocks).stream().flatMap(block -> Blocks.interactive(block).stream()
                .filter(element -> Json.text(element, "type").equals("button"))
                .map(element -> {
                    var action = Json.copy(element);
                    action.remove("confirm");
                    return action.put("block_id", Json.text(block, "block_id"));
                })).toList();
    }

    /** The form is still open on another device. */
    private void send(ObjectNode view) {
        workspace.alone(() -> {
            workspace.views.stack(hand.id()).clear();
            workspace.views.stack(hand.id()).add(view);
        });
        Json.items(view.path("blocks")).stream().filter(block -> Json.text(block, "type").equals("input"))
                .forEach(block -> fill(view, block));
        hand.submit(view);
    }

    private void fill(ObjectNode view, JsonNode block) {
        var element = block.path("element");
        var blockId = Json.text(block, "block_id");
        var actionId = Json.text(element, "action_id");
        var typed = hand.typed(Json.text(view, "id"));
        if (!ViewState.empty(ViewState.values(view, typed).path(blockId).path(actionId))) {
            return;
        }
        var state = filled(element);
        state.put("type", Json.text(element, "type"));
        typed.set(blockId, Json.object().set(actionId, state));
    }

    private static ObjectNode filled(JsonNode element) {
        var state = Json.object();
        return switch (Json.text(element, "type")) {
            case "plain_text_input" -> state.put("value", "Sent in late");
            case "number_input" -> state.put("value", element.path("min_value").asString("1"));
            case "static_select", "radio_buttons" -> state.set("selected_option", first(element));
            case "multi_static_select", "checkboxes" ->
                state.set("selected_options", Json.array().add(first(element)));
            case "users_select" -> state.put("selected_user", "U0REED");
            case "multi_users_select" -> state.set("selected_users", Json.strings(List.of("U0REED")));
            case "datepicker" -> state.put("selected_date", LocalDate.of(2026, 10, 15).toString());
            case "timepicker" -> state.put("selected_time", "10:00");
            default -> state;
        };
    }

    private static JsonNode first(JsonNode element) {
        return Transcript.options(element).getFirst();
    }
}
