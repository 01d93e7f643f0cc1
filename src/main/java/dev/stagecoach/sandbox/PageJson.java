package dev.stagecoach.sandbox;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The workspace as the page wants it. Built within the workspace's lock. */
final class PageJson {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEE, MMM d, uuuu, h:mm a",
            Locale.US);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("h:mm a", Locale.US);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE, MMMM d, uuuu", Locale.US);
    private final Workspace workspace;
    private final AppManifest manifest;
    private final StoryWalk walk;

    PageJson(Workspace workspace, AppManifest manifest, StoryWalk walk) {
        this.walk = walk;
        this.workspace = workspace;
        this.manifest = manifest;
    }

    ObjectNode state(Human me, Optional<NextThing> coming) {
        var state = Json.object();
        state.set("me", person(me).put("tz", me.zone().getId()));
        state.putObject("workspace").put("name", School.TEAM_NAME);
        var people = state.putArray("people");
        workspace.people().forEach(p -> people.add(person(p)));
        var channels = state.putArray("channels");
        workspace.rooms().stream().filter(r -> !r.direct() && r.seenBy(me.id()))
                .forEach(r -> channels.add(Json.object().put("id", r.id).put("name", r.name)
                        .put("private", r.kind == ChatRoom.Kind.PRIVATE).put("archived", r.archived)
                        .put("member", r.members.contains(me.id())).put("begun", begun(r))
                        .put("unread", workspace.unread(me.id(), r))));
        state.set("dms", directs(me));
        var shortcuts = state.putArray("shortcuts");
        manifest.shortcuts()
                .forEach(s -> shortcuts.add(Json.object().put("callback_id", s.callbackId()).put("name", s.name())));
        var commands = state.putArray("commands");
        manifest.commands().forEach(c -> commands.add(Json.object().put("command", c.command())
                .put("description", c.description()).put("usage_hint", c.usageHint())));
        state.set("clock", clock(me.zone(), coming));
        state.set("walk", walk.json());
        return state.put("ready", true);
    }

    /** Whether the bot has said something there to everybody, as it does once a team is set up. */
    static boolean begun(ChatRoom room) {
        return room.messages.stream().anyMatch(said -> said.user.equals(School.BOT) && !said.ephemeral());
    }

    ObjectNode clock(ZoneId zone, Optional<NextThing> coming) {
        var now = workspace.clock.instant();
        var clock = Json.object().put("now", now.toString()).put("local", words(now, zone)).put("zone", zone.getId());
        coming.ifPresentOrElse(
                thing -> clock.set("next", Json.object().put("at", thing.at().toString())
                        .put("local", words(thing.at(), zone)).put("what", what(thing))),
                () -> clock.putNull("next"));
        return clock;
    }

    private String what(NextThing thing) {
        var to = thing.to().map(id -> workspace.room(id).map(room -> " in #" + room.name)
                .orElseGet(() -> " for " + workspace.nameOf(id)));
        return thing.what() + to.orElse("");
    }

    ObjectNode messages(Human me, ChatRoom room) {
        var visible = room.visibleTo(me.id());
        var list = Json.array();
        visible.stream().filter(m -> !m.inThread() || m.ephemeral()).forEach(m -> {
            var json = message(m, me.zone());
            var replies = json.putArray("replies");
            visible.stream().filter(r -> r.inThread() && !r.ephemeral() && r.threadTs.equals(m.ts))
                    .forEach(r -> replies.add(message(r, me.zone()).set("replies", Json.array())));
            list.add(json);
        });
        workspace.markRead(me.id(), room);
        var answer = Json.object();
        answer.set("channel", Json.object().put("id", room.id).put("name", nameFor(me, room)));
        return answer.set("messages", list);
    }

    String nameFor(Human me, ChatRoom room) {
        return room.direct() ? workspace.nameOf(other(me, room)) : room.name;
    }

    private ArrayNode directs(Human me) {
        var bot = workspace.direct(School.BOT, me.id());
        var list = Json.array();
        workspace.rooms().stream().filter(r -> r.direct() && r.members.contains(me.id()))
                .sorted(java.util.Comparator.comparing(r -> r != bot))
                .forEach(r -> list.add(Json.object().put("id", r.id).put("user", other(me, r))
                        .put("name", nameFor(me, r)).put("unread", workspace.unread(me.id(), r))));
        return list;
    }

    private static String other(Human me, ChatRoom room) {
        return room.members.stream().filter(m -> !m.equals(me.id())).findFirst().orElse(me.id());
    }

    private static ObjectNode person(Human p) {
        return Json.object().put("id", p.id()).put("name", p.name()).put("title", p.title())
                .put("role", p.part().name().toLowerCase(Locale.ROOT)).put("bot", p.bot())
                .put("guest", p.account() == Human.Account.GUEST || p.account() == Human.Account.STRANGER)
                .put("deleted", p.deleted());
    }

    private ObjectNode message(Message m, ZoneId zone) {
        var at = m.at().atZone(zone);
        var json = Json.object().put("ts", m.ts).put("user", m.user).put("name", workspace.nameOf(m.user))
                .put("bot", m.user.equals(School.BOT)).put("text", m.text).put("ephemeral", m.ephemeral());
        json.set("blocks", m.blocks);
        return json.put("time", TIME.format(at)).put("day", DAY.format(at)).put("edited", m.edited);
    }

    private static String words(Instant at, ZoneId zone) {
        return MOMENT.format(at.atZone(zone));
    }
}
