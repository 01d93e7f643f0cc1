package dev.stagecoach.coaching.arc;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.Feature;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.Counted;
import dev.stagecoach.coaching.MessageKind;
import dev.stagecoach.coaching.NextStep;
import dev.stagecoach.coaching.Period;
import dev.stagecoach.coaching.Planned;
import dev.stagecoach.coaching.Room;
import dev.stagecoach.coaching.Section;
import dev.stagecoach.coaching.stage.TeamAtWork;
import dev.stagecoach.guide.Fact;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.outbox.Composer;
import dev.stagecoach.outbox.Outbox;
import dev.stagecoach.outbox.SendPolicy;
import dev.stagecoach.people.People;
import dev.stagecoach.people.Person;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Standing;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.people.View;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Transaction;

/** The arc of learning: sessions by date, who prepares them, what people try afterwards and what came of it. */
public final class ArcRoom implements Room {
    /** The click that opens an empty session; its value is the team. */
    public static final String ADD = "arc.add";
    /** The click that lists the sessions; its value is the team and from which one on. */
    public static final String LIST = "arc.list";
    static final String EDIT = "arc.edit";
    static final String DELETE = "arc.delete";
    static final String NOTE = "arc.note";
    static final String LOOK = "arc.look";
    static final String READY = "arc.ready";
    static final String ASK = "arc.ask";
    static final String TRIED = "arc.tried";
    static final String NOT_YET = "arc.not_yet";

    private final Database database;
    private final People people;
    private final Guide guide;
    private final Sessions sessions;
    private final SessionReplyStore words = new SessionReplyStore();
    private final SessionReminder reminder;
    private final SessionActions actions;
    private final SessionPrompts talk;

    public ArcRoom(Database database, People people, Guide guide, Outbox outbox) {
        this.database = database;
        this.people = people;
        this.guide = guide;
        this.sessions = new Sessions(people.gate());
        this.reminder = new SessionReminder(database, people, outbox);
        this.actions = new SessionActions(database, people, guide, reminder);
        this.talk = new SessionPrompts(database, people, reminder);
    }

    @Override
    public Feature feature() {
        return actions.tool().isEmpty()
                ? new Feature("arc", List.of(), Map.of(), Map.of(), Map.of())
                : new Feature("arc", List.of(),
                        Map.of(ADD, actions::add, LIST, this::turn, EDIT, actions::edit, DELETE,
                                click -> actions.delete(click, (tx, here) -> page(tx, here, 0, click.now())), NOTE,
                                actions::note, LOOK, talk::look, READY, talk::ready, ASK, talk::ask, TRIED, talk::tried,
                                NOT_YET, talk::notYet),
                        Map.of(SessionForm.ID, actions::save, SessionForm.NOTE, actions::noted), Map.of());
    }

    @Override
    public Map<String, Composer> composers() {
        return Map.of(SessionReminder.KIND, Composer.in(SendPolicy.REQUEST, reminder));
    }

    @Override
    public Map<String, MessageKind> kinds() {
        return Map.of(SessionReminder.KIND,
                MessageKind.of("Reminder of a session", "the plan of %s names you as the one who prepares it"));
    }

    private Reply turn(Call.Click click) {
        var parts = click.value().split(" ", -1);
        return parts.length == 2 && parts[1].matches("\\d{1,6}")
                ? database.read(tx -> TeamAtWork.reading(tx, people, new TeamId(parts[0]), click.person(),
                        here -> page(tx, here, Integer.parseInt(parts[1]), click.now())))
                : SessionActions.GONE;
    }

    private Reply page(Transaction tx, TeamAtWork here, int from, Instant now) {
        var all = sessions.of(tx, here.team().id(), here.practice());
        return new Reply.Replace(all.isEmpty()
                ? ArcCards.none(here)
                : ArcCards.page(here, all, Math.min(from, all.size() - 1),
                        guide.workbook().arc().capacity(here.practice()),
                        new ArcCards.Look(now.atZone(here.team().zone()).toLocalDate(),
                                people.days().ofTeam(tx, here.team()))));
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
                all.reversed().stream().map(session -> Session.sentence(session.line())).toList(), ADD));
    }

    @Override
    public List<Planned> planned(Transaction tx, Team team, Instant now, Instant until) {
        return sessions.of(tx, team.id()).stream().flatMap(session -> reminder.planned(tx, team, session))
                .filter(one -> one.at().isAfter(now) && one.at().isBefore(until)).toList();
    }
}
