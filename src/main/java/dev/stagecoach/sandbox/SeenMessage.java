package dev.stagecoach.sandbox;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import tools.jackson.databind.node.ObjectNode;

/** A message before somebody's eyes, as it stands now. */
public final class SeenMessage {
    private final Workspace workspace;
    private final PersonaActions deeds;
    private final Human me;
    private final String channel;
    private final String ts;

    SeenMessage(Workspace workspace, PersonaActions deeds, Human me, String channel, String ts) {
        this.workspace = workspace;
        this.deeds = deeds;
        this.me = me;
        this.channel = channel;
        this.ts = ts;
    }

    /** Its buttons; none where the message is not there any more. */
    public List<Posted.Pressable> buttons() {
        return workspace.within(() -> workspace.room(channel).flatMap(room -> room.message(ts)).stream()
                .flatMap(message -> Posts.buttons(message).stream()).toList());
    }

    /**
     * Presses a button on it.
     *
     * @param value what the button is about, where several have the same label
     * @return what went wrong, or empty
     */
    public Optional<String> presses(String label, String value) {
        return workspace.within(() -> press(label, value)).map(press -> Persona.wrong(press.get()))
                .orElseGet(() -> Optional.of("there is no button " + label));
    }

    /**
     * Presses a button as it once stood there, whatever stands there now.
     *
     * @return what went wrong, or empty
     */
    Optional<String> presses(ObjectNode action) {
        return workspace.within(() -> workspace.room(channel).flatMap(room -> room.message(ts)
                .<Supplier<Outcome>>map(message -> () -> deeds.click(me, room, message, action))))
                .flatMap(press -> Persona.wrong(press.get()));
    }

    private Optional<Supplier<Outcome>> press(String label, String value) {
        return workspace.room(channel).flatMap(room -> room.message(ts)
                .flatMap(message -> Blocks.button(message.blocks, label, value::equals)
                        .map(found -> () -> deeds.click(me, room, message, found))));
    }
}
