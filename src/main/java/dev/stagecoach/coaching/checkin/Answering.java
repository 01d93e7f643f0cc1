package dev.stagecoach.coaching.checkin;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;

import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.checkin.Asked.State;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.storage.Transaction;

/** What somebody does who is asked: answer, change it, put it off, skip. */
final class Answering {
    private static final Reply NOT_ASKED = Reply.Refused
            .because("This check-in is not for you, or you have left its team.");

    private final Checkins checkins;

    Answering(Checkins checkins) {
        this.checkins = checkins;
    }

    Reply open(Call.Click click) {
        return checkins.database().read(tx -> withAsked(tx, click.value(), click.person(), click.now(),
                (asked, questions) -> new Reply.Open(AnswerForm.of(asked, questions, given(tx, asked),
                        checkins.answers().shown(tx, asked)))));
    }

    private Map<String, String> given(Transaction tx, Asked asked) {
        var given = new HashMap<String, String>();
        checkins.people().gate().openAll(tx, asked.person(), checkins.answers().of(tx, asked))
                .forEach(answer -> given.put(answer.question(), answer.value()));
        return given;
    }

    Reply save(Call.Submission sent) {
        return checkins.database().write(tx -> withAsked(tx, sent.context(), sent.person(), sent.now(),
                (asked, questions) -> switch (AnswerForm.parse(questions, sent.answers())) {
                    case AnswerForm.Parsed.Bad(var reasons) -> new Reply.Mend(reasons);
                    case AnswerForm.Parsed.Good(var answers, var shown) -> {
                        checkins.answers().keep(tx, asked, answers, shown);
                        settle(tx, asked.in(State.ANSWERED), "answered already", sent.now());
                        yield new Reply.ToYou(CheckinCards.saved());
                    }
                }));
    }

    Reply skip(Call.Click click) {
        return checkins.database().write(tx -> withAsked(tx, click.value(), click.person(), click.now(),
                (asked, questions) -> {
                    // An old button must not undo what was answered since.
                    var after = asked.state() == State.OPEN ? asked.in(State.SKIPPED) : asked;
                    settle(tx, after, "skipped by the person", click.now());
                    return new Reply.Replace(CheckinCards.message(after, questions, after.snoozes(), click.now()));
                }));
    }

    Reply snooze(Call.Click click) {
        return checkins.database().read(tx -> withAsked(tx, click.value(), click.person(), click.now(),
                (asked, questions) -> asked.state() == State.OPEN
                        ? new Reply.Open(SnoozeForm.of(asked, click.now(), checkins.zone(tx, asked)))
                        : new Reply.Replace(CheckinCards.message(asked, questions, asked.snoozes(), click.now()))));
    }

    Reply putOff(Call.Submission sent) {
        return checkins.database().write(tx -> withAsked(tx, sent.context(), sent.person(), sent.now(),
                (asked, questions) -> {
                    var until = SnoozeForm.parse(sent.answers(), sent.now(), checkins.zone(tx, asked));
                    if (until.isEmpty()) {
                        return new Reply.Mend(Map.of(SnoozeForm.WHEN, "Choose when I should ask again."));
                    }
                    if (asked.state() != State.OPEN) {
                        return new Reply.ToYou(Card.saying("This one is settled already. Nothing more comes."));
                    }
                    var after = asked.snoozed(until.get());
                    settle(tx, after, "put off by the person", sent.now());
                    checkins.ledger().snooze(tx, after.key(after.snoozes()), after.key(0),
                            after.subject(after.snoozes()), until.get());
                    return new Reply.ToYou(CheckinCards.message(after, questions, asked.snoozes(), sent.now()));
                }));
    }

    /** Stores what became of it; messages sent before are written anew, one still on its way is held back. */
    private void settle(Transaction tx, Asked after, String reason, Instant now) {
        checkins.occasions().change(tx, after, now);
        for (var key : after.keys()) {
            checkins.ledger().skip(tx, key, reason);
            checkins.ledger().refresh(tx, key);
        }
    }

    private Reply withAsked(Transaction tx, String occasion, PersonId person, Instant now,
            BiFunction<Asked, Questions, Reply> work) {
        var asked = checkins.occasions().find(tx, occasion, person);
        if (asked.isEmpty()
                || !checkins.people().members().standing(tx, asked.get().occasion().team(), person).belongs()) {
            return NOT_ASKED;
        }
        if (!asked.get().occasion().takesAnswers(now)) {
            return Reply.Refused.because(CheckinCards.closedReason(asked.get()));
        }
        return checkins.questions(tx, asked.get()).map(questions -> work.apply(asked.get(), questions))
                .orElseGet(() -> Reply.Refused.because("The guide no longer has these questions. The next check-in"
                        + " brings new ones."));
    }
}
