package dev.stagecoach.outbox;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.stagecoach.chat.Card;
import dev.stagecoach.outbox.Composer.Composition;
import dev.stagecoach.people.Address;
import dev.stagecoach.people.ChannelId;
import dev.stagecoach.people.Meeting;
import dev.stagecoach.people.NudgeBudget;
import dev.stagecoach.people.People;
import dev.stagecoach.people.Person;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.QuietHours;
import dev.stagecoach.people.Role;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamHours;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.people.TownDirectory;
import dev.stagecoach.storage.Database;

/** A database with a outbox, a scripted chat service and a clock, for the sender's tests. */
final class OutboxFixture {
    static final Instant START = Instant.parse("2026-09-14T15:00:00Z");
    static final ChannelId CHANNEL = new ChannelId("T1", "C1");
    static final PersonId TEACHER = new PersonId("T1", "U1");

    private static final Meeting MEETING = new Meeting(DayOfWeek.TUESDAY, LocalTime.of(14, 30));

    final Database database;
    final ScriptedMessenger messenger = new ScriptedMessenger();
    static final TeamId TEAM = new TeamId("team");

    final SettableClock clock = new SettableClock(START);
    final Outbox outbox = new Outbox();
    final DeliveryStore deliveries = new DeliveryStore();
    final ClaimStore claims = new ClaimStore();
    final Map<String, Composer> composers = new HashMap<>();

    final People people = People.create();
    final TownDirectory directory = new TownDirectory();

    /** What a message says where not its subject. */
    final Map<String, String> news = new HashMap<>();

    OutboxFixture(Database database) {
        this.database = database;
        database.change(tx -> people.teams().add(tx, new Team(TEAM, CHANNEL, "Grade 5", "Juniper Ridge",
                TownDirectory.BOISE, MEETING, 1, MEETING, true), TEACHER, START));
        composers.put("nudge", composer(SendPolicy.NUDGE));
        composers.put("request", composer(SendPolicy.REQUEST));
        composers.put("report", composer(SendPolicy.REPORT));
        composers.put("plain", Composer.echo((delivery, _) -> Composition.Send.of(card(delivery))));
        composers.put("threaded", Composer.echo((delivery, _) -> new Composition.Send(card(delivery),
                Optional.of(Card.saying("details of " + card(delivery).summary())))));
        composers.put("mute", Composer.echo((_, _) -> new Composition.Skip("The round is closed.")));
        composers.put("broken", Composer.echo((_, _) -> {
            throw new IllegalStateException("a composer's fault, on purpose");
        }));
    }

    /** Skips what its news say is "over". */
    private Composer composer(SendPolicy policy) {
        return Composer.in(policy, (delivery, _) -> "over".equals(news.get(delivery.subject()))
                ? new Composition.Skip("It is over.")
                : Composition.Send.of(card(delivery)));
    }

    private Card card(Delivery delivery) {
        return Card.saying(news.getOrDefault(delivery.subject(), delivery.subject()));
    }

    Sender sender() {
        return new Sender(database, composers, messenger, new Readers(people, directory),
                clock);
    }

    /** What the teacher's team allows to be asked in a week. */
    void nudgesAWeek(int number) {
        database.change(tx -> {
            people.members().keep(tx, new Person(TEACHER, "Teacher", TownDirectory.BOISE, Person.Kind.FULL, true),
                    START);
            people.members().join(tx, TEAM, TEACHER, Role.MEMBER, START);
            people.days().keep(tx, TEAM, new TeamHours(QuietHours.USUAL, new NudgeBudget(number, true)), START);
        });
    }

    /** Planned for another moment than now. */
    void planAt(Instant dueAt, String key, String kind, Address to) {
        database.change(tx -> outbox.plan(tx, TEAM, key, kind, to, key, dueAt));
    }

    void refresh(String key) {
        database.change(tx -> outbox.refresh(tx, key));
    }

    void plan(String key, String kind, Address to) {
        database.change(tx -> outbox.plan(tx, TEAM, key, kind, to, key, clock.instant()));
    }

    void run() {
        try (var sender = sender()) {
            sender.run(clock.instant());
        }
    }

    void runAt(Instant moment) {
        runAfter(Duration.between(clock.instant(), moment));
    }

    void runAfter(Duration time) {
        clock.advance(time);
        run();
    }

    /** The row's state, with its reason where it has one. */
    String status(String key) {
        return database.read(tx -> tx.handle()
                .createQuery("select state, coalesce(reason, '') as reason from delivery where unique_key = :key")
                .bind("key", key).map((row, _) -> (row.getString("state") + " " + row.getString("reason")).strip())
                .one());
    }

    Map<DeliveryStore.State, Integer> counts() {
        return database.read(tx -> deliveries.counts(tx, START));
    }

    /** What a worker does that dies right after it. */
    List<Claim> claimAndDie() {
        return database.write(tx -> claims.claim(tx, clock.instant(), clock.instant(), 64));
    }
}
