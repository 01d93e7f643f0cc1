package dev.stagecoach.coaching.workbook;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.FormReader;
import dev.stagecoach.coaching.NameGuard;
import dev.stagecoach.people.People;
import dev.stagecoach.people.Person;
import dev.stagecoach.storage.Transaction;

/** Takes a tool's form in, the way every room does that asks for one. Who may send it in, the room has checked. */
public final class ToolSubmissions {
    private static final Reply GONE = Reply.Refused
            .because("Somebody deleted this in the meantime, so there is nothing to save. Please start a new one.");

    private final People people;
    private final FilledStore store;
    private final ToolForm form;

    public ToolSubmissions(People people, FilledStore store, ToolForm form) {
        this.people = people;
        this.store = store;
        this.form = form;
    }

    /**
     * Reads the form and saves it, or says what its writer has to mend.
     *
     * @param then what follows once it is kept
     */
    public Reply save(Transaction tx, Call.Submission sent, Target target,
            Function<FilledStore.Saved.Kept, Reply> then) {
        var reading = new FormReader(sent.answers());
        var entries = form.read(reading, sent.answers());
        return reading.mend().orElseGet(() -> keep(tx, sent, target, entries, then));
    }

    /** {@link #save}, asking once more before words are kept that look like somebody's name. */
    public Reply guarded(CallContext here, Target target, Function<FilledStore.Saved.Kept, Reply> then) {
        var sent = here.submission();
        var reading = new FormReader(sent.answers());
        var entries = form.read(reading, sent.answers());
        return guarded(here, target, reading, entries, then);
    }

    /** The same for what the room has read itself. */
    public Reply guarded(CallContext here, Target target, FormReader reading, Entries entries,
            Function<FilledStore.Saved.Kept, Reply> then) {
        return reading.mend().or(() -> warning(here, target, entries))
                .orElseGet(() -> keep(here.tx(), here.submission(), target, entries, then));
    }

    /** Saves what the room has read itself, because it knows more of it than the form does. */
    public Reply keep(Transaction tx, Call.Submission sent, Target target, Entries entries,
            Function<FilledStore.Saved.Kept, Reply> then) {
        return switch (store.save(tx, target, entries, Writer.of(sent, form.guide()))) {
            case FilledStore.Saved.Kept kept -> then.apply(kept);
            case FilledStore.Saved.Overtaken(var present) -> overtaken(tx, present);
            case FilledStore.Saved.Gone _ -> GONE;
        };
    }

    /** Asks once more where what was typed holds what looks like a name; empty where it may be kept. */
    private Optional<Reply> warning(CallContext here, Target target, Entries entries) {
        return NameGuard.before(here, people, form.open(target, entries), form.typed(entries));
    }

    private Reply overtaken(Transaction tx, Filled present) {
        var who = people.members().person(tx, present.version().by()).map(Person::name).orElse("Somebody");
        return new Reply.Mend(Map.of(form.firstKey(), who + " changed this while you were writing, so yours is not "
                + "saved. Copy what you want to keep, close this form, and open it again."));
    }
}
