package dev.stagecoach.coaching.feedback;

import java.util.List;

import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Form;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.FormReader;
import dev.stagecoach.coaching.feedback.FeedbackThread.Said;
import dev.stagecoach.guide.Feedback.Turn;
import dev.stagecoach.guide.Feedback.Who;
import dev.stagecoach.people.People;

/** What those do who are asked: have a say in each turn, or nothing to add, and read what was said. */
final class ResponderActions {
    private static final Reply OVER = Reply.Refused.because("This thread is over, so nobody can add to it.");
    private static final Reply NOT_YOUR_TURN = Reply.Refused
            .because("This turn is somebody else's. /coach feedback shows what is yours.");
    private static final Reply NO_PROTOCOL = Reply.Refused
            .because("The guide no longer has the turns of this thread. /coach feedback shows what is there.");

    private final FeedbackStore store = new FeedbackStore();
    private final People people;
    private final ProtocolProgress turns;
    private final Threads threads;

    ResponderActions(People people, ProtocolProgress turns, Threads threads) {
        this.people = people;
        this.turns = turns;
        this.threads = threads;
    }

    /** The form of the present turn; whoever listens in it sees how far it is instead. */
    Reply open(CallContext here, String id) {
        var thread = threads.opened(here, id);
        return turns.turn(thread).filter(turn -> speaks(here, thread, turn))
                .<Reply>map(turn -> new Reply.Open(form(here, thread, turn)))
                .orElseGet(() -> listens(here, thread));
    }

    private boolean speaks(CallContext here, FeedbackThread thread, Turn turn) {
        return switch (turn.who()) {
            case PRESENTER -> thread.presentedBy(here.person()) && !turns.deciding(thread);
            case OTHERS -> turns.answers(here.tx(), thread, here.person());
        };
    }

    private Form form(CallContext here, FeedbackThread thread, Turn turn) {
        var typed = said(here, thread).stream()
                .filter(one -> one.turn() == turn.number() && one.person().equals(here.person())).map(Said::words)
                .findFirst().orElse("");
        return form(here, thread, turn, typed);
    }

    private Form form(CallContext here, FeedbackThread thread, Turn turn, String typed) {
        return SayForm.form(thread, turns.protocol(thread).orElseThrow(), turn,
                new SayForm.Draft(typed, threads.audience(here)));
    }

    private Reply listens(CallContext here, FeedbackThread thread) {
        var scene = threads.scene(here.tx(), thread, here.now());
        return new Reply.ToYou(thread.presentedBy(here.person())
                ? FeedbackCards.presenter(scene)
                : FeedbackCards.part(scene, threads.spoken(here.tx(), thread, here.person())));
    }

    /** What comes when its turn has passed is taken all the same, and stands where it belongs. */
    Reply say(CallContext here, SayForm.Target target) {
        var thread = threads.opened(here, target.thread());
        return threads.protocol(thread).flatMap(protocol -> protocol.turn(target.turn()))
                .filter(turn -> turn.number() <= thread.course().turn())
                .map(turn -> speaks(here, thread, turn) ? say(here, thread, turn) : NOT_YOUR_TURN).orElse(OVER);
    }

    private Reply say(CallContext here, FeedbackThread thread, Turn turn) {
        var reading = new FormReader(here.submission().answers());
        var words = SayForm.read(reading);
        if (!thread.course().open()) {
            reading.mend(SayForm.WORDS, "This thread has ended in the meantime, so I cannot send this. Copy what "
                    + "you want to keep, and tell them in person.");
        }
        return reading.mend()
                .or(() -> threads.nameIn(here, form(here, thread, turn, words), words))
                .orElseGet(() -> {
                    turns.say(here.tx(), thread, new Said(turn.number(), here.person(), words, here.now()));
                    return listens(here, threads.opened(here, thread.id()));
                });
    }

    /** Words that were said before stay. */
    Reply pass(CallContext here, SayForm.Target target) {
        var thread = threads.opened(here, target.thread());
        var turn = thread.course().turn();
        if (thread.course().open() && turn == target.turn() && !threads.spoken(here.tx(), thread, here.person())
                && turns.turn(thread).filter(one -> one.who() == Who.OTHERS).isPresent()) {
            turns.say(here.tx(), thread, new Said(turn, here.person(), "", here.now()));
        }
        return new Reply.ToYou(Card.saying("That is fine. You will find the next turn on your Home tab."));
    }

    Reply read(CallContext here, SayForm.Target target) {
        var thread = threads.opened(here, target.thread());
        return threads.protocol(thread).<Reply>map(protocol -> new Reply.ToYou(
                FeedbackCards.said(thread, protocol, said(here, thread), target.turn()))).orElse(NO_PROTOCOL);
    }

    private List<Said> said(CallContext here, FeedbackThread thread) {
        return store.said(here.tx(), thread.id(), here.person())
                .flatMap(closed -> people.gate().open(here.tx(), here.person(), closed)).orElse(List.of());
    }
}
