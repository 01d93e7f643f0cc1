package dev.stagecoach.coaching.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.NextStep;
import dev.stagecoach.coaching.plan.SessionReplyStore.Word;
import dev.stagecoach.people.People;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Standing;
import dev.stagecoach.people.Team;
import dev.stagecoach.storage.Transaction;

/** What sessions ask of people: the owner to prepare one, members how its task went. It stands on their Home tab. */
final class SessionPrompts {
    /** Of a task, nobody is asked longer than so many days after its session. */
    private static final int TASK_DAYS = 21;

    private final People people;
    private final SessionReminder reminder;
    private final Sessions sessions;
    private final SessionReplyStore words = new SessionReplyStore();

    SessionPrompts(People people, SessionReminder reminder) {
        this.people = people;
        this.reminder = reminder;
        this.sessions = new Sessions(people.gate());
    }

    Reply look(CallContext here, String id) {
        return with(here, id, session -> new Reply.ToYou(
                ArcCards.toPrepare(session, words.prepared(here.tx(), session.id()))));
    }

    Reply ready(CallContext here, String id) {
        return with(here, id, session -> {
            words.say(here.tx(), session.id(), here.person(), Word.PREPARED, here.now());
            reminder.stop(here.tx(), session, "its owner said that the session is prepared");
            return new Reply.Replace(ArcCards.toPrepare(session, true));
        });
    }

    Reply ask(CallContext here, String id) {
        return with(here, id, session -> new Reply.ToYou(ArcCards.ask(session)));
    }

    Reply said(CallContext here, String id, Word word) {
        return with(here, id, session -> {
            words.say(here.tx(), session.id(), here.person(), word, here.now());
            return new Reply.Replace(word == Word.TRIED ? ArcCards.tried(session) : ArcCards.notYet(session));
        });
    }

    private Reply with(CallContext here, String id, Function<Session, Reply> work) {
        return sessions.find(here.tx(), id).map(work).orElse(SessionActions.GONE);
    }

    List<NextStep> steps(Transaction tx, Team team, PersonId person, Standing standing, Instant now) {
        var today = now.atZone(team.zone()).toLocalDate();
        var all = sessions.of(tx, team.id());
        var steps = new ArrayList<NextStep>();
        var day = people.days().ofTeam(tx, team);
        all.stream().filter(session -> session.ownedBy(person) && !session.over(today)
                && !today.isBefore(SessionReminder.from(session.on(), day)) && !words.prepared(tx, session.id()))
                .findFirst()
                .map(session -> new NextStep(NextStep.Rank.OPEN_ANSWER,
                        "You are preparing the session on " + session.day() + ".",
                        ArcRoom.LOOK.primary("Look at it", session.id())))
                .ifPresent(steps::add);
        current(all, today)
                .filter(session -> standing.isMember() && !words.toldOfTask(tx, session.id(), person))
                .map(session -> new NextStep(NextStep.Rank.OPEN_ANSWER,
                        "From the session on " + session.day() + ": " + Session.sentence(session.task()),
                        ArcRoom.ASK.primary("How did it go?", session.id())))
                .ifPresent(steps::add);
        return steps;
    }

    /** The last session that is over, as long as its task is fresh. */
    static Optional<Session> current(List<Session> all, LocalDate today) {
        return all.stream()
                .filter(session -> session.over(today) && !session.on().plusDays(TASK_DAYS).isBefore(today))
                .max(Comparator.comparing(Session::on));
    }
}
