package dev.stagecoach.slack;

import java.time.InstantSource;
import java.util.Optional;

import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.event.MessageEvent;
import com.slack.api.model.event.MessageFileShareEvent;
import dev.stagecoach.app.Dispatcher;
import dev.stagecoach.chat.MessageRef;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.people.ChannelId;
import dev.stagecoach.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What people write to the bot alone is answered where they wrote it, once. Nothing else is: no other conversation, no
 * bot's words, none of its own, and no message that only tells of another one, as edits and deletions do. Nothing of
 * what is written is logged or kept.
 */
final class DirectMessages {
    private static final String DIRECT = "im";
    /** Slack's own helper. */
    private static final String SLACKBOT = "USLACKBOT";

    private final Dispatcher dispatcher;
    private final InstantSource clock;
    private final Replies replies;
    private final AckDeadline ackDeadline;
    private final DuplicateFilter repeats = new DuplicateFilter();

    DirectMessages(Dispatcher dispatcher, InstantSource clock, Replies replies, AckDeadline ackDeadline) {
        this.dispatcher = dispatcher;
        this.clock = clock;
        this.replies = replies;
        this.ackDeadline = ackDeadline;
    }

    void register(App app) {
        app.event(MessageEvent.class, (sent, _) -> {
            var event = sent.getEvent();
            var human = event.getBotId() == null && event.getBotProfile() == null;
            return DIRECT.equals(event.getChannelType()) && human && person(sent, event.getUser())
                    ? answered(sent.getEventId(), new Written(new PersonId(sent.getTeamId(), event.getUser()),
                            new ChannelId(sent.getTeamId(), event.getChannel()), event.getText(), event.getThreadTs()))
                    : Response.ok();
        });
        app.event(MessageFileShareEvent.class, (sent, _) -> {
            var event = sent.getEvent();
            return DIRECT.equals(event.getChannelType()) && person(sent, event.getUser())
                    ? answered(sent.getEventId(), new Written(new PersonId(sent.getTeamId(), event.getUser()),
                            new ChannelId(sent.getTeamId(), event.getChannel()), event.getText(), event.getThreadTs()))
                    : Response.ok();
        });
    }

    /** A message as it came. */
    private record Written(PersonId person, ChannelId conversation, @Nullable String sent, @Nullable String thread) {
        String text() {
            return ReadableText.of(Optional.ofNullable(sent).orElse(""), _ -> Optional.empty());
        }

        Optional<MessageRef> parent() {
            return Optional.ofNullable(thread).filter(ts -> !ts.isEmpty()).map(ts -> new MessageRef(conversation, ts));
        }
    }

    private static boolean person(EventsApiPayload<?> sent, @Nullable String user) {
        return user != null && !user.equals(SLACKBOT)
                && (sent.getAuthorizations() == null || sent.getAuthorizations().stream()
                        .noneMatch(one -> Boolean.TRUE.equals(one.getIsBot()) && user.equals(one.getUserId())));
    }

    /** Slack sends an event again that was not acknowledged in time, perhaps to another process. */
    private Response answered(String eventId, Written message) {
        var id = "event/" + eventId;
        return repeats.once(id, _ -> true, () -> {
            var now = clock.instant();
            var handling = dispatcher.handled().call(id, message.person().toString(), now);
            if (handling.before().isEmpty()) {
                ackDeadline.shortly(() -> {
                    var reply = handling.reply(() -> dispatcher.said(message.person(), message.conversation(),
                            message.text(), now), new Reply.Done());
                    if (handling.claimed()) {
                        replies.say(ReplyTarget.of(message.person(), eventId, Optional.empty()), message.parent(),
                                reply);
                    }
                });
            }
            return Response.ok();
        });
    }
}
