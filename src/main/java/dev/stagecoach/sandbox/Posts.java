package dev.stagecoach.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Every message that the app has posted, in order. Guarded by the workspace's lock. */
final class Posts {
    private final List<Posted> all = new ArrayList<>();

    void add(ChatRoom room, Message message) {
        var person = room.direct()
                ? room.members.stream().filter(member -> !member.equals(School.BOT)).findFirst()
                : Optional.<String>empty();
        var mark = Json.text(message.metadata.path("event_payload"), "id");
        all.add(new Posted(room.id, person, message.ts, some(message.threadTs), message.at(), some(mark), message.text,
                buttons(message)));
    }

    /** Those after the first so many. */
    List<Posted> after(int known) {
        return List.copyOf(all.subList(Math.min(known, all.size()), all.size()));
    }

    static List<Posted.Pressable> buttons(Message message) {
        return Json.items(message.blocks).stream().flatMap(block -> Blocks.interactive(block).stream())
                .filter(element -> Json.text(element, "type").equals("button"))
                .map(button -> new Posted.Pressable(Json.text(button.path("text"), "text"),
                        Json.text(button, "action_id"), Json.text(button, "value")))
                .toList();
    }

    private static Optional<String> some(String text) {
        return Optional.of(text).filter(words -> !words.isEmpty());
    }
}
