package dev.stagecoach.sandbox;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The arguments of one call, whether they came as a form or as JSON. */
record ApiCall(ObjectNode arguments) {

    String text(String name) {
        return Json.text(arguments, name);
    }

    /** @throws ApiRefusal invalid_arguments where it is missing */
    String required(String name) {
        var value = text(name);
        if (value.isEmpty()) {
            throw ApiRefusal.because("invalid_arguments", java.util.List.of("[ERROR] missing required field: " + name));
        }
        return value;
    }

    boolean flag(String name) {
        var value = text(name);
        return value.equals("true") || value.equals("1");
    }

    int number(String name, int otherwise) {
        var value = text(name);
        return value.matches("\\d{1,9}") ? Integer.parseInt(value) : otherwise;
    }

    /** A tree; in a form it comes as JSON text. */
    JsonNode tree(String name) {
        var value = arguments.path(name);
        return value.isString() ? Json.parse(Json.text(value)) : value;
    }
}
