package dev.stagecoach.coaching.checkin;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import dev.stagecoach.chat.Answers;
import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.Routed;
import dev.stagecoach.guide.CheckinSet;
import dev.stagecoach.guide.CheckinSet.Kind;
import dev.stagecoach.guide.CheckinSet.Question;
import dev.stagecoach.guide.GoalCanvas;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.Practice;
import dev.stagecoach.guide.Stage;
import dev.stagecoach.outbox.Composer.Composition;
import dev.stagecoach.outbox.Delivery;
import dev.stagecoach.outbox.Outbox;
import dev.stagecoach.people.Address;
import dev.stagecoach.people.ChannelId;
import dev.stagecoach.people.Meeting;
import dev.stagecoach.people.People;
import dev.stagecoach.people.Person;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Role;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Ids;

/** A team of six teachers with a coach and a leader, its check-ins, and the messages planned for them. */
public final class Classroom {
    public static final ZoneId BOISE = ZoneId.of("America/Boise");
    /** Monday, 9:00 in Boise. */
    public static final Instant MONDAY = Instant.parse("2026-09-14T15:00:00Z");
    public static final PersonId COACH = person("COACH");
    public static final PersonId LEADER = person("LEADER");
    public static final List<PersonId> TEACHERS = IntStream.rangeClosed(1, 6).mapToObj(i -> person("U" + i)).toList();

    public final Database database;
    public final People people = People.create();
    final Outbox outbox = new Outbox();
    public final CheckinRoom room;
    public final Team team = new Team(new TeamId(Ids.next()), new ChannelId("T1", "C1"), "Grade 7", "Juniper Ridge",
            BOISE, new Meeting(DayOfWeek.WEDNESDAY, LocalTime.of(14, 30)), 0,
            new Meeting(DayOfWeek.FRIDAY, LocalTime.of(15, 0)), true);
    Optional<Practice> practice = Optional.empty();

    public Classroom(Database database) {
        this.database = database;
        this.room = new CheckinRoom(database, people, guide(), outbox, (_, _) -> practice);
        database.change(tx -> {
            people.teams().add(tx, team, COACH, MONDAY);
            join(COACH, Role.COACH);
            join(LEADER, Role.LEADER);
            TEACHERS.forEach(teacher -> join(teacher, Role.MEMBER));
        });
    }

    private void join(PersonId id, Role role) {
        database.change(tx -> {
            people.members().keep(tx, new Person(id, id.user(), BOISE, Person.Kind.FULL, true), MONDAY);
            people.members().join(tx, team.id(), id, role, MONDAY);
        });
    }

    static PersonId person(String user) {
        return new PersonId("T1", user);
    }

    Guide guide() {
        var weekly = new CheckinSet("explore_weekly", "Explore, weekly", "explore", "60 s", "member",
                List.of(new Question("step", Kind.CHOICE, "This week I", List.of("placed us", "none yet")),
                        new Question("lean", Kind.CHOICE, "I lean toward", List.of("{practices}", "undecided")),
                        new Question("count", Kind.N_OF_M, "{look_for}", List.of()),
                        new Question("seen", Kind.LINE, "One thing I noticed", List.of())));
        var pulse = new CheckinSet("concern_pulse", "What is on your mind", "any", "one tap", "member",
                List.of(new Question("concern", Kind.CHOICE, "What about {practice}?", List.of("time", "ideas"))));
        var coach = new CheckinSet("coach_weekly", "Coach", "any", "weekly", "coach",
                List.of(new Question("stuck", Kind.LIST, "Stuck", List.of())));
        return new Guide("Guide", "source", "1", List.of(), "Can't say yet", List.of(inquiry()),
                List.of(new Stage("explore", "Explore", "Look around", List.of())), List.of(pulse, weekly, coach),
                new GoalCanvas(List.of(), List.of(), List.of()));
    }

    static Practice inquiry() {
        var side = new Practice.Continuum("", List.of("", "", "", ""), List.of("", "", "", ""));
        return new Practice("inquiry", "Inquiry", "Inquiry", List.of(), "a", "b", "c", side, side,
                List.of("How many could state the question?"), List.of(), List.of());
    }

    /** Schedules for all members every Tuesday at 15:00, the ordinary way; gives the schedule's id. */
    public String schedule(String set) {
        var open = (Reply.Open) click("checkin.new", team.id().value(), COACH, MONDAY);
        var next = (Reply.Next) submit("checkin.schedule", open.form().context(), COACH, MONDAY, plan(set, Map.of()));
        submit("checkin.confirm", next.form().context(), COACH, MONDAY, Map.of());
        return open.form().context().split("\n", 2)[1];
    }

    static Map<String, List<String>> plan(String set, Map<String, List<String>> changes) {
        var answers = new HashMap<String, List<String>>(Map.of("set", List.of(set), "who", List.of("team"), "rhythm",
                List.of("1"), "day", List.of("TUESDAY"), "time", List.of("15:00"), "first", List.of("2026-09-15")));
        answers.putAll(changes);
        return answers;
    }

    public Reply click(String action, String value, PersonId person, Instant now) {
        return handler(Routed.feature(database, people, room).clicks(), action)
                .apply(new Call.Click(person, action, value, Optional.empty(), now));
    }

    public Reply submit(String form, String context, PersonId person, Instant now, Map<String, List<String>> answers) {
        return handler(Routed.feature(database, people, room).forms(), form)
                .apply(new Call.Submission(person, form, context, new Answers(answers), now));
    }

    private static <T> T handler(Map<String, T> handlers, String key) {
        return Optional.ofNullable(handlers.get(key)).orElseThrow();
    }

    public void tick(Instant now) {
        room.jobs().forEach(due -> due.run(now));
    }

    /** The first messages of one kind, in the order of their keys. */
    public List<Row> planned(String kind) {
        return rows("kind = '" + kind + "' and follows is null");
    }

    /** The messages that repeat a first one. */
    List<Row> repeats() {
        return rows("follows is not null and manner is null");
    }

    /** The messages that somebody has put off. */
    List<Row> putOff(PersonId person) {
        return rows("follows is not null and manner = 'REQUEST' and address like '%" + person.user() + "'");
    }

    private List<Row> rows(String which) {
        return database.read(tx -> tx.handle()
                .createQuery("select * from delivery where " + which + " order by unique_key")
                .map((row, _) -> new Row(row.getString("unique_key"), row.getString("state"),
                        new Delivery(row.getString("id"), new TeamId(row.getString("team")), row.getString("kind"),
                                Address.parse(row.getString("address")),
                                row.getString("subject"), Instant.ofEpochMilli(row.getLong("due_at")), 0)))
                .list());
    }

    /** As if everything that is due by now had been sent. */
    public void deliver(Instant now) {
        database.change(tx -> tx.handle().createUpdate("""
                update delivery set state = 'sent', channel = 'T1/D1', ts = unique_key, stale = 0
                where state in ('due', 'sent') and due_at <= :now
                """).bind("now", now.toEpochMilli()).execute());
    }

    /** The rows of one kind for one person. */
    public List<Row> planned(String kind, PersonId person) {
        return planned(kind).stream().filter(row -> row.delivery().to().equals(person)).toList();
    }

    /** The keys of messages that stand and are to be written anew. */
    public List<String> stale() {
        return database.read(tx -> tx.handle().createQuery("select unique_key from delivery where stale = 1")
                .mapTo(String.class).list());
    }

    public record Row(String key, String state, Delivery delivery) {}

    Composition composed(Row row, Instant now) {
        return handler(room.composers(), row.delivery().kind()).compose(row.delivery(), now);
    }

    /** The occasion that the only asking so far made. */
    public String occasion() {
        return planned("checkin.ask").getFirst().key().split("/", -1)[1];
    }

    public Reply answer(PersonId teacher, Instant now, String... fieldsAndValues) {
        var answers = new HashMap<String, List<String>>();
        var list = Arrays.asList(fieldsAndValues);
        for (var i = 0; i < list.size(); i += 2) {
            answers.put(list.get(i), List.of(list.get(i + 1)));
        }
        return submit("checkin.answer", occasion(), teacher, now, answers);
    }
}
