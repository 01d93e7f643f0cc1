package dev.stagecoach;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.stagecoach.coaching.place.Places;
import dev.stagecoach.delivery.Ledger;
import dev.stagecoach.delivery.Manner;
import dev.stagecoach.delivery.Readers;
import dev.stagecoach.delivery.Sender;
import dev.stagecoach.delivery.Whole;
import dev.stagecoach.door.Desk;
import dev.stagecoach.door.Forgetting;
import dev.stagecoach.door.HomeTab;
import dev.stagecoach.door.WatchfulMessenger;
import dev.stagecoach.door.WorkspaceEvents;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.people.People;
import dev.stagecoach.people.Roster;
import dev.stagecoach.picture.FirstPicture;
import dev.stagecoach.schedule.Tick;
import dev.stagecoach.schedule.Ticks;
import dev.stagecoach.slack.BoltDoor;
import dev.stagecoach.slack.HttpDoor;
import dev.stagecoach.slack.SlackDirectory;
import dev.stagecoach.slack.SlackLine;
import dev.stagecoach.slack.SlackMessenger;
import dev.stagecoach.storage.Database;
import dev.stagecoach.web.Endpoint;

/** The wiring: everything is made here, top to bottom, by plain constructors. */
public final class Stagecoach implements AutoCloseable {
    private final Sender sender;
    private final Ticks ticks;
    private final BoltDoor door;
    private final SlackLine line;
    private final Places places;
    private final BooleanSupplier served;
    private final Map<String, Manner> manners;

    /** A bot beside its line to Slack; nobody is answered and nothing sent before {@link #start}. */
    public Stagecoach(SlackLine line, Database database, Guide guide, Clock clock) {
        this.line = line;
        var api = line.api();
        var directory = new SlackDirectory(api);
        var people = People.create();
        var ledger = new Ledger();
        places = new Places(database, people, ledger);
        var messenger = new WatchfulMessenger(new SlackMessenger(api), places, clock);
        var roster = new Roster(database, people, directory);
        var rooms = new Rooms(database, people, guide, directory, roster, places);
        served = () -> !database.read(people.teams()::all).isEmpty();

        manners = rooms.composers().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, composer -> composer.getValue().manner()));
        sender = new Sender(database, rooms.composers(), messenger, new Readers(people, directory), clock);
        ticks = new Ticks(ticks(rooms, sender, new Forgetting(database)), clock);
        var tab = new HomeTab(rooms.home()::home, messenger, clock);
        var whole = new Whole(database, ledger);
        var desk = new Desk(rooms.features().stream().map(whole::keep).toList(), database, people, person -> {
            sender.wake();
            tab.refresh(person);
        });
        door = new BoltDoor(api, desk, new WorkspaceEvents(roster, places, tab), directory, clock);
    }

    private static List<Tick> ticks(Rooms rooms, Sender sender, Forgetting forgetting) {
        return Stream.concat(rooms.due().stream().map(Tick::of), Stream.of(Tick.of(forgetting), Tick.often(sender)))
                .toList();
    }

    /** Begins to answer and to tick. */
    public void start() {
        answer();
        ticks.start();
    }

    /** Begins to answer; what becomes due with time is done when somebody asks {@link #ticks} for it. */
    public void answer() {
        line.open(door);
        door.resume();
    }

    /** Makes ready, in the background, for what is needed soon. A bot without a team needs no picture soon. */
    public void settleIn() {
        if (served.getAsBoolean()) {
            FirstPicture.drawAhead();
        }
    }

    /** Where Slack posts to in HTTP mode. */
    public Endpoint endpoint(String signingSecret) {
        var http = new HttpDoor(door, signingSecret);
        return (body, headers) -> {
            var answer = http.answer(body, headers);
            return new Endpoint.Answer(answer.status(), answer.contentType(), answer.body());
        };
    }

    /** What keeps the bot from sending at all, in words; empty where nothing does. */
    public Optional<String> trouble() {
        return places.trouble();
    }

    public Ticks ticks() {
        return ticks;
    }

    /** Sends what is due at {@code now}, and returns when it is recorded. */
    public void send(Instant now) {
        sender.run(now);
    }

    /** How each kind of message meets its reader's day. */
    public Map<String, Manner> manners() {
        return manners;
    }

    /** Ends the work; the line and the database are their makers' to close. */
    @Override
    public void close() {
        ticks.close();
        sender.close();
    }
}
