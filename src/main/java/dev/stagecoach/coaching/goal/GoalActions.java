package dev.stagecoach.coaching.goal;

import java.time.Instant;
import java.util.Optional;

import dev.stagecoach.coaching.stage.Journeys;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.outbox.Outbox;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Team;
import dev.stagecoach.storage.Transaction;

/** What can be done to a goal, each with what the channel hears of it. */
final class GoalActions {
    static final String CARD = "goal.card";

    private final GoalStore store = new GoalStore();
    private final Journeys journeys;
    private final Outbox outbox;

    GoalActions(Guide guide, Outbox outbox) {
        this.journeys = new Journeys(guide, outbox);
        this.outbox = outbox;
    }

    /** What became of a save. */
    sealed interface Outcome {
        record Saved(Goal goal) implements Outcome {}

        /** Somebody saved another version first. */
        record Overtaken(Goal present) implements Outcome {}
    }

    /** The team takes up the practice; its goal is there to be written. */
    Goal choose(Transaction tx, Team team, ChoiceForm choice, PersonId by, Instant now) {
        journeys.take(tx, team, choice.practice(), new Journeys.Choice(by, choice.reason(), now));
        var goal = store.begin(tx, team.id(), choice.practice(), by, now);
        outbox.refresh(tx, key(goal));
        return goal;
    }

    /**
     * Saves a canvas that was written on the version {@code seen}. What says the same as the present version is saved
     * already, so a second click changes nothing.
     */
    Outcome save(Transaction tx, Goal present, int seen, Canvas canvas, Author author) {
        if (present.canvas().equals(canvas)) {
            return new Outcome.Saved(present);
        }
        var next = new Goal.Version(seen + 1, author.person(), author.at(), canvas);
        if (!store.save(tx, present.id(), next)) {
            return new Outcome.Overtaken(store.find(tx, present.id()).orElseThrow());
        }
        outbox.refresh(tx, key(present));
        return new Outcome.Saved(store.find(tx, present.id()).orElseThrow());
    }

    /** The channel sees the goal from now on; once is enough, later saves write over the same message. */
    void publish(Transaction tx, Team team, Goal goal, Instant now) {
        store.publish(tx, goal.id(), now);
        outbox.plan(tx, team.id(), key(goal), CARD, team.channel(), goal.id(), now);
    }

    Optional<Goal> find(Transaction tx, String id) {
        return store.find(tx, id);
    }

    /** Of the goal's message in the channel. */
    static String key(Goal goal) {
        return "goal/" + goal.id() + "/card";
    }

    /** Who saves, and when. */
    record Author(PersonId person, Instant at) {}
}
