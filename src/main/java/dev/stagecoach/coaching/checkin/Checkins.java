package dev.stagecoach.coaching.checkin;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.stagecoach.coaching.checkin.Asked.Subject;
import dev.stagecoach.delivery.Ledger;
import dev.stagecoach.guide.CheckinSet;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.people.Day;
import dev.stagecoach.people.Member;
import dev.stagecoach.people.People;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.PreferenceStore;
import dev.stagecoach.people.Role;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Transaction;

/** What everything in this room works with, and what it asks of people. */
record Checkins(Database database, People people, Guide guide, Ledger ledger, Focus focus) {
    static final String ASK = "checkin.ask";
    private static final String MEMBER = "member";
    private static final ScheduleStore SCHEDULES = new ScheduleStore();
    private static final OccasionStore OCCASIONS = new OccasionStore();
    private static final AnswerStore ANSWERS = new AnswerStore();
    private static final FollowStore FOLLOWS = new FollowStore();
    private static final RhythmStore RHYTHMS = new RhythmStore();
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

    FollowStore follows() {
        return FOLLOWS;
    }

    RhythmStore rhythms() {
        return RHYTHMS;
    }

    PreferenceStore preferences() {
        return PREFERENCES;
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

    /** When the person may hear of it, in the person's own zone. */
    Day day(Transaction tx, Asked asked) {
        return people.days().ofPerson(tx, team(tx, asked.occasion().team()), asked.person());
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

    Rhythm rhythm(Transaction tx, PersonId person, Instant now) {
        return RHYTHMS.of(tx, person, now,
                occasion -> OCCASIONS.find(tx, occasion, person).stream().flatMap(one -> one.keys().stream())
                        .anyMatch(key -> ledger.sent(tx, key).isPresent()));
    }

    /** What the message says now. */
    Letter letter(Transaction tx, Asked asked, Questions questions, int which) {
        return Correspondence.of(tx, this, List.of(new Subject(asked.occasion().id(), asked.person(), which)))
                .letter(asked, questions, which);
    }

    /** Everything that the person can still answer, in all teams. */
    List<Asked> open(Transaction tx, PersonId person) {
        return OCCASIONS.open(tx, person);
    }

    /** Asks once more; whoever did something about it meanwhile is spared at the send. */
    void repeat(Transaction tx, Asked asked, Instant at) {
        ledger.repeat(tx, asked.key(Asked.REPEAT), asked.key(0), asked.subject(Asked.REPEAT), at);
    }

    /** Asks again at the time that the person wants. */
    void askLater(Transaction tx, Asked snoozed, Instant at) {
        ledger.snooze(tx, snoozed.key(snoozed.snoozes()), snoozed.key(0), snoozed.subject(snoozed.snoozes()), at);
        FOLLOWS.followAt(tx, snoozed, Optional.of(at.plus(Following.SOON)));
    }

    /** The answers to what was asked before {@code until} are final; the messages that asked say so from now on. */
    void close(Transaction tx, TeamId team, Instant until, Instant now) {
        var asked = OCCASIONS.changeable(tx, team, until);
        OCCASIONS.close(tx, team, until, now);
        refresh(tx, asked);
    }

    /** {@link #close} for what is too old, in all teams. */
    void closeOld(Transaction tx, Instant until, Instant now) {
        var asked = OCCASIONS.changeableOld(tx, until);
        OCCASIONS.closeOld(tx, until, now);
        refresh(tx, asked);
    }

    /** Nothing more is asked; messages on their way stay back, those that stand lose their buttons. */
    void withdraw(Transaction tx, Schedule schedule, Instant now) {
        var asked = OCCASIONS.changeableOf(tx, schedule.id());
        SCHEDULES.remove(tx, schedule.id(), now);
        asked.stream().flatMap(one -> one.keys().stream())
                .forEach(key -> ledger.skip(tx, key, "the check-in was deleted"));
        refresh(tx, asked);
    }

    private void refresh(Transaction tx, List<Asked> asked) {
        asked.stream().flatMap(one -> one.keys().stream()).forEach(key -> ledger.refresh(tx, key));
    }
}
