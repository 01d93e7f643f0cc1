package dev.stagecoach.simulation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

import dev.stagecoach.people.DaysOff;

/** What people have asked for and were told is so. Kept beside the bot, to hold it to. */
final class ExpectedState {
    private final Population population;
    private final Map<String, SchoolBreaks> breaks = new HashMap<>();
    private final Map<String, Group> teams = new HashMap<>();
    private final Map<String, DaysOff> vacations = new HashMap<>();
    private final Map<String, LocalTime> evenings = new HashMap<>();
    private final Map<Integer, Integer> nudges = new HashMap<>();
    private final Set<String> stopped = new HashSet<>();
    private final Set<String> away = new HashSet<>();
    private final Set<String> left = new HashSet<>();
    private final Map<Matter, Settled> settled = new HashMap<>();
    private final Map<Integer, List<Interval>> resting = new TreeMap<>();
    private int confided;

    /** A check-in and who was asked. */
    record Matter(String person, String occasion) {}

    /**
     * What somebody did about a check-in last and was told that it is done.
     *
     * @param answers by question; empty where it was skipped
     */
    record Settled(Instant at, Map<String, String> answers) {}

    /** A time in which a team's schedules rest, because of a coach or of the channel. */
    record Interval(Instant from, Instant to) {
        boolean touches(Instant moment, java.time.Duration nearly) {
            return !moment.isBefore(from.minus(nearly)) && moment.isBefore(to.plus(nearly));
        }
    }

    ExpectedState(Scope scope, Population population) {
        this.population = population;
        population.groups()
                .forEach(group -> breaks.computeIfAbsent(group.school(), school -> SchoolBreaks.of(scope, school)));
    }

    Population population() {
        return population;
    }

    /** Somebody was told that what they wrote is kept. */
    void confided() {
        confided++;
    }

    /** How often somebody wrote something in their own words. */
    int confidences() {
        return confided;
    }

    SchoolBreaks breaks(Group group) {
        return Optional.ofNullable(breaks.get(group.school())).orElseThrow();
    }

    /** The school's calendar has this, too, from now on. */
    void dayOff(Group group, DaysOff more) {
        breaks.put(group.school(), breaks(group).and(more));
    }

    void isSetUp(String team, Group group) {
        teams.put(team, group);
    }

    /** The team with the bot's own id for it. */
    Optional<Group> team(String id) {
        return Optional.ofNullable(teams.get(id));
    }

    Map<String, Group> teams() {
        return Map.copyOf(teams);
    }

    Optional<Teacher> person(String id) {
        return population.people().stream().filter(one -> one.id().equals(id)).findFirst();
    }

    void vacation(Teacher who, DaysOff days) {
        vacations.put(who.id(), days);
    }

    void noVacation(Teacher who) {
        vacations.remove(who.id());
    }

    void evenings(Teacher who, LocalTime from) {
        evenings.put(who.id(), from);
    }

    void nudges(Group group, int aWeek) {
        nudges.put(group.number(), aWeek);
    }

    int nudges(Group group) {
        return nudges.getOrDefault(group.number(), 1);
    }

    /** How often somebody may be asked for something in a week. */
    int budget(Teacher who) {
        return population.groupsOf(who).filter(group -> !hasLeft(who.id(), group))
                .mapToInt(this::nudges).min().orElse(1);
    }

    /** Somebody leaves the team's channel; false where that has happened and they have not come back. */
    boolean goesAway(Teacher who, Group group) {
        return away.add(who.id() + " " + group.number());
    }

    /** The bot must have heard by now that somebody has left. */
    void leaves(Teacher who, Group group) {
        left.add(who.id() + " " + group.number());
    }

    void comesBack(Teacher who, Group group) {
        away.remove(who.id() + " " + group.number());
        left.remove(who.id() + " " + group.number());
    }

    boolean hasLeft(String person, Group group) {
        return left.contains(person + " " + group.number());
    }

    void stops(Teacher who) {
        stopped.add(who.id());
    }

    void startsAgain(Teacher who) {
        stopped.remove(who.id());
    }

    boolean hasStopped(String person) {
        return stopped.contains(person);
    }

    void settled(Matter matter, Settled how) {
        settled.put(matter, how);
    }

    /** Somebody is about to say something else about it, and nobody knows yet whether it arrives. */
    void unsure(Matter matter) {
        settled.remove(matter);
    }

    Optional<Settled> settled(Matter matter) {
        return Optional.ofNullable(settled.get(matter));
    }

    Map<Matter, Settled> answers() {
        var answers = new HashMap<>(settled);
        answers.values().removeIf(one -> one.answers().isEmpty());
        return answers;
    }

    void rests(Group group, Instant from, Instant to) {
        resting.computeIfAbsent(group.number(), _ -> new ArrayList<>()).add(new Interval(from, to));
    }

    List<Interval> resting(Group group) {
        return resting.getOrDefault(group.number(), List.of());
    }

    /** The hours of a person as a member of this team. */
    Hours hours(Teacher who, Group group) {
        var off = new ArrayList<Predicate<LocalDate>>(List.of(breaks(group)::cover));
        Optional.ofNullable(vacations.get(who.id()))
                .ifPresent(days -> off.add(day -> !day.isBefore(days.first()) && !day.isAfter(days.last())));
        var evening = evenings.getOrDefault(who.id(), Hours.FROM);
        return hours(who.zone(), evening.isBefore(Hours.FROM) ? evening : Hours.FROM, off);
    }

    /** The hours of a team's channel. */
    Hours hours(Group group) {
        return hours(group.zone(), Hours.FROM, List.of(breaks(group)::cover));
    }

    private static Hours hours(ZoneId zone, LocalTime from, List<Predicate<LocalDate>> off) {
        return new Hours(zone, from, Hours.TO, List.copyOf(off));
    }
}
