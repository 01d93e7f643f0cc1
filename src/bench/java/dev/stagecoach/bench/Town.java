package dev.stagecoach.bench;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Messenger;
import dev.stagecoach.coaching.checkin.CheckinRoom;
import dev.stagecoach.coaching.goal.TeamStatus;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.GuideFiles;
import dev.stagecoach.outbox.Composer.Composition;
import dev.stagecoach.outbox.Delivery;
import dev.stagecoach.outbox.Outbox;
import dev.stagecoach.outbox.Readers;
import dev.stagecoach.outbox.Sender;
import dev.stagecoach.people.Address;
import dev.stagecoach.people.ChannelId;
import dev.stagecoach.people.Directory;
import dev.stagecoach.people.Meeting;
import dev.stagecoach.people.People;
import dev.stagecoach.people.Person;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Role;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.TestDatabases;
import dev.stagecoach.storage.Transaction;

/** 400 teams of 25 different teachers, each team with a weekly check-in on Tuesday at 10:00, in a real database. */
final class Town {
    static final int TEAMS = 400;
    static final int TEACHERS = 25;
    private static final ZoneId BOISE = ZoneId.of("America/Boise");
    /** The first of the Tuesdays, at 10:00 in Boise. */
    static final Instant FIRST = Instant.parse("2026-09-15T16:00:00Z");
    private static final Instant BEFORE = FIRST.minus(Duration.ofDays(7));

    private final Database database;
    private final People people = People.create();
    private final Guide guide = GuideFiles.load(Optional.empty());
    private final Outbox outbox = new Outbox();
    private final CheckinRoom room;
    private Clock clock = Clock.systemUTC();

    Town(Database database) {
        this.database = database;
        this.room = new CheckinRoom(database, people, guide, outbox, new TeamStatus(guide)::practice);
    }

    /** A fresh database of that name. */
    static Database database(String name) {
        return name.equals("SQLite") ? TestDatabases.sqlite() : TestDatabases.postgresql();
    }

    /** Moves all teams in. */
    Town settle() {
        return settle(TEAMS);
    }

    /** Moves the first so many teams in. */
    Town settle(int teams) {
        return settle(0, teams);
    }

    /** Moves in whoever is not there after the first team. */
    void settleRest() {
        settle(1, TEAMS);
    }

    private Town settle(int from, int until) {
        for (var team = from; team < until; team++) {
            var number = team;
            database.change(tx -> {
                var settings = settings(number);
                people.teams().add(tx, settings, teacher(number * TEACHERS), BEFORE);
                for (var i = 0; i < TEACHERS; i++) {
                    var id = teacher(number * TEACHERS + i);
                    people.members().keep(tx, new Person(id, "Teacher " + i, BOISE, Person.Kind.FULL, true), BEFORE);
                    people.members().join(tx, settings.id(), id, Role.MEMBER, BEFORE);
                }
                schedule(tx, number, "s" + number, settings.id(), FIRST);
            });
        }
        return this;
    }

    /** Adds so many schedules that are not due for a long time, 50 for each of further teams. */
    void schedulesAhead(int many) {
        database.change(tx -> {
            for (var i = 0; i < many; i++) {
                var team = settings(TEAMS + i / 50);
                if (i % 50 == 0) {
                    people.teams().add(tx, team, teacher(0), BEFORE);
                }
                schedule(tx, i, "ahead" + i, team.id(), FIRST.plus(Duration.ofDays(3_000 + i % 1_000)));
            }
        });
    }

    private static void schedule(Transaction tx, int number, String id, TeamId team,
            Instant due) {
        tx.handle().createUpdate("""
                insert into checkin_schedule (id, team, question_set, recurrence, automatic, edited, next_due, created_at)
                values (:id, :team, 'explore_weekly', 'weekly 1 TUESDAY 10:00 2026-09-15', 0, 0, :due, :number)
                """).bind("id", id).bind("team", team.value()).bind("due", due.toEpochMilli()).bind("number", number)
                .execute();
    }

    private static Team settings(int number) {
        return new Team(new TeamId("team" + number), new ChannelId("T1", "C" + number), "Team " + number,
                "Juniper Ridge", BOISE, new Meeting(DayOfWeek.WEDNESDAY, LocalTime.of(14, 30)), 0,
                new Meeting(DayOfWeek.FRIDAY, LocalTime.of(15, 0)), true);
    }

    static PersonId teacher(int number) {
        return new PersonId("T1", "U" + number);
    }

    static List<PersonId> teachers() {
        return teachers(TEAMS);
    }

    /** Of the first so many teams. */
    static List<PersonId> teachers(int teams) {
        return IntStream.range(0, teams * TEACHERS).mapToObj(Town::teacher).toList();
    }

    /** Everybody has answered; from now on it is 10:00 on the Tuesday of that week, the first being 0, and the clock goes on from there. */
    void itIsTuesday(int week) {
        // Else the rhythm of people who never answer halves.
        database.change(tx -> tx.handle().execute("update checkin_asked set state = 'answered' where state = 'open'"));
        clock = Clock.offset(Clock.systemUTC(),
                Duration.between(Instant.now(), FIRST.plus(Duration.ofDays(7L * week)).plusSeconds(1)));
    }

    Instant now() {
        return clock.instant();
    }

    /** Plans what is due. */
    void plan() {
        room.jobs().forEach(due -> due.run(clock.instant()));
    }

    Sender sender(Messenger messenger) {
        return new Sender(database, room.composers(), messenger,
                new Readers(people, new Nobody()), clock);
    }

    /** Sends what is due and returns when all of it is recorded. */
    void send(Messenger messenger) {
        try (var sender = sender(messenger)) {
            sender.run(clock.instant());
        }
    }

    /** Sends what is due as fast as the messenger's limits allow; returns when {@code many} messages were sent. */
    void sendPaced(Messenger messenger, int many) {
        var began = clock.instant();
        try (var sender = sender(messenger)) {
            sender.wake();
            while (sent(began) < many) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** How many messages were sent since. */
    int sent(Instant since) {
        return database.read(tx -> tx.handle()
                .createQuery("select count(*) from delivery where state = 'sent' and sent_at >= :since")
                .bind("since", since.toEpochMilli()).mapTo(Integer.class).one());
    }

    /** What the first planned message says. */
    Card card() {
        var delivery = database.read(tx -> tx.handle()
                .createQuery("select id, team, kind, address, subject from delivery where state = 'due' limit 1")
                .map((row, _) -> new Delivery(row.getString("id"), new TeamId(row.getString("team")),
                        row.getString("kind"), Address.parse(row.getString("address")), row.getString("subject"),
                        now(), 0))
                .one());
        var composer = Optional.ofNullable(room.composers().get(delivery.kind())).orElseThrow();
        return switch (composer.compose(delivery, now())) {
            case Composition.Send(var card, _) -> card;
            case Composition.Skip(var reason) -> throw new IllegalStateException(reason);
        };
    }

    /** Asking who wants not to be disturbed has its own limits, and is not what is measured. */
    private static final class Nobody implements Directory {
        @Override
        public Optional<Person> person(PersonId id) {
            return Optional.empty();
        }

        @Override
        public Optional<Channel> channel(ChannelId id) {
            return Optional.empty();
        }

        @Override
        public List<PersonId> membersOf(ChannelId id) {
            return List.of();
        }

        @Override
        public Map<PersonId, Instant> doNotDisturb(Set<PersonId> people, Supplier<List<PersonId>> soon, Instant now) {
            return Map.of();
        }
    }

    Database database() {
        return database;
    }
}
