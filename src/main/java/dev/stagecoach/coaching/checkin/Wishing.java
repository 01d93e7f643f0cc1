package dev.stagecoach.coaching.checkin;

import java.util.List;

import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.Step;
import dev.stagecoach.coaching.checkin.Rhythm.Choice;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.storage.Transaction;

/** What people say about the rhythm of their check-ins, from the message itself; saying it twice is harmless. */
final class Wishing {
    private final Checkins checkins;

    Wishing(Checkins checkins) {
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
                checkins.open(tx, click.person()).stream().flatMap(asked -> asked.keys().stream())
                        .forEach(key -> checkins.ledger().refresh(tx, key));
            }
            return shown(tx, click, words);
        });
    }

    /** The message that was clicked, where it is a check-in's own and still open, as it stands now; else words. */
    private Reply shown(Transaction tx, Call.Click click, String words) {
        return checkins.occasions().find(tx, click.value(), click.person())
                .filter(asked -> click.message().isPresent() && asked.state() == Asked.State.OPEN
                        && asked.occasion().takesAnswers(click.now()))
                .flatMap(asked -> checkins.questions(tx, asked)
                        .<Reply>map(questions -> new Reply.Replace(checkins
                                .letter(tx, asked, questions, which(tx, asked, click)).card(click.now()))))
                .orElseGet(() -> new Reply.ToYou(Card.saying(words)));
    }

    private int which(Transaction tx, Asked asked, Call.Click click) {
        return asked.numbers().stream().filter(number -> checkins.ledger().sent(tx, asked.key(number))
                .filter(place -> click.message().filter(place::equals).isPresent()).isPresent()).findFirst()
                .orElse(asked.snoozes());
    }

    /** The way back for somebody who has stopped check-ins. */
    List<Step> steps(Transaction tx, PersonId person) {
        return checkins.preferences().of(tx, person).checkins()
                ? List.of()
                : List.of(new Step(Step.Rank.ANY_TIME, "Check-ins are off for you.",
                        Button.of("Start check-ins again", Letter.START, "")));
    }
}
