package dev.stagecoach.sandbox;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import tools.jackson.databind.node.ObjectNode;

/** The state of the workspace, in memory. Everything in it is touched only within {@link #within}. */
final class Workspace {
    final SandboxClock clock;
    final PageUpdates board = new PageUpdates();
    final Views views = new Views();
    final Tickets tickets;
    final UploadedFiles shelf = new UploadedFiles();
    final Posts posts = new Posts();
    /** What the app asked for and was refused, oldest first. */
    final java.util.Queue<String> refusals = new java.util.concurrent.ConcurrentLinkedQueue<>();
    private final ReentrantLock lock = new ReentrantLock(true);
    private final Map<String, Human> people = new LinkedHashMap<>();
    private final Map<String, ChatRoom> rooms = new LinkedHashMap<>();
    private final Map<String, Instant> undisturbed = new HashMap<>();
    private final Map<String, String> readUpTo = new HashMap<>();
    /** What hands have typed into each open modal. */
    private final Map<String, ObjectNode> typed = new ConcurrentHashMap<>();
    /** Why the app's bot token is not accepted, as an error of Slack's; empty while it is. */
    String tokenRefusal = "";
    private long lastMicros;
    private long changes;

    Workspace(SandboxClock clock) {
        this.clock = clock;
        this.tickets = new Tickets(clock);
        School.PEOPLE.forEach(p -> people.put(p.id(), p));
        School.rooms().forEach(r -> rooms.put(r.id, r));
    }

    /** Runs the work alone; nothing inside may wait for the app. */
    <T> T within(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    void alone(Runnable work) {
        within(() -> {
            work.run();
            return true;
        });
    }

    List<Human> people() {
        return List.copyOf(people.values());
    }

    Optional<Human> person(String id) {
        return Optional.ofNullable(people.get(id));
    }

    /** The person's “do not disturb” holds until then; a moment that has passed ends it. */
    void doNotDisturb(String person, Instant until) {
        undisturbed.put(person, until);
    }

    Optional<Instant> doNotDisturb(String person) {
        return Optional.ofNullable(undisturbed.get(person));
    }

    void put(Human person) {
        people.put(person.id(), person);
        changes++;
        board.state();
    }

    String nameOf(String id) {
        return person(id).map(Human::name).orElse(id);
    }

    List<ChatRoom> rooms() {
        return List.copyOf(rooms.values());
    }

    Optional<ChatRoom> room(String id) {
        return Optional.ofNullable(rooms.get(id));
    }

    /** By its name, with or without the number sign. */
    Optional<ChatRoom> roomNamed(String name) {
        var bare = name.startsWith("#") ? name.substring(1) : name;
        return rooms.values().stream().filter(r -> r.name.equals(bare)).findFirst();
    }

    ChatRoom addChannel(String name, ChatRoom.Kind kind, List<String> members) {
        var room = new ChatRoom("C0" + name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", ""), name, kind, members);
        rooms.put(room.id, room);
        changes++;
        board.state();
        return room;
    }

    void removeRoom(ChatRoom room) {
        rooms.remove(room.id);
        changes++;
    }

    /** The conversation of two; made where there is none. */
    ChatRoom direct(String one, String other) {
        var found = rooms.values().stream()
                .filter(r -> r.direct() && r.members.contains(one) && r.members.contains(other)).findFirst();
        return found.orElseGet(() -> {
            var person = one.equals(School.BOT) ? other : one;
            var room = new ChatRoom("D0" + person.substring(2) + (person.equals(other) ? "" : other.substring(2)), "",
                    ChatRoom.Kind.DIRECT, List.of(one, other));
            rooms.put(room.id, room);
            board.state();
            return room;
        });
    }

    Message say(ChatRoom room, String user, String text, String threadTs, String onlyFor) {
        var message = new Message(nextTs(), user, text, threadTs, onlyFor);
        room.messages.add(message);
        changed(room);
        return message;
    }

    void remove(ChatRoom room, Message message) {
        room.messages.remove(message);
        changed(room);
    }

    void changed(ChatRoom room) {
        changes++;
        board.messages(room.id);
    }

    /** Counts whatever happens here, so that somebody can tell whether it is quiet. */
    long changes() {
        return changes;
    }

    void changedView() {
        changes++;
    }

    void markRead(String person, ChatRoom room) {
        room.visibleTo(person).stream().reduce((_, last) -> last)
                .ifPresent(last -> readUpTo.put(person + "/" + room.id, last.ts));
    }

    long unread(String person, ChatRoom room) {
        var read = readUpTo.getOrDefault(person + "/" + room.id, "");
        return room.visibleTo(person).stream().filter(m -> !m.user.equals(person) && m.ts.compareTo(read) > 0).count();
    }

    ObjectNode typed(String viewId) {
        return typed.computeIfAbsent(viewId, _ -> Json.object());
    }

    /** Unique in the whole workspace and always increasing, also while the clock stands still. */
    private String nextTs() {
        var now = clock.instant();
        var micros = now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000;
        lastMicros = Math.max(lastMicros + 1, micros);
        return "%d.%06d".formatted(lastMicros / 1_000_000, lastMicros % 1_000_000);
    }
}
