package dev.stagecoach.coaching.plan;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.FormReader;
import dev.stagecoach.coaching.workbook.Entries;
import dev.stagecoach.coaching.workbook.Filled;
import dev.stagecoach.coaching.workbook.Target;
import dev.stagecoach.coaching.workbook.ToolForm;
import dev.stagecoach.coaching.workbook.ToolSubmissions;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.Tool;
import dev.stagecoach.people.People;

/** Planning sessions: adding, changing, noting what came of them, deleting. */
final class SessionActions {
    static final Reply GONE = Reply.Refused
            .because("I cannot find this session; somebody may have deleted it. /coach plan shows the others.");

    private final People people;
    private final Guide guide;
    private final SessionReminder reminder;
    private final Sessions sessions;
    private final SessionReplyStore words = new SessionReplyStore();

    SessionActions(People people, Guide guide, SessionReminder reminder) {
        this.people = people;
        this.guide = guide;
        this.reminder = reminder;
        this.sessions = new Sessions(people.gate());
    }

    Optional<Tool> tool() {
        return Sessions.tool(guide);
    }

    Reply add(CallContext here) {
        var suggested = SessionForm.suggested(guide, here,
                sessions.of(here.tx(), here.teamId(), here.chosenPractice()),
                people.days().ofTeam(here.tx(), here.team()));
        return opened(Target.fresh(here.teamId(), here.chosenPractice()), suggested);
    }

    Reply edit(CallContext here, String id) {
        return with(here, id, session -> opened(Target.of(session.filled()), session.filled().entries()));
    }

    private Reply opened(Target target, Entries entries) {
        return tool().<Reply>map(tool -> new Reply.Open(SessionForm.form(guide, tool).open(target, entries)))
                .orElse(GONE);
    }

    Reply save(CallContext here, Target target) {
        return saved(here, target, SessionForm::form, kept -> {
            var session = Session.of(kept);
            var day = people.days().ofTeam(here.tx(), here.team());
            reminder.plan(here.tx(), here.team(), session, here.now());
            var reminded = SessionReminder.at(session.on(), day).isAfter(here.now());
            return new Reply.ToYou(ArcCards.saved(session, day.school(session.on()), reminded));
        });
    }

    Reply note(CallContext here, String id) {
        return with(here, id, session -> tool()
                .<Reply>map(tool -> new Reply.Open(SessionForm.note(guide, tool)
                        .open(Target.of(session.filled()), session.filled().entries())))
                .orElse(GONE));
    }

    Reply noted(CallContext here, Target target) {
        return saved(here, target, SessionForm::note, _ -> new Reply.ToYou(Card
                .saying("Noted. The team will find it with the session.").buttons(ArcCards.plan(here.teamId()))));
    }

    private Reply saved(CallContext here, Target target, BiFunction<Guide, Tool, ToolForm> which,
            Function<Filled, Reply> then) {
        return tool().map(tool -> which.apply(guide, tool)).map(form -> {
            var sent = here.submission();
            var known = sessions.find(here.tx(), target.id()).map(session -> session.filled().entries())
                    .orElse(Entries.EMPTY);
            var reading = new FormReader(sent.answers());
            var entries = form.read(reading, sent.answers(), known);
            if (form.tool().asks(Session.NEEDS)) {
                check(here, reading, entries);
            }
            return reading.mend().orElseGet(() -> new ToolSubmissions(people, Sessions.STORE, form)
                    .keep(here.tx(), sent, target, entries, kept -> then.apply(kept.filled())));
        }).orElse(GONE);
    }

    private void check(CallContext here, FormReader reading, Entries entries) {
        SessionForm.check(reading, entries, people.days().ofTeam(here.tx(), here.team()), here.today());
        if (entries.person(Session.OWNER)
                .filter(owner -> !people.members().standing(here.tx(), here.teamId(), owner).belongs()).isPresent()) {
            reading.mend(Session.OWNER, "Please choose somebody on the team.");
        }
    }

    void delete(CallContext here, String id) {
        sessions.find(here.tx(), id).ifPresent(session -> {
            reminder.stop(here.tx(), session, "the session was deleted");
            words.forget(here.tx(), id);
            Sessions.STORE.delete(here.tx(), id);
        });
    }

    private Reply with(CallContext here, String id, Function<Session, Reply> work) {
        return sessions.find(here.tx(), id).map(work).orElse(GONE);
    }
}
