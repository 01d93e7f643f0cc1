package dev.stagecoach.sandbox;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A modal on somebody's screen. Fields are named by their label or their block id. What was typed stays while the modal
 * is open, also where the app rewrites it around the same fields.
 */
public final class OpenModal {
    private static final String MORE = "Add more";
    private final Persona hand;
    private final String id;

    OpenModal(Persona hand, String id) {
        this.hand = hand;
        this.id = id;
    }

    /** @throws AssertionError where it has been closed */
    public String title() {
        return Json.text(view().path("title"), "text");
    }

    /** All of it as plain lines. */
    public String text() {
        return hand.transcript().view(view());
    }

    public boolean isOpen() {
        return hand.view(id).isPresent();
    }

    /** The labels of its fields, from top to bottom. */
    public List<String> labels() {
        return inputs(view()).stream().map(b -> Json.text(b.path("label"), "text")).toList();
    }

    /** Its fields, from top to bottom. */
    public List<ModalField> fields() {
        return inputs(view()).stream().map(block -> new ModalField(Json.text(block, "block_id"),
                Json.text(block.path("label"), "text"), Json.text(block.path("element"), "type"),
                block.path("optional").asBoolean(false), Transcript.options(block.path("element")).stream()
                        .map(option -> Json.text(option.path("text"), "text")).toList()))
                .toList();
    }

    /** What stands in a text or number field. */
    public String value(String field) {
        var block = input(field);
        var values = ViewState.values(view(), hand.typed(id));
        var state = values.path(Json.text(block, "block_id")).path(Json.text(block.path("element"), "action_id"));
        return Json.text(state, "value");
    }

    /** Whether what stands on the screen now says that the form was not saved. */
    public boolean saysNotSaved() {
        return hand.top().filter(view -> Json.text(view.path("title"), "text").equals("Not saved yet")).isPresent();
    }

    /** Types into a text or number field, in place of what is there. */
    public OpenModal fill(String field, String text) {
        return type(field, Json.object().put("value", text));
    }

    public OpenModal choose(String field, String optionText) {
        return type(field, Json.object().set("selected_option", option(field, optionText)));
    }

    public OpenModal chooseMany(String field, String... optionTexts) {
        var chosen = Json.array();
        for (var text : optionTexts) {
            chosen.add(option(field, text));
        }
        return type(field, Json.object().set("selected_options", chosen));
    }

    /** By name or id, in a field for one person or for many. */
    public OpenModal pickPeople(String field, String... names) {
        var ids = List.of(names).stream().map(hand::personNamed).toList();
        var many = Json.text(input(field).path("element"), "type").startsWith("multi_");
        return type(field, many
                ? Json.object().set("selected_users", Json.strings(ids))
                : Json.object().put("selected_user", ids.getFirst()));
    }

    public OpenModal pickDate(String field, LocalDate date) {
        return type(field, Json.object().put("selected_date", date.toString()));
    }

    public OpenModal pickTime(String field, LocalTime time) {
        return type(field, Json.object().put("selected_time", time.toString().substring(0, 5)));
    }

    /** Chooses a file from the person's machine. */
    public OpenModal upload(String field, String name, String content) {
        return type(field, Json.object().set("files", Json.array().add(hand.upload(name, content))));
    }

    /** Presses a button inside the modal; what went wrong, or empty. */
    public Optional<String> clicks(String label) {
        return hand.clicks("modal", label);
    }

    /**
     * Sends the form.
     *
     * @return what is wrong, by the field's label; empty where it was taken. Under "" stands what concerns no field.
     */
    public Map<String, String> submit() {
        var view = view();
        return switch (hand.submit(view)) {
            case Outcome.Done _ -> Map.of();
            case Outcome.Refused(var words) -> Map.of("", words);
            case Outcome.Mend(var errors) -> byLabel(view, errors);
        };
    }

    public void close() {
        hand.close(view());
    }

    /** All of the form: whoever misses a field asks for more. */
    private void unfold(String field) {
        if (inputs(view()).stream().noneMatch(block -> named(block, field)) && text().contains("[" + MORE + "]")) {
            clicks(MORE);
            hand.waitFor(() -> !text().contains("[" + MORE + "]"));
        }
    }

    private OpenModal type(String field, ObjectNode state) {
        unfold(field);
        var block = input(field);
        var element = block.path("element");
        var blockId = Json.text(block, "block_id");
        var actionId = Json.text(element, "action_id");
        var typed = hand.typed(id);
        var fields = typed.get(blockId) instanceof ObjectNode known ? known : Json.object();
        typed.set(blockId, fields.set(actionId, state.put("type", Json.text(element, "type"))));
        if (block.path("dispatch_action").asBoolean(false)) {
            hand.act(view(), Json.copy(state).put("block_id", blockId).put("action_id", actionId));
        }
        return this;
    }

    private JsonNode option(String field, String text) {
        unfold(field);
        var element = input(field).path("element");
        return Transcript.options(element).stream().filter(o -> says(Json.text(o.path("text"), "text"), text))
                .findFirst().orElseThrow(() -> new AssertionError(
                        "\"" + field + "\" has no option \"" + text + "\".\n" + text()));
    }

    /** In full, or as far as its colon, as people say "First miles" and not what stands behind it. */
    private static boolean says(String option, String text) {
        return option.equals(text) || option.startsWith(text + ": ");
    }

    private JsonNode input(String field) {
        return inputs(view()).stream()
                .filter(b -> named(b, field)).findFirst()
                .orElseThrow(() -> new AssertionError("there is no field \"" + field + "\".\n" + text()));
    }

    private static boolean named(JsonNode block, String field) {
        return Json.text(block.path("label"), "text").equals(field) || Json.text(block, "block_id").equals(field);
    }

    private static List<JsonNode> inputs(JsonNode view) {
        return Json.items(view.path("blocks")).stream().filter(b -> Json.text(b, "type").equals("input")).toList();
    }

    private static Map<String, String> byLabel(JsonNode view, Map<String, String> errors) {
        var named = new LinkedHashMap<String, String>();
        for (var block : inputs(view)) {
            var words = errors.get(Json.text(block, "block_id"));
            if (words != null) {
                named.put(Json.text(block.path("label"), "text"), words);
            }
        }
        return named;
    }

    private ObjectNode view() {
        return hand.view(id).orElseThrow(() -> new AssertionError("the modal is no longer open"));
    }
}
