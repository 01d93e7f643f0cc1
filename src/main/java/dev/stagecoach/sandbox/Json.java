package dev.stagecoach.sandbox;

import java.util.List;
import java.util.stream.StreamSupport;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** The few moves on JSON trees that this room needs. */
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    static ArrayNode strings(Iterable<String> values) {
        var array = array();
        values.forEach(array::add);
        return array;
    }

    /** The tree, or a missing node where the text is no JSON. */
    static JsonNode parse(String json) {
        try {
            var node = json.isBlank() ? null : MAPPER.readTree(json);
            return node == null ? MissingNode.getInstance() : node;
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }

    static ObjectNode parseObject(String json) {
        return parse(json) instanceof ObjectNode object ? object : object();
    }

    static String text(JsonNode node, String field) {
        return text(node.path(field));
    }

    static String text(JsonNode node) {
        return node.isNull() || node.isMissingNode() ? "" : node.asString("");
    }

    static List<JsonNode> items(JsonNode array) {
        return array.isArray() ? StreamSupport.stream(array.spliterator(), false).toList() : List.of();
    }

    static ObjectNode copy(JsonNode node) {
        return node.deepCopy() instanceof ObjectNode object ? object : object();
    }
}
