package dev.stagecoach.coaching.checkin;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import dev.stagecoach.chat.Action;
import dev.stagecoach.coaching.checkin.Recipient.Subject;
import dev.stagecoach.guide.CheckinSet;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.outbox.Outbox;
import dev.stagecoach.people.Day;
import dev.stagecoach.people.Member;
import dev.stagecoach.people.People;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.PreferenceStore;
import dev.stagecoach.people.Role;
import dev.stagecoach.people.RoleChange;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Transaction;

/** What everything in this room works with, and what it asks of people. */
record Checkins(Database database, People people, Guide guide, Outbox outbox, Surroundings surroundings) {
    static final String ASK = "checkin.ask";
    private static final String MEMBER = "member";
    static final ScheduleStore SCHEDULES = new ScheduleStore();
    static final CheckinRunStore OCCASIONS = new CheckinRunStore();
    private static final AnswerStore ANSWERS = new AnswerStore();
    private static final FollowUpStore FOLLOWS = new FollowUpStore();
    private static final CadenceStore RHYTHMS = new CadenceStore();
    private static final PreferenceStore PREFERENCES = new PreferenceStore();

    ScheduleStore schedules() {
        return SCHEDULES;
    }

    CheckinRunStore runs() {
        return OCCASIONS;
    }

    AnswerStore answers() {
        return ANSWERS;
    }

    FollowUpStore follows() {
        return FOLLOWS;
    }

    CadenceStore rhythms() {
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
        return guide.checkinSet(key).map(CheckinSet::name).orElse("Questions the guide no longer has");
    }

    /** What was asked at the occasion; empty where the guide no longer has the set. */
    Optional<Questions> questions(Transaction tx, Recipient recipient) {
        return guide.checkinSet(recipient.run().set())
                .map(set -> Questions.of(set, guide, surroundings.focus().of(tx, recipient.run().team())));
    }

    /** The question as the team is asked it now. */
    Questions.Asking asking(Transaction tx, TeamId team, CheckinSet.Question question) {
        return Questions.filled(question, guide, surroundings.focus().of(tx, team));
    }

    /** When the person may hear of it, in the person's own zone. */
    Day day(Transaction tx, Recipient recipient) {
        return people.days().ofPerson(tx, team(tx, recipient.run().team()), recipient.person());
    }

    Team team(Transaction tx, TeamId id) {
        return people.teams().find(tx, id).orElseThrow(() -> new IllegalStateException("no team " + id));
    }

    /** Only for those who were asked at the occasion; a leader says nothing about the team's worries. */
    static <V> Action<V> asked(Action<V> action, Function<V, String> run) {
        return action.onlyFor("the person asked",
                (here, value) -> OCCASIONS.find(here.tx(), run.apply(value), here.person())
                        .filter(one -> one.fits(here.standing())).isPresent());
    }

    /** What a person was asked as a member or coach is over for a leader: not sent any more, and where it stands closed. */
    void roleChanged(Transaction tx, Team team, RoleChange change, Instant now) {
        if (change.becomes(Role.LEADER)) {
            OCCASIONS.open(tx, team.id(), change.person()).forEach(open -> {
                OCCASIONS.change(tx, open.in(Recipient.State.SKIPPED), now);
                open.keys().forEach(key -> {
                    outbox.skip(tx, key, "the person leads the team now");
                    outbox.refresh(tx, key);
                });
            });
        }
    }

    /** Who is asked now: members who want check-ins, or the chosen people who are still in the team. */
    List<PersonId> recipient(Transaction tx, Schedule schedule, Team team, Instant now) {
        return people.members().of(tx, team.id()).stream()
                .filter(member -> schedule.chosen().isEmpty()
                        ? member.role() == Role.MEMBER
                        : schedule.asks(member.person()))
                .map(Member::person)
                .filter(person -> PREFERENCES.wantsCheckins(tx, person, now, team.zone())).toList();
    }

    Cadence rhythm(Transaction tx, PersonId person, Instant now) {
        return RHYTHMS.of(tx, person, now,
                run -> OCCASIONS.find(tx, run, person).stream().flatMap(one -> one.keys().stream())
                        .anyMatch(key -> outbox.sent(tx, key).isPresent()));
    }

    /** What the person answered at this occasion; for that person's eyes. */
    List<StoredAnswer> own(Transaction tx, Recipient recipient) {
        return people.gate().openAll(tx, recipient.person(), answers().of(tx, recipient));
    }

    /** What the message says now. */
    CheckinMessage message(Transaction tx, Recipient recipient, Questions questions, int which) {
        return CheckinMessageData.of(tx, this, List.of(new Subject(recipient.run().id(), recipient.person(), which)))
                .message(recipient, questions, which);
    }

    /** Everything that the person can still answer, in all teams. */
    List<Recipient> open(Transaction tx, PersonId person) {
        return OCCASIONS.open(tx, person);
    }

    /** Asks once more; whoever did something about it meanwhile is spared at the send. */
    void repeat(Transaction tx, Recipient recipient, Instant at) {
        outbox.repeat(tx, recipient.key(Recipient.REPEAT), recipient.key(0), recipient.subject(Recipient.REPEAT), at);
    }

    /** Asks again at the time that the person wants. */
    void askLater(Transaction tx, Recipient snoozed, Instant at) {
        outbox.snooze(tx, snoozed.key(snoozed.snoozes()), snoozed.key(0), snoozed.subject(snoozed.snoozes()), at);
        FOLLOWS.followAt(tx, snoozed, Optional.of(at.plus(FollowUpJob.SOON)));
    }

    /** The answers to what was asked before {@code until} are final; the messages that asked say so from now on. */
    void close(Transaction tx, TeamId team, Instant until, Instant now) {
        var recipient = OCCASIONS.changeable(tx, team, until);
        OCCASIONS.close(tx, team, until, now);
        refresh(tx, recipient);
    }

    /** {@link #close} for what is too old, in all teams. */
    void closeOld(Transaction tx, Instant until, Instant now) {
        var recipient = OCCASIONS.changeableOld(tx, until);
        OCCASIONS.closeOld(tx, until, now);
        refresh(tx, recipient);
    }

    /** Nothing more is asked; messages on their way stay back, those that stand lose their buttons. */
    void withdraw(Transaction tx, Schedule schedule, Instant now) {
        var recipient = OCCASIONS.changeableOf(tx, schedule.id());
        SCHEDULES.remove(tx, schedule.id(), now);
        recipient.stream().flatMap(one -> one.keys().stream())
                .forEach(key -> outbox.skip(tx, key, "the check-in was deleted"));
        refresh(tx, recipient);
    }

    private void refresh(Transaction tx, List<Recipient> recipient) {
        recipient.stream().flatMap(one -> one.keys().stream()).forEach(key -> outbox.refresh(tx, key));
    }
}
