package dev.stagecoach.chat;

import java.util.Optional;

/**
 * A button.
 *
 * @param action which handler answers, as {@code room.verb}
 * @param value what the handler needs to know, in at most 2,000 characters
 * @param confirm asked first, for what is destructive or public
 */
public record Button(String label, String action, String value, Style style, Optional<Confirm> confirm) {

    public enum Style {
        NORMAL, PRIMARY, DANGER
    }

    /** A question before a click counts; {@code verb} names what will happen ("Delete goal"), never "OK". */
    public record Confirm(String title, String question, String verb) {}

    public static Button of(String label, String action, String value) {
        return new Button(label, action, value, Style.NORMAL, Optional.empty());
    }

    public static Button primary(String label, String action, String value) {
        return new Button(label, action, value, Style.PRIMARY, Optional.empty());
    }

    public static Button danger(String label, String action, String value, Confirm confirm) {
        return new Button(label, action, value, Style.DANGER, Optional.of(confirm));
    }

    /** The same, standing out otherwise. */
    public Button in(Style other) {
        return new Button(label, action, value, other, confirm);
    }

    public Button asking(Confirm question) {
        return new Button(label, action, value, style, Optional.of(question));
    }
}
