package dev.stagecoach.slack;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import dev.stagecoach.chat.Card;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.storage.Ids;

/**
 * The baseline: {@code chat.postMessage} in a loop, with the same client, blocks that were rendered beforehand, nothing
 * read and nothing written down. It posts to people by their ids, as the messenger does.
 */
public final class BareLoop {
    private final SlackApi api;
    private final String text;
    private final String blocks;

    public BareLoop(SlackApi api, Card card) {
        this.api = api;
        this.text = CardRenderer.summary(card);
        this.blocks = Json.write(Json.array(CardRenderer.blocks(card, new Pictures(api), Limits.MESSAGE_BLOCKS)));
    }

    /** Posts once to each, so many at a time; every answer must be yes. */
    public void post(List<PersonId> people, int atOnce) {
        var next = new AtomicInteger();
        try (var threads = Executors.newFixedThreadPool(atOnce)) {
            for (var i = 0; i < atOnce; i++) {
                threads.submit(() -> {
                    for (var at = next.getAndIncrement(); at < people.size(); at = next.getAndIncrement()) {
                        post(people.get(at));
                    }
                    return true;
                });
            }
        }
        if (next.get() < people.size()) {
            throw new IllegalStateException("the loop stopped early");
        }
    }

    private void post(PersonId person) throws Exception {
        var answer = api.methods().chatPostMessage(r -> r.channel(person.user()).text(text).blocksAsString(blocks)
                .metadataAsString(History.metadata(Ids.next())).unfurlLinks(false).unfurlMedia(false));
        if (!answer.isOk()) {
            throw new IllegalStateException(answer.getError());
        }
    }
}
