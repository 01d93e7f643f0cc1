package dev.stagecoach;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.stagecoach.chat.Command;
import dev.stagecoach.coaching.Room;
import dev.stagecoach.coaching.assessment.AssessmentRoom;
import dev.stagecoach.coaching.checkin.CheckinRoom;
import dev.stagecoach.coaching.evidence.EvidenceRoom;
import dev.stagecoach.coaching.goal.GoalRoom;
import dev.stagecoach.coaching.goal.Whereabouts;
import dev.stagecoach.coaching.home.HomeRoom;
import dev.stagecoach.coaching.home.Offer;
import dev.stagecoach.coaching.journey.JourneyRoom;
import dev.stagecoach.coaching.reflection.ReflectionRoom;
import dev.stagecoach.coaching.summary.SummaryRoom;
import dev.stagecoach.coaching.team.TeamRoom;
import dev.stagecoach.delivery.Composer;
import dev.stagecoach.delivery.Ledger;
import dev.stagecoach.delivery.Sender;
import dev.stagecoach.door.Desk;
import dev.stagecoach.door.HomeTab;
import dev.stagecoach.door.WorkspaceEvents;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.people.People;
import dev.stagecoach.people.Roster;
import dev.stagecoach.schedule.Tick;
import dev.stagecoach.schedule.Ticks;
import dev.stagecoach.settings.SlackSettings;
import dev.stagecoach.slack.BoltDoor;
import dev.stagecoach.slack.HttpDoor;
import dev.stagecoach.slack.SlackApi;
import dev.stagecoach.slack.SlackDirectory;
import dev.stagecoach.slack.SlackMessenger;
import dev.stagecoach.slack.SocketDoor;
import dev.stagecoach.storage.Database;
import dev.stagecoach.web.Endpoint;

/** The wiring: everything is made here, top to bottom, by plain constructors. */
public final class Stagecoach implements AutoCloseable {
    private final SlackApi api;
    private final Sender sender;
    private final Ticks ticks;
    private final BoltDoor door;
    private final SlackSettings slack;
    private Optional<SocketDoor> socket = Optional.empty();

    /** A bot that is ready to be connected; nothing is sent or planned before {@link #start}. */
    public Stagecoach(SlackSettings slack, Database database, Guide guide, Clock clock) {
        this.slack = slack;
        api = new SlackApi(URI.create(slack.apiUrl()), slack.botToken());
        var messenger = new SlackMessenger(api);
        var directory = new SlackDirectory(api);
        var people = People.create();
        var ledger = new Ledger();
        var roster = new Roster(database, people, directory);

        var whereabouts = new Whereabouts(guide);

        var checkins = new CheckinRoom(database, people, guide, ledger, whereabouts::practice);
        var subjects = List.<Room>of(
                new AssessmentRoom(database, people, guide, ledger),
                new GoalRoom(database, people, guide, ledger),
                new JourneyRoom(database, people, guide, ledger),
                checkins,
                new ReflectionRoom(database, people, guide, ledger),
                new EvidenceRoom(database, people, guide, ledger));
        var summary = new SummaryRoom(database, people, ledger, subjects, checkins::closeAnswers);
        var rooms = new ArrayList<>(subjects);
        rooms.add(summary);
        rooms.add(new TeamRoom(database, people, ledger, roster, List.copyOf(rooms)));
        var home = new HomeRoom(database, people, directory,
                new Offer(rooms, whereabouts::line, () -> commands(rooms)));
        rooms.add(home);

        sender = new Sender(database, composers(rooms), messenger, clock);
        ticks = new Ticks(ticks(rooms, sender), clock);
        var tab = new HomeTab(home::home, messenger, clock);
        var desk = new Desk(rooms.stream().map(Room::feature).toList(), database, people, person -> {
            sender.wake();
            tab.refresh(person);
        });
        door = new BoltDoor(api, desk, new WorkspaceEvents(roster, tab), directory, clock);
    }

    private static List<Command> commands(List<Room> rooms) {
        return rooms.stream().flatMap(room -> room.feature().commands().stream()).toList();
    }

    private static Map<String, Composer> composers(List<Room> rooms) {
        var all = new HashMap<String, Composer>();
        rooms.forEach(room -> room.composers().forEach((kind, composer) -> {
            if (all.put(kind, composer) != null) {
                throw new IllegalStateException("two rooms compose " + kind);
            }
        }));
        return all;
    }

    private static List<Tick> ticks(List<Room> rooms, Sender sender) {
        var ticks = new ArrayList<>(rooms.stream().flatMap(room -> room.due().stream()).map(Tick::of).toList());
        ticks.add(Tick.often(sender));
        return ticks;
    }

    /** Connects to Slack in Socket Mode where there is an app token, and begins to tick. Returns at once. */
    public void start() {
        if (slack.socketMode()) {
            var line = new SocketDoor(api, door, slack.appToken());
            line.start();
            socket = Optional.of(line);
        }
        ticks.start();
    }

    /** Waits until Slack has answered; true at once in HTTP mode. */
    public boolean awaitConnected(Duration longest) throws InterruptedException {
        return socket.isEmpty() || socket.get().awaitConnected(longest);
    }

    /** What is wrong with the line to Slack just now, if anything. */
    public Optional<String> trouble() {
        return socket.filter(line -> !line.isConnected()).map(_ -> "no connection to Slack; it is being tried again");
    }

    /** Where Slack posts to in HTTP mode. */
    public Endpoint endpoint() {
        var http = new HttpDoor(door, slack.signingSecret());
        return (body, headers) -> {
            var answer = http.answer(body, headers);
            return new Endpoint.Answer(answer.status(), answer.contentType(), answer.body());
        };
    }

    public Ticks ticks() {
        return ticks;
    }

    @Override
    public void close() {
        socket.ifPresent(SocketDoor::close);
        ticks.close();
        sender.close();
        api.close();
    }
}
