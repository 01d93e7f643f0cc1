package dev.stagecoach.coaching.feedback;

import java.util.List;

import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Form;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.FormReader;
import dev.stagecoach.coaching.feedback.FeedbackThread.Said;
import dev.stagecoach.guide.Feedback.Turn;
import dev.stagecoach.guide.Feedback.Who;
import dev.stagecoach.people.People;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Transaction;

/** What those do who are asked: have a say in each turn, or nothing to add, and read what was said. */
final class ResponderActions {
    private static final Reply OVER = Reply.Refused.because("This thread is over, so nothing can be added any more.");

    private final FeedbackStore store = new FeedbackStore();
    private final Database database;
    private final People people;
    private final ProtocolProgress turns;
    private final Threads threads;

    ResponderActions(Database database, People people, ProtocolProgress turns, Threads threads) {
        this.database = database;
        this.people = people;
        this.turns = turns;
        this.threads = threads;
    }

    /** The form of the present turn; whoever listens in it sees how far it is instead. */
    Reply open(Call.Click click) {
        return database.read(tx -> threads.seenBy(tx, click.value(), click.person())
                .map(thread -> turns.turn(thread).map(turn -> speaks(tx, thread, turn, click.person())
                        ? new Reply.Open(form(tx, thread, turn, click.person()))
                        : listens(tx, thread, click)).orElseGet(() -> listens(tx, thread, click)))
                .orElse(Threads.NOT_YOURS));
    }

    private boolean speaks(Transaction tx, FeedbackThread thread, Turn turn, PersonId person) {
        return switch (turn.who()) {
            case PRESENTER -> thread.presentedBy(person) && !turns.deciding(thread);
            case OTHERS -> turns.answers(tx, thread, person);
        };
    }

    private Form form(Transaction tx, FeedbackThread thread, Turn turn, PersonId person) {
        var typed = said(tx, thread, person).stream()
                .filter(one -> one.turn() == turn.number() && one.person().equals(person)).map(Said::words)
                .findFirst().orElse("");
        return SayForm.form(thread, turns.protocol(thread).orElseThrow(), turn, typed);
    }

    private Reply listens(Transaction tx, FeedbackThread thread, Call call) {
        var scene = threads.scene(tx, thread, call.now());
        return new Reply.ToYou(thread.presentedBy(call.person())
                ? FeedbackCards.presenter(scene)
                : FeedbackCards.part(scene, threads.spoken(tx, thread, call.person())));
    }

    /** What comes when its turn has passed is taken all the same, and stands where it belongs. */
    Reply say(Call.Submission sent) {
        var target = SayForm.Target.parse(sent.context());
        return database.write(tx -> target.flatMap(one -> threads.seenBy(tx, one.thread(), sent.person()))
                .map(thread -> threads.protocol(thread).flatMap(protocol -> protocol.turn(target.get().turn()))
                        .filter(turn -> turn.number() <= thread.course().turn())
                        .map(turn -> say(tx, sent, thread, turn)).orElse(OVER))
                .orElse(Threads.NOT_YOURS));
    }

    private Reply say(Transaction tx, Call.Submission sent, FeedbackThread thread, Turn turn) {
        if (!speaks(tx, thread, turn, sent.person())) {
            return Threads.NOT_YOURS;
        }
        var reading = new FormReader(sent.answers());
        var words = SayForm.read(reading);
        if (!thread.course().open()) {
            reading.mend(SayForm.WORDS, "This thread is over meanwhile, so I cannot send this. Copy what you want to"
                    + " keep, and tell it in person.");
        }
        return reading.mend()
                .or(() -> threads.nameIn(tx, thread.team(),
                        SayForm.form(thread, turns.protocol(thread).orElseThrow(), turn, words), sent.answers(), words))
                .orElseGet(() -> {
                    turns.say(tx, thread, new Said(turn.number(), sent.person(), words, sent.now()));
                    return after(tx, thread, sent);
                });
    }

    private Reply after(Transaction tx, FeedbackThread before, Call call) {
        return threads.seenBy(tx, before.id(), call.person()).map(thread -> listens(tx, thread, call))
                .orElse(Threads.NOT_YOURS);
    }

    /** Words that were said before stay. */
    Reply pass(Call.Click click) {
        var target = SayForm.Target.parse(click.value());
        return database.write(tx -> target.flatMap(one -> threads.seenBy(tx, one.thread(), click.person()))
                .filter(thread -> turns.answers(tx, thread, click.person())).<Reply>map(thread -> {
                    var turn = thread.course().turn();
                    if (thread.course().open() && turn == target.get().turn()
                            && !threads.spoken(tx, thread, click.person())
                            && turns.turn(thread).filter(one -> one.who() == Who.OTHERS).isPresent()) {
                        turns.say(tx, thread, new Said(turn, click.person(), "", click.now()));
                    }
                    return new Reply.ToYou(Card.saying("That is fine. The next turn waits for you on your Home tab."));
                }).orElse(Threads.NOT_YOURS));
    }

    Reply read(Call.Click click) {
        var target = SayForm.Target.parse(click.value());
        return database.read(tx -> target.flatMap(one -> threads.seenBy(tx, one.thread(), click.person()))
                .flatMap(thread -> threads.protocol(thread).<Reply>map(protocol -> new Reply.ToYou(
                        FeedbackCards.said(thread, protocol, said(tx, thread, click.person()), target.get().turn()))))
                .orElse(Threads.NOT_YOURS));
    }

    private List<Said> said(Transaction tx, FeedbackThread thread, PersonId person) {
        return store.said(tx, thread.id(), person).flatMap(closed -> people.gate().open(tx, person, closed))
                .orElse(List.of());
    }
}
