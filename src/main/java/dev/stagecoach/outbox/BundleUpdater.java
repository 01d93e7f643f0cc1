package dev.stagecoach.outbox;

import java.util.function.Function;
import java.util.stream.Collectors;

import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.Feature;
import dev.stagecoach.chat.MessageRef;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.storage.Database;

/** Keeps a message whole in which several stand as one: a click in one part never takes the others away. */
public final class BundleUpdater {
    private final Database database;
    private final Outbox outbox;

    public BundleUpdater(Database database, Outbox outbox) {
        this.database = database;
        this.outbox = outbox;
    }

    /** The feature, whose replies to clicks leave such a message to the outbox, which writes all of it again. */
    public Feature keep(Feature feature) {
        var clicks = feature.clicks().entrySet().stream().collect(Collectors.toMap(click -> click.getKey(),
                click -> (Function<Call.Click, Reply>) call -> kept(call,
                        click.getValue().apply(call))));
        return new Feature(feature.name(), feature.commands(), clicks, feature.forms(), feature.shortcuts());
    }

    private Reply kept(Call.Click click, Reply reply) {
        return reply instanceof Reply.Replace && click.message().filter(this::refreshed).isPresent()
                ? new Reply.Done()
                : reply;
    }

    private boolean refreshed(MessageRef message) {
        return database.write(tx -> outbox.refreshBundle(tx, message));
    }
}
