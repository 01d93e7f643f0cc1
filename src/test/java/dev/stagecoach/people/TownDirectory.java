package dev.stagecoach.people;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** A small workspace to test with; {@code down} makes it unreachable. */
public final class TownDirectory implements Directory {
    public static final ZoneId BOISE = ZoneId.of("America/Boise");

    private final Map<PersonId, Person> persons = new LinkedHashMap<>();
    private final Map<ChannelId, Channel> channels = new LinkedHashMap<>();
    private final Map<ChannelId, Set<PersonId>> members = new LinkedHashMap<>();
    private final List<PersonId> asked = new CopyOnWriteArrayList<>();
    private final Map<PersonId, Instant> disturbable = new ConcurrentHashMap<>();
    private final AtomicInteger askedForDisturbance = new AtomicInteger();
    private volatile boolean down;

    public PersonId person(String name) {
        return person(name, Person.Kind.FULL);
    }

    /** Somebody whose id is the name in capitals, with underlines for spaces. */
    public PersonId person(String name, Person.Kind kind) {
        var id = new PersonId("T1", name.toUpperCase(Locale.ROOT).replace(' ', '_'));
        persons.put(id, new Person(id, name, BOISE, kind, true));
        return id;
    }

    public void deactivate(PersonId id) {
        persons.computeIfPresent(id, (_, old) -> new Person(id, old.name(), old.zone(), old.kind(), false));
    }

    public void activate(PersonId id) {
        persons.computeIfPresent(id, (_, old) -> new Person(id, old.name(), old.zone(), old.kind(), true));
    }

    public ChannelId channel(String name, PersonId... people) {
        var id = new ChannelId("T1", name);
        channels.put(id, new Channel(id, name, false, false, true));
        members.put(id, new LinkedHashSet<>(List.of(people)));
        return id;
    }

    public ChannelId put(Channel channel) {
        channels.put(channel.id(), channel);
        return channel.id();
    }

    public void join(ChannelId channel, PersonId person) {
        members.computeIfAbsent(channel, _ -> new LinkedHashSet<>()).add(person);
    }

    public void leave(ChannelId channel, PersonId person) {
        members.getOrDefault(channel, new LinkedHashSet<>()).remove(person);
    }

    /** The bot is thrown out of the channel. */
    public void hide(ChannelId channel) {
        members.remove(channel);
        channels.remove(channel);
    }

    public void down(boolean now) {
        down = now;
    }

    /** Does not want to be disturbed before the given moment. */
    public void doNotDisturb(PersonId person, Instant until) {
        disturbable.put(person, until);
    }

    /** How often somebody asked who wants to be disturbed. */
    public int askedForDisturbance() {
        return askedForDisturbance.get();
    }

    @Override
    public Map<PersonId, Instant> doNotDisturb(Set<PersonId> people, Supplier<List<PersonId>> soon, Instant now) {
        askedForDisturbance.incrementAndGet();
        refuseWhenDown();
        var some = new HashMap<>(disturbable);
        some.keySet().retainAll(people);
        some.values().removeIf(until -> !until.isAfter(now));
        return some;
    }

    /** Who was asked for since the last time somebody asked this. */
    public List<PersonId> takeAsked() {
        var taken = new ArrayList<>(asked);
        asked.clear();
        return taken;
    }

    @Override
    public Optional<Person> person(PersonId id) {
        refuseWhenDown();
        asked.add(id);
        return Optional.ofNullable(persons.get(id));
    }

    @Override
    public Optional<Channel> channel(ChannelId id) {
        refuseWhenDown();
        return Optional.ofNullable(channels.get(id));
    }

    @Override
    public List<PersonId> membersOf(ChannelId id) {
        refuseWhenDown();
        return List.copyOf(members.getOrDefault(id, Set.of()));
    }

    private void refuseWhenDown() {
        if (down) {
            throw new Unavailable("down for this test", new IllegalStateException());
        }
    }
}
