package dev.stagecoach.coaching.team;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.Room;
import dev.stagecoach.outbox.Composer.Composition;
import dev.stagecoach.outbox.Delivery;
import dev.stagecoach.outbox.Outbox;
import dev.stagecoach.people.People;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Role;
import dev.stagecoach.people.RoleChange;
import dev.stagecoach.people.Team;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Transaction;

/** Tells a team in its channel, in one message, who coaches or leads it from now on; never why. */
final class RoleNotice {
    static final String KIND = "team.roles";

    private final Database database;
    private final People people;
    private final Outbox outbox;
    private final List<Room> others;

    /** @param others told of each change, in the same transaction */
    RoleNotice(Database database, People people, Outbox outbox, List<Room> others) {
        this.database = database;
        this.people = people;
        this.outbox = outbox;
        this.others = others;
    }

    /** Everybody whom it concerns learns of the changes, the team as soon as it may be written to. */
    void changed(Transaction tx, Team team, List<RoleChange> changes, Instant now) {
        let(tx, team, changes, now);
        var told = changes.stream().filter(RoleChange::matters).toList();
        if (!told.isEmpty()) {
            outbox.plan(tx, team.id(), "team/" + team.id() + "/roles/" + now.toEpochMilli(), KIND, team.channel(),
                    subject(told), people.days().ofTeam(tx, team).nextOpen(now));
        }
    }

    /** The rooms learn of it, where the team hears of it in another way. */
    void let(Transaction tx, Team team, List<RoleChange> changes, Instant now) {
        changes.forEach(change -> others.forEach(room -> room.roleChanged(tx, team, change, now)));
    }

    /** Only what is still so; what has changed again has a message of its own. */
    Composition told(Delivery delivery, Instant now) {
        return database.read(tx -> people.teams().find(tx, delivery.team()).<Composition>map(team -> {
            var holds = read(delivery.subject()).stream()
                    .filter(change -> people.members().standing(tx, team.id(), change.person()).role()
                            .equals(change.after()))
                    .toList();
            return holds.isEmpty()
                    ? new Composition.Skip("The roles have changed again since.")
                    : Composition.Send.of(card(team, holds));
        }).orElseGet(() -> new Composition.Skip("The team no longer exists.")));
    }

    private static Card card(Team team, List<RoleChange> changes) {
        var title = "Who coaches and leads " + team.name();
        return Card.titled(title).heading(title).bullets(changes.stream().map(RoleNotice::line).toList())
                .buttons(TeamRoom.SHOW.button("See the team", team.id()))
                .footnote("What each of you can see follows the role at once. Leaders never see what a person said.");
    }

    private static Text line(RoleChange change) {
        var who = Text.mentioning(change.person());
        var was = change.before().filter(role -> role != Role.MEMBER).map(RoleNotice::does);
        return change.after().map(role -> who.plus(role == Role.MEMBER
                ? " is a member of the team now"
                : " " + does(role) + " the team now")
                .plus(was.map(verb -> ", and no longer " + verb + " it.").orElse(".")))
                .orElseGet(() -> who.plus(" no longer " + was.orElse("belongs to") + " the team."));
    }

    private static String does(Role role) {
        return switch (role) {
            case COACH -> "coaches";
            case LEADER -> "leads";
            case MEMBER -> "belongs to";
        };
    }

    /** "T1/UADA MEMBER COACH", one for each person; "-" for no role. */
    private static String subject(List<RoleChange> changes) {
        return changes.stream()
                .map(change -> change.person() + " " + word(change.before()) + " " + word(change.after()))
                .collect(Collectors.joining(","));
    }

    private static String word(Optional<Role> role) {
        return role.map(Role::name).orElse("-");
    }

    private static List<RoleChange> read(String subject) {
        return Arrays.stream(subject.split(",")).map(one -> one.split(" "))
                .map(one -> new RoleChange(PersonId.parse(one[0]), role(one[1]), role(one[2]))).toList();
    }

    private static Optional<Role> role(String word) {
        return word.equals("-") ? Optional.empty() : Optional.of(Role.valueOf(word));
    }
}
