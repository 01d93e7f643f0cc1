package dev.stagecoach.people;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;

import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Transaction;

/**
 * Keeps each team in step with the people of its channel. Whoever joins the channel becomes a member, whoever leaves
 * it leaves; coaches and leaders stay what they were named, in the channel or not. Programs never belong, nor do
 * people whom the coach leaves out.
 */
public final class Roster {
    private static final Duration FRESH = Duration.ofDays(1);
    private static final Duration SOON = Duration.ofMinutes(1);
    private static final Duration AFTER_FAULT = Duration.ofMinutes(10);
    /** Look-ups side by side, so that a form over a whole team is answered within its three seconds. */
    private static final int AT_ONCE = 8;
    /** Look-ups in one go; the chat service allows about a hundred a minute. The rest follows a minute later. */
    private static final int MOST_LOOKUPS = 60;

    private final RosterStore store = new RosterStore();
    private final ReachabilityStore places = new ReachabilityStore();
    private final Database database;
    private final People people;
    private final Directory directory;
    private volatile Changed changed = (_, _, _, _) -> {};

    /** Told of each role that somebody has gained or lost by coming, going, or another account, in the same transaction. */
    @FunctionalInterface
    public interface Changed {
        void roleChanged(Transaction tx, Team team, RoleChange change, Instant now);
    }

    public Roster(Database database, People people, Directory directory) {
        this.database = database;
        this.people = people;
        this.directory = directory;
    }

    /** Whoever is to be told; before anything is asked of the roster. */
    public void tells(Changed listener) {
        changed = listener;
    }

    /** Does it, and tells what is different in these teams afterwards. */
    private void telling(Transaction tx, Collection<Team> teams, Instant now, Runnable work) {
        var before = teams.stream().collect(Collectors.toMap(Function.identity(),
                team -> people.members().of(tx, team.id())));
        work.run();
        before.forEach((team, then) -> RoleChange.between(then, people.members().of(tx, team.id()))
                .forEach(change -> changed.roleChanged(tx, team, change, now)));
    }

    /**
     * What was seen outside, to be written by {@link #apply} within a transaction.
     *
     * @param inChannel who is in the channel; empty where the bot cannot see it
     * @param fetched those who were asked for just now
     * @param complete whether everybody in the channel is known
     */
    public record Seen(Set<PersonId> inChannel, List<Person> fetched, boolean complete) {
        public Seen {
            inChannel = Set.copyOf(inChannel);
            // One order for all, so that two transactions that write the same people cannot lock each other out.
            fetched = fetched.stream().sorted(Comparator.comparing(person -> person.id().toString())).toList();
        }

        public Optional<Person> find(PersonId id) {
            return fetched.stream().filter(person -> person.id().equals(id)).findFirst();
        }
    }

    /** The channel as the chat service shows it to the bot; over the network. */
    public Optional<Directory.Channel> channel(ChannelId id) {
        return directory.channel(id);
    }

    /** The person as the chat service knows them; over the network. */
    public Optional<Person> person(PersonId id) {
        return directory.person(id);
    }

    /**
     * Asks who is in the channel, and for those named whatever is known of them. Over the network, so never inside a
     * transaction.
     *
     * @throws Directory.Unavailable where the channel or somebody named could not be asked for
     */
    public Seen look(ChannelId channel, Set<PersonId> named, Instant now) {
        return look(channel, named, Set.of(), now);
    }

    private Seen look(ChannelId channel, Set<PersonId> named, Set<PersonId> belonging, Instant now) {
        var inChannel = Set.copyOf(directory.membersOf(channel));
        var fetched = new ArrayList<>(fetch(named));
        var others = new HashSet<>(inChannel);
        others.addAll(belonging);
        others.removeAll(named);
        others.removeAll(database.read(tx -> store.fresh(tx, others, now.minus(FRESH))));
        try {
            fetched.addAll(fetch(others.stream().sorted(Comparator.comparing(PersonId::toString))
                    .limit(MOST_LOOKUPS).toList()));
        } catch (Directory.Unavailable _) {
            return new Seen(inChannel, fetched, false);
        }
        return new Seen(inChannel, fetched, others.size() <= MOST_LOOKUPS);
    }

    private List<Person> fetch(Collection<PersonId> ids) {
        return ids.stream().gather(Gatherers.mapConcurrent(AT_ONCE, directory::person)).flatMap(Optional::stream)
                .toList();
    }

    /** Writes what was seen: keeps the people, joins who came, leaves who went, plans the next look. */
    public void apply(Transaction tx, Team team, Seen seen, Instant now) {
        seen.fetched().forEach(person -> people.members().keep(tx, person, now));
        store.plan(tx, team.id(), now.plus(seen.complete() ? FRESH : SOON));
        if (seen.inChannel().isEmpty()) {
            return; // the bot sees nothing, which is no reason to dissolve a team
        }
        var leaders = people.members().of(tx, team.id(), Role.LEADER).stream().map(Member::person)
                .collect(Collectors.toSet());
        people.readers().keep(tx, team.id(), seen.inChannel().stream()
                .filter(id -> leaders.contains(id) || isStranger(tx, id)).collect(Collectors.toSet()), now);
        var leftOut = people.teams().leftOut(tx, team.id());
        var wanted = new HashSet<>(seen.inChannel());
        wanted.removeAll(leftOut);
        var belonging = new HashSet<PersonId>();
        for (var member : people.members().of(tx, team.id())) {
            if (member.role() == Role.MEMBER && (!wanted.contains(member.person()) || !fits(tx, member.person()))) {
                people.members().leave(tx, team.id(), member.person(), now);
            }
            belonging.add(member.person());
        }
        wanted.stream().filter(id -> !belonging.contains(id) && fits(tx, id))
                .forEach(id -> people.members().join(tx, team.id(), id, Role.MEMBER, now));
    }

    private boolean isStranger(Transaction tx, PersonId id) {
        return people.members().person(tx, id).filter(one -> one.kind() == Person.Kind.STRANGER).isPresent();
    }

    private boolean fits(Transaction tx, PersonId id) {
        return people.members().person(tx, id).filter(one -> one.active() && one.canBelong())
                .isPresent();
    }

    /**
     * Names the team's coaches and leaders; whoever was one and is not named any more becomes a member. All must be
     * known people.
     */
    public void name(Transaction tx, TeamId team, Set<PersonId> coaches, Set<PersonId> leaders, Instant now) {
        store.named(tx, team).stream().filter(one -> !coaches.contains(one) && !leaders.contains(one))
                .forEach(former -> people.members().join(tx, team, former, Role.MEMBER, now));
        coaches.forEach(coach -> people.members().join(tx, team, coach, Role.COACH, now));
        leaders.forEach(leader -> people.members().join(tx, team, leader, Role.LEADER, now));
    }

    /**
     * Compares the team with its channel now and writes what is different.
     *
     * @throws Directory.Unavailable where the chat service could not be asked; nothing has changed then
     */
    public void sync(Team team, Instant now) {
        var belonging = database.read(tx -> store.belonging(tx, team.id()));
        var seen = look(team.channel(), Set.of(), belonging, now);
        database.change(tx -> telling(tx, List.of(team), now, () -> apply(tx, team, seen, now)));
    }

    /** Somebody joined a channel; where it is a team's, they belong from now on. */
    public void joined(ChannelId channel, PersonId person, Instant now) {
        inChannel(channel).ifPresent(team -> {
            try {
                directory.person(person).ifPresent(who -> database
                        .change(tx -> telling(tx, List.of(team), now, () -> welcome(tx, team, who, now))));
            } catch (Directory.Unavailable _) {
                database.change(tx -> store.plan(tx, team.id(), now));
            }
        });
    }

    private void welcome(Transaction tx, Team team, Person person, Instant now) {
        people.members().keep(tx, person, now);
        if (person.kind() == Person.Kind.BOT) {
            store.plan(tx, team.id(), now); // perhaps the bot itself, back after a time of seeing nothing
            return;
        }
        var standing = people.members().standing(tx, team.id(), person.id());
        if (standing.isLeader() || person.kind() == Person.Kind.STRANGER) {
            people.readers().add(tx, team.id(), person.id(), now);
        } else if (person.active() && person.canBelong() && !standing.belongs()
                && !people.teams().leftOut(tx, team.id()).contains(person.id())) {
            people.members().join(tx, team.id(), person.id(), Role.MEMBER, now);
        }
    }

    /** Somebody left a channel; where it is a team's, a member's part in it ends, and nobody else reads there any more. */
    public void left(ChannelId channel, PersonId person, Instant now) {
        database.change(tx -> people.teams().inChannel(tx, channel).ifPresent(team -> {
            people.readers().remove(tx, team.id(), person);
            telling(tx, List.of(team), now, () -> people.members().memberLeaves(tx, team.id(), person, now));
        }));
    }

    /** Somebody's name, zone or account changed; people whom no team knows are ignored. */
    public void personChanged(PersonId person, Instant now) {
        if (database.read(tx -> people.members().person(tx, person)).isEmpty()) {
            return;
        }
        try {
            directory.person(person).ifPresent(known -> database.change(tx -> telling(tx,
                    people.teams().of(tx, person), now, () -> people.members().keep(tx, known, now))));
        } catch (Directory.Unavailable _) {
            database.change(tx -> {
                store.doubt(tx, person);
                people.teams().of(tx, person).forEach(team -> store.plan(tx, team.id(), now));
            });
        }
    }

    /** The teams that are to be compared with their channels by now; none while the bot is shut out. */
    public List<Team> due(Instant now) {
        return database.read(tx -> places.shutOut(tx).isPresent()
                ? List.<Team>of()
                : store.due(tx, now).stream().flatMap(team -> people.teams().find(tx, team).stream()).toList());
    }

    /** When the next team is to be compared with its channel. */
    public Optional<Instant> next() {
        return database.read(store::next);
    }

    /** The look at this team failed; the next is in ten minutes. */
    public void retryLater(Team team, Instant now) {
        database.change(tx -> store.plan(tx, team.id(), now.plus(AFTER_FAULT)));
    }

    private Optional<Team> inChannel(ChannelId channel) {
        return database.read(tx -> people.teams().inChannel(tx, channel));
    }
}
