package dev.stagecoach.sandbox;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A channel or a direct message, with what was said in it. Guarded by the lock of the workspace. */
final class ChatRoom {
    final String id;
    final String name;
    final Kind kind;
    final Set<String> members;
    final List<Message> messages = new ArrayList<>();
    boolean archived;

    ChatRoom(String id, String name, Kind kind, Collection<String> members) {
        this.id = id;
        this.name = name;
        this.kind = kind;
        this.members = new LinkedHashSet<>(members);
    }

    enum Kind {
        PUBLIC, PRIVATE, DIRECT
    }

    boolean direct() {
        return kind == Kind.DIRECT;
    }

    boolean seenBy(String person) {
        return kind == Kind.PUBLIC || members.contains(person);
    }

    Optional<Message> message(String ts) {
        return messages.stream().filter(m -> m.ts.equals(ts)).findFirst();
    }

    List<Message> visibleTo(String person) {
        return messages.stream().filter(m -> m.visibleTo(person)).toList();
    }

    List<Message> repliesTo(String ts) {
        return messages.stream().filter(m -> m.threadTs.equals(ts) && !m.ts.equals(ts)).toList();
    }
}
