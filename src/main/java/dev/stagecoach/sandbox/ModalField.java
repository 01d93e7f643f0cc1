package dev.stagecoach.sandbox;

import java.util.List;

/**
 * A field of a modal, for whoever fills in a form without knowing it.
 *
 * @param key the block's id
 * @param type as Block Kit names the element
 * @param options the texts of what can be chosen
 */
public record ModalField(String key, String label, String type, boolean optional, List<String> options) {
    public ModalField {
        options = List.copyOf(options);
    }
}
