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
import dev.stagecoach.coaching.checkin.Asked.State;
import dev.stagecoach.delivery.Recurrence.Weekly;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Team;
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
                        settle(tx, asked.in(State.ANSWERED), "it was answered already", sent.now());
                        yield new Reply.ToYou(CheckinCards.saved(asked.occasion().team(), questions.ways(answers)));
                    }
                }));
    }

    Reply skip(Call.Click click) {
        return checkins.database().write(tx -> withAsked(tx, click.value(), click.person(), click.now(),
                (asked, questions) -> {
                    // An old button must not undo what was answered since.
                    var after = asked.state() == State.OPEN ? asked.in(State.SKIPPED) : asked;
                    settle(tx, after, "skipped by the person", click.now());
                    return new Reply.Replace(
                            checkins.letter(tx, after, questions, after.snoozes()).card(click.now()));
                }));
    }

    Reply snooze(Call.Click click) {
        return checkins.database().read(tx -> withAsked(tx, click.value(), click.person(), click.now(),
                (asked, questions) -> asked.state() == State.OPEN
                        ? new Reply.Open(SnoozeForm.of(asked, click.now(), checkins.day(tx, asked)))
                        : new Reply.Replace(checkins.letter(tx, asked, questions, asked.snoozes()).card(click.now()))));
    }

    Reply putOff(Call.Submission sent) {
        var context = SnoozeForm.Context.parse(sent.context());
        return checkins.database().write(tx -> withAsked(tx, context.occasion(), sent.person(), sent.now(),
                (asked, _) -> {
                    if (asked.state() != State.OPEN) {
                        return new Reply.ToYou(Card.saying("This one is settled already. Nothing more comes."));
                    }
                    // The same form sent in twice puts it off once.
                    if (context.snoozes().filter(number -> number != asked.snoozes()).isPresent()) {
                        return new Reply.ToYou(CheckinCards.putOff(asked, closing(tx, asked, sent.now())));
                    }
                    return switch (SnoozeForm.parse(asked, sent.answers(), sent.now(), checkins.day(tx, asked))) {
                        case SnoozeForm.Parsed.Bad(var reasons) -> new Reply.Mend(reasons);
                        case SnoozeForm.Parsed.Good(var until) -> putOff(tx, asked.snoozed(until), until, sent.now());
                    };
                }));
    }

    private Reply putOff(Transaction tx, Asked after, Instant until, Instant now) {
        settle(tx, after, "put off by the person", now);
        checkins.askLater(tx, after, until);
        return new Reply.ToYou(CheckinCards.putOff(after, closing(tx, after, now)));
    }

    /** When the summary takes the answers in, where it does. */
    private Optional<Instant> closing(Transaction tx, Asked asked, Instant now) {
        var team = checkins.team(tx, asked.occasion().team());
        return Optional.of(team).filter(Team::summaryOn)
                .map(one -> new Weekly(1, Set.of(one.summary().day()), one.summary().time(), LocalDate.EPOCH).next(now,
                        one.zone()));
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
