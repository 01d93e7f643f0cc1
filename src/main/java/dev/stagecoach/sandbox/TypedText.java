package dev.stagecoach.sandbox;

import java.util.Comparator;
import java.util.List;

/** What a person types, as Slack passes it on: escaped, with names turned into mentions. */
record TypedText(Workspace workspace) {

    /** @param command whether mentions carry names, as in slash commands with should_escape */
    String escaped(String typed, boolean command) {
        var text = typed.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        for (var person : byLength(workspace.people(), Human::name)) {
            var tail = command ? "|" + person.handle() : "";
            text = text.replace("@" + person.name(), "<@" + person.id() + tail + ">");
        }
        for (var room : byLength(workspace.rooms(), r -> r.name)) {
            if (!room.name.isEmpty()) {
                text = text.replace("#" + room.name, "<#" + room.id + "|" + (command ? room.name : "") + ">");
            }
        }
        return text;
    }

    /** Longest first, so that a name inside another one does not break it. */
    private static <T> List<T> byLength(List<T> all, java.util.function.Function<T, String> name) {
        return all.stream().sorted(Comparator.comparing(name, Comparator.comparingInt(String::length)).reversed())
                .toList();
    }
}
