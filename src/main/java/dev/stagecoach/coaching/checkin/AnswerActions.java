package dev.stagecoach.coaching.checkin;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

import dev.stagecoach.chat.Action.Handled;
import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Carried.Part;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.ChannelAudience;
import dev.stagecoach.coaching.NameGuard;
import dev.stagecoach.coaching.Readership;
import dev.stagecoach.coaching.checkin.Recipient.State;
import dev.stagecoach.outbox.Recurrence.Weekly;
import dev.stagecoach.people.DataKind;
import dev.stagecoach.people.Team;
import dev.stagecoach.storage.Transaction;

/** What somebody does who is asked: answer, change it, put it off, skip. */
final class AnswerActions {
    private final Checkins checkins;

    private static final Reply AS_A_MEMBER = Reply.Refused.because("You were asked this before you led the team. What "
            + "you answered then stays as it is, and nobody else sees it.");

    AnswerActions(Checkins checkins) {
        this.checkins = checkins;
    }

    List<Handled<?>> actions() {
        return List.of(CheckinCards.ANSWER.by(this::open), AnswerForm.SAVE.by(this::save),
                CheckinCards.TAP.by(this::tap), CheckinCards.SKIP.by(this::skip), CheckinCards.SNOOZE.by(this::snooze),
                SnoozeForm.PUT_OFF.by(this::putOff));
    }

    private Reply open(CallContext here, String run) {
        return answering(here, run, (recipient, questions) -> new Reply.Open(AnswerForm.of(recipient, questions,
                new AnswerForm.Given(given(here.tx(), recipient), checkins.answers().shown(here.tx(), recipient),
                        readers(here), late(here, recipient)))));
    }

    private LateAnswer late(CallContext here, Recipient recipient) {
        return LateAnswer.of(here.tx(), checkins, recipient, here.now());
    }

    private AnswerForm.Readers readers(CallContext here) {
        var people = checkins.people();
        return new AnswerForm.Readers(Readership.of(here, people, DataKind.CHECKIN_ANSWER).unshared(),
                Readership.of(here, people, DataKind.REFLECTION),
                ChannelAudience.of(here.tx(), people, here.teamId()));
    }

    private Map<String, String> given(Transaction tx, Recipient recipient) {
        var given = new HashMap<String, String>();
        checkins.own(tx, recipient).forEach(answer -> given.put(answer.question(), answer.value()));
        return given;
    }

    private Reply save(CallContext here, String run) {
        return answering(here, run,
                (recipient, questions) -> switch (AnswerForm.parse(questions, here.submission().answers())) {
                    case AnswerForm.Parsed.Bad(var reasons) -> new Reply.Mend(reasons);
                    case AnswerForm.Parsed.Good(var answers, var shown) -> (shown
                            ? named(here, recipient, questions, answers)
                            : Optional.<Reply>empty()).orElseGet(() -> {
                                checkins.answers().keep(here.tx(), recipient, answers, shown);
                                settle(here, recipient.in(State.ANSWERED), "it was answered already");
                                return new Reply.ToYou(CheckinCards.saved(here.teamId(), questions.ways(answers),
                                        late(here, recipient)));
                            });
                });
    }

    /** A line that leaves its author is looked through for names first. */
    private Optional<Reply> named(CallContext here, Recipient recipient, Questions questions,
            List<StoredAnswer> answers) {
        return NameGuard.before(here, checkins.people(),
                AnswerForm.of(recipient, questions, new AnswerForm.Given(Map.of(), true, readers(here),
                        late(here, recipient))),
                AnswerForm.lines(questions, answers));
    }

    /** The quick question, answered on the message itself; an old button undoes nothing. */
    private Reply tap(CallContext here, Part tap) {
        return answering(here, tap.id(), (recipient, questions) -> {
            var answer = questions.tap(tap.part());
            if (recipient.state() != State.OPEN || answer.isEmpty()) {
                return message(here, recipient, questions);
            }
            checkins.answers().keep(here.tx(), recipient, List.of(answer.get()), false);
            var after = recipient.in(State.ANSWERED);
            settle(here, after, "it was answered already");
            var ways = questions.ways(List.of(answer.get()));
            return ways.isEmpty()
                    ? message(here, after, questions)
                    : new Reply.ToYou(CheckinCards.saved(here.teamId(), ways, late(here, recipient)));
        });
    }

    private Reply skip(CallContext here, String run) {
        return answering(here, run, (recipient, questions) -> {
            // An old button must not undo what was answered since.
            var after = recipient.state() == State.OPEN ? recipient.in(State.SKIPPED) : recipient;
            settle(here, after, "skipped by the person");
            return message(here, after, questions);
        });
    }

    private Reply snooze(CallContext here, String run) {
        return answering(here, run, (recipient, questions) -> {
            if (recipient.state() != State.OPEN) {
                return message(here, recipient, questions);
            }
            return recipient.newest()
                    ? new Reply.Open(SnoozeForm.of(recipient, here.now(), checkins.day(here.tx(), recipient)))
                    : overtaken(here, recipient);
        });
    }

    /** An older check-in is not asked again, so that nobody has two to answer. */
    private Reply overtaken(CallContext here, Recipient recipient) {
        return new Reply.ToYou(Card.saying("I will not ask about this one again, because a newer check-in was sent.")
                .buttons(late(here, recipient).buttons())
                .buttons(CheckinCards.ANSWER.button("Answer this one", recipient.run().id())));
    }

    private Reply message(CallContext here, Recipient recipient, Questions questions) {
        return new Reply.Replace(
                checkins.message(here.tx(), recipient, questions, recipient.snoozes()).card(here.now(),
                        here.team().zone()));
    }

    private Reply putOff(CallContext here, SnoozeForm.Context context) {
        return answering(here, context.run(), (recipient, _) -> {
            if (recipient.state() != State.OPEN) {
                return new Reply.ToYou(Card.saying("This one is already settled. Nothing more will come."));
            }
            if (!recipient.newest()) {
                return overtaken(here, recipient);
            }
            // The same form sent in twice puts it off once.
            if (context.snoozes().filter(number -> number != recipient.snoozes()).isPresent()) {
                return new Reply.ToYou(CheckinCards.putOff(recipient, closing(here)));
            }
            return switch (SnoozeForm.parse(recipient, here.submission().answers(), here.now(),
                    checkins.day(here.tx(), recipient))) {
                case SnoozeForm.Parsed.Bad(var reasons) -> new Reply.Mend(reasons);
                case SnoozeForm.Parsed.Good(var until) -> putOff(here, recipient.snoozed(until), until);
            };
        });
    }

    private Reply putOff(CallContext here, Recipient after, Instant until) {
        settle(here, after, "put off by the person");
        checkins.askLater(here.tx(), after, until);
        return new Reply.ToYou(CheckinCards.putOff(after, closing(here)));
    }

    /** When the summary takes the answers in, where it does. */
    private static Optional<Instant> closing(CallContext here) {
        return Optional.of(here.team()).filter(Team::summaryOn)
                .map(one -> new Weekly(1, Set.of(one.summary().day()), one.summary().time(), LocalDate.EPOCH)
                        .next(here.now(), one.zone()));
    }

    /** Stores what became of it; messages sent before are written anew, one still on its way is held back. */
    private void settle(CallContext here, Recipient after, String reason) {
        checkins.runs().change(here.tx(), after, here.now());
        for (var key : after.keys()) {
            checkins.outbox().skip(here.tx(), key, reason);
            checkins.outbox().refresh(here.tx(), key);
        }
    }

    private Reply answering(CallContext here, String run, BiFunction<Recipient, Questions, Reply> work) {
        var recipient = checkins.runs().find(here.tx(), run, here.person()).orElseThrow();
        if (here.standing().isLeader() && !checkins.people().members()
                .at(here.tx(), here.teamId(), recipient.run().askedAt()).contains(here.person())) {
            return AS_A_MEMBER;
        }
        if (!recipient.run().takesAnswers(here.now())) {
            return new Reply.Refused(CheckinCards.closedReason(recipient),
                    late(here, recipient).buttons().stream().findFirst());
        }
        return checkins.questions(here.tx(), recipient).map(questions -> work.apply(recipient, questions))
                .orElseGet(() -> Reply.Refused.because("The guide no longer has these questions. The next check-in "
                        + "will have new ones."));
    }
}
