package dev.stagecoach.coaching.visit;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import dev.stagecoach.chat.Action;
import dev.stagecoach.chat.Answers;
import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.Form;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.Counted;
import dev.stagecoach.coaching.NextStep;
import dev.stagecoach.coaching.Period;
import dev.stagecoach.coaching.Room;
import dev.stagecoach.coaching.School;
import dev.stagecoach.guide.Fact;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.ShippedGuide;
import dev.stagecoach.outbox.Delivery;
import dev.stagecoach.people.Address;
import dev.stagecoach.people.Person;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Role;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.people.View;
import dev.stagecoach.storage.Database;

import static dev.stagecoach.coaching.School.NOW;
import static dev.stagecoach.coaching.School.TEAM;

/** A school with a third teacher, and the room on a clock. */
final class VisitScene {
    static final PersonId CLEO = new PersonId("T1", "UCLEO");
    static final String PAIRS = "How pairs give each other a next step";
    static final String QUESTION = "What would the other three need?";
    /** A Monday; the school day before is Friday, the 18th. */
    static final String MONDAY = "2026-09-21";
    static final Guide GUIDE = ShippedGuide.GUIDE;

    final School school;
    private final VisitRoom room;
    private final WalkRoom walks;
    private Instant now = NOW;

    VisitScene(Database database) {
        school = new School(database).takesUp(GUIDE, "inquiry");
        joins(CLEO);
        database.change(tx -> tx.handle().execute("delete from delivery"));
        room = new VisitRoom(database, school.people, GUIDE, school.outbox);
        walks = new WalkRoom(database, school.people, GUIDE, school.outbox);
    }

    void joins(PersonId person) {
        school.database.change(tx -> {
            school.people.members().keep(tx, new Person(person, person.user().substring(1), School.SETTINGS.zone(),
                    Person.Kind.FULL, true), NOW);
            school.people.members().join(tx, TEAM, person, Role.MEMBER, NOW);
        });
    }

    void later(Duration step) {
        now = now.plus(step);
    }

    void is(PersonId person, Role role) {
        school.database.change(tx -> school.people.members().join(tx, TEAM, person, role, now));
    }

    private Room of(String id) {
        return id.startsWith("walk.") ? walks : room;
    }

    <V> Reply click(PersonId person, Action<V> action, V value) {
        return Objects.requireNonNull(school.feature(of(action.id())).clicks().get(action.id()))
                .apply(new Call.Click(person, action.id(), action.write(value), Optional.empty(), now));
    }

    Reply send(PersonId person, Form form, String... fields) {
        Map<String, List<String>> values = new HashMap<>();
        for (var i = 0; i < fields.length; i += 2) {
            values.put(fields[i], List.of(fields[i + 1]));
        }
        return Objects.requireNonNull(school.feature(of(form.id())).forms().get(form.id()))
                .apply(new Call.Submission(person, form.id(), form.context(), new Answers(values), now));
    }

    String offer(PersonId host) {
        return begin(host, VisitRoom.OFFER, PAIRS);
    }

    String begin(PersonId person, Action<TeamId> way, String lookFor) {
        var form = School.opened(click(person, way, TEAM));
        return School.value(School.shown(send(person, form, "look_for", lookFor, "day", MONDAY, "time", "09:00")),
                VisitRoom.CANCEL);
    }

    void note(PersonId person, String id, String seen) {
        School.shown(send(person, School.opened(click(person, VisitRoom.NOTE, id)), "seen", seen, "question",
                QUESTION));
    }

    String page(PersonId person) {
        return click(person, VisitRoom.SHOW, TEAM).toString();
    }

    String words(PersonId person, Instant at) {
        return String.join(" ", school.database.read(tx -> room.steps(tx, School.SETTINGS, person,
                school.people.members().standing(tx, TEAM, person), at)).stream().map(NextStep::words).toList());
    }

    List<String> addresses() {
        return school.database.read(tx -> tx.handle().createQuery("select address from delivery")
                .mapTo(String.class).list());
    }

    /** What would go out of this kind at that moment. */
    List<String> sent(String kind, Instant at) {
        var due = school.database.read(tx -> tx.handle().createQuery("""
                select id, address, subject from delivery where state = 'due' and kind = :kind order by id
                """).bind("kind", kind)
                .map((row, _) -> new Delivery(row.getString("id"), TEAM, kind,
                        Address.parse(row.getString("address")), row.getString("subject"), at, 0))
                .list());
        return due.stream().map(one -> Objects.requireNonNull(of(kind).composers().get(kind)).compose(one, at)
                .toString()).filter(words -> words.startsWith("Send")).toList();
    }

    int count(Fact fact, Instant at) {
        return school.database.read(tx -> room.counted(tx, School.SETTINGS, "inquiry", at)).stream()
                .filter(one -> one.fact() == fact).mapToInt(Counted::count).sum();
    }

    List<String> told() {
        return school.database.read(tx -> VisitCounts.told(tx, School.SETTINGS, "inquiry", NOW));
    }

    String sections(View view) {
        return sections(room, view);
    }

    String walked(View view) {
        return sections(walks, view);
    }

    String walkSteps(PersonId person) {
        return school.database.read(tx -> walks.steps(tx, School.SETTINGS, person,
                school.people.members().standing(tx, TEAM, person), now)).toString();
    }

    private String sections(Room of, View view) {
        return school.database.read(tx -> of.sections(tx, School.SETTINGS,
                new Period(NOW, NOW.plus(Duration.ofDays(30))), view)).toString();
    }
}
