package dev.stagecoach.coaching;

import java.util.List;
import java.util.Optional;

import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Form;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.people.Member;
import dev.stagecoach.people.People;

/** Asks once before words leave their author that hold what looks like the name of a student or a colleague. */
public final class NameGuard {
    private NameGuard() {}

    /**
     * The form again with a warning on top; empty where nothing looks like a name, or its writer has said that it may
     * stay.
     *
     * @param form as it was opened; what was typed goes back into it
     * @param words all that would leave
     */
    public static Optional<Reply> before(CallContext here, People people, Form form, List<String> words) {
        var names = people.members().of(here.tx(), here.teamId()).stream().map(Member::name).toList();
        return NameWarning.before(form.filled(here.submission().answers()), here.submission().answers(),
                new NameSpotter(names).in(String.join("\n", words))).map(Reply.Next::new);
    }
}
