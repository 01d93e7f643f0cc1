package dev.stagecoach.coaching.team;

import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.stagecoach.coaching.Room;
import dev.stagecoach.outbox.Outbox;
import dev.stagecoach.people.People;
import dev.stagecoach.people.Person;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Role;
import dev.stagecoach.people.RoleChange;
import dev.stagecoach.people.Roster;
import dev.stagecoach.people.SchoolStore;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Ids;
import dev.stagecoach.storage.Transaction;

/** Sets a team up, or changes how it is set up. */
final class TeamSetup {
    static final String WELCOME = "team.welcome";

    private final SetupStore store = new SetupStore();
    private final SchoolStore schools = new SchoolStore();
    private final Database database;
    private final People people;
    private final Outbox outbox;
    private final Roster roster;
    private final List<Room> others;
    private final RoleNotice roles;

    TeamSetup(Database database, People people, Outbox outbox, Roster roster, List<Room> others) {
        this.database = database;
        this.people = people;
        this.outbox = outbox;
        this.roster = roster;
        this.others = others;
        this.roles = new RoleNotice(database, people, outbox, others);
    }

    /** What became of it. */
    sealed interface Outcome {
        record Created(Lineup lineup) implements Outcome {}

        record Changed(Lineup lineup) implements Outcome {}

        /** Somebody else was first; nothing changed. */
        record Forestalled(Lineup lineup, String by) implements Outcome {}

        /**
         * Somebody else changed the settings since the form was opened; nothing was saved.
         *
         * @param seen how often they have been changed by now
         */
        record Overtaken(String by, int seen, List<String> differences) implements Outcome {}

        record Faulty(Map<String, String> reasons) implements Outcome {}

        /** There is no such team in that channel. */
        record Gone() implements Outcome {}

        /** The bot is not in the channel. */
        record Unseen() implements Outcome {}

        /** The caller is not in the channel. */
        record Stranger() implements Outcome {}

        /** The caller is in the channel, and does not belong to the team that is set up there. */
        record LeftOut(String coaches) implements Outcome {}

        record OnlyCoaches(String coaches) implements Outcome {}
    }

    Outcome save(PersonId by, SetupForm.About about, Setup setup, Instant now) {
        var named = new HashSet<>(setup.coaches());
        named.addAll(setup.leaders());
        named.add(by);
        var seen = roster.look(about.channel(), named, now);
        var reasons = reasons(setup, seen);
        if (!reasons.isEmpty()) {
            return new Outcome.Faulty(reasons);
        }
        return about.team().isPresent()
                ? database.write(tx -> change(tx, by, about, setup, seen, now))
                : create(by, about, setup, seen, now);
    }

    private Outcome create(PersonId by, SetupForm.About about, Setup setup, Roster.Seen seen, Instant now) {
        if (seen.inChannel().isEmpty()) {
            return new Outcome.Unseen();
        }
        if (!seen.inChannel().contains(by)) {
            return new Outcome.Stranger();
        }
        return database.write(tx -> {
            var team = setup.team(new TeamId(Ids.next()), about.channel());
            if (!people.teams().add(tx, team, by, now)) {
                return forestalled(tx, by, people.teams().inChannel(tx, about.channel()).orElseThrow());
            }
            schools.vouch(tx, team.id(), by, now);
            return new Outcome.Created(settle(tx, team, setup, seen, now));
        });
    }

    private Outcome forestalled(Transaction tx, PersonId by, Team team) {
        var lineup = Lineup.of(tx, people, team);
        if (!lineup.has(by)) {
            return new Outcome.LeftOut(lineup.names(Role.COACH));
        }
        var first = people.teams().founder(tx, team.id());
        return first.filter(by::equals).isPresent()
                ? new Outcome.Created(lineup) // sent in twice: the first one counts
                : new Outcome.Forestalled(lineup,
                        first.flatMap(id -> people.members().person(tx, id)).map(Person::name).orElse("Somebody"));
    }

    private Outcome change(Transaction tx, PersonId by, SetupForm.About about, Setup setup, Roster.Seen seen,
            Instant now) {
        var id = about.team().orElseThrow();
        var found = people.teams().find(tx, id);
        // Another channel's people would join the team.
        if (found.filter(team -> team.channel().equals(about.channel())).isEmpty()) {
            return new Outcome.Gone();
        }
        var before = Lineup.of(tx, people, found.get());
        if (!before.mayEdit(by)) {
            return new Outcome.OnlyCoaches(before.names(Role.COACH));
        }
        var present = Setup.of(before.team(), before.members(), before.leftOut());
        var edits = store.edits(tx, id);
        // What says the same is saved already, so sending it twice is no conflict.
        if (!present.equals(setup) && !store.edit(tx, id, about.seen().orElse(edits), by, now)) {
            return new Outcome.Overtaken(editor(tx, id), edits, EditConflicts.of(present, setup));
        }
        var team = setup.team(id, before.team().channel());
        people.teams().change(tx, team, now);
        schools.vouch(tx, id, by, now);
        var lineup = settle(tx, team, setup, seen, now);
        roles.changed(tx, team, RoleChange.between(before.members(), lineup.members()), now);
        return new Outcome.Changed(lineup);
    }

    private String editor(Transaction tx, TeamId team) {
        return store.editor(tx, team).flatMap(id -> people.members().person(tx, id)).map(Person::name)
                .orElse("Somebody");
    }

    RoleNotice roles() {
        return roles;
    }

    /** How often the team's settings have been changed, for a form that opens on them. */
    int edits(TeamId team) {
        return database.read(tx -> store.edits(tx, team));
    }

    private Lineup settle(Transaction tx, Team team, Setup setup, Roster.Seen seen, Instant now) {
        seen.fetched().forEach(person -> people.members().keep(tx, person, now));
        people.teams().leaveOut(tx, team.id(), setup.leftOut());
        roster.name(tx, team.id(), setup.coaches(), setup.leaders(), now);
        roster.apply(tx, team, seen, now);
        others.forEach(room -> room.teamChanged(tx, team, now));
        if (!outbox.plan(tx, team.id(), welcomeKey(team.id()), WELCOME, team.channel(), team.id().value(), now)) {
            outbox.refresh(tx, welcomeKey(team.id()));
        }
        return Lineup.of(tx, people, team);
    }

    static String welcomeKey(TeamId team) {
        return "team/" + team + "/welcome";
    }

    private static Map<String, String> reasons(Setup setup, Roster.Seen seen) {
        var reasons = new LinkedHashMap<String, String>();
        cannot(setup.coaches(), SetupForm.COACHES, "coach", seen, reasons);
        cannot(setup.leaders(), SetupForm.LEADERS, "lead", seen, reasons);
        var both = new HashSet<>(setup.coaches());
        both.retainAll(setup.leaders());
        if (!both.isEmpty()) {
            reasons.put(SetupForm.LEADERS, "Nobody can be both coach and leader, because leaders never see what a "
                    + "coach sees. Choose one for " + names(both, seen) + ".");
        }
        var torn = new HashSet<>(setup.leftOut());
        torn.removeIf(person -> !setup.coaches().contains(person) && !setup.leaders().contains(person));
        if (!torn.isEmpty()) {
            reasons.put(SetupForm.LEFT_OUT, "Coaches and leaders cannot be left out: " + names(torn, seen) + ".");
        }
        return reasons;
    }

    private static void cannot(Set<PersonId> named, String field, String verb, Roster.Seen seen,
            Map<String, String> reasons) {
        for (var id : named) {
            var found = seen.find(id);
            if (found.isEmpty()) {
                reasons.put(field, "I cannot find " + id.user() + " in this workspace. Choose somebody else.");
            } else if (found.get().kind() == Person.Kind.BOT) {
                reasons.put(field, found.get().name() + " is an app, and apps cannot " + verb + " a team.");
            } else if (!found.get().canBelong()) {
                reasons.put(field, found.get().name() + " belongs to another organization and only shares this channel,"
                        + " so they cannot " + verb + " a team here. Choose a person from your own workspace.");
            } else if (!found.get().active()) {
                reasons.put(field,
                        found.get().name() + "'s account is deactivated. Choose somebody who can " + verb + ".");
            }
        }
    }

    private static String names(Set<PersonId> ids, Roster.Seen seen) {
        return String.join(", ",
                ids.stream().map(id -> seen.find(id).map(Person::name).orElse(id.user())).sorted().toList());
    }
}
