package dev.stagecoach.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

import tools.jackson.databind.node.ObjectNode;

/** Tells the open pages what has changed, and keeps the notices that Slack would show and forget. */
final class PageUpdates implements AutoCloseable {
    /** In one thread and in order, so that a slow page holds up neither the workspace nor the bot. */
    private final ExecutorService teller = Executors
            .newSingleThreadExecutor(Thread.ofPlatform().daemon().name("sandbox-news").factory());
    private final List<Reader> readers = new CopyOnWriteArrayList<>();
    private final List<Notice> notices = new ArrayList<>();

    record Reader(String person, Consumer<ObjectNode> tell) {}

    private record Notice(String person, String words) {}

    Reader listen(String person, Consumer<ObjectNode> tell) {
        var reader = new Reader(person, tell);
        readers.add(reader);
        return reader;
    }

    void forget(Reader reader) {
        readers.remove(reader);
    }

    void messages(String channel) {
        tellAll(news("messages").put("channel", channel));
    }

    void state() {
        tellAll(news("state"));
    }

    void modal(String person) {
        tell(person, news("modal"));
    }

    void home(String person) {
        tell(person, news("home"));
    }

    void notice(String person, String words) {
        synchronized (notices) {
            notices.add(new Notice(person, words));
        }
        tell(person, news("notice").put("text", words));
    }

    List<String> noticesOf(String person) {
        synchronized (notices) {
            return notices.stream().filter(n -> n.person.equals(person)).map(Notice::words).toList();
        }
    }

    @Override
    public void close() {
        readers.clear();
        teller.shutdownNow();
    }

    private void tell(String person, ObjectNode news) {
        hand(news, reader -> reader.person.equals(person));
    }

    private void tellAll(ObjectNode news) {
        hand(news, _ -> true);
    }

    private void hand(ObjectNode news, java.util.function.Predicate<Reader> wanted) {
        if (!teller.isShutdown() && !readers.isEmpty()) {
            teller.execute(() -> readers.stream().filter(wanted).forEach(reader -> reader.tell.accept(news)));
        }
    }

    private static ObjectNode news(String type) {
        return Json.object().put("type", type);
    }
}
