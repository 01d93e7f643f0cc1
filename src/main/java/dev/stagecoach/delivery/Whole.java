package dev.stagecoach.delivery;

import java.util.function.Function;
import java.util.stream.Collectors;

import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.Feature;
import dev.stagecoach.chat.MessageRef;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.storage.Database;

/** Keeps a message whole in which several stand as one: a click in one part never takes the others away. */
public final class Whole {
    private final Database database;
    private final Ledger ledger;

    public Whole(Database database, Ledger ledger) {
        this.database = database;
        this.ledger = ledger;
    }

    /** The feature, whose replies to clicks leave such a message to the ledger, which writes all of it again. */
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
        return database.write(tx -> ledger.refreshBundle(tx, message));
    }
}
