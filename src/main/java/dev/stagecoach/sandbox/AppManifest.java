package dev.stagecoach.sandbox;

import java.util.List;
import java.util.Set;

/**
 * What the workspace knows of the app.
 *
 * @param events the event types the app has subscribed to; {@code message.im}, {@code message.channels} and
 *            {@code message.groups} are told apart
 * @param scopes what its bot token may do
 */
public record AppManifest(List<SlashCommand> commands, List<Shortcut> shortcuts, Set<String> events,
        Set<String> scopes) {
    public AppManifest {
        commands = List.copyOf(commands);
        shortcuts = List.copyOf(shortcuts);
        events = Set.copyOf(events);
        scopes = Set.copyOf(scopes);
    }

    /** A slash command, its name with the slash. */
    public record SlashCommand(String command, String description, String usageHint) {}

    /** A shortcut on a message. */
    public record Shortcut(String callbackId, String name) {}

    /** Stagecoach as its manifest for Slack describes it. */
    public static AppManifest stagecoach() {
        return new AppManifest(
                List.of(new SlashCommand("/coach", "Coach your team through a new teaching practice",
                        "help | setup | checkin | evidence | summary")),
                List.of(new Shortcut("save_evidence", "Save as evidence")),
                Set.of("app_home_opened", "member_joined_channel", "member_left_channel", "user_change",
                        "channel_archive", "channel_unarchive", "channel_deleted", "channel_left",
                        "channel_id_changed", "group_archive",
                        "group_unarchive", "group_deleted", "group_left", "app_uninstalled", "tokens_revoked",
                        "message.im"),
                Set.of("commands", "chat:write", "users:read", "im:write", "im:history", "channels:history",
                        "groups:history", "channels:read", "groups:read", "files:write", "files:read",
                        "dnd:read"));
    }

    /** The same app with other shortcuts. */
    public AppManifest withShortcuts(List<Shortcut> others) {
        return new AppManifest(commands, others, events, scopes);
    }

    /** The same app with other scopes, to see what it does when one is missing. */
    public AppManifest withScopes(Set<String> others) {
        return new AppManifest(commands, shortcuts, events, others);
    }

    /** The same app with other subscriptions. */
    public AppManifest withEvents(Set<String> others) {
        return new AppManifest(commands, shortcuts, others, scopes);
    }
}
