package dev.stagecoach.coaching.team;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Feature;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.MessageKind;
import dev.stagecoach.coaching.NextStep;
import dev.stagecoach.coaching.Room;
import dev.stagecoach.coaching.Ways;
import dev.stagecoach.outbox.Composer;
import dev.stagecoach.outbox.Composer.Composition;
import dev.stagecoach.outbox.Delivery;
import dev.stagecoach.outbox.Outbox;
import dev.stagecoach.people.Member;
import dev.stagecoach.people.People;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.ReachabilityStore;
import dev.stagecoach.people.Role;
import dev.stagecoach.people.RoleChange;
import dev.stagecoach.people.Standing;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Transaction;

/** A team whose only coach is gone hears of it in its channel, and a member takes over with one click. */
public final class TakeOverRoom implements Room {
    static final String COACHLESS = "team.coachless";

    private final ReachabilityStore places = new ReachabilityStore();
    private final Database database;
    private final People people;
    private final Outbox outbox;
    private final List<Room> others;
    private final RoleNotice roles;

    /** @param others told of a team that has a coach again, in the same transaction */
    public TakeOverRoom(Database database, People people, Outbox outbox, List<Room> others) {
        this.database = database;
        this.people = people;
        this.outbox = outbox;
        this.others = others;
        this.roles = new RoleNotice(database, people, outbox, others);
    }

    /** The outbox's key of the message that the team has lost this coach. */
    static String key(TeamId team, String subject) {
        return "coachless/" + team + "/" + subject;
    }

    /** What that message is about: whom the team lost, and when. */
    static String subject(ReachabilityStore.Lost coach) {
        return coach.place() + "/" + coach.since().toEpochMilli();
    }

    @Override
    public Feature feature() {
        return new Feature("take over", List.of(), List.of(Ways.TAKE_OVER.by((here, _) -> takeOver(here))));
    }

    @Override
    public Map<String, Composer> composers() {
        return Map.of(COACHLESS, Composer.echo(this::told));
    }

    @Override
    public Map<String, MessageKind> kinds() {
        return Map.of(COACHLESS, MessageKind.of("Your team has no coach", "the account of %s's coach was deactivated"));
    }

    @Override
    public List<NextStep> steps(Transaction tx, Team team, PersonId person, Standing standing, Instant now) {
        if (!standing.belongs() || !people.members().coaches(tx, team.id()).isEmpty()) {
            return List.of();
        }
        return List.of(standing.isMember()
                ? new NextStep(NextStep.Rank.NEXT, team.name() + " has no coach. Any member can take over.",
                        Ways.TAKE_OVER.button("Take over as coach", team.id()))
                : new NextStep(NextStep.Rank.NEXT, team.name() + " has no coach. You can name one.",
                        TeamRoom.EDIT.button("Name a coach", team.id())));
    }

    private Reply takeOver(CallContext here) {
        var tx = here.tx();
        var team = here.team();
        var coaches = coaches(tx, team.id());
        if (!coaches.isEmpty()) {
            return Reply.Refused.because(coaches + " already coaches " + team.name() + ".");
        }
        people.members().join(tx, team.id(), here.person(), Role.COACH, here.now());
        others.forEach(room -> room.teamChanged(tx, team, here.now()));
        var change = List.of(new RoleChange(here.person(), Optional.of(Role.MEMBER), Optional.of(Role.COACH)));
        var told = outbox.sentAmong(tx, places.lostCoaches(tx, team.id()).stream()
                .map(lost -> key(team.id(), subject(lost))).toList());
        told.forEach(key -> outbox.refresh(tx, key));
        if (told.isEmpty()) {
            roles.changed(tx, team, change, here.now());
        } else {
            roles.let(tx, team, change, here.now());
        }
        return new Reply.ToYou(Card.saying("You coach " + team.name() + " now, and I have told the channel. What was "
                + "waiting for a coach is waiting for you.")
                .buttons(Ways.HOME.primary("See what comes next", Optional.of(team.id())),
                        TeamRoom.EDIT.button("Edit the team", team.id())));
    }

    private String coaches(Transaction tx, TeamId team) {
        return people.members().of(tx, team, Role.COACH).stream().map(Member::name)
                .collect(Collectors.joining(" and "));
    }

    private Composition told(Delivery delivery, Instant now) {
        return database.read(tx -> people.teams().find(tx, delivery.team()).<Composition>map(team -> {
            var coaches = coaches(tx, team.id());
            if (coaches.isEmpty()) {
                return Composition.Send.of(coachless(team));
            }
            return outbox.sent(tx, key(team.id(), delivery.subject())).isPresent()
                    ? Composition.Send.of(Card.saying(coaches + " coaches " + team.name() + " now."))
                    : new Composition.Skip("The team has a coach again.");
        }).orElseGet(() -> new Composition.Skip("The team no longer exists.")));
    }

    private static Card coachless(Team team) {
        var title = team.name() + " has no coach right now";
        return Card.titled(title).heading(title).text("The account of its coach was deactivated. Any member can take "
                + "over. The new coach opens rounds, countersigns the team's moves, and sees what coaches see.")
                .buttons(Ways.TAKE_OVER.primary("Take over as coach", team.id()))
                .footnote("Nothing is lost: check-ins go on, and an open self-assessment closes on its day.");
    }
}
