package dev.stagecoach.sandbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A message that has come, or reads otherwise than before, and where it stands. */
record Happening(ChatRoom room, Message message, boolean fresh) {
    private static final int LONGEST = 90;
    private static final int TOLD = 4;

    /** What everybody could read at one moment. */
    record Snapshot(Map<String, Text> messages) {

        record Text(String words, JsonNode blocks) {}

        static Snapshot of(Workspace workspace) {
            return workspace.within(() -> {
                var all = new HashMap<String, Text>();
                workspace.rooms().forEach(room -> room.messages
                        .forEach(message -> all.put(message.ts, new Text(message.text, message.blocks))));
                return new Snapshot(all);
            });
        }
    }

    /** What is new or other since then, oldest first. */
    static List<Happening> since(Snapshot before, Workspace workspace) {
        return workspace.within(() -> {
            var all = new ArrayList<Happening>();
            for (var room : workspace.rooms()) {
                for (var message : room.messages) {
                    var old = before.messages.get(message.ts);
                    if (old == null || !old.equals(new Snapshot.Text(message.text, message.blocks))) {
                        all.add(new Happening(room, message, old == null));
                    }
                }
            }
            return all;
        });
    }

    /** The few that tell most: what this person sees at the head, what is new before what has changed. */
    static ArrayNode json(List<Happening> all, Human me, Workspace workspace) {
        var list = Json.array();
        all.stream().sorted(java.util.Comparator.comparing((Happening h) -> !h.seenBy(me.id()))
                .thenComparing(h -> !h.fresh)).limit(TOLD).map(h -> h.json(me, workspace)).forEach(list::add);
        return list;
    }

    private ObjectNode json(Human me, Workspace workspace) {
        var reader = seenBy(me.id()) ? me.id() : reader();
        var thread = message.inThread() ? message.threadTs : message.ts;
        return Json.object().put("channel", room.id).put("ts", thread).put("as", reader)
                .put("name", workspace.nameOf(reader)).put("mine", reader.equals(me.id()))
                .put("place", room.direct() ? "" : "#" + room.name).put("fresh", fresh)
                .put("words", shortened(message.text));
    }

    private boolean seenBy(String person) {
        return room.members.contains(person) && message.visibleTo(person);
    }

    private String reader() {
        return message.ephemeral()
                ? message.onlyFor
                : room.members.stream().filter(member -> !member.equals(School.BOT)).findFirst().orElse(School.COACH);
    }

    private static String shortened(String text) {
        var line = text.strip().lines().findFirst().orElse("").replaceAll("<[@#!][^>]*>|[*_~`]", "").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1).strip() + "…";
    }
}
