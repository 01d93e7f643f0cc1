package dev.stagecoach.coaching;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import dev.stagecoach.app.Handlers;
import dev.stagecoach.chat.Action;
import dev.stagecoach.chat.Answers;
import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Field;
import dev.stagecoach.chat.Form;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.school.SharedBySchool;
import dev.stagecoach.coaching.stage.Journeys;
import dev.stagecoach.coaching.stage.Move;
import dev.stagecoach.guide.GoalCanvas;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.Practice;
import dev.stagecoach.guide.Prompt;
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

import static org.assertj.core.api.Assertions.assertThat;

/** A team of two teachers, a coach and a principal, with a small guide, and what they can do to a room. */
public final class School {
    public static final Instant NOW = Instant.parse("2026-09-14T15:00:00Z");
    public static final PersonId ADA = new PersonId("T1", "UADA");
    public static final PersonId BEN = new PersonId("T1", "UBEN");
    public static final PersonId COACH = new PersonId("T1", "UCOACH");
    public static final PersonId LEADER = new PersonId("T1", "ULEADER");
    public static final PersonId STRANGER = new PersonId("T1", "USTRANGER");
    public static final TeamId TEAM = new TeamId("team-1");
    public static final Team SETTINGS = new Team(TEAM, new ChannelId("T1", "C1"), "Grade 7", "Juniper Ridge",
            ZoneId.of("America/Boise"), new Meeting(DayOfWeek.WEDNESDAY, LocalTime.of(14, 30)), 1,
            new Meeting(DayOfWeek.FRIDAY, LocalTime.of(15, 0)), true);

    public final Database database;
    public final People people = People.create();
    public final Outbox outbox = new Outbox();
    public final SharedBySchool shared = new SharedBySchool(people, outbox);
    public final Journeys journeys = new Journeys(guide(), outbox, List.of());

    public School(Database database) {
        this.database = database;
        database.change(tx -> {
            people.teams().add(tx, SETTINGS, COACH, NOW);
            Map.of(ADA, Role.MEMBER, BEN, Role.MEMBER, COACH, Role.COACH, LEADER, Role.LEADER)
                    .forEach((person, role) -> {
                        people.members().keep(tx, new Person(person, person.user().substring(1), SETTINGS.zone(),
                                Person.Kind.FULL, true), NOW);
                        people.members().join(tx, TEAM, person, role, NOW);
                    });
        });
    }

    /** The team takes up a practice, for rooms whose work belongs to one. */
    public School takesUp(Guide guide, String practice) {
        database.change(tx -> new Journeys(guide, outbox, List.of()).take(tx, SETTINGS, practice,
                new Journeys.Choice(COACH, "It fits.", NOW, Move.Backing.agreed(2, 2))));
        return this;
    }

    /** The coach proposes the practice, Ada and Ben second it, so the team works on it. */
    public void choosesPractice(Room goals, String practice, String reason) {
        var form = opened(click(goals, COACH, Ways.CHOOSE_PRACTICE, TEAM));
        var asked = shown(send(goals, COACH, form, "practice", practice, "reason", reason));
        var id = value(asked, "goal.take_back");
        click(goals, ADA, "goal.yes", id);
        click(goals, BEN, "goal.yes", id);
    }

    public static Guide guide() {
        var continuum = new Practice.Continuum("an indicator", List.of("1", "2", "3", "4"),
                List.of("1", "2", "3", "4"));
        var inquiry = practice("inquiry", "Inquiry", continuum);
        var talk = practice("talk", "Talk", continuum);
        var explore = new Stage("explore", "Explore", "Find out.",
                List.of(prompt("E1", Prompt.Phase.WHAT), prompt("E2", Prompt.Phase.SO_WHAT),
                        prompt("E3", Prompt.Phase.NOW_WHAT),
                        new Prompt("E4", Prompt.Phase.WHAT, "team", "By {date}, what of {practice}, {when}?")));
        var plan = new Stage("plan", "Plan & Design", "Make room.", List.of());
        return new Guide("Guide", "source", "1", List.of(), "Can't say yet", List.of(inquiry, talk),
                List.of(explore, plan), List.of(), new GoalCanvas(List.of("classroom", "school"), List.of("Powerful?"),
                        List.of(new GoalCanvas.Rung(0, "what we expect"), new GoalCanvas.Rung(2, "far more"))));
    }

    private static Practice practice(String key, String name, Practice.Continuum continuum) {
        return new Practice(key, name, name, List.of(), "from", "to", "shift", continuum, continuum, List.of(),
                List.of(), List.of());
    }

    private static Prompt prompt(String id, Prompt.Phase phase) {
        return new Prompt(id, phase, "member", "Prompt " + id);
    }

    /** What people can do there, actions included, as it is wired. */
    public Handlers feature(Room room) {
        return Routed.feature(database, people, room);
    }

    public Reply type(Room room, PersonId person, String word, String rest) {
        var command = feature(room).commands().stream().filter(one -> one.word().equals(word)).findFirst()
                .orElseThrow();
        return command.answer().apply(new Call.Typed(person, SETTINGS.channel(), Optional.of(TEAM), rest, NOW));
    }

    public Reply click(Room room, PersonId person, String action, String value) {
        var handler = feature(room).clicks().get(action);
        assertThat(handler).as(action).isNotNull();
        return Objects.requireNonNull(handler)
                .apply(new Call.Click(person, action, value, Optional.empty(), NOW));
    }

    public <V> Reply click(Room room, PersonId person, Action<V> action, V value) {
        return click(room, person, action.id(), action.write(value));
    }

    /** Sends a form in with these fields, {@code key, value, key, value}. */
    public Reply send(Room room, PersonId person, Form form, String... fields) {
        var values = new HashMap<String, List<String>>();
        for (var i = 0; i < fields.length; i += 2) {
            values.put(fields[i], List.of(fields[i + 1]));
        }
        var handler = feature(room).forms().get(form.id());
        assertThat(handler).as(form.id()).isNotNull();
        return Objects.requireNonNull(handler)
                .apply(new Call.Submission(person, form.id(), form.context(), new Answers(values), NOW));
    }

    /** The messages that are planned, composed as they would go out now. */
    public List<Composition> composed(Room room) {
        var deliveries = database.read(tx -> tx.handle()
                .createQuery("select id, team, kind, address, subject from delivery where state = 'due' order by id")
                .map((row, _) -> new Delivery(row.getString("id"), new TeamId(row.getString("team")),
                        row.getString("kind"),
                        Address.parse(row.getString("address")), row.getString("subject"), NOW, 0))
                .list());
        return deliveries.stream().flatMap(delivery -> Optional.ofNullable(room.composers().get(delivery.kind()))
                .map(composer -> composer.compose(delivery, NOW)).stream()).toList();
    }

    /** A form with all of its fields, where some come only when asked for. */
    public Form unfolded(Room room, PersonId person, Form form) {
        var more = form.fields().stream().filter(Field.Turn.class::isInstance).map(Field.Turn.class::cast).findFirst()
                .orElseThrow();
        return opened(send(room, person, new Form(more.form(), "", "", form.context(), List.of())));
    }

    public static Form opened(Reply reply) {
        return switch (reply) {
            case Reply.Open(var form) -> form;
            case Reply.Next(var form) -> form;
            default -> throw new AssertionError("no form: " + reply);
        };
    }

    public static Card shown(Reply reply) {
        return switch (reply) {
            case Reply.ToYou(var card) -> card;
            case Reply.Replace(var card) -> card;
            default -> throw new AssertionError("no card: " + reply);
        };
    }

    /** The value of the card's button with this action. */
    public static String value(Card card, String action) {
        return card.parts().stream().filter(Card.Part.Buttons.class::isInstance).map(Card.Part.Buttons.class::cast)
                .flatMap(part -> part.buttons().stream()).filter(button -> button.action().equals(action)).findFirst()
                .orElseThrow(() -> new AssertionError("no button " + action + " in " + card)).value();
    }

    public static String value(Card card, Action<?> action) {
        return value(card, action.id());
    }

    public static List<String> mended(Reply reply) {
        assertThat(reply).isInstanceOf(Reply.Mend.class);
        return ((Reply.Mend) reply).reasons().keySet().stream().sorted().toList();
    }
}
