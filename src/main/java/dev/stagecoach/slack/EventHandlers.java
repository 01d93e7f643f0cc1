package dev.stagecoach.slack;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import com.slack.api.app_backend.events.payload.Authorization;
import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.event.AppHomeOpenedEvent;
import com.slack.api.model.event.AppUninstalledEvent;
import com.slack.api.model.event.ChannelArchiveEvent;
import com.slack.api.model.event.ChannelDeletedEvent;
import com.slack.api.model.event.ChannelIdChangedEvent;
import com.slack.api.model.event.ChannelLeftEvent;
import com.slack.api.model.event.ChannelUnarchiveEvent;
import com.slack.api.model.event.Event;
import com.slack.api.model.event.GroupArchiveEvent;
import com.slack.api.model.event.GroupDeletedEvent;
import com.slack.api.model.event.GroupLeftEvent;
import com.slack.api.model.event.GroupUnarchiveEvent;
import com.slack.api.model.event.MemberJoinedChannelEvent;
import com.slack.api.model.event.MemberLeftChannelEvent;
import com.slack.api.model.event.TokensRevokedEvent;
import com.slack.api.model.event.UserChangeEvent;
import dev.stagecoach.app.IdempotencyLog;
import dev.stagecoach.chat.Events;
import dev.stagecoach.people.ChannelId;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.UnreachableReason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens in the workspace. Slack is told that an event was heard once it is dealt with, or soon: what a process
 * that ends leaves unheard, Slack sends again. One that fails here is tried again a few times, because nobody else
 * would.
 */
final class EventHandlers {
    private static final Logger LOG = LoggerFactory.getLogger(EventHandlers.class);
    private static final List<Duration> PAUSES = List.of(Duration.ofSeconds(2), Duration.ofSeconds(15),
            Duration.ofMinutes(2));

    private final Events events;
    private final InstantSource clock;
    private final IdempotencyLog handled;
    private final DuplicateFilter repeats = new DuplicateFilter();
    private final AckDeadline ackDeadline;

    EventHandlers(Events events, InstantSource clock, IdempotencyLog handled, AckDeadline ackDeadline) {
        this.events = events;
        this.clock = clock;
        this.handled = handled;
        this.ackDeadline = ackDeadline;
    }

    void register(App app) {
        registerChannels(app);
        registerWorkspace(app);
        app.event(MemberJoinedChannelEvent.class, (sent, _) -> heard(sent, now -> joined(sent, now)));
        app.event(MemberLeftChannelEvent.class, (sent, _) -> heard(sent, now -> left(sent, now)));
        app.event(UserChangeEvent.class, (sent, _) -> heard(sent,
                now -> events.personChanged(person(sent, sent.getEvent().getUser().getId()), now)));
        app.event(AppHomeOpenedEvent.class, (sent, _) -> "messages".equals(sent.getEvent().getTab())
                ? Response.ok()
                : heard(sent, now -> events.homeOpened(person(sent, sent.getEvent().getUser()), now)));
    }

    private void joined(EventsApiPayload<MemberJoinedChannelEvent> sent, Instant now) {
        var channel = channel(sent, sent.getEvent().getChannel());
        if (itself(sent, sent.getEvent().getUser())) {
            events.channelBack(channel, now);
        }
        events.joined(channel, person(sent, sent.getEvent().getUser()), now);
    }

    private void left(EventsApiPayload<MemberLeftChannelEvent> sent, Instant now) {
        var channel = channel(sent, sent.getEvent().getChannel());
        if (itself(sent, sent.getEvent().getUser())) {
            events.channelGone(channel, UnreachableReason.REMOVED, now);
        }
        events.left(channel, person(sent, sent.getEvent().getUser()), now);
    }

    /** Whether the user is the bot. */
    private static boolean itself(EventsApiPayload<? extends Event> sent, String user) {
        return sent.getAuthorizations() != null && sent.getAuthorizations().stream()
                .anyMatch(one -> Boolean.TRUE.equals(one.getIsBot()) && user.equals(one.getUserId()));
    }

    private void registerChannels(App app) {
        app.event(ChannelArchiveEvent.class,
                (sent, _) -> channelGone(sent, sent.getEvent().getChannel(), UnreachableReason.ARCHIVED));
        app.event(GroupArchiveEvent.class,
                (sent, _) -> channelGone(sent, sent.getEvent().getChannel(), UnreachableReason.ARCHIVED));
        app.event(ChannelDeletedEvent.class,
                (sent, _) -> channelGone(sent, sent.getEvent().getChannel(), UnreachableReason.DELETED));
        app.event(GroupDeletedEvent.class,
                (sent, _) -> channelGone(sent, sent.getEvent().getChannel(), UnreachableReason.DELETED));
        app.event(ChannelLeftEvent.class,
                (sent, _) -> channelGone(sent, sent.getEvent().getChannel(), UnreachableReason.REMOVED));
        app.event(GroupLeftEvent.class,
                (sent, _) -> channelGone(sent, sent.getEvent().getChannel(), UnreachableReason.REMOVED));
        app.event(ChannelIdChangedEvent.class, (sent, _) -> heard(sent, now -> moved(sent, now)));
        app.event(ChannelUnarchiveEvent.class,
                (sent, _) -> heard(sent,
                        now -> events.channelUnarchived(channel(sent, sent.getEvent().getChannel()), now)));
        app.event(GroupUnarchiveEvent.class,
                (sent, _) -> heard(sent,
                        now -> events.channelUnarchived(channel(sent, sent.getEvent().getChannel()), now)));
    }

    private void moved(EventsApiPayload<ChannelIdChangedEvent> sent, Instant now) {
        events.channelMoved(channel(sent, sent.getEvent().getOldChannelId()),
                channel(sent, sent.getEvent().getNewChannelId()), now);
    }

    private Response channelGone(EventsApiPayload<? extends Event> sent, String channel, UnreachableReason how) {
        return heard(sent, now -> events.channelGone(channel(sent, channel), how, now));
    }

    /** Tokens of people are revoked as well, which is nothing to the bot. */
    private void registerWorkspace(App app) {
        app.event(AppUninstalledEvent.class,
                (sent, _) -> heard(sent, now -> events.shutOut(workspace(sent), UnreachableReason.UNINSTALLED, now)));
        app.event(TokensRevokedEvent.class, (sent, _) -> {
            var bots = sent.getEvent().getTokens() == null ? null : sent.getEvent().getTokens().getBot();
            return bots == null || bots.isEmpty()
                    ? Response.ok()
                    : heard(sent, now -> events.shutOut(workspace(sent), UnreachableReason.SHUT_OUT, now));
        });
    }

    /** In a shared channel the event names the workspace it happened in; who hears of it is the bot's. */
    private static String workspace(EventsApiPayload<? extends Event> sent) {
        return Optional.ofNullable(sent.getAuthorizations()).stream().flatMap(List::stream)
                .map(Authorization::getTeamId).filter(team -> team != null && !team.isEmpty()).findFirst()
                .orElseGet(sent::getTeamId);
    }

    private static PersonId person(EventsApiPayload<? extends Event> sent, String user) {
        return new PersonId(workspace(sent), user);
    }

    private static ChannelId channel(EventsApiPayload<? extends Event> sent, String channel) {
        return new ChannelId(workspace(sent), channel);
    }

    private Response heard(EventsApiPayload<? extends Event> sent, Consumer<Instant> work) {
        var id = "event/" + sent.getEventId();
        return repeats.once(id, _ -> true, () -> {
            var now = clock.instant();
            var handling = handled.call(id, "", now);
            if (handling.before().isEmpty()) {
                ackDeadline
                        .shortly(() -> handle(sent.getEvent().getType(), () -> handling.work(() -> work.accept(now))));
            }
            return Response.ok();
        });
    }

    private static void handle(String type, Runnable work) {
        for (var pause : PAUSES) {
            if (succeeded(type, work)) {
                return;
            }
            try {
                Thread.sleep(pause);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return;
            }
        }
        if (!succeeded(type, work)) {
            LOG.error("the event {} is given up", type);
        }
    }

    private static boolean succeeded(String type, Runnable work) {
        try {
            work.run();
            return true;
        } catch (RuntimeException e) {
            LOG.error("the event {} could not be handled", type, e);
            return false;
        }
    }
}
