package dev.stagecoach.coaching;

import java.util.ArrayList;
import java.util.List;

import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Field;
import dev.stagecoach.chat.Text;
import dev.stagecoach.people.Confidential;
import dev.stagecoach.people.DataKind;
import dev.stagecoach.people.Part;
import dev.stagecoach.people.People;
import dev.stagecoach.people.Role;
import dev.stagecoach.people.Sharing;
import dev.stagecoach.storage.Transaction;

/**
 * Who can see what somebody writes: said the same where it is written as in {@code /coach who-sees}.
 *
 * @param unshared who can see it while its author keeps it
 * @param shared who can see it once its author shares it
 */
public record Readership(String unshared, String shared) {

    /** Of what the author is about to write. */
    public static Readership of(Transaction tx, People people, Part author, DataKind kind) {
        return new Readership(words(tx, people, empty(author, kind, Sharing.NONE)),
                words(tx, people, empty(author, kind, Sharing.WITH_TEAM)));
    }

    /** Of what the caller is about to write. */
    public static Readership of(CallContext here, People people, DataKind kind) {
        return of(here.tx(), people, new Part(here.teamId(), here.person()), kind);
    }

    /** "only you", "you, everybody on the team and Coach Wren"; of what the caller is about to write. */
    public static String words(CallContext here, People people, DataKind kind, Sharing sharing) {
        return words(here.tx(), people, empty(new Part(here.teamId(), here.person()), kind, sharing));
    }

    private static OwnItem empty(Part author, DataKind kind, Sharing sharing) {
        return new OwnItem("", new Confidential<>(kind, author.team(), author.person(), sharing, ""));
    }

    /** The same of what is written. */
    public static String words(Transaction tx, People people, OwnItem item) {
        var closed = item.closed();
        var team = people.members().of(tx, closed.team());
        var others = team.stream().filter(one -> one.role() == Role.MEMBER && !one.person().equals(closed.author()))
                .count();
        var readers = people.gate().readers(tx, team, closed, item.shownTo());
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

    /** A form's last line. @param isShared whether its author shares it already */
    public Field line(boolean isShared) {
        return new Field.Words(Text.of("").quiet(isShared
                ? "Who can see it: " + shared + ", because you share it."
                : "Who can see it: " + unshared + ". If you share it: " + shared + "."));
    }
}
