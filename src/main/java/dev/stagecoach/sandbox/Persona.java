package dev.stagecoach.sandbox;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

import tools.jackson.databind.node.ObjectNode;

/**
 * What one person does and sees, for tests and for the story. Every call waits until the app has acknowledged it; what
 * a call looks for may appear up to {@link #PATIENCE} later.
 */
public final class Persona {
    /** The longest wait for something to appear, in real time. */
    public static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration HOME_SHOWN = Duration.ofSeconds(5);
    private static final Duration MOMENT = Duration.ofMillis(40);
    private final Sandbox sandbox;
    private final Workspace workspace;
    private final Human me;
    private final PersonaActions deeds;
    private final PersonaScreens screens;

    Persona(Sandbox sandbox, Workspace workspace, Human me, PersonaActions deeds, PersonaScreens screens) {
        this.sandbox = sandbox;
        this.workspace = workspace;
        this.me = me;
        this.deeds = deeds;
        this.screens = screens;
    }

    /** The Slack user id. */
    public String id() {
        return me.id();
    }

    /**
     * Types a message or, with a slash, a command.
     *
     * @param place a channel's name with its number sign, a conversation's id, or "dm" for the direct message with the
     *            bot
     * @return what went wrong in the words that Slack shows, or empty
     */
    public Optional<String> types(String place, String text) {
        return wrong(deeds.say(me, room(place), text, ""));
    }

    /** Answers in the thread of the newest message that contains the words. */
    public Optional<String> repliesTo(String place, String words, String text) {
        var room = room(place);
        return wrong(deeds.say(me, room, text, containing(room, words).ts));
    }

    /** Presses the newest button so labelled, wherever this person sees it: modal, messages, Home. */
    public Optional<String> clicks(String label) {
        return press(label, () -> anywhere(label));
    }

    /** Presses the newest button so labelled in a channel, in "dm", in "home" or in "modal". */
    public Optional<String> clicks(String place, String label) {
        return press(label, () -> in(place, label));
    }

    /** Whether {@link #clicks(String, String)} would find a button, now. */
    public boolean canClick(String place, String label) {
        return in(place, label).isPresent();
    }

    /** Whether a button so labelled is there to be pressed, now. */
    public boolean canClick(String label) {
        return anywhere(label).isPresent();
    }

    /**
     * The modal on the screen.
     *
     * @throws AssertionError where none appears in time
     */
    public OpenModal modal() {
        var view = sandbox.await(PATIENCE, this::top)
                .orElseThrow(() -> new AssertionError("no modal appeared for " + me.name() + ".\n" + sees()));
        return new OpenModal(this, Json.text(view, "id"));
    }

    /** Whether a modal is on the screen, now. */
    public boolean hasModal() {
        return top().isPresent();
    }

    /** Uses a message shortcut on the newest message that contains the words. */
    public Optional<String> shortcut(String words, String callbackId) {
        return sandbox.await(PATIENCE, () -> rooms().stream().flatMap(r -> visible(r).stream()
                .filter(m -> said(m).contains(words)).map(m -> new Found(r, m)))
                .max(java.util.Comparator.comparing(f -> f.message.ts)))
                .map(f -> wrong(deeds.shortcut(me, f.room, f.message, callbackId)))
                .orElseThrow(() -> new AssertionError("nobody said \"" + words + "\".\n" + sees()));
    }

    public Optional<String> joins(String place) {
        return wrong(deeds.join(me, room(place)));
    }

    public Optional<String> leaves(String place) {
        return wrong(deeds.leave(me, room(place)));
    }

    /** Switches “do not disturb” on until then; a moment that has passed switches it off. */
    public void wantsNoDisturbance(Instant until) {
        workspace.alone(() -> workspace.doNotDisturb(me.id(), until));
    }

    /** @param channel the conversation's id */
    public SeenMessage message(String channel, String ts) {
        return new SeenMessage(workspace, deeds, me, channel, ts);
    }

    /** What this person sees in a channel, thread by thread, oldest first; one text for each message. */
    public List<String> messages(String place) {
        return visible(room(place)).stream().map(this::said).toList();
    }

    public List<String> dm() {
        return messages("dm");
    }

    /** Opens the Home tab and reads it, once the app has shown it; where it does not, as it was last. */
    public String home() {
        return home(HOME_SHOWN);
    }

    /** The same, at most so long in real time. */
    public String home(Duration bound) {
        var before = workspace.within(() -> workspace.views.published(me.id()));
        screens.openHome(me);
        sandbox.until(bound, () -> workspace.within(() -> workspace.views.published(me.id())) > before);
        sandbox.settle(PATIENCE, MOMENT);
        return workspace.within(() -> workspace.views.home(me.id()).map(transcript()::view).orElse(""));
    }

    /** The small notices Slack has shown, oldest first. */
    public List<String> notices() {
        return workspace.board.noticesOf(me.id());
    }

    /** Everything this person can read now: channels, direct messages, Home, modal. */
    public String sees() {
        return workspace.within(() -> {
            var all = new ArrayList<String>();
            for (var room : rooms()) {
                var said = room.visibleTo(me.id()).stream().map(transcript()::message).toList();
                if (!said.isEmpty()) {
                    all.add((room.direct() ? "DM" : "#" + room.name) + "\n" + String.join("\n", said));
                }
            }
            workspace.views.home(me.id()).ifPresent(v -> all.add("HOME\n" + transcript().view(v)));
            workspace.views.top(me.id()).ifPresent(v -> all.add("MODAL\n" + transcript().view(v)));
            notices().forEach(n -> all.add("NOTICE " + n));
            return String.join("\n\n", all);
        });
    }

    /** Waits for the words to be seen anywhere; whether they were. */
    public boolean willSee(String words) {
        return sandbox.until(PATIENCE, () -> sees().contains(words));
    }

    void waitFor(BooleanSupplier change) {
        sandbox.until(PATIENCE, change);
    }

    Optional<ObjectNode> view(String viewId) {
        return workspace.within(() -> workspace.views.modal(viewId));
    }

    Optional<ObjectNode> top() {
        return workspace.within(() -> workspace.views.top(me.id()));
    }

    ObjectNode upload(String name, String content) {
        return workspace.within(() -> SlackJson.chosen(
                workspace.shelf.put(name, content.getBytes(StandardCharsets.UTF_8)), me, sandbox.url()));
    }

    ObjectNode typed(String viewId) {
        return workspace.typed(viewId);
    }

    Outcome submit(ObjectNode view) {
        return screens.submit(me, view, typed(Json.text(view, "id")));
    }

    void close(ObjectNode view) {
        screens.close(me, view);
    }

    Outcome act(ObjectNode view, ObjectNode action) {
        return screens.click(me, view, typed(Json.text(view, "id")), action);
    }

    Transcript transcript() {
        return new Transcript(workspace);
    }

    String personNamed(String name) {
        return workspace.within(() -> workspace.people().stream()
                .filter(p -> p.name().equals(name) || p.id().equals(name)).map(Human::id).findFirst()
                .orElseThrow(() -> new AssertionError("nobody is called " + name)));
    }

    private record Found(ChatRoom room, Message message) {}

    private Optional<String> press(String label, java.util.function.Supplier<Optional<Press>> look) {
        return sandbox.await(PATIENCE, look).map(p -> wrong(p.go())).orElseThrow(
                () -> new AssertionError("no button \"" + label + "\" for " + me.name() + ".\n" + sees()));
    }

    /** A button that has been found. */
    private interface Press {
        Outcome go();
    }

    private Optional<Press> inModal(String label) {
        return top().flatMap(v -> Blocks.button(v.path("blocks"), label).map(b -> () -> act(v, b)));
    }

    private Optional<Press> anywhere(String label) {
        return inModal(label).or(() -> inRooms(label)).or(() -> inHome(label));
    }

    private Optional<Press> in(String place, String label) {
        return switch (place) {
            case "home" -> inHome(label);
            case "modal" -> inModal(label);
            default -> inRoom(room(place), label);
        };
    }

    private Optional<Press> inHome(String label) {
        return workspace.within(() -> workspace.views.home(me.id()))
                .flatMap(v -> Blocks.button(v.path("blocks"), label)
                        .map(b -> () -> screens.click(me, v, Json.object(), b)));
    }

    private Optional<Press> inRooms(String label) {
        return newestWith(rooms(), label);
    }

    private Optional<Press> inRoom(ChatRoom room, String label) {
        return newestWith(List.of(room), label);
    }

    private Optional<Press> newestWith(List<ChatRoom> rooms, String label) {
        return workspace.within(() -> rooms.stream()
                .flatMap(r -> r.visibleTo(me.id()).stream().filter(m -> Blocks.button(m.blocks, label).isPresent())
                        .map(m -> new Found(r, m)))
                .max(java.util.Comparator.comparing(f -> f.message.ts)))
                .flatMap(f -> Blocks.button(f.message.blocks, label)
                        .map(b -> () -> deeds.click(me, f.room, f.message, b)));
    }

    private Message containing(ChatRoom room, String words) {
        return sandbox.await(PATIENCE, () -> visible(room).reversed().stream().filter(m -> said(m).contains(words))
                .findFirst()).orElseThrow(() -> new AssertionError("nobody said \"" + words + "\".\n" + sees()));
    }

    private String said(Message message) {
        return workspace.within(() -> transcript().message(message));
    }

    private List<Message> visible(ChatRoom room) {
        return workspace.within(() -> room.visibleTo(me.id()));
    }

    private List<ChatRoom> rooms() {
        return workspace.within(() -> workspace.rooms().stream().filter(r -> r.members.contains(me.id()))
                .collect(Collectors.toList()));
    }

    private ChatRoom room(String place) {
        return workspace.within(() -> place.equals("dm")
                ? Optional.of(workspace.direct(School.BOT, me.id()))
                : workspace.room(place).or(() -> workspace.roomNamed(place)))
                .orElseThrow(() -> new IllegalArgumentException("there is no " + place));
    }

    static Optional<String> wrong(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done _ -> Optional.empty();
            case Outcome.Refused(var words) -> Optional.of(words);
            case Outcome.Mend(Map<String, String> errors) -> Optional.of(new HashMap<>(errors).toString());
        };
    }
}
