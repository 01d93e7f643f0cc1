package dev.stagecoach.coaching.tries;

import java.util.Optional;

import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Form;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.FormReader;
import dev.stagecoach.coaching.NameGuard;
import dev.stagecoach.coaching.tries.BeginForm.Beginning;
import dev.stagecoach.coaching.tries.BeginForm.Whose;
import dev.stagecoach.coaching.workbook.Entries;
import dev.stagecoach.coaching.workbook.FilledStore.Saved;
import dev.stagecoach.coaching.workbook.Target;
import dev.stagecoach.coaching.workbook.ToolSubmissions;

/** Beginning a try, and what its owner does with it besides: edit, share, delete. */
final class TryStartActions {
    private final Tries tries;

    TryStartActions(Tries tries) {
        this.tries = tries;
    }

    /** Words behind the command become the first field's. */
    Reply open(CallContext here) {
        return new Reply.Open(BeginForm.form(here, tries,
                new Beginning(Target.fresh(here.teamId(), here.practice().orElse("")), Optional.empty()),
                BeginForm.beginningWith(tries, here.typed()), Optional.empty()));
    }

    /** From a try that is to be adapted. */
    Reply again(CallContext here, String id) {
        var one = tries.opened(here, id);
        return new Reply.Open(
                BeginForm.form(here, tries, after(one), one.filled().entries(), Optional.of(Whose.of(one))));
    }

    /** A try of the same practice that adapts this one. */
    static Beginning after(Try one) {
        return new Beginning(Target.fresh(one.filled().team(), one.filled().practice()), Optional.of(one.id()));
    }

    Reply begin(CallContext here, Beginning beginning) {
        var form = BeginForm.asked(tries);
        var reading = new FormReader(here.submission().answers());
        var entries = form.read(reading, here.submission().answers());
        var whose = BeginForm.whose(reading);
        return reading.mend().or(() -> whose == Whose.MINE
                ? Optional.empty()
                : named(here, BeginForm.form(here, tries, beginning, entries, Optional.of(whose)), entries))
                .orElseGet(() -> new ToolSubmissions(tries.people(), tries.filled(), form)
                        .save(here.tx(), here.submission(), beginning.target(),
                                kept -> begun(here, beginning, kept, whose)));
    }

    private Reply begun(CallContext here, Beginning beginning, Saved.Kept kept, Whose whose) {
        var id = kept.filled().id();
        if (kept.first()) {
            tries.runs().begin(here.tx(), new TryRun(id, whose == Whose.TEAM, here.today(),
                    tries.loop().schoolDays(), beginning.adapts(), Optional.empty()));
            if (whose != Whose.MINE) {
                publish(here, id);
            }
        }
        var due = tries.opened(here, id).run().due(tries.people().days().ofTeam(here.tx(), here.team()));
        return new Reply.ToYou(Card
                .saying("Started. On " + TryCards.day(due) + " you will find it on your Home tab, to decide.")
                .buttons(TryRoom.LOOK.button("Look at it", id)));
    }

    Reply edit(CallContext here, String id) {
        var filled = tries.opened(here, id).filled();
        return new Reply.Open(BeginForm.edited(tries).open(Target.of(filled), filled.entries()));
    }

    private Optional<Reply> named(CallContext here, Form filled, Entries entries) {
        return NameGuard.before(here, tries.people(), filled, ShareForm.typed(tries, entries));
    }

    Reply edited(CallContext here, Target target) {
        var submissions = new ToolSubmissions(tries.people(), tries.filled(), BeginForm.edited(tries));
        return tries.opened(here, target.id()).shared()
                ? submissions.guarded(here, target, kept -> changed(here, kept))
                : submissions.save(here.tx(), here.submission(), target, kept -> changed(here, kept));
    }

    private Reply changed(CallContext here, Saved.Kept kept) {
        tries.outbox().refresh(here.tx(), Tries.key(kept.filled().id()));
        return new Reply.ToYou(Card.saying("Saved.").buttons(TryRoom.LOOK.button("Look at it", kept.filled().id())));
    }

    /** Says where it will stand and who reads there, before it does. */
    Reply share(CallContext here, String id) {
        return tries.opened(here, id).shared() ? seen() : new Reply.Open(ShareForm.of(here, tries, id));
    }

    Reply shared(CallContext here, String id) {
        var one = tries.opened(here, id);
        if (one.shared()) {
            return seen();
        }
        return NameGuard.before(here, tries.people(), ShareForm.of(here, tries, id), ShareForm.words(here, tries, one))
                .orElseGet(() -> {
                    publish(here, id);
                    return seen();
                });
    }

    private static Reply seen() {
        return new Reply.ToYou(Card.saying("Your team sees it now."));
    }

    /** The team sees the try from now on, in the channel too. */
    void publish(CallContext here, String id) {
        tries.filled().share(here.tx(), id, Optional.of(here.now()));
        if (!tries.outbox().plan(here.tx(), here.teamId(), Tries.key(id), Tries.CARD, here.team().channel(), id,
                here.now())) {
            tries.outbox().refresh(here.tx(), Tries.key(id));
        }
    }

    /** Back to its owner alone; the team's own try stays the team's. */
    Reply keep(CallContext here, String id) {
        tries.filled().share(here.tx(), id, Optional.empty());
        tries.outbox().skip(here.tx(), Tries.key(id), "its owner keeps it private");
        tries.outbox().refresh(here.tx(), Tries.key(id));
        return new Reply.ToYou(Card.saying("Only you see it now. The message in the channel no longer shows it."));
    }

    Reply delete(CallContext here, String id) {
        tries.runs().delete(here.tx(), id);
        tries.filled().delete(here.tx(), id);
        tries.outbox().skip(here.tx(), Tries.key(id), "its owner deleted the try");
        tries.outbox().refresh(here.tx(), Tries.key(id));
        return new Reply.Replace(Card.saying("Deleted."));
    }
}
