package dev.stagecoach.coaching.checkin;

import java.util.List;

import dev.stagecoach.chat.Action.Handled;
import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.NextStep;
import dev.stagecoach.coaching.Ways;
import dev.stagecoach.coaching.checkin.Cadence.Choice;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.storage.Transaction;

/** What people say about the rhythm of their check-ins, from the message itself; saying it twice is harmless. */
final class CadenceActions {
    private final Checkins checkins;

    CadenceActions(Checkins checkins) {
        this.checkins = checkins;
    }

    List<Handled<?>> actions() {
        return List.of(CheckinMessage.KEEP.by((here, run) -> choose(here, run, Choice.EVERY,
                "You will get every check-in.")),
                CheckinMessage.SECOND.by((here, run) -> choose(here, run, Choice.SECOND,
                        "From now on I will send you every second check-in. You will find the others on your Home "
                                + "tab.")),
                Ways.STOP_CHECKINS.by((here, run) -> wanted(here, run, false, "Check-ins are off, in all your "
                        + "teams. To start again, go to my Home tab or type /coach.")),
                Ways.START_CHECKINS.by((here, run) -> wanted(here, run, true, "Check-ins are on again.")));
    }

    private Reply choose(CallContext here, String run, Choice choice, String words) {
        checkins.rhythms().choose(here.tx(), here.person(), choice, here.now());
        return shown(here, run, words);
    }

    private Reply wanted(CallContext here, String run, boolean wanted, String words) {
        var preference = checkins.preferences().of(here.tx(), here.person());
        if (preference.checkins() != wanted) {
            checkins.preferences().keep(here.tx(), here.person(), preference.withCheckins(wanted), here.now());
            checkins.open(here.tx(), here.person()).stream().flatMap(recipient -> recipient.keys().stream())
                    .forEach(key -> checkins.outbox().refresh(here.tx(), key));
        }
        return shown(here, run, words);
    }

    /** The message that was clicked, where it is a check-in's own and still open, as it stands now; else words. */
    private Reply shown(CallContext here, String run, String words) {
        var click = here.call(Call.Click.class);
        return checkins.runs().find(here.tx(), run, here.person())
                .filter(recipient -> click.message().isPresent() && recipient.state() == Recipient.State.OPEN
                        && recipient.run().takesAnswers(here.now()))
                .flatMap(recipient -> checkins.questions(here.tx(), recipient)
                        .<Reply>map(questions -> new Reply.Replace(checkins.message(here.tx(), recipient, questions,
                                which(here.tx(), recipient, click)).card(here.now(),
                                        checkins.team(here.tx(), recipient.run().team()).zone()))))
                .orElseGet(() -> new Reply.ToYou(Card.saying(words)));
    }

    private int which(Transaction tx, Recipient recipient, Call.Click click) {
        return recipient.numbers().stream().filter(number -> checkins.outbox().sent(tx, recipient.key(number))
                .filter(place -> click.message().filter(place::equals).isPresent()).isPresent()).findFirst()
                .orElse(recipient.snoozes());
    }

    /** The way back for somebody who has stopped check-ins. */
    List<NextStep> steps(Transaction tx, PersonId person) {
        return checkins.preferences().of(tx, person).checkins()
                ? List.of()
                : List.of(new NextStep(NextStep.Rank.ANY_TIME, "Check-ins are off for you.",
                        Ways.START_CHECKINS.button("Start check-ins again", "")));
    }
}
