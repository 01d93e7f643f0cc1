package dev.stagecoach.coaching.goal;

import java.util.function.UnaryOperator;

import dev.stagecoach.chat.CallContext;
import dev.stagecoach.outbox.Outbox;

/** What can be done to a goal, each with what the channel hears of it. */
final class GoalActions {
    static final String CARD = "goal.card";

    private final GoalStore store = new GoalStore();
    private final Outbox outbox;

    GoalActions(Outbox outbox) {
        this.outbox = outbox;
    }

    /** What became of a save. */
    sealed interface Outcome {
        record Saved(Goal goal) implements Outcome {}

        /** Somebody saved another version first. */
        record Overtaken(Goal present) implements Outcome {}
    }

    /**
     * Saves what was written on the version that its writer saw. What says the same as the present version is saved
     * already, so a second click changes nothing.
     */
    Outcome save(CallContext here, AimForm.Seen seen, UnaryOperator<Canvas> written) {
        var tx = here.tx();
        var present = store.find(tx, seen.goal()).orElseThrow();
        var canvas = written.apply(present.canvas());
        if (present.canvas().equals(canvas)) {
            return new Outcome.Saved(present);
        }
        var next = new Goal.Version(seen.version() + 1, here.person(), here.now(), canvas);
        if (!store.save(tx, present.id(), next)) {
            return new Outcome.Overtaken(store.find(tx, present.id()).orElseThrow());
        }
        outbox.refresh(tx, present.messageKey());
        return new Outcome.Saved(store.find(tx, present.id()).orElseThrow());
    }

    /** The channel sees the goal from now on; once is enough, later saves write over the same message. */
    void publish(CallContext here, Goal goal) {
        store.publish(here.tx(), goal.id(), here.now());
        outbox.plan(here.tx(), here.teamId(), goal.messageKey(), CARD, here.team().channel(), goal.id(), here.now());
    }
}
