package dev.stagecoach.coaching.tries;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.BiFunction;

import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.FormReader;
import dev.stagecoach.coaching.stage.Journey;
import dev.stagecoach.coaching.stage.JourneyStore;
import dev.stagecoach.coaching.tool.FilledStore.Saved;
import dev.stagecoach.coaching.tool.Target;
import dev.stagecoach.coaching.tool.ToolSubmissions;
import dev.stagecoach.coaching.tries.BeginForm.Beginning;
import dev.stagecoach.coaching.tries.BeginForm.Whose;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Transaction;

/** Beginning a try, and what its owner does with it besides: edit, share, delete. */
final class TryStartActions {
    static final Reply NOT_YOURS = Reply.Refused
            .because("This try is not yours, or it is gone. /coach try shows what is being tried.");

    private final Tries tries;
    private final JourneyStore journeys = new JourneyStore();

    TryStartActions(Tries tries) {
        this.tries = tries;
    }

    /** @param words become the first field's */
    Reply open(Call call, TeamId team, String words) {
        return tries.database().read(tx -> {
            if (!tries.takesPart(tx, team, call.person())) {
                return Reply.Refused.because("Members and coaches of the team try things out.");
            }
            var practice = journeys.current(tx, team).map(Journey::practice).orElse("");
            return new Reply.Open(BeginForm.form(tries, new Beginning(Target.fresh(team, practice), Optional.empty()),
                    BeginForm.beginningWith(tries, words), Optional.empty()));
        });
    }

    /** From a try that is to be adapted. */
    Reply again(Call.Click click) {
        return tries.database().read(tx -> tries.find(tx, click.person(), click.value())
                .filter(one -> tries.mayWrite(tx, click.person(), one))
                .<Reply>map(one -> new Reply.Open(BeginForm.form(tries, after(one), one.filled().entries(),
                        Optional.of(Whose.of(one)))))
                .orElse(NOT_YOURS));
    }

    /** A try of the same practice that adapts this one. */
    static Beginning after(Try one) {
        return new Beginning(Target.fresh(one.filled().team(), one.filled().practice()), Optional.of(one.id()));
    }

    Reply begin(Call.Submission sent) {
        return Beginning.parse(sent.context()).map(beginning -> tries.database().write(tx -> {
            if (!tries.takesPart(tx, beginning.target().team(), sent.person())) {
                return NOT_YOURS;
            }
            var form = BeginForm.asked(tries);
            var reading = new FormReader(sent.answers());
            form.read(reading, sent.answers());
            var whose = BeginForm.whose(reading);
            return reading.mend()
                    .orElseGet(() -> new ToolSubmissions(tries.people(), tries.filled(), form).save(tx, sent,
                            beginning.target(), kept -> begun(tx, sent, beginning, kept, whose)));
        })).orElse(NOT_YOURS);
    }

    private Reply begun(Transaction tx, Call.Submission sent, Beginning beginning, Saved.Kept kept, Whose whose) {
        var id = kept.filled().id();
        var team = tries.people().teams().find(tx, kept.filled().team()).orElseThrow();
        if (kept.first()) {
            tries.runs().begin(tx, new TryRun(id, whose == Whose.TEAM, LocalDate.ofInstant(sent.now(), team.zone()),
                    tries.loop().schoolDays(), beginning.adapts(), Optional.empty()));
            if (whose != Whose.MINE) {
                share(tx, id, sent);
            }
        }
        return tries.find(tx, sent.person(), id).<Reply>map(one -> new Reply.ToYou(Card
                .saying("Started. On " + TryCards.day(one.run().due(tries.people().days().ofTeam(tx, team)))
                        + " it waits on your Home tab for your decision.")
                .buttons(Button.of("Look at it", TryRoom.LOOK, id)))).orElse(NOT_YOURS);
    }

    Reply edit(Call.Click click) {
        return own(click, (tx, one) -> new Reply.Open(BeginForm.edited(tries).open(Target.of(one.filled()),
                one.filled().entries())));
    }

    Reply edited(Call.Submission sent) {
        return Target.parse(sent.context()).map(target -> tries.database().write(tx -> tries
                .find(tx, sent.person(), target.id()).filter(one -> owns(tx, sent, one))
                .map(_ -> new ToolSubmissions(tries.people(), tries.filled(), BeginForm.edited(tries)).save(tx, sent,
                        target,
                        kept -> {
                            tries.outbox().refresh(tx, Tries.key(kept.filled().id()));
                            return new Reply.ToYou(Card.saying("Saved.").buttons(Button
                                    .of("Look at it", TryRoom.LOOK, kept.filled().id())));
                        }))
                .orElse(NOT_YOURS))).orElse(NOT_YOURS);
    }

    Reply share(Call.Click click) {
        return owned(click, (tx, one) -> {
            if (!one.shared()) {
                share(tx, one.id(), click);
            }
            return new Reply.ToYou(Card.saying("Your team sees it now."));
        });
    }

    /** The team sees the try from now on, in the channel too. */
    void share(Transaction tx, String id, Call call) {
        tries.filled().share(tx, id, Optional.of(call.now()));
        tries.find(tx, call.person(), id).ifPresent(one -> {
            var team = tries.team(tx, one);
            if (!tries.outbox().plan(tx, team.id(), Tries.key(id), Tries.CARD, team.channel(), id, call.now())) {
                tries.outbox().refresh(tx, Tries.key(id));
            }
        });
    }

    /** Back to its owner alone; the team's own try stays the team's. */
    Reply keep(Call.Click click) {
        return owned(click, (tx, one) -> {
            if (one.run().ofTeam()) {
                return NOT_YOURS;
            }
            tries.filled().share(tx, one.id(), Optional.empty());
            tries.outbox().skip(tx, Tries.key(one.id()), "its owner keeps it private");
            tries.outbox().refresh(tx, Tries.key(one.id()));
            return new Reply.ToYou(Card.saying("Only you see it now. The message in the channel says no more of it."));
        });
    }

    Reply delete(Call.Click click) {
        return owned(click, (tx, one) -> {
            tries.runs().delete(tx, one.id());
            tries.filled().delete(tx, one.id());
            tries.outbox().skip(tx, Tries.key(one.id()), "its owner deleted the try");
            tries.outbox().refresh(tx, Tries.key(one.id()));
            return new Reply.Replace(Card.saying("Deleted."));
        });
    }

    private Reply own(Call.Click click, BiFunction<Transaction, Try, Reply> work) {
        return tries.database().read(tx -> with(tx, click, work));
    }

    private Reply owned(Call.Click click, BiFunction<Transaction, Try, Reply> work) {
        return tries.database().write(tx -> with(tx, click, work));
    }

    private Reply with(Transaction tx, Call.Click click, BiFunction<Transaction, Try, Reply> work) {
        return tries.find(tx, click.person(), click.value()).filter(one -> owns(tx, click, one))
                .map(one -> work.apply(tx, one)).orElse(NOT_YOURS);
    }

    private boolean owns(Transaction tx, Call call, Try one) {
        return one.owner().equals(call.person()) && tries.takesPart(tx, one.filled().team(), call.person());
    }
}
