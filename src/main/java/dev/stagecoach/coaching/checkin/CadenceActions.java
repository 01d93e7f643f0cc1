package dev.stagecoach.coaching.checkin;

import java.util.List;

import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.NextStep;
import dev.stagecoach.coaching.checkin.Cadence.Choice;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.storage.Transaction;

/** What people say about the rhythm of their check-ins, from the message itself; saying it twice is harmless. */
final class CadenceActions {
    private final Checkins checkins;

    CadenceActions(Checkins checkins) {
        this.checkins = checkins;
    }

    Reply keep(Call.Click click) {
        return choose(click, Choice.EVERY, "You keep every check-in.");
    }

    Reply second(Call.Click click) {
        return choose(click, Choice.SECOND,
                "From now on I send you every second check-in. The others wait on your Home tab.");
    }

    private Reply choose(Call.Click click, Choice choice, String words) {
        return checkins.database().write(tx -> {
            checkins.rhythms().choose(tx, click.person(), choice, click.now());
            return shown(tx, click, words);
        });
    }

    Reply stop(Call.Click click) {
        return wanted(click, false, "I send you no more check-ins, in any team. To start again, choose it on my Home"
                + " tab or after /coach.");
    }

    Reply start(Call.Click click) {
        return wanted(click, true, "Check-ins come again.");
    }

    private Reply wanted(Call.Click click, boolean wanted, String words) {
        return checkins.database().write(tx -> {
            var preference = checkins.preferences().of(tx, click.person());
            if (preference.checkins() != wanted) {
                checkins.preferences().keep(tx, click.person(), preference.withCheckins(wanted), click.now());
                checkins.open(tx, click.person()).stream().flatMap(recipient -> recipient.keys().stream())
                        .forEach(key -> checkins.outbox().refresh(tx, key));
            }
            return shown(tx, click, words);
        });
    }

    /** The message that was clicked, where it is a check-in's own and still open, as it stands now; else words. */
    private Reply shown(Transaction tx, Call.Click click, String words) {
        return checkins.runs().find(tx, click.value(), click.person())
                .filter(recipient -> click.message().isPresent() && recipient.state() == Recipient.State.OPEN
                        && recipient.run().takesAnswers(click.now()))
                .flatMap(recipient -> checkins.questions(tx, recipient)
                        .<Reply>map(questions -> new Reply.Replace(checkins
                                .message(tx, recipient, questions, which(tx, recipient, click)).card(click.now()))))
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
                        Button.of("Start check-ins again", CheckinMessage.START, "")));
    }
}
