package dev.stagecoach.coaching.plan;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import dev.stagecoach.chat.Access;
import dev.stagecoach.chat.Access.Who;
import dev.stagecoach.chat.Action;
import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Carried;
import dev.stagecoach.chat.Carried.Page;
import dev.stagecoach.chat.Feature;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.Counted;
import dev.stagecoach.coaching.MessageKind;
import dev.stagecoach.coaching.NextStep;
import dev.stagecoach.coaching.Period;
import dev.stagecoach.coaching.Planned;
import dev.stagecoach.coaching.Room;
import dev.stagecoach.coaching.Section;
import dev.stagecoach.coaching.plan.SessionReplyStore.Word;
import dev.stagecoach.coaching.workbook.Target;
import dev.stagecoach.guide.Fact;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.outbox.Composer;
import dev.stagecoach.outbox.Outbox;
import dev.stagecoach.outbox.SendPolicy;
import dev.stagecoach.people.People;
import dev.stagecoach.people.Person;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Standing;
import dev.stagecoach.people.Subscription;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.people.View;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Transaction;

/** The arc of learning: sessions by date, who prepares them, what people try afterwards and what came of it. */
public final class ArcRoom implements Room {
    private static final Access OPENS = Access.reads(Who.MEMBERS_AND_COACHES).withPractice();
    private static final Access WRITES = Access.writes(Who.MEMBERS_AND_COACHES).withPractice();
    private static final Carried<String> SESSION = Carried.thing(Sessions.STORE::team);
    /** Opens an empty session. */
    public static final Action<TeamId> ADD = Action.click("arc.add", Carried.team(), OPENS);
    /** Lists the sessions. */
    public static final Action<Page> LIST = Action.click("arc.list", Carried.page(),
            Access.reads(Who.TEAM).withPractice());
    static final Action<String> EDIT = Action.click("arc.edit", SESSION, OPENS);
    static final Action<String> DELETE = Action.click("arc.delete", SESSION, WRITES.deleting());
    static final Action<String> NOTE = Action.click("arc.note", SESSION, OPENS);
    static final Action<Target> SAVE = Action.form("arc.session", Target.CARRIED, WRITES);
    static final Action<Target> NOTED = Action.form("arc.note", Target.CARRIED, WRITES);
    static final Action<String> LOOK = Action.click("arc.look", SESSION,
            Access.reads(Who.TEAM).withPractice());
    static final Action<String> ASK = Action.click("arc.ask", SESSION,
            Access.reads(Who.TEAM).withPractice());
    static final Action<String> READY = Action.click("arc.ready", SESSION,
            Access.writes(Who.TEAM).withPractice());
    static final Action<String> TRIED = Action.click("arc.tried", SESSION,
            Access.writes(Who.TEAM).withPractice());
    static final Action<String> NOT_YET = Action.click("arc.not_yet", SESSION,
            Access.writes(Who.TEAM).withPractice());

    private final People people;
    private final Guide guide;
    private final Sessions sessions;
    private final SessionReplyStore words = new SessionReplyStore();
    private final SessionReminder reminder;
    private final SessionActions actions;
    private final SessionPrompts talk;

    public ArcRoom(Database database, People people, Guide guide, Outbox outbox) {
        this.people = people;
        this.guide = guide;
        this.sessions = new Sessions(people.gate());
        this.reminder = new SessionReminder(database, people, outbox);
        this.actions = new SessionActions(people, guide, reminder);
        this.talk = new SessionPrompts(people, reminder);
    }

    @Override
    public Feature feature() {
        return new Feature("arc", List.of(), actions.tool().isEmpty()
                ? List.of()
                : List.of(ADD.by((here, _) -> actions.add(here)), LIST.by((here, page) -> page(here, page.from())),
                        EDIT.by(actions::edit), DELETE.by((here, id) -> {
                            actions.delete(here, id);
                            return page(here, 0);
                        }), NOTE.by(actions::note), asked(LOOK).by(talk::look), asked(READY).by(talk::ready),
                        asked(ASK).by(talk::ask),
                        asked(TRIED).by((here, id) -> talk.said(here, id, Word.TRIED)),
                        asked(NOT_YET).by((here, id) -> talk.said(here, id, Word.NOT_YET)),
                        SAVE.by(actions::save), NOTED.by(actions::noted)));
    }

    private Action<String> asked(Action<String> action) {
        return action.onlyFor("members, coaches and the person who prepares it", (here, id) -> here.mayWrite()
                || sessions.find(here.tx(), id).filter(session -> session.ownedBy(here.person())).isPresent());
    }

    @Override
    public Map<String, Composer> composers() {
        return Map.of(SessionReminder.KIND, Composer.asking(SendPolicy.REQUEST, Subscription.DUE, reminder));
    }

    @Override
    public Map<String, MessageKind> kinds() {
        return Map.of(SessionReminder.KIND,
                MessageKind.of("Reminder of a session", "the plan for %s says that you prepare it"));
    }

    private Reply page(CallContext here, int from) {
        var all = sessions.of(here.tx(), here.teamId(), here.chosenPractice());
        return new Reply.Replace(all.isEmpty()
                ? ArcCards.none(here)
                : ArcCards.page(here, all, Math.min(from, all.size() - 1),
                        guide.workbook().arc().capacity(here.chosenPractice()),
                        new ArcCards.Look(here.today(), people.days().ofTeam(here.tx(), here.team()))));
    }

    @Override
    public List<NextStep> steps(Transaction tx, Team team, PersonId person, Standing standing, Instant now) {
        return standing.belongs() ? talk.steps(tx, team, person, standing, now) : List.of();
    }

    @Override
    public List<Section> sections(Transaction tx, Team team, Period period, View view) {
        return new ArcSections(
                person -> people.members().person(tx, person).map(Person::name).orElse("A colleague"),
                session -> words.tried(tx, session.id())).of(sessions.of(tx, team.id()), team, period, view);
    }

    @Override
    public List<Counted> counted(Transaction tx, Team team, String practice, Instant now) {
        if (actions.tool().isEmpty()) {
            return List.of();
        }
        var all = sessions.of(tx, team.id(), practice);
        return List.of(new Counted(Fact.ARC_SESSIONS, all.size(),
                all.reversed().stream().map(session -> Session.sentence(session.line())).toList(), ADD.id()));
    }

    @Override
    public List<Planned> planned(Transaction tx, Team team, Instant now, Instant until) {
        return sessions.of(tx, team.id()).stream().flatMap(session -> reminder.planned(tx, team, session))
                .filter(one -> one.at().isAfter(now) && one.at().isBefore(until)).toList();
    }
}
