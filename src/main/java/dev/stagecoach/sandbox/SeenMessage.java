package dev.stagecoach.sandbox;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A message before somebody's eyes, as it stands now. */
public final class SeenMessage {
    private final Workspace workspace;
    private final Deeds deeds;
    private final Human me;
    private final String channel;
    private final String ts;

    SeenMessage(Workspace workspace, Deeds deeds, Human me, String channel, String ts) {
        this.workspace = workspace;
        this.deeds = deeds;
        this.me = me;
        this.channel = channel;
        this.ts = ts;
    }

    /** The labels of its buttons; none where the message is not there any more. */
    public List<String> buttons() {
        return workspace.within(() -> workspace.room(channel).flatMap(room -> room.message(ts)).stream()
                .flatMap(message -> Posts.buttons(message).stream()).map(Posted.Pressable::label).toList());
    }

    /**
     * Presses a button on it.
     *
     * @return what went wrong, or empty
     */
    public Optional<String> presses(String label) {
        return workspace.within(() -> press(label)).map(press -> Hand.wrong(press.get()))
                .orElseGet(() -> Optional.of("there is no button " + label));
    }

    private Optional<Supplier<Outcome>> press(String label) {
        return workspace.room(channel).flatMap(room -> room.message(ts)
                .flatMap(message -> Blocks.button(message.blocks, label)
                        .map(found -> () -> deeds.click(me, room, message, found))));
    }
}
