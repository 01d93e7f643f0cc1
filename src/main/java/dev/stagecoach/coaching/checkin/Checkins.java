package dev.stagecoach.coaching.checkin;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.stagecoach.delivery.Ledger;
import dev.stagecoach.guide.CheckinSet;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.people.Member;
import dev.stagecoach.people.People;
import dev.stagecoach.people.Person;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.PreferenceStore;
import dev.stagecoach.people.Role;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Ids;
import dev.stagecoach.storage.Transaction;

/** What everything in this room works with, and what it asks of people. */
record Checkins(Database database, People people, Guide guide, Ledger ledger, Focus focus) {
    static final String ASK = "checkin.ask";
    private static final String MEMBER = "member";
    private static final ScheduleStore SCHEDULES = new ScheduleStore();
    private static final OccasionStore OCCASIONS = new OccasionStore();
    private static final AnswerStore ANSWERS = new AnswerStore();
    private static final PreferenceStore PREFERENCES = new PreferenceStore();

    ScheduleStore schedules() {
        return SCHEDULES;
    }

    OccasionStore occasions() {
        return OCCASIONS;
    }

    AnswerStore answers() {
        return ANSWERS;
    }

    /** The sets that members are asked, those of a stage first, in the guide's order. */
    List<CheckinSet> sets() {
        var sets = guide.checkinSets().stream().filter(set -> set.audience().equals(MEMBER)).toList();
        var staged = sets.stream().filter(set -> guide.stage(set.stage()).isPresent());
        var others = sets.stream().filter(set -> guide.stage(set.stage()).isEmpty());
        return Stream.concat(staged, others).toList();
    }

    /** The set for a team that begins: of the guide's first stage where there is one. */
    Optional<CheckinSet> firstSet() {
        var first = guide.stages().stream().findFirst();
        return sets().stream().filter(set -> first.filter(stage -> stage.key().equals(set.stage())).isPresent())
                .findFirst().or(() -> sets().stream().findFirst());
    }

    String setName(String key) {
        return guide.checkinSet(key).map(CheckinSet::name).orElse("Questions that the guide no longer has");
    }

    /** What was asked at the occasion; empty where the guide no longer has the set. */
    Optional<Questions> questions(Transaction tx, Asked asked) {
        return guide.checkinSet(asked.occasion().set())
                .map(set -> Questions.of(set, guide, focus.of(tx, asked.occasion().team())));
    }

    /** The person's own time zone. */
    ZoneId zone(Transaction tx, Asked asked) {
        return people.members().person(tx, asked.person()).map(Person::zone)
                .orElseGet(() -> team(tx, asked.occasion().team()).zone());
    }

    Team team(Transaction tx, TeamId id) {
        return people.teams().find(tx, id).orElseThrow(() -> new IllegalStateException("no team " + id));
    }

    boolean isCoach(Transaction tx, TeamId team, PersonId person) {
        return people.members().standing(tx, team, person).isCoach();
    }

    /** Who is asked now: members who want check-ins, or the chosen people who are still in the team. */
    List<PersonId> asked(Transaction tx, Schedule schedule, Team team, Instant now) {
        return people.members().of(tx, team.id()).stream()
                .filter(member -> schedule.chosen().isEmpty()
                        ? member.role() == Role.MEMBER
                        : schedule.asks(member.person()))
                .map(Member::person)
                .filter(person -> PREFERENCES.wantsCheckins(tx, person, now, team.zone())).toList();
    }

    /**
     * Asks everybody, unless the schedule has asked on that day.
     *
     * @param slot the moment that the asking stands for
     * @return how many are asked; empty where that day has been asked
     */
    Optional<Integer> ask(Transaction tx, Schedule schedule, Instant slot, Instant now) {
        var team = team(tx, schedule.team());
        var occasion = new Occasion(Ids.next(), schedule.id(), team.id(), schedule.set(),
                Slots.name(slot, team.zone()), now, Occasion.Status.OPEN);
        if (!OCCASIONS.add(tx, occasion)) {
            return Optional.empty();
        }
        var people = asked(tx, schedule, team, now);
        for (var person : people) {
            var asked = new Asked(occasion, person, Asked.State.OPEN, 0, Optional.empty(), true);
            OCCASIONS.ask(tx, asked, now);
            ledger.plan(tx, team.id(), asked.key(0), ASK, person, asked.subject(0), Hours.from(now, team.zone()));
        }
        return Optional.of(people.size());
    }

    /** The answers to what was asked before {@code until} are final; the messages that asked say so from now on. */
    void close(Transaction tx, TeamId team, Instant until, Instant now) {
        var asked = OCCASIONS.changeable(tx, team, until);
        OCCASIONS.close(tx, team, until, now);
        asked.stream().flatMap(one -> one.keys().stream()).forEach(key -> ledger.refresh(tx, key));
    }
}
