package dev.stagecoach.coaching.team;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.Room;
import dev.stagecoach.outbox.Composer.Composition;
import dev.stagecoach.outbox.Delivery;
import dev.stagecoach.outbox.Outbox;
import dev.stagecoach.people.Member;
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
    private static final Comparator<PersonId> BY_ID = Comparator.comparing(PersonId::toString);

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

    /**
     * Everybody whom it concerns learns of the changes, the team as soon as it may be written to: in one message, however
     * often the roles change before.
     */
    void changed(Transaction tx, Team team, List<RoleChange> changes, Instant now) {
        let(tx, team, changes, now);
        if (changes.stream().anyMatch(RoleChange::matters)) {
            var opens = people.days().ofTeam(tx, team).nextOpen(now);
            var key = "team/" + team.id() + "/roles/" + opens.toEpochMilli();
            outbox.plan(tx, team.id(), outbox.sent(tx, key).isPresent() ? key + "/" + now.toEpochMilli() : key, KIND,
                    team.channel(), before(tx, team, changes), opens);
        }
    }

    /** The rooms learn of it, where the team hears of it in another way. */
    void let(Transaction tx, Team team, List<RoleChange> changes, Instant now) {
        changes.forEach(change -> others.forEach(room -> room.roleChanged(tx, team, change, now)));
    }

    /** What is different between then and now; what was undone meanwhile is not told. */
    Composition told(Delivery delivery, Instant now) {
        return database.read(tx -> people.teams().find(tx, delivery.team()).<Composition>map(team -> {
            var changes = since(tx, team, read(delivery.subject()));
            return changes.isEmpty()
                    ? new Composition.Skip("The roles are as they were before.")
                    : Composition.Send.of(card(team, changes));
        }).orElseGet(() -> new Composition.Skip("The team no longer exists.")));
    }

    private List<RoleChange> since(Transaction tx, Team team, Map<PersonId, Role> then) {
        var named = named(tx, team);
        return Stream.concat(then.keySet().stream(), named.keySet().stream()).distinct().sorted(BY_ID)
                .map(person -> new RoleChange(person, Optional.ofNullable(then.get(person)),
                        people.members().standing(tx, team.id(), person).role()))
                .filter(change -> change.matters() && !change.before().equals(change.after())).toList();
    }

    /** Who coaches and leads the team. */
    private Map<PersonId, Role> named(Transaction tx, Team team) {
        return people.members().of(tx, team.id()).stream().filter(member -> member.role() != Role.MEMBER)
                .collect(Collectors.toMap(Member::person, Member::role));
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

    /** Who coached and led it before these changes: "T1/UADA COACH", one for each person. */
    private String before(Transaction tx, Team team, List<RoleChange> changes) {
        var then = named(tx, team);
        changes.forEach(change -> {
            then.remove(change.person());
            change.before().filter(role -> role != Role.MEMBER).ifPresent(role -> then.put(change.person(), role));
        });
        return then.entrySet().stream().map(one -> one.getKey() + " " + one.getValue()).sorted()
                .collect(Collectors.joining(","));
    }

    private static Map<PersonId, Role> read(String subject) {
        return Arrays.stream(subject.split(",")).filter(one -> !one.isEmpty()).map(one -> one.split(" "))
                .collect(Collectors.toMap(one -> PersonId.parse(one[0]), one -> Role.valueOf(one[1])));
    }
}
