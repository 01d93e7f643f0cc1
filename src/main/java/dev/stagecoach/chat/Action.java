package dev.stagecoach.chat;

import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

import dev.stagecoach.chat.Button.Confirm;

/**
 * Something people can do. Whatever way it comes, as a command, a click or a form, who may do it is declared here and
 * checked before its handler runs; buttons and forms are made from it, so none leads nowhere.
 *
 * @param id as {@code room.verb}; stands in messages that people keep, so it does not change
 * @param rule what must hold of the thing itself
 */
public record Action<V>(String id, Way way, Carried<V> carried, Access access, Optional<Rule<V>> rule) {

    /** How it comes in; a shortcut is used on a message. */
    public enum Way {
        CLICK, FORM, SHORTCUT
    }

    /**
     * What must hold of the thing itself, beside the caller's role.
     *
     * @param words who may do it, as it reads after "only", for example "its author"
     */
    public record Rule<V>(String words, BiPredicate<CallContext, V> holds) {}

    /** What happens, for a caller who may do it. */
    @FunctionalInterface
    public interface Handler<V> {
        Reply answer(CallContext here, V value);
    }

    /** An action with what happens. */
    public record Handled<V>(Action<V> action, Handler<V> handler) {}

    /**
     * A word after {@code /coach} that does the same as an action; it is for those whom the action is for, and carries
     * the team.
     */
    public record Typed(String word, String help, Handled<?> action, Aliases aliases) {
        public Typed(String word, String help, Handled<?> action) {
            this(word, help, action, Aliases.NONE);
        }

        /** Words that people try first, and that do the same. */
        public Typed also(String... words) {
            return new Typed(word, help, action, aliases.with(List.of(words)));
        }

        /** Things that it shows when their name is all that is typed. */
        public Typed named(List<String> things) {
            return new Typed(word, help, action, new Aliases(aliases.also(), things, aliases.instead()));
        }

        /** Whoever types an alias, and whom the command is not for, gets what this other word does. */
        public Typed orElse(String other) {
            return new Typed(word, help, action, new Aliases(aliases.also(), aliases.named(), Optional.of(other)));
        }
    }

    public static <V> Action<V> click(String id, Carried<V> carried, Access access) {
        return new Action<>(id, Way.CLICK, carried, access, Optional.empty());
    }

    public static <V> Action<V> form(String id, Carried<V> carried, Access access) {
        return new Action<>(id, Way.FORM, carried, access, Optional.empty());
    }

    /** Used on somebody's message; carries nothing. */
    public static Action<String> shortcut(String id, Access access) {
        return new Action<>(id, Way.SHORTCUT, Carried.anything(), access, Optional.empty());
    }

    /** Only for those of whom this holds as well; for everybody else it is as if the thing were not there. */
    public Action<V> onlyFor(String words, BiPredicate<CallContext, V> holds) {
        return new Action<>(id, way, carried, access, Optional.of(new Rule<>(words, holds)));
    }

    public Handled<V> by(Handler<V> handler) {
        return new Handled<>(this, handler);
    }

    /** What stands in a button or a form that leads here. */
    public String write(V value) {
        return carried.write().apply(value);
    }

    /** A form that is sent in here. */
    public Form form(String title, String submit, V value, List<Field> fields) {
        return new Form(id, title, submit, write(value), fields);
    }

    /** A button inside another form of the same context; it brings the form as it stands here. */
    public Field turn(String label) {
        return new Field.Turn(label, id);
    }

    public Button button(String label, V value) {
        return Button.of(label, id, write(value));
    }

    public Button primary(String label, V value) {
        return Button.primary(label, id, write(value));
    }

    public Button danger(String label, V value, Confirm confirm) {
        return Button.danger(label, id, write(value), confirm);
    }
}
