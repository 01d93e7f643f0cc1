package dev.stagecoach.coaching.checkin;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.checkin.Recipient.State;
import dev.stagecoach.outbox.Recurrence.Weekly;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Team;
import dev.stagecoach.storage.Transaction;

/** What somebody does who is asked: answer, change it, put it off, skip. */
final class AnswerActions {
    private static final Reply NOT_ASKED = Reply.Refused
            .because("This check-in is not for you, or you have left its team.");

    private final Checkins checkins;

    AnswerActions(Checkins checkins) {
        this.checkins = checkins;
    }

    Reply open(Call.Click click) {
        return checkins.database().read(tx -> withAsked(tx, click.value(), click.person(), click.now(),
                (recipient, questions) -> new Reply.Open(AnswerForm.of(recipient, questions, given(tx, recipient),
                        checkins.answers().shown(tx, recipient)))));
    }

    private Map<String, String> given(Transaction tx, Recipient recipient) {
        var given = new HashMap<String, String>();
        checkins.people().gate().openAll(tx, recipient.person(), checkins.answers().of(tx, recipient))
                .forEach(answer -> given.put(answer.question(), answer.value()));
        return given;
    }

    Reply save(Call.Submission sent) {
        return checkins.database().write(tx -> withAsked(tx, sent.context(), sent.person(), sent.now(),
                (recipient, questions) -> switch (AnswerForm.parse(questions, sent.answers())) {
                    case AnswerForm.Parsed.Bad(var reasons) -> new Reply.Mend(reasons);
                    case AnswerForm.Parsed.Good(var answers, var shown) -> {
                        checkins.answers().keep(tx, recipient, answers, shown);
                        settle(tx, recipient.in(State.ANSWERED), "it was answered already", sent.now());
                        yield new Reply.ToYou(CheckinCards.saved(recipient.run().team(), questions.ways(answers)));
                    }
                }));
    }

    Reply skip(Call.Click click) {
        return checkins.database().write(tx -> withAsked(tx, click.value(), click.person(), click.now(),
                (recipient, questions) -> {
                    // An old button must not undo what was answered since.
                    var after = recipient.state() == State.OPEN ? recipient.in(State.SKIPPED) : recipient;
                    settle(tx, after, "skipped by the person", click.now());
                    return new Reply.Replace(
                            checkins.message(tx, after, questions, after.snoozes()).card(click.now()));
                }));
    }

    Reply snooze(Call.Click click) {
        return checkins.database().read(tx -> withAsked(tx, click.value(), click.person(), click.now(),
                (recipient, questions) -> recipient.state() == State.OPEN
                        ? new Reply.Open(SnoozeForm.of(recipient, click.now(), checkins.day(tx, recipient)))
                        : new Reply.Replace(
                                checkins.message(tx, recipient, questions, recipient.snoozes()).card(click.now()))));
    }

    Reply putOff(Call.Submission sent) {
        return SnoozeForm.Context.parse(sent.context()).map(context -> putOff(sent, context)).orElse(NOT_ASKED);
    }

    private Reply putOff(Call.Submission sent, SnoozeForm.Context context) {
        return checkins.database().write(tx -> withAsked(tx, context.run(), sent.person(), sent.now(),
                (recipient, _) -> {
                    if (recipient.state() != State.OPEN) {
                        return new Reply.ToYou(Card.saying("This one is settled already. Nothing more comes."));
                    }
                    // The same form sent in twice puts it off once.
                    if (context.snoozes().filter(number -> number != recipient.snoozes()).isPresent()) {
                        return new Reply.ToYou(CheckinCards.putOff(recipient, closing(tx, recipient, sent.now())));
                    }
                    return switch (SnoozeForm.parse(recipient, sent.answers(), sent.now(),
                            checkins.day(tx, recipient))) {
                        case SnoozeForm.Parsed.Bad(var reasons) -> new Reply.Mend(reasons);
                        case SnoozeForm.Parsed.Good(var until) ->
                            putOff(tx, recipient.snoozed(until), until, sent.now());
                    };
                }));
    }

    private Reply putOff(Transaction tx, Recipient after, Instant until, Instant now) {
        settle(tx, after, "put off by the person", now);
        checkins.askLater(tx, after, until);
        return new Reply.ToYou(CheckinCards.putOff(after, closing(tx, after, now)));
    }

    /** When the summary takes the answers in, where it does. */
    private Optional<Instant> closing(Transaction tx, Recipient recipient, Instant now) {
        var team = checkins.team(tx, recipient.run().team());
        return Optional.of(team).filter(Team::summaryOn)
                .map(one -> new Weekly(1, Set.of(one.summary().day()), one.summary().time(), LocalDate.EPOCH).next(now,
                        one.zone()));
    }

    /** Stores what became of it; messages sent before are written anew, one still on its way is held back. */
    private void settle(Transaction tx, Recipient after, String reason, Instant now) {
        checkins.runs().change(tx, after, now);
        for (var key : after.keys()) {
            checkins.outbox().skip(tx, key, reason);
            checkins.outbox().refresh(tx, key);
        }
    }

    private Reply withAsked(Transaction tx, String run, PersonId person, Instant now,
            BiFunction<Recipient, Questions, Reply> work) {
        var recipient = checkins.runs().find(tx, run, person);
        if (recipient.isEmpty()
                || !checkins.people().members().standing(tx, recipient.get().run().team(), person).belongs()) {
            return NOT_ASKED;
        }
        if (!recipient.get().run().takesAnswers(now)) {
            return Reply.Refused.because(CheckinCards.closedReason(recipient.get()));
        }
        return checkins.questions(tx, recipient.get()).map(questions -> work.apply(recipient.get(), questions))
                .orElseGet(() -> Reply.Refused.because("The guide no longer has these questions. The next check-in"
                        + " brings new ones."));
    }
}
