package dev.stagecoach;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;

import dev.stagecoach.app.Dispatcher;
import dev.stagecoach.app.Handlers;
import dev.stagecoach.chat.Answers;
import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Field;
import dev.stagecoach.chat.Form;
import dev.stagecoach.chat.PrivateFiles;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.mydata.MyDataRoom;
import dev.stagecoach.coaching.slot.SlotRoom;
import dev.stagecoach.coaching.stage.Journeys;
import dev.stagecoach.coaching.stage.Move;
import dev.stagecoach.coaching.team.Reachability;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.ShippedGuide;
import dev.stagecoach.outbox.Composer.Composition;
import dev.stagecoach.outbox.Delivery;
import dev.stagecoach.outbox.Outbox;
import dev.stagecoach.people.Address;
import dev.stagecoach.people.Meeting;
import dev.stagecoach.people.People;
import dev.stagecoach.people.Person;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Retention;
import dev.stagecoach.people.Role;
import dev.stagecoach.people.Roster;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.people.TownDirectory;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Ids;

/** The wired rooms over one database, with two teams; the first one's people have filled in all that they found. */
final class SweptTown {
    static final Instant NOW = Instant.parse("2026-09-14T15:00:00Z");
    /** What takes back or gives away what was written is swept, but not done beforehand. */
    private static final Pattern UNDOING = Pattern.compile(".*[.](delete|withdraw|release|share|hide|stop|skip|setup"
            + "|pause|remove|back|approve)|leader[.]show|leader[.]keep|promise[.]keep|baseline[.]show");

    /** Done on the second day only, so that everybody can answer in a round before it closes. */
    private static final String ENDING = "assessment.close";

    /** Seen, but not sent in: these change who is in the team, and when it is asked for check-ins. */
    private static final Set<String> LEFT_ALONE = Set.of("team.setup", "home.preferences", "calendar.add",
            "calendar.hours", "mydata.delete");

    final TownDirectory town = new TownDirectory();
    final PersonId ada = town.person("ADA");
    final PersonId ben = town.person("BEN");
    final PersonId coach = town.person("COACH");
    final PersonId leader = town.person("LEADER");
    final PersonId former = town.person("FORMER");
    final PersonId outsider = town.person("OUTSIDER");
    final List<PersonId> insiders = List.of(ada, ben, coach, leader);
    final List<PersonId> neighbours = List.of(town.person("BMEMBER"), town.person("BCOACH"), town.person("BLEADER"));
    final Team own;
    final Team other;
    final Database database;
    final Dispatcher dispatcher;
    final Map<String, Function<Call.Click, Reply>> clicks = new HashMap<>();
    final Map<String, Function<Call.Submission, Reply>> forms = new HashMap<>();
    /** Files that somebody got alone. */
    final List<String> sent = new ArrayList<>();
    final Set<String> words = new LinkedHashSet<>();
    /** What buttons that were seen carry, by their action. */
    final Map<String, Set<String>> values = new HashMap<>();
    /** The forms that were seen, by their id. */
    final Map<String, Set<Form>> seen = new HashMap<>();
    /** A page that leads back to another one would be turned for ever. */
    private static final int MOST_TURNS = 2;

    private final Set<String> done = new HashSet<>();
    final People people = People.create();
    final Rooms rooms;

    private final Guide guide;
    /** Told of every card, form and refusal that somebody comes across. */
    Consumer<Record> reader = _ -> {};

    SweptTown(Database database) {
        this(database, ShippedGuide.GUIDE);
    }

    SweptTown(Database database, Guide guide) {
        this.database = database;
        this.guide = guide;
        own = team("C1", "Juniper Ridge", ada, ben, coach, leader, former);
        other = team("C2", "Cedar Hill", neighbours.toArray(PersonId[]::new));
        rooms = new Rooms(database, people, guide, town, new Roster(database, people, town),
                new Reachability(database, people, new Outbox(), Retention.USUAL), false);
        PrivateFiles post = (_, files, _) -> {
            files.forEach(file -> sent.add(file.content()));
            return true;
        };
        rooms.add(new MyDataRoom(database, people, post, Retention.USUAL));
        rooms.add(new SlotRoom(database, people, guide, post));
        var features = rooms.features();
        features.forEach(this::learn);
        dispatcher = new Dispatcher(features, database, people, rooms.home()::nextStep, _ -> {});
        settle(own, Map.of(ada, Role.MEMBER, ben, Role.MEMBER, former, Role.COACH, coach, Role.COACH, leader,
                Role.LEADER));
        settle(other, Map.of(neighbours.get(0), Role.MEMBER, neighbours.get(1), Role.COACH, neighbours.get(2),
                Role.LEADER));
        database.change(tx -> people.members().leave(tx, own.id(), former, NOW));
    }

    private Team team(String channel, String school, PersonId... inChannel) {
        return new Team(new TeamId(Ids.next()), town.channel(channel, inChannel), "Team " + channel, school,
                ZoneId.of("America/Boise"), new Meeting(DayOfWeek.WEDNESDAY, LocalTime.of(14, 30)), 1,
                new Meeting(DayOfWeek.FRIDAY, LocalTime.of(15, 0)), true);
    }

    private void learn(Handlers feature) {
        clicks.putAll(feature.clicks());
        forms.putAll(feature.forms());
        feature.commands().forEach(command -> words.add(command.word()));
    }

    private void settle(Team team, Map<PersonId, Role> roles) {
        database.change(tx -> {
            people.teams().add(tx, team, coach, NOW);
            roles.forEach((person, role) -> {
                people.members().keep(tx, new Person(person, person.user(), team.zone(), Person.Kind.FULL, true), NOW);
                people.members().join(tx, team.id(), person, role, NOW);
            });
            rooms.all().forEach(room -> room.teamChanged(tx, team, NOW));
            new Journeys(guide, new Outbox(), List.of()).take(tx, team,
                    guide.practices().getFirst().key(),
                    new Journeys.Choice(coach, "It fits.", NOW, Move.Backing.agreed(2, 2)));
        });
    }

    static String practice() {
        return ShippedGuide.GUIDE.practices().getFirst().key();
    }

    /** Everybody of the first team types, clicks and fills in what they come across. */
    void live() {
        for (var day = 0; day < 2; day++) {
            var now = NOW.plus(Duration.ofDays(7L * day));
            var ends = day > 0;
            rooms.jobs().forEach(job -> job.run(now));
            messages(now);
            for (var person : insiders) {
                words.forEach(word -> meet(person, dispatcher.typed(person, own.channel(), word, now), now));
                met(rooms.home().home(person, now));
                List.copyOf(values.keySet()).forEach(action -> List.copyOf(values.getOrDefault(action, Set.of()))
                        .stream().filter(_ -> !UNDOING.matcher(action).matches())
                        .filter(_ -> ends || !action.equals(ENDING))
                        .filter(value -> done.add(person + action + value)).limit(3)
                        .forEach(value -> click(action, value, person, now)
                                .ifPresent(reply -> meet(person, reply, now))));
            }
        }
    }

    private void messages(Instant now) {
        var due = database.read(tx -> tx.handle()
                .createQuery("select id, team, kind, address, subject from delivery where team = :team")
                .bind("team", own.id()).map((row, _) -> new Delivery(row.getString("id"), own.id(),
                        row.getString("kind"), Address.parse(row.getString("address")), row.getString("subject"), now,
                        0))
                .list());
        due.forEach(delivery -> {
            if (Objects.requireNonNull(rooms.composers().get(delivery.kind())).compose(delivery,
                    now) instanceof Composition.Send sent) {
                met(sent.card());
            }
        });
    }

    Optional<Reply> click(String action, String value, PersonId person, Instant now) {
        return Optional.ofNullable(clicks.get(action))
                .map(handler -> handler.apply(new Call.Click(person, action, value, Optional.empty(), now)));
    }

    Reply send(Form form, Answers answers, PersonId person, Instant now) {
        return Optional.ofNullable(forms.get(form.id())).orElseThrow()
                .apply(new Call.Submission(person, form.id(), form.context(), answers, now));
    }

    private void meet(PersonId person, Reply reply, Instant now) {
        if (reply instanceof Record words) {
            reader.accept(words);
        }
        switch (reply) {
            case Reply.ToYou(var card) -> met(card);
            case Reply.ToChannel(var card) -> met(card);
            case Reply.Replace(var card) -> met(card);
            case Reply.Open(var form) -> fillIn(person, form, now);
            case Reply.Next(var form) -> fillIn(person, form, now);
            case Reply.Refused(_, var wayOn, _) -> wayOn.ifPresent(this::met);
            case Reply.Mend _,Reply.Done _ -> {
            }
        }
    }

    private void met(Card card) {
        reader.accept(card);
        card.parts().forEach(part -> {
            if (part instanceof Card.Part.Buttons(var buttons)) {
                buttons.forEach(this::met);
            }
        });
    }

    private void met(Button button) {
        values.computeIfAbsent(button.action(), _ -> new LinkedHashSet<>()).add(button.value());
    }

    private void fillIn(PersonId person, Form form, Instant now) {
        seen.computeIfAbsent(form.id(), _ -> new LinkedHashSet<>()).add(form);
        form.fields().forEach(field -> {
            if (field instanceof Field.Aside(var button)) {
                met(button);
            }
        });
        if (form.submit().isEmpty() || LEFT_ALONE.contains(form.id())) {
            return;
        }
        form.fields().forEach(field -> {
            if (field instanceof Field.Turn(_, var other)) {
                var turned = new Form(other, form.title(), form.submit(), form.context(), form.fields());
                if (seen.computeIfAbsent(other, _ -> new LinkedHashSet<>()).add(turned)
                        && seen.get(other).size() <= MOST_TURNS) {
                    meet(person, send(turned, filler(person, other, now).fill(form, Map.of()), person, now), now);
                }
            }
        });
        var variants = new HashMap<String, Integer>();
        var filler = filler(person, form.id(), now);
        for (var i = 0; i < FormFiller.VARIANTS; i++) {
            var reply = send(form, filler.fill(form, variants), person, now);
            if (!(reply instanceof Reply.Mend(var reasons))) {
                meet(person, reply, now);
                return;
            }
            reasons.keySet().forEach(field -> variants.merge(field, 1, Integer::sum));
        }
    }

    FormFiller filler(PersonId person, String form, Instant now) {
        return new FormFiller(secret(person, form), Set.of("MINE", "me", "confidential"),
                person.equals(ada) ? ben : ada,
                LocalDate.ofInstant(now, own.zone()));
    }

    /** What this person typed into this form, wherever it turns up. */
    static String secret(PersonId person, String form) {
        return "SECRET-" + person.user() + "-" + form;
    }
}
