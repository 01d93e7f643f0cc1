package dev.stagecoach.coaching;

import java.util.ArrayList;
import java.util.List;

import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Field;
import dev.stagecoach.chat.Text;
import dev.stagecoach.people.Confidential;
import dev.stagecoach.people.DataKind;
import dev.stagecoach.people.People;
import dev.stagecoach.people.Role;
import dev.stagecoach.people.Sharing;
import dev.stagecoach.storage.Transaction;

/** Who can see what somebody writes: said the same where it is written as in {@code /coach who-sees}. */
public final class Readership {
    private Readership() {}

    /** "only you", "you, everybody on the team, and Coach Wren". */
    public static String of(Transaction tx, People people, Confidential<?> closed) {
        return of(tx, people, new OwnItem("", closed));
    }

    /** The same for something that each may be shown in another way. */
    public static String of(Transaction tx, People people, OwnItem item) {
        var closed = item.closed();
        var others = people.members().of(tx, closed.team(), Role.MEMBER).stream()
                .filter(one -> !one.person().equals(closed.author())).count();
        var readers = people.gate().readers(tx, closed, item.shownTo());
        var members = readers.stream().filter(one -> one.role() == Role.MEMBER).toList();
        var named = new ArrayList<>(List.of("you"));
        if (members.size() > 1 && members.size() == others) {
            named.add("everybody on the team");
        } else {
            members.forEach(one -> named.add(one.name()));
        }
        readers.stream().filter(one -> one.role() != Role.MEMBER).forEach(one -> named.add(one.name()));
        return named.size() == 1 ? "only you" : Text.listed(named);
    }

    /** The same for what the caller is about to write. */
    public static String of(CallContext here, People people, DataKind kind, Sharing sharing) {
        return of(here.tx(), people, new Confidential<>(kind, here.teamId(), here.person(), sharing, ""));
    }

    /** A form's last line, for something that its author shares or not. */
    public static Field line(CallContext here, People people, DataKind kind, boolean shared) {
        return new Field.Words(Text.of("").quiet(shared
                ? "Who can see it: " + ofShared(here, people, kind) + ", because you share it."
                : "Who can see it: " + ofUnshared(here, people, kind) + ". If you share it: "
                        + ofShared(here, people, kind) + "."));
    }

    /** For something that nobody has shared. */
    public static String ofUnshared(CallContext here, People people, DataKind kind) {
        return of(here, people, kind, Sharing.NONE);
    }

    /** For something that is shared with the team. */
    public static String ofShared(CallContext here, People people, DataKind kind) {
        return of(here, people, kind, Sharing.WITH_TEAM);
    }
}
