package dev.stagecoach.slack;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

import com.slack.api.methods.request.chat.ChatPostMessageRequest;
import com.slack.api.methods.request.chat.ChatUpdateRequest;
import com.slack.api.methods.request.views.ViewsPublishRequest;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.MessageRef;
import dev.stagecoach.chat.Messenger;
import dev.stagecoach.people.Address;
import dev.stagecoach.people.ChannelId;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.slack.Conversations.Place;

/** The way out to Slack. Calls go over the network and may wait for a picture to be ready: never in a transaction. */
public final class SlackMessenger implements Messenger {
    private final SlackApi api;
    private final PictureFiles pictures;
    private final Conversations conversations;
    private final History history;
    private final WriteMethods writes;

    public SlackMessenger(SlackApi api) {
        this(api, new Pictures(api));
    }

    SlackMessenger(SlackApi api, PictureFiles pictures) {
        this.api = api;
        this.pictures = pictures;
        this.conversations = new Conversations(api);
        this.history = new History(api);
        this.writes = new WriteMethods(api);
    }

    /** Slack itself does not tell; who watches what becomes of messages may know. */
    @Override
    public boolean away() {
        return false;
    }

    @Override
    public Rates rates() {
        return api.rates();
    }

    @Override
    public boolean fits(Card card) {
        return CardRenderer.fits(card, Limits.MESSAGE_BLOCKS);
    }

    @Override
    public Outcome post(Address to, Card card, String mark) {
        var byPerson = conversations.byPerson(to);
        var outcome = post(conversations.target(to), card, mark, Optional.empty(),
                conversation -> conversations.stands(to, conversation));
        if (!(outcome instanceof Outcome.Impossible)) {
            return outcome;
        }
        conversations.forget(to);
        return byPerson ? opened(to, card, mark) : outcome;
    }

    /** Opening the conversation says more exactly than posting why a person cannot be reached, if so it is. */
    private Outcome opened(Address to, Card card, String mark) {
        return switch (conversations.of(to)) {
            case Place.None(var outcome) -> outcome;
            case Place.In(var channel) -> {
                var outcome = post(channel.channel(), card, mark, Optional.empty(), _ -> channel);
                if (outcome instanceof Outcome.Impossible) {
                    conversations.forget(to);
                }
                yield outcome;
            }
        };
    }

    @Override
    public Outcome postInThread(MessageRef parent, Card card, String mark) {
        return post(parent.channel().channel(), card, mark, Optional.of(parent.ts()), _ -> parent.channel());
    }

    private Outcome post(String channel, Card card, String mark, Optional<String> thread,
            Function<String, ChannelId> standing) {
        return ResponseMapping.of(card, shown -> {
            var blocks = blocks(shown);
            return () -> writes.post(inThread(ChatPostMessageRequest.builder(), thread).channel(channel)
                    .text(CardRenderer.summary(shown)).blocksAsString(blocks).metadataAsString(History.metadata(mark))
                    .unfurlLinks(false).unfurlMedia(false).build());
        },
                answer -> new Outcome.Sent(new MessageRef(standing.apply(answer.getChannel()), answer.getTs())));
    }

    private static ChatPostMessageRequest.ChatPostMessageRequestBuilder inThread(
            ChatPostMessageRequest.ChatPostMessageRequestBuilder request, Optional<String> thread) {
        return thread.map(request::threadTs).orElse(request);
    }

    private String blocks(Card card) {
        return Json.write(Json.array(CardRenderer.blocks(card, pictures, Limits.MESSAGE_BLOCKS)));
    }

    @Override
    public Outcome update(MessageRef message, Card card) {
        return ResponseMapping.of(card, shown -> {
            var blocks = blocks(shown);
            return () -> writes.update(ChatUpdateRequest.builder().channel(message.channel().channel())
                    .ts(message.ts()).text(CardRenderer.summary(shown)).blocksAsString(blocks).build());
        },
                _ -> new Outcome.Sent(message));
    }

    /** Sets the Home tab; the reference of what was sent names the view and is of no further use. */
    @Override
    public Outcome showHome(PersonId person, Card card) {
        var home = new ChannelId(person.workspace(), person.user());
        return ResponseMapping.of(card, shown -> {
            var view = Json.write(FormRenderer.home(shown, pictures));
            return () -> writes.publish(ViewsPublishRequest.builder().userId(person.user()).viewAsString(view).build());
        },
                _ -> new Outcome.Sent(new MessageRef(home, "home")));
    }

    @Override
    public Search find(Address to, String mark, Instant since) {
        return switch (conversations.of(to)) {
            case Place.In(var channel) -> history.find(channel, mark, since);
            case Place.None(Outcome.Impossible(var reason, _)) -> new Search.CannotTell(reason);
            case Place.None _ -> new Search.CannotTell("Slack cannot be asked just now.");
        };
    }

    @Override
    public Search findInThread(MessageRef parent, String mark, Instant since) {
        return history.findInThread(parent, mark);
    }
}
