package dev.stagecoach;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
import dev.stagecoach.delivery.Budget;
import dev.stagecoach.delivery.Composer;
import dev.stagecoach.delivery.Ledger;
import dev.stagecoach.delivery.Readers;
import dev.stagecoach.delivery.Sender;
import dev.stagecoach.delivery.Whole;
import dev.stagecoach.door.Desk;
import dev.stagecoach.door.HomeTab;
import dev.stagecoach.door.WorkspaceEvents;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.people.People;
import dev.stagecoach.people.Roster;
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

    /** A bot beside its line to Slack; nobody is answered and nothing sent before {@link #start}. */
    public Stagecoach(SlackLine line, Database database, Guide guide, Clock clock) {
        this.line = line;
        var api = line.api();
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

        sender = new Sender(database, composers(rooms), messenger,
                new Readers(people, directory, Budget.USUAL), clock);
        ticks = new Ticks(ticks(rooms, sender), clock);
        var tab = new HomeTab(home::home, messenger, clock);
        var whole = new Whole(database, ledger);
        var desk = new Desk(rooms.stream().map(Room::feature).map(whole::keep).toList(), database, people, person -> {
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

    /** Begins to answer and to tick. */
    public void start() {
        line.open(door);
        ticks.start();
    }

    /** Where Slack posts to in HTTP mode. */
    public Endpoint endpoint(String signingSecret) {
        var http = new HttpDoor(door, signingSecret);
        return (body, headers) -> {
            var answer = http.answer(body, headers);
            return new Endpoint.Answer(answer.status(), answer.contentType(), answer.body());
        };
    }

    public Ticks ticks() {
        return ticks;
    }

    /** Ends the work; the line and the database are their makers' to close. */
    @Override
    public void close() {
        ticks.close();
        sender.close();
    }
}
