package dev.stagecoach.coaching.rounds;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import dev.stagecoach.chat.Answers;
import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Form;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.Routed;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.ShippedGuide;
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

/** A team with a coach and a leader, and the room it assesses itself in. */
final class School {
    static final Instant NOW = Instant.parse("2026-09-14T15:00:00Z");
    static final PersonId COACH = new PersonId("T1", "UCOACH");
    static final PersonId LEADER = new PersonId("T1", "ULEADER");
    private static final ZoneId ZONE = ZoneId.of("America/Boise");

    final Database database;
    final People people = People.create();
    final Guide guide = ShippedGuide.GUIDE;
    final AssessmentRoom room;
    final Team team;

    School(Database database, int members) {
        this(database, "C1", IntStream.rangeClosed(1, members).toArray());
    }

    private School(Database database, String channel, int... members) {
        this.database = database;
        this.team = new Team(new TeamId(Ids.next()), new ChannelId("T1", channel), "Grade 7", "Juniper Ridge", ZONE,
                new Meeting(DayOfWeek.WEDNESDAY, LocalTime.of(14, 30)), 1,
                new Meeting(DayOfWeek.FRIDAY, LocalTime.of(15, 0)), true);
        this.room = new AssessmentRoom(database, people, guide, new Outbox());
        database.change(tx -> people.teams().add(tx, team, COACH, NOW));
        join(COACH, Role.COACH);
        join(LEADER, Role.LEADER);
        IntStream.of(members).forEach(i -> join(member(i), Role.MEMBER));
    }

    /** Another team with the same coach and leader. */
    School another(String channel, int... members) {
        return new School(database, channel, members);
    }

    static PersonId member(int number) {
        return new PersonId("T1", "U" + number);
    }

    void join(PersonId person, Role role) {
        database.change(tx -> {
            people.members().keep(tx, new Person(person, person.user(), ZONE, Person.Kind.FULL, true), NOW);
            people.members().join(tx, team.id(), person, role, NOW);
        });
    }

    Reply type(PersonId person, String word, Instant now) {
        var command = Routed.feature(database, people, room).commands().stream().filter(one -> one.word().equals(word))
                .findFirst()
                .orElseThrow();
        return command.answer().apply(new Call.Typed(person, team.channel(), Optional.of(team.id()), "", now));
    }

    Reply click(PersonId person, String action, String value, Instant now) {
        var handler = Optional.ofNullable(Routed.feature(database, people, room).clicks().get(action)).orElseThrow();
        return handler.apply(new Call.Click(person, action, value, Optional.empty(), now));
    }

    Reply submit(PersonId person, Form form, Map<String, List<String>> values, Instant now) {
        var handler = Optional.ofNullable(Routed.feature(database, people, room).forms().get(form.id())).orElseThrow();
        return handler.apply(new Call.Submission(person, form.id(), form.context(), new Answers(values), now));
    }

    /** Opens a round that closes a week later at 15:00 in Boise (21:00 UTC), and gives its id. */
    String open() {
        var form = form(click(COACH, "assessment.open_anyway", team.id().value(), NOW));
        submit(COACH, form, round("2026-09-21", "15:00"), NOW);
        var open = database.read(tx -> new RoundStore().openIn(tx, team.id()));
        return open.orElseThrow().id();
    }

    Map<String, List<String>> round(String day, String time) {
        return Map.of("day", List.of(day), "time", List.of(time), "practices",
                guide.practices().stream().map(practice -> practice.key()).toList());
    }

    /** Goes on where the person left off, answers every page alike, and gives the last reply. */
    Reply rateAll(PersonId person, String student, String system, List<String> dots) {
        var reply = type(person, "rate", NOW);
        while (!form(reply).submit().equals("Finish")) {
            reply = submit(person, form(reply), choices(student, system, ""), NOW);
        }
        return submit(person, form(reply), Map.of("dots", dots), NOW);
    }

    static Map<String, List<String>> choices(String student, String system, String note) {
        var values = new HashMap<String, List<String>>();
        if (!student.isEmpty()) {
            values.put("student", List.of(student));
        }
        if (!system.isEmpty()) {
            values.put("system", List.of(system));
        }
        values.put("note_student", List.of(note));
        return values;
    }

    static Form form(Reply reply) {
        return switch (reply) {
            case Reply.Open(var form) -> form;
            case Reply.Next(var form) -> form;
            case Reply.ToYou _,Reply.ToChannel _,Reply.Mend _,Reply.Replace _,Reply.Done _,Reply.Refused _ ->
                throw new AssertionError("no form, but " + reply);
        };
    }

    /** The outbox's rows of a kind, in order. */
    List<Delivery> planned(String kind) {
        return database.read(tx -> tx.handle()
                .createQuery(
                        "select id, team, kind, address, subject, due_at from delivery where kind = :kind order by id")
                .bind("kind", kind)
                .map((row, _) -> new Delivery(row.getString("id"), new TeamId(row.getString("team")),
                        row.getString("kind"),
                        Address.parse(row.getString("address")), row.getString("subject"),
                        Instant.ofEpochMilli(row.getLong("due_at")), 0))
                .list());
    }

    Composition compose(Delivery delivery) {
        return Optional.ofNullable(room.composers().get(delivery.kind())).orElseThrow().compose(delivery, NOW);
    }

    /** The one message that shows the result. */
    Composition.Send reveal() {
        var rows = planned("assessment.reveal");
        if (rows.size() != 1 || !(compose(rows.getFirst()) instanceof Composition.Send send)) {
            throw new AssertionError("not one reveal: " + rows);
        }
        return send;
    }

    /** All words of a card, in one text. */
    static String words(Card card) {
        var all = new StringBuilder(card.summary());
        for (var part : card.parts()) {
            all.append('\n').append(switch (part) {
                case Card.Part.Heading(var words) -> words;
                case Card.Part.Paragraph(var text) -> words(text);
                case Card.Part.Bullets(var lines) -> String.join("\n", lines.stream().map(School::words).toList());
                case Card.Part.Facts(var facts) -> String.join("\n",
                        facts.stream().map(fact -> fact.label() + ": " + words(fact.content())).toList());
                case Card.Part.Quote(var words) -> words;
                case Card.Part.Image(var picture) -> picture.alt();
                case Card.Part.Buttons(var buttons) -> String.join(" ",
                        buttons.stream().map(button -> "[" + button.label() + "]").toList());
                case Card.Part.Footnote(var text) -> words(text);
                case Card.Part.Divider _ -> "---";
            });
        }
        return all.toString();
    }

    static String words(Text text) {
        var all = new StringBuilder();
        for (var span : text.spans()) {
            all.append(switch (span) {
                case Text.Span.Plain(var words) -> words;
                case Text.Span.Bold(var words) -> words;
                case Text.Span.Quiet(var words) -> words;
                case Text.Span.Mention(var person) -> "@" + person.user();
                case Text.Span.Channel(var channel) -> "#" + channel.channel();
                case Text.Span.Link(_, var words) -> words;
                case Text.Span.Moment(_, var fallback) -> fallback;
            });
        }
        return all.toString();
    }
}
