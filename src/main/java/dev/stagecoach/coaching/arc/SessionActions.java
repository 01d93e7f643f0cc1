package dev.stagecoach.coaching.arc;

import java.util.Optional;

import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.FormReader;
import dev.stagecoach.coaching.stage.TeamAtWork;
import dev.stagecoach.coaching.tool.Entries;
import dev.stagecoach.coaching.tool.Filled;
import dev.stagecoach.coaching.tool.Target;
import dev.stagecoach.coaching.tool.ToolForm;
import dev.stagecoach.coaching.tool.ToolSubmissions;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.Tool;
import dev.stagecoach.people.People;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Transaction;

/** Planning sessions: adding, changing, noting what came of them, deleting. */
final class SessionActions {
    static final Reply GONE = Reply.Refused
            .because("I cannot find this session; somebody may have deleted it. /coach plan shows the others.");

    private final Database database;
    private final People people;
    private final Guide guide;
    private final SessionReminder reminder;
    private final Sessions sessions;
    private final SessionReplyStore words = new SessionReplyStore();

    SessionActions(Database database, People people, Guide guide, SessionReminder reminder) {
        this.database = database;
        this.people = people;
        this.guide = guide;
        this.reminder = reminder;
        this.sessions = new Sessions(people.gate());
    }

    Optional<Tool> tool() {
        return Sessions.tool(guide);
    }

    Reply add(Call.Click click) {
        return database.read(tx -> TeamAtWork.writing(tx, people, new TeamId(click.value()), click.person(), here -> {
            var day = people.days().ofTeam(tx, here.team());
            var suggested = SessionForm.suggested(guide, here, sessions.of(tx, here.team().id(), here.practice()),
                    day, click.now().atZone(here.team().zone()).toLocalDate());
            return opened(Target.fresh(here.team().id(), here.practice()), suggested);
        }));
    }

    Reply edit(Call.Click click) {
        return database.read(tx -> writing(tx, click, click.value(), (_, session) -> opened(
                Target.of(session.filled()), session.filled().entries())));
    }

    private Reply opened(Target target, Entries entries) {
        return tool().<Reply>map(tool -> new Reply.Open(SessionForm.form(guide, tool).open(target, entries)))
                .orElse(GONE);
    }

    Reply save(Call.Submission sent) {
        return saved(sent, SessionForm::form, (tx, here, kept) -> {
            var session = Session.of(kept);
            var day = people.days().ofTeam(tx, here.team());
            reminder.plan(tx, here.team(), session, sent.now());
            var reminded = SessionReminder.at(session.on(), day).isAfter(sent.now());
            return new Reply.ToYou(ArcCards.saved(session, day.school(session.on()), reminded));
        });
    }

    Reply note(Call.Click click) {
        return database.read(tx -> writing(tx, click, click.value(), (_, session) -> tool()
                .<Reply>map(tool -> new Reply.Open(SessionForm.note(guide, tool)
                        .open(Target.of(session.filled()), session.filled().entries())))
                .orElse(GONE)));
    }

    Reply noted(Call.Submission sent) {
        return saved(sent, SessionForm::note, (_, here, _) -> new Reply.ToYou(Card
                .saying("Noted. The team finds it with the session.").buttons(ArcCards.plan(here.team().id()))));
    }

    /** A form of this room. */
    private interface Which {
        ToolForm of(Guide guide, Tool tool);
    }

    /** What follows once it is kept. */
    private interface Then {
        Reply with(Transaction tx, TeamAtWork here, Filled kept);
    }

    private Reply saved(Call.Submission sent, Which which, Then then) {
        var target = Target.parse(sent.context());
        var form = tool().map(tool -> which.of(guide, tool));
        return target.isEmpty() || form.isEmpty()
                ? GONE
                : database.write(tx -> TeamAtWork.writing(tx, people, target.get().team(), sent.person(), here -> {
                    var known = sessions.find(tx, target.get().id()).map(session -> session.filled().entries())
                            .orElse(Entries.EMPTY);
                    var reading = new FormReader(sent.answers());
                    var entries = form.get().read(reading, sent.answers(), known);
                    if (form.get().tool().asks(Session.NEEDS)) {
                        check(tx, here, reading, entries, sent);
                    }
                    return reading.mend().orElseGet(() -> new ToolSubmissions(people, sessions.store(), form.get())
                            .keep(tx, sent, target.get(), entries, kept -> then.with(tx, here, kept.filled())));
                }));
    }

    private void check(Transaction tx, TeamAtWork here, FormReader reading, Entries entries, Call.Submission sent) {
        SessionForm.check(reading, entries, people.days().ofTeam(tx, here.team()),
                sent.now().atZone(here.team().zone()).toLocalDate());
        if (entries.person(Session.OWNER)
                .filter(owner -> !people.members().standing(tx, here.team().id(), owner).belongs()).isPresent()) {
            reading.mend(Session.OWNER, "Please choose somebody who is in the team.");
        }
    }

    /** @param page what is shown in its place */
    Reply delete(Call.Click click, Page page) {
        return database.write(tx -> writing(tx, click, click.value(), (here, session) -> {
            reminder.stop(tx, session, "the session was deleted");
            words.forget(tx, session.id());
            sessions.store().delete(tx, session.id());
            return page.of(tx, here);
        }));
    }

    /** How the arc is shown. */
    interface Page {
        Reply of(Transaction tx, TeamAtWork here);
    }

    /** What is done with a session. */
    private interface Work {
        Reply with(TeamAtWork here, Session session);
    }

    private Reply writing(Transaction tx, Call call, String id, Work work) {
        return sessions.find(tx, id).map(session -> TeamAtWork.writing(tx, people, session.filled().team(),
                call.person(), here -> work.with(here, session))).orElse(GONE);
    }
}
