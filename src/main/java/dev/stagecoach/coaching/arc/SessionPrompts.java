package dev.stagecoach.coaching.arc;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.NextStep;
import dev.stagecoach.coaching.arc.SessionReplyStore.Word;
import dev.stagecoach.coaching.stage.TeamAtWork;
import dev.stagecoach.people.People;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Standing;
import dev.stagecoach.people.Team;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Transaction;

/** What sessions ask of people: the owner to prepare one, members how its task went. It stands on their Home tab. */
final class SessionPrompts {
    /** Of a task, nobody is asked longer than so many days after its session. */
    private static final int TASK_DAYS = 21;

    private static final Reply NOT_ASKED = Reply.Refused
            .because("Sessions are prepared and tried by the team itself. /coach plan shows you what it has planned.");

    private final Database database;
    private final People people;
    private final SessionReminder reminder;
    private final Sessions sessions;
    private final SessionReplyStore words = new SessionReplyStore();

    SessionPrompts(Database database, People people, SessionReminder reminder) {
        this.database = database;
        this.people = people;
        this.reminder = reminder;
        this.sessions = new Sessions(people.gate());
    }

    Reply look(Call.Click click) {
        return database.read(tx -> with(tx, click, session -> new Reply.ToYou(
                ArcCards.toPrepare(session, words.prepared(tx, session.id())))));
    }

    Reply ready(Call.Click click) {
        return database.write(tx -> with(tx, click, session -> {
            words.say(tx, session.id(), click.person(), Word.PREPARED, click.now());
            reminder.stop(tx, session, "its owner said that the session is prepared");
            return new Reply.Replace(ArcCards.toPrepare(session, true));
        }));
    }

    Reply ask(Call.Click click) {
        return database.read(tx -> with(tx, click, session -> new Reply.ToYou(ArcCards.ask(session))));
    }

    Reply tried(Call.Click click) {
        return said(click, Word.TRIED);
    }

    Reply notYet(Call.Click click) {
        return said(click, Word.NOT_YET);
    }

    private Reply said(Call.Click click, Word word) {
        return database.write(tx -> with(tx, click, session -> {
            words.say(tx, session.id(), click.person(), word, click.now());
            return new Reply.Replace(word == Word.TRIED ? ArcCards.tried(session) : ArcCards.notYet(session));
        }));
    }

    /** What is done with a session. */
    private interface Work {
        Reply with(Session session);
    }

    private Reply with(Transaction tx, Call.Click click, Work work) {
        return sessions.find(tx, click.value()).map(session -> TeamAtWork.reading(tx, people,
                session.filled().team(), click.person(),
                here -> here.mayWrite() || session.ownedBy(click.person()) ? work.with(session) : NOT_ASKED))
                .orElse(SessionActions.GONE);
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
                        "You prepare the session on " + session.day() + ".",
                        Button.primary("Look at it", ArcRoom.LOOK, session.id())))
                .ifPresent(steps::add);
        current(all, today)
                .filter(session -> standing.isMember() && words.ofTask(tx, session.id(), person).isEmpty())
                .map(session -> new NextStep(NextStep.Rank.OPEN_ANSWER,
                        "From the session on " + session.day() + ": " + Session.sentence(session.task()),
                        Button.primary("How did it go?", ArcRoom.ASK, session.id())))
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
