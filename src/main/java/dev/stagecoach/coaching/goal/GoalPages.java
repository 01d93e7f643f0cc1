package dev.stagecoach.coaching.goal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import dev.stagecoach.chat.Action.Handled;
import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Form;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.ChannelAudience;
import dev.stagecoach.coaching.FormReader;
import dev.stagecoach.coaching.NameGuard;
import dev.stagecoach.coaching.Ways;
import dev.stagecoach.coaching.leader.SharedPromises;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.people.People;
import dev.stagecoach.people.Person;
import dev.stagecoach.people.ReachabilityStore;
import dev.stagecoach.storage.Transaction;

/** Writing on the goal canvas, page by page. */
final class GoalPages {
    private static final GoalStore STORE = new GoalStore();
    private final ReachabilityStore places = new ReachabilityStore();
    private final People people;
    private final Guide guide;
    private final GoalActions actions;
    private final GoalCards cards;

    GoalPages(People people, Guide guide, GoalActions actions, GoalCards cards) {
        this.people = people;
        this.guide = guide;
        this.actions = actions;
        this.cards = cards;
    }

    List<Handled<?>> actions() {
        return List.of(GoalRoom.EDIT.by((here, goal) -> canvas(here, STORE.find(here.tx(), goal).orElseThrow())),
                GoalRoom.LADDER.by(this::ladder), AimForm.LINE.by(this::line), AimForm.MORE.by(this::more),
                AimForm.SAVE.by(this::aim), MeansForm.SAVE.by(this::means), LadderWordsForm.SAVE.by(this::ladder));
    }

    /** The canvas as far as it is written, to be written on. */
    Reply canvas(CallContext here, Goal goal) {
        if (STORE.closed(here.tx(), goal.id()).isPresent()) {
            return new Reply.Refused("This goal is closed, so it stays as it is. What comes next is in the next one.",
                    Optional.of(Ways.WRITE_GOAL.button("The next goal", here.teamId())));
        }
        return new Reply.Open(goal.canvas().elaborate() ? aimForm(goal) : lineForm(here, goal));
    }

    private Reply ladder(CallContext here, String id) {
        var goal = STORE.find(here.tx(), id).orElseThrow();
        return STORE.closed(here.tx(), id).isPresent() || !goal.canvas().written()
                ? canvas(here, goal)
                : new Reply.Open(ladderForm(here, goal));
    }

    private Form lineForm(CallContext here, Goal goal) {
        return AimForm.line(guide, goal, cards.practiceName(goal.practice()), audience(here));
    }

    private Reply more(CallContext here, AimForm.Seen seen) {
        return new Reply.Next(aimForm(STORE.find(here.tx(), seen.goal()).orElseThrow())
                .filled(here.submission().answers()));
    }

    private Form aimForm(Goal goal) {
        return AimForm.form(guide, goal, cards.practiceName(goal.practice()));
    }

    private Form meansForm(CallContext here, Goal goal) {
        return MeansForm.form(guide, goal, promises(here), audience(here));
    }

    private Form ladderForm(CallContext here, Goal goal) {
        return LadderWordsForm.form(guide, goal, audience(here));
    }

    private List<SharedPromises.Shared> promises(CallContext here) {
        return new SharedPromises(people).open(here.tx(), here.teamId(), here.standing().view());
    }

    private ChannelAudience audience(CallContext here) {
        return ChannelAudience.of(here.tx(), people, here.teamId());
    }

    private Reply line(CallContext here, AimForm.Seen seen) {
        return aim(here, seen, goal -> lineForm(here, goal), saved -> published(here, saved));
    }

    private Reply aim(CallContext here, AimForm.Seen seen) {
        return aim(here, seen, this::aimForm, saved -> new Reply.Next(meansForm(here, saved)));
    }

    private Reply aim(CallContext here, AimForm.Seen seen, Function<Goal, Form> form, Function<Goal, Reply> then) {
        var reading = new FormReader(here.submission().answers());
        var aim = AimForm.read(reading, guide, here.today());
        var goal = STORE.find(here.tx(), seen.goal()).orElseThrow();
        return reading.mend().or(() -> NameGuard.before(here, people, form.apply(goal), aim.words()))
                .orElseGet(() -> switch (actions.save(here, seen, canvas -> canvas.with(aim))) {
                    case GoalActions.Outcome.Saved(var saved) -> then.apply(saved);
                    case GoalActions.Outcome.Overtaken(var present) -> overtaken(here.tx(), AimForm.SENTENCE, present);
                });
    }

    private Reply means(CallContext here, AimForm.Seen seen) {
        var reading = new FormReader(here.submission().answers());
        var means = MeansForm.read(reading, here, people, promises(here));
        var goal = STORE.find(here.tx(), seen.goal()).orElseThrow();
        return reading.mend().or(() -> NameGuard.before(here, people, meansForm(here, goal), means.words()))
                .orElseGet(() -> switch (actions.save(here, seen, canvas -> canvas.with(means))) {
                    case GoalActions.Outcome.Saved(var saved) -> published(here, saved);
                    case GoalActions.Outcome.Overtaken(var present) -> overtaken(here.tx(), MeansForm.MEASURE, present);
                });
    }

    private Reply ladder(CallContext here, AimForm.Seen seen) {
        var reading = new FormReader(here.submission().answers());
        var ladder = LadderWordsForm.read(reading);
        var goal = STORE.find(here.tx(), seen.goal()).orElseThrow();
        return reading.mend().or(() -> NameGuard.before(here, people, ladderForm(here, goal), ladder.words()))
                .orElseGet(() -> switch (actions.save(here, seen, canvas -> canvas.with(ladder))) {
                    case GoalActions.Outcome.Saved(var saved) -> published(here, saved);
                    case GoalActions.Outcome.Overtaken(var present) ->
                        overtaken(here.tx(), LadderWordsForm.START, present);
                });
    }

    private Reply published(CallContext here, Goal goal) {
        actions.publish(here, goal);
        return new Reply.ToYou(cards.saved(goal, places.resting(here.tx(), here.team()).isEmpty()));
    }

    private Reply overtaken(Transaction tx, String field, Goal present) {
        if (STORE.closed(tx, present.id()).isPresent()) {
            return new Reply.Mend(Map.of(field, "This goal was closed while you were writing, so yours is not saved. "
                    + "Copy what you want to keep, close this form, and write it into the next goal."));
        }
        var who = people.members().person(tx, present.present().by()).map(Person::name).orElse("Somebody");
        return new Reply.Mend(Map.of(field, who + " changed this goal while you were writing, so yours is not "
                + "saved. Copy what you want to keep, close this form, and press Edit goal again."));
    }
}
