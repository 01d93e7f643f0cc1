package dev.stagecoach.coaching.team;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.stagecoach.chat.Answers;
import dev.stagecoach.chat.Field;
import dev.stagecoach.chat.Form;
import dev.stagecoach.chat.Text;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.TeamId;

/** Naming who is beside a newcomer, or who looks after newcomers while nobody is new. */
final class BuddyForm {
    static final String BUDDY = "buddy";
    private static final String NEWCOMER = "newcomer";

    private BuddyForm() {}

    static Form of(TeamId team, List<Newcomer> fresh) {
        var fields = new ArrayList<Field>();
        if (fresh.isEmpty()) {
            fields.add(new Field.Words(Text.of("Nobody is new right now. Who will look after the next newcomer?")));
        } else {
            fields.add(new Field.Pick(NEWCOMER, "Who is new?", "", false,
                    fresh.stream().map(one -> Field.Option.of(one.person().toString(), one.member().name())).toList(),
                    fresh.stream().filter(one -> one.buddy().isEmpty()).findFirst()
                            .map(one -> one.person().toString())));
        }
        fields.add(new Field.People(BUDDY, "Buddy", "A member or coach on the team.", false, List.of(), 1));
        return WelcomeRoom.NAMED.form("A buddy", "Save", team, fields);
    }

    /** What was sent in. */
    sealed interface Parsed {
        record Good(Optional<PersonId> newcomer, PersonId buddy) implements Parsed {}

        record Bad(Map<String, String> reasons) implements Parsed {}
    }

    static Parsed read(Answers answers, List<Newcomer> newcomers) {
        var chosen = answers.text(NEWCOMER);
        var newcomer = newcomers.stream().map(Newcomer::person).filter(one -> one.toString().equals(chosen))
                .findFirst();
        var buddy = answers.people(BUDDY).stream().findFirst();
        if (newcomer.isEmpty() && !chosen.isEmpty()) {
            return new Parsed.Bad(
                    Map.of(NEWCOMER, "This person is no longer new to the team. Please choose again."));
        }
        if (buddy.isEmpty()) {
            return new Parsed.Bad(Map.of(BUDDY, "Please choose who it is."));
        }
        return newcomer.equals(buddy)
                ? new Parsed.Bad(Map.of(BUDDY, "Please choose somebody other than the newcomer."))
                : new Parsed.Good(newcomer, buddy.get());
    }
}
