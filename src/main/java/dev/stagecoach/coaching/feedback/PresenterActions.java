package dev.stagecoach.coaching.feedback;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.FormReader;
import dev.stagecoach.coaching.feedback.FeedbackThread.Audience;
import dev.stagecoach.coaching.feedback.FeedbackThread.Setting;
import dev.stagecoach.coaching.feedback.FeedbackThread.State;
import dev.stagecoach.coaching.goal.GoalStore;
import dev.stagecoach.coaching.stage.Journey;
import dev.stagecoach.coaching.stage.JourneyStore;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.people.People;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Ids;
import dev.stagecoach.storage.Transaction;

/** What the one does who asks: set the table, go on to the next turn, decide, close. */
final class PresenterActions {
    private static final Reply NOT_IN_TEAM = Reply.Refused
            .because("Members and coaches of a team ask each other for feedback. You are not one of this team.");
    private static final Reply OVER = Reply.Refused.because("This thread is over. /coach feedback shows what is open.");

    private final FeedbackStore store = new FeedbackStore();
    private final GoalStore goals = new GoalStore();
    private final JourneyStore journeys = new JourneyStore();
    private final Database database;
    private final People people;
    private final Guide guide;
    private final ProtocolProgress turns;
    private final Threads threads;

    PresenterActions(Database database, People people, Guide guide, ProtocolProgress turns, Threads threads) {
        this.database = database;
        this.people = people;
        this.guide = guide;
        this.turns = turns;
        this.threads = threads;
    }

    Reply open(Call.Click click) {
        var team = new TeamId(click.value());
        return database.read(tx -> {
            if (!threads.takesPart(tx, team, click.person())) {
                return NOT_IN_TEAM;
            }
            var goal = goals.current(tx, team).map(one -> one.canvas().aim().sentence()).orElse("");
            var empty = TableForm.Draft.EMPTY;
            var table = new FeedbackThread.Table(goal, empty.tried(), empty.evidence(), empty.question());
            return new Reply.Open(TableForm.opening(new TableForm.Target(team, Ids.next()),
                    guide.workbook().feedback(), new TableForm.Draft(table, "", Optional.empty(), List.of())));
        });
    }

    Reply set(Call.Submission sent) {
        var target = TableForm.Target.parse(sent.context());
        return database.write(tx -> {
            if (target.isEmpty() || !threads.takesPart(tx, target.get().team(), sent.person())) {
                return NOT_IN_TEAM;
            }
            return threads.of(tx, target.get().thread(), sent.person())
                    .map(thread -> change(tx, sent, target.get(), thread))
                    .orElseGet(() -> begin(tx, sent, target.get()));
        });
    }

    private Reply begin(Transaction tx, Call.Submission sent, TableForm.Target target) {
        var reading = new FormReader(sent.answers());
        var draft = TableForm.opening(reading, sent.answers(), guide.workbook().feedback());
        if (draft.invited().stream().anyMatch(one -> one.equals(sent.person())
                || !threads.takesPart(tx, target.team(), one))) {
            reading.mend(TableForm.PEOPLE, "Please choose other members or coaches of your team only.");
        }
        var table = draft.table();
        return reading.mend()
                .or(() -> threads.nameIn(tx, target.team(),
                        TableForm.opening(target, guide.workbook().feedback(), draft), sent.answers(), table.goal(),
                        table.tried(), table.evidence(), table.question()))
                .orElseGet(() -> begin(tx, sent, target, draft));
    }

    private Reply begin(Transaction tx, Call.Submission sent, TableForm.Target target, TableForm.Draft draft) {
        var team = people.teams().find(tx, target.team()).orElseThrow();
        var protocol = guide.workbook().feedback().protocol(draft.protocol()).orElseThrow();
        var audience = draft.audience().orElse(Audience.SOME);
        var invited = audience == Audience.SOME ? Set.copyOf(draft.invited()) : Set.<PersonId>of();
        var thread = new FeedbackThread(target.thread(), team.id(), practice(tx, team),
                new Setting(protocol.key(), sent.person(), audience), draft.table(),
                turns.begin(tx, team, protocol, sent.now()), Optional.empty());
        return turns.open(tx, team, thread, invited, sent.now()) ? page(tx, thread, sent) : Threads.NOT_YOURS;
    }

    private String practice(Transaction tx, Team team) {
        return journeys.current(tx, team.id()).map(Journey::practice).orElse("");
    }

    Reply openChange(Call.Click click) {
        return database.read(tx -> threads.of(tx, click.value(), click.person())
                .map(thread -> thread.course().open()
                        ? new Reply.Open(TableForm.changing(new TableForm.Target(thread.team(), thread.id()),
                                thread.table()))
                        : OVER)
                .orElse(Threads.NOT_YOURS));
    }

    private Reply change(Transaction tx, Call.Submission sent, TableForm.Target target, FeedbackThread thread) {
        if (!thread.course().open()) {
            return OVER;
        }
        var reading = new FormReader(sent.answers());
        var table = TableForm.table(reading);
        return reading.mend().or(() -> threads.nameIn(tx, thread.team(), TableForm.changing(target, table),
                sent.answers(), table.goal(), table.tried(), table.evidence(), table.question())).orElseGet(() -> {
                    if (!table.equals(thread.table())) {
                        turns.change(tx, thread, table);
                    }
                    return threads.of(tx, thread.id(), sent.person()).map(changed -> page(tx, changed, sent))
                            .orElse(Threads.NOT_YOURS);
                });
    }

    /** A second click on the same button finds that the turn has gone on already. */
    Reply next(Call.Click click) {
        var target = SayForm.Target.parse(click.value());
        return database.write(tx -> target.flatMap(one -> threads.of(tx, one.thread(), click.person()))
                .map(thread -> {
                    if (thread.course().turn() == target.get().turn() && !turns.deciding(thread)) {
                        turns.moveOn(tx, thread, click.now());
                    }
                    return replaced(tx, thread, click);
                }).orElse(Threads.NOT_YOURS));
    }

    Reply close(Call.Click click) {
        return own(click, (tx, thread) -> {
            turns.end(tx, thread, State.CLOSED, click.now());
            return replaced(tx, thread, click);
        });
    }

    Reply openDecision(Call.Click click) {
        return database.read(tx -> threads.of(tx, click.value(), click.person())
                .map(thread -> turns.turn(thread).filter(_ -> turns.deciding(thread))
                        .<Reply>map(turn -> new Reply.Open(DecideForm.form(thread, turn, DecideForm.Draft.EMPTY)))
                        .orElseGet(() -> page(tx, thread, click)))
                .orElse(Threads.NOT_YOURS));
    }

    Reply decide(Call.Submission sent) {
        return database.write(tx -> threads.of(tx, sent.context(), sent.person()).map(thread -> {
            var turn = turns.turn(thread).filter(_ -> turns.deciding(thread));
            if (turn.isEmpty()) {
                return thread.decision().isPresent() ? page(tx, thread, sent) : OVER;
            }
            var reading = new FormReader(sent.answers());
            var decision = DecideForm.read(reading, threads.scene(tx, thread, sent.now()).today().day());
            return reading.mend().or(() -> threads.nameIn(tx, thread.team(),
                    DecideForm.form(thread, turn.get(), DecideForm.Draft.of(sent.answers(), decision)),
                    sent.answers(), decision.words())).orElseGet(() -> {
                        store.decide(tx, thread.id(), decision, sent.now());
                        turns.moveOn(tx, thread, sent.now());
                        return again(tx, thread, sent);
                    });
        }).orElse(Threads.NOT_YOURS));
    }

    Reply report(Call.Click click, boolean reported) {
        return own(click, (tx, thread) -> {
            store.report(tx, thread.id(), reported ? Optional.of(click.now()) : Optional.empty());
            return replaced(tx, thread, click);
        });
    }

    Reply openOutcome(Call.Click click) {
        return database.read(tx -> threads.of(tx, click.value(), click.person())
                .flatMap(thread -> thread.decision()
                        .<Reply>map(decision -> new Reply.Open(DecideForm.outcome(thread, decision))))
                .orElse(Threads.NOT_YOURS));
    }

    Reply outcome(Call.Submission sent) {
        return database.write(tx -> threads.of(tx, sent.context(), sent.person())
                .filter(thread -> thread.decision().isPresent()).map(thread -> {
                    var reading = new FormReader(sent.answers());
                    var outcome = DecideForm.readOutcome(reading);
                    return reading.mend().orElseGet(() -> {
                        outcome.ifPresent(one -> store.keep(tx, thread.id(), one, sent.now()));
                        return new Reply.ToYou(Card.saying("Noted, and I do not ask again.").buttons(
                                Button.of("Log evidence", "evidence.log", thread.team().value()),
                                Button.of("Ask for feedback", FeedbackRoom.OPEN, thread.team().value())));
                    });
                }).orElse(Threads.NOT_YOURS));
    }

    private Reply own(Call.Click click, BiFunction<Transaction, FeedbackThread, Reply> deed) {
        return database.write(tx -> threads.of(tx, click.value(), click.person())
                .map(thread -> deed.apply(tx, thread)).orElse(Threads.NOT_YOURS));
    }

    private Reply page(Transaction tx, FeedbackThread thread, Call call) {
        return new Reply.ToYou(FeedbackCards.presenter(threads.scene(tx, thread, call.now())));
    }

    private Reply again(Transaction tx, FeedbackThread before, Call call) {
        return threads.of(tx, before.id(), call.person()).map(thread -> page(tx, thread, call))
                .orElse(Threads.NOT_YOURS);
    }

    private Reply replaced(Transaction tx, FeedbackThread before, Call call) {
        return threads.of(tx, before.id(), call.person())
                .<Reply>map(thread -> new Reply.Replace(
                        FeedbackCards.presenter(threads.scene(tx, thread, call.now()))))
                .orElse(Threads.NOT_YOURS);
    }
}
