package dev.stagecoach.coaching.feedback;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import dev.stagecoach.coaching.feedback.FeedbackThread.Audience;
import dev.stagecoach.coaching.feedback.FeedbackThread.Course;
import dev.stagecoach.coaching.feedback.FeedbackThread.Said;
import dev.stagecoach.coaching.feedback.FeedbackThread.State;
import dev.stagecoach.guide.Feedback.Protocol;
import dev.stagecoach.guide.Feedback.Turn;
import dev.stagecoach.guide.Feedback.Who;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.outbox.Outbox;
import dev.stagecoach.people.Member;
import dev.stagecoach.people.People;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Role;
import dev.stagecoach.people.Team;
import dev.stagecoach.storage.Transaction;

/**
 * How a thread goes on: from turn to turn when all have had a say, when the time is up, or when its presenter says so.
 * Who takes part has one message, which is written again with each turn.
 */
final class ProtocolProgress {
    /** The message in the channel. */
    static final String CARD = "feedback.card";
    /** The message to somebody who takes part. */
    static final String PART = "feedback.part";
    /** What somebody said, in the channel's thread. */
    static final String SAID = "feedback.said";

    private final FeedbackStore store = new FeedbackStore();
    private final People people;
    private final Guide guide;
    private final Outbox outbox;

    ProtocolProgress(People people, Guide guide, Outbox outbox) {
        this.people = people;
        this.guide = guide;
        this.outbox = outbox;
    }

    /** The thread's protocol, as long as the guide has it. */
    Optional<Protocol> protocol(FeedbackThread thread) {
        return guide.workbook().feedback().protocol(thread.setting().protocol());
    }

    /** The present turn; empty where the thread is over. */
    Optional<Turn> turn(FeedbackThread thread) {
        return thread.course().open()
                ? protocol(thread).flatMap(protocol -> protocol.turn(thread.course().turn()))
                : Optional.empty();
    }

    /** Whether only the presenter's decision is left. */
    boolean deciding(FeedbackThread thread) {
        return turn(thread).filter(turn -> turn.who() == Who.PRESENTER)
                .filter(turn -> protocol(thread).filter(one -> one.turns().size() == turn.number()).isPresent())
                .isPresent();
    }

    /** The course of a thread that begins now: its presenter has set the table already. */
    Course begin(Transaction tx, Team team, Protocol protocol, Instant now) {
        var timetable = new Timetable(people.days().ofTeam(tx, team));
        var first = protocol.turns().getFirst().who() == Who.PRESENTER && protocol.turns().size() > 1 ? 2 : 1;
        return course(timetable, protocol, first, timetable.deadline(now, protocol.hours()), now);
    }

    private static Course course(Timetable timetable, Protocol protocol, int number, Instant deadline, Instant now) {
        var turn = protocol.turn(number);
        if (turn.isEmpty()) {
            return new Course(State.DONE, number - 1, now, Optional.empty(), deadline);
        }
        if (turn.get().who() == Who.PRESENTER) {
            return new Course(State.OPEN, number, now, Optional.empty(), deadline);
        }
        if (!now.isBefore(deadline)) {
            return course(timetable, protocol, number + 1, deadline, now);
        }
        var left = protocol.turns().stream().filter(one -> one.number() >= number && one.who() == Who.OTHERS)
                .mapToInt(Turn::minutes).sum();
        return new Course(State.OPEN, number, now,
                Optional.of(timetable.share(now, deadline, turn.get().minutes(), left)), deadline);
    }

    /** Opens the thread and asks who is invited. False where it was open already. */
    boolean open(Transaction tx, Team team, FeedbackThread thread, Set<PersonId> invited, Instant now) {
        if (!store.open(tx, thread, invited, now)) {
            return false;
        }
        switch (thread.setting().audience()) {
            case TEAM -> outbox.plan(tx, team.id(), card(thread.id()), CARD, team.channel(), thread.id(), now);
            case SOME -> invited.forEach(person -> ask(tx, thread, person, now));
        }
        return true;
    }

    /** The presenter puts other words on the table. */
    void change(Transaction tx, FeedbackThread thread, FeedbackThread.Table table) {
        store.change(tx, thread.id(), table);
        refresh(tx, thread);
    }

    /** Keeps what somebody says; once all have had a say in the present turn, the next one begins. */
    void say(Transaction tx, FeedbackThread thread, Said said) {
        store.say(tx, thread.id(), said);
        if (thread.setting().audience() == Audience.TEAM && !said.words().isEmpty()) {
            var key = card(thread.id()) + "/" + said.turn() + "/" + said.person();
            if (!outbox.answer(tx, key, card(thread.id()), SAID,
                    thread.id() + " " + said.turn() + " " + said.person(), said.at())) {
                outbox.refresh(tx, key);
            }
        }
        if (said.turn() == thread.course().turn() && complete(tx, thread)) {
            moveOn(tx, thread, said.at());
        } else {
            refresh(tx, thread);
        }
    }

    private boolean complete(Transaction tx, FeedbackThread thread) {
        return turn(thread).map(Turn::who).filter(who -> switch (who) {
            case PRESENTER -> true;
            case OTHERS -> store.spoken(tx, thread.id(), thread.course().turn()).containsAll(awaited(tx, thread));
        }).isPresent();
    }

    /** The next turn begins, unless it has begun meanwhile. */
    boolean moveOn(Transaction tx, FeedbackThread thread, Instant now) {
        var team = people.teams().find(tx, thread.team());
        var protocol = protocol(thread);
        if (team.isEmpty() || protocol.isEmpty()) {
            return end(tx, thread, State.CLOSED, now);
        }
        var next = course(new Timetable(people.days().ofTeam(tx, team.get())), protocol.get(),
                thread.course().turn() + 1, thread.course().deadline(), now);
        return moved(tx, thread, next);
    }

    /** The thread is over. */
    boolean end(Transaction tx, FeedbackThread thread, State how, Instant now) {
        var course = thread.course();
        return moved(tx, thread, new Course(how, course.turn(), now, Optional.empty(), course.deadline()));
    }

    private boolean moved(Transaction tx, FeedbackThread thread, Course next) {
        if (!store.move(tx, thread.id(), thread.course().turn(), next)) {
            return false;
        }
        var after = new FeedbackThread(thread.id(), thread.team(), thread.practice(), thread.setting(), thread.table(),
                next, thread.decision());
        if (turn(after).filter(turn -> turn.who() == Who.PRESENTER).isPresent()) {
            ask(tx, after, thread.setting().presenter(), next.since());
        }
        refresh(tx, after);
        return true;
    }

    private void ask(Transaction tx, FeedbackThread thread, PersonId person, Instant now) {
        outbox.plan(tx, thread.team(), part(thread.id(), person), PART, person, thread.id(), now);
        outbox.latest(tx, part(thread.id(), person), latest(tx, thread, person, now));
    }

    /** Presenters get what they asked for at once; others hear of their turn one school day before its end at the latest. */
    private Instant latest(Transaction tx, FeedbackThread thread, PersonId person, Instant now) {
        var end = thread.course().until().orElse(thread.course().deadline());
        return people.teams().find(tx, thread.team()).filter(_ -> !thread.presentedBy(person))
                .map(team -> people.days().ofPerson(tx, team, person).oneSchoolDayBefore(end)).orElse(now);
    }

    /** Every message about the thread says what is so now. */
    void refresh(Transaction tx, FeedbackThread thread) {
        outbox.refresh(tx, card(thread.id()));
        outbox.refresh(tx, part(thread.id(), thread.setting().presenter()));
        store.invited(tx, thread.id()).forEach(person -> outbox.refresh(tx, part(thread.id(), person)));
    }

    /** Whether the person is one of those who answer. */
    boolean answers(Transaction tx, FeedbackThread thread, PersonId person) {
        var standing = people.members().standing(tx, thread.team(), person);
        return !thread.presentedBy(person) && standing.takesPart()
                && switch (thread.setting().audience()) {
                    case TEAM -> true;
                    case SOME -> store.invited(tx, thread.id()).contains(person);
                };
    }

    /** Whose word a turn waits for; a coach who is there with the whole team is welcome and holds nothing up. */
    Set<PersonId> awaited(Transaction tx, FeedbackThread thread) {
        var members = people.members().of(tx, thread.team());
        return switch (thread.setting().audience()) {
            case TEAM -> others(thread, members.stream().filter(one -> one.role() == Role.MEMBER).toList());
            case SOME -> {
                var invited = store.invited(tx, thread.id());
                yield others(thread, members.stream()
                        .filter(one -> one.role() != Role.LEADER && invited.contains(one.person())).toList());
            }
        };
    }

    private static Set<PersonId> others(FeedbackThread thread, List<Member> members) {
        return members.stream().map(Member::person).filter(person -> !thread.presentedBy(person))
                .collect(Collectors.toSet());
    }

    private static String card(String thread) {
        return "feedback/" + thread + "/card";
    }

    private static String part(String thread, PersonId person) {
        return "feedback/" + thread + "/" + person;
    }
}
