package dev.stagecoach.slack;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.conversations.ConversationsHistoryResponse;
import com.slack.api.model.Message;
import dev.stagecoach.chat.MessageRef;
import dev.stagecoach.chat.Messenger.Search;
import dev.stagecoach.people.ChannelId;

/** Marks on messages, unseen by people, and the look for them in a conversation. */
final class History {
    /** Slack drops metadata whose type has other characters than letters, digits, {@code _} and {@code -}. */
    private static final String MARK_TYPE = "stagecoach_delivery";
    private static final String MARK_KEY = "id";
    /** Clocks differ by less: a message may stand there from before the moment at which it was sent by our clock. */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(15);
    private static final int PAGE = 200;
    private static final int MOST_PAGES = 10;

    private final SlackApi api;

    History(SlackApi api) {
        this.api = api;
    }

    /** The mark as Slack wants it beside a message, in JSON. */
    static String metadata(String mark) {
        return Json.write(Json.empty().put("event_type", MARK_TYPE)
                .put("event_payload", Json.empty().put(MARK_KEY, mark).build()).build());
    }

    Search find(ChannelId channel, String mark, Instant since) {
        try {
            var cursor = Optional.of("");
            for (var page = 0; page < MOST_PAGES && cursor.isPresent(); page++) {
                var history = page(channel, since.minus(CLOCK_SKEW), cursor.get());
                if (!history.isOk()) {
                    return new Search.CannotTell(ResponseMapping.words(String.valueOf(history.getError())));
                }
                var message = history.getMessages().stream().filter(one -> carries(one, mark)).findFirst();
                if (message.isPresent()) {
                    return new Search.Found(new MessageRef(channel, message.get().getTs()));
                }
                cursor = next(history);
            }
            return cursor.isEmpty() ? new Search.NotThere() : new Search.CannotTell("Too many messages came after it.");
        } catch (SlackApiException | IOException e) {
            return new Search.CannotTell(ResponseMapping.silence(e));
        }
    }

    /** The bot's own answers in a thread are few: one page holds them. */
    Search findInThread(MessageRef parent, String mark) {
        try {
            var replies = api.methods().conversationsReplies(r -> r.channel(parent.channel().channel())
                    .ts(parent.ts()).includeAllMetadata(true).limit(PAGE));
            if (!replies.isOk()) {
                return new Search.CannotTell(ResponseMapping.words(String.valueOf(replies.getError())));
            }
            return replies.getMessages().stream().filter(one -> carries(one, mark)).findFirst()
                    .<Search>map(one -> new Search.Found(new MessageRef(parent.channel(), one.getTs())))
                    .orElseGet(() -> replies.isHasMore()
                            ? new Search.CannotTell("Too many messages stand in the thread.")
                            : new Search.NotThere());
        } catch (SlackApiException | IOException e) {
            return new Search.CannotTell(ResponseMapping.silence(e));
        }
    }

    private ConversationsHistoryResponse page(ChannelId channel, Instant oldest, String cursor)
            throws IOException, SlackApiException {
        return api.methods().conversationsHistory(r -> {
            r.channel(channel.channel()).oldest(oldest.getEpochSecond() + ".000000").inclusive(true)
                    .includeAllMetadata(true).limit(PAGE);
            return cursor.isEmpty() ? r : r.cursor(cursor);
        });
    }

    private static Optional<String> next(ConversationsHistoryResponse history) {
        return Optional.ofNullable(history.getResponseMetadata())
                .flatMap(data -> Optional.ofNullable(data.getNextCursor()))
                .filter(cursor -> !cursor.isEmpty());
    }

    private static boolean carries(Message message, String mark) {
        var metadata = message.getMetadata();
        return metadata != null && MARK_TYPE.equals(metadata.getEventType()) && metadata.getEventPayload() != null
                && mark.equals(metadata.getEventPayload().get(MARK_KEY));
    }
}
