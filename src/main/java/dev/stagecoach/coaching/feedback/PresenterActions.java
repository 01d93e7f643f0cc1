package dev.stagecoach.coaching.feedback;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Carried.Begun;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.FormReader;
import dev.stagecoach.coaching.Ways;
import dev.stagecoach.coaching.feedback.FeedbackThread.Audience;
import dev.stagecoach.coaching.feedback.FeedbackThread.Setting;
import dev.stagecoach.coaching.feedback.FeedbackThread.State;
import dev.stagecoach.coaching.goal.GoalStore;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Ids;

/** What the one does who asks: set the table, go on to the next turn, decide, close. */
final class PresenterActions {
    private static final Reply OVER = Reply.Refused.because("This thread is over. /coach feedback shows what is open.");

    private final FeedbackStore store = new FeedbackStore();
    private final GoalStore goals = new GoalStore();
    private final Guide guide;
    private final ProtocolProgress turns;
    private final Threads threads;

    PresenterActions(Guide guide, ProtocolProgress turns, Threads threads) {
        this.guide = guide;
        this.turns = turns;
        this.threads = threads;
    }

    Reply open(CallContext here, TeamId team) {
        var goal = goals.current(here.tx(), team).map(one -> one.canvas().aim().sentence()).orElse("");
        var empty = TableForm.Draft.EMPTY;
        var table = new FeedbackThread.Table(goal, empty.tried(), empty.evidence(), empty.question());
        return new Reply.Open(TableForm.opening(new Begun(team, Ids.next()), guide.workbook().feedback(),
                new TableForm.Draft(table, "", Optional.empty(), List.of()), threads.audience(here)));
    }

    Reply set(CallContext here, Begun target) {
        return threads.seenBy(here.tx(), target.id(), here.person()).map(thread -> change(here, target, thread))
                .orElseGet(() -> begin(here, target));
    }

    private Reply begin(CallContext here, Begun target) {
        var reading = new FormReader(here.submission().answers());
        var draft = TableForm.opening(reading, here.submission().answers(), guide.workbook().feedback());
        if (draft.invited().stream().anyMatch(one -> one.equals(here.person())
                || !threads.takesPart(here.tx(), target.team(), one))) {
            reading.mend(TableForm.PEOPLE, "Please choose only other members or coaches on your team.");
        }
        var table = draft.table();
        return reading.mend()
                .or(() -> threads.nameIn(here,
                        TableForm.opening(target, guide.workbook().feedback(), draft, threads.audience(here)),
                        table.goal(), table.tried(), table.evidence(), table.question()))
                .orElseGet(() -> begin(here, target, draft));
    }

    private Reply begin(CallContext here, Begun target, TableForm.Draft draft) {
        var protocol = guide.workbook().feedback().protocol(draft.protocol()).orElseThrow();
        var audience = draft.audience().orElse(Audience.SOME);
        var invited = audience == Audience.SOME ? Set.copyOf(draft.invited()) : Set.<PersonId>of();
        var thread = new FeedbackThread(target.id(), target.team(), here.practice().orElse(""),
                new Setting(protocol.key(), here.person(), audience), draft.table(),
                turns.begin(here.tx(), here.team(), protocol, here.now()), Optional.empty());
        turns.open(here.tx(), here.team(), thread, invited, here.now());
        return page(here, target.id());
    }

    Reply openChange(CallContext here, String id) {
        var thread = threads.opened(here, id);
        return thread.course().open()
                ? new Reply.Open(TableForm.changing(new Begun(thread.team(), id), thread.table()))
                : OVER;
    }

    private Reply change(CallContext here, Begun target, FeedbackThread thread) {
        if (!thread.course().open()) {
            return OVER;
        }
        var reading = new FormReader(here.submission().answers());
        var table = TableForm.table(reading);
        return reading.mend().or(() -> threads.nameIn(here, TableForm.changing(target, table), table.goal(),
                table.tried(), table.evidence(), table.question())).orElseGet(() -> {
                    if (!table.equals(thread.table())) {
                        turns.change(here.tx(), thread, table);
                    }
                    return page(here, thread.id());
                });
    }

    /** A second click on the same button finds that the turn has gone on already. */
    Reply next(CallContext here, SayForm.Target target) {
        var thread = threads.opened(here, target.thread());
        if (thread.course().turn() == target.turn() && !turns.deciding(thread)) {
            turns.moveOn(here.tx(), thread, here.now());
        }
        return replaced(here, thread.id());
    }

    Reply close(CallContext here, String id) {
        turns.end(here.tx(), threads.opened(here, id), State.CLOSED, here.now());
        return replaced(here, id);
    }

    Reply openDecision(CallContext here, String id) {
        var thread = threads.opened(here, id);
        return turns.turn(thread).filter(_ -> turns.deciding(thread))
                .<Reply>map(turn -> new Reply.Open(TurnDecisionForm.form(thread, turn, TurnDecisionForm.Draft.EMPTY)))
                .orElseGet(() -> page(here, id));
    }

    Reply decide(CallContext here, String id) {
        var thread = threads.opened(here, id);
        var turn = turns.turn(thread).filter(_ -> turns.deciding(thread));
        if (turn.isEmpty()) {
            return thread.decision().isPresent() ? page(here, id) : OVER;
        }
        var answers = here.submission().answers();
        var reading = new FormReader(answers);
        var decision = TurnDecisionForm.read(reading, threads.scene(here.tx(), thread, here.now()).today().day());
        return reading.mend().or(() -> threads.nameIn(here,
                TurnDecisionForm.form(thread, turn.get(), TurnDecisionForm.Draft.of(answers, decision)),
                decision.words()))
                .orElseGet(() -> {
                    store.decide(here.tx(), id, decision, here.now());
                    turns.moveOn(here.tx(), thread, here.now());
                    return page(here, id);
                });
    }

    Reply report(CallContext here, String id, boolean reported) {
        store.report(here.tx(), id, reported ? Optional.of(here.now()) : Optional.empty());
        return replaced(here, id);
    }

    Reply openOutcome(CallContext here, String id) {
        var thread = threads.opened(here, id);
        return new Reply.Open(TurnDecisionForm.outcome(thread, thread.decision().orElseThrow()));
    }

    Reply outcome(CallContext here, String id) {
        var reading = new FormReader(here.submission().answers());
        var outcome = TurnDecisionForm.readOutcome(reading);
        return reading.mend().orElseGet(() -> {
            outcome.ifPresent(one -> store.keep(here.tx(), id, one, here.now()));
            return new Reply.ToYou(Card.saying("Noted. I will not ask again.").buttons(
                    Ways.LOG_EVIDENCE.button("Log evidence", here.teamId()),
                    FeedbackRoom.OPEN.button("Ask for feedback", here.teamId())));
        });
    }

    private Reply page(CallContext here, String id) {
        return new Reply.ToYou(card(here, id));
    }

    private Reply replaced(CallContext here, String id) {
        return new Reply.Replace(card(here, id));
    }

    private Card card(CallContext here, String id) {
        return FeedbackCards.presenter(threads.scene(here.tx(), threads.opened(here, id), here.now()));
    }
}
