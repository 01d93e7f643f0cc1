package dev.stagecoach;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.stagecoach.app.AccessLogJob;
import dev.stagecoach.app.CallLimit;
import dev.stagecoach.app.Dispatcher;
import dev.stagecoach.app.HomeTab;
import dev.stagecoach.app.IdempotencyCleanup;
import dev.stagecoach.app.ReachabilityMessenger;
import dev.stagecoach.app.WorkspaceEvents;
import dev.stagecoach.coaching.Room;
import dev.stagecoach.coaching.due.DueRoom;
import dev.stagecoach.coaching.mydata.MyDataRoom;
import dev.stagecoach.coaching.slot.SlotRoom;
import dev.stagecoach.coaching.team.Reachability;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.jobs.JobScheduler;
import dev.stagecoach.jobs.ScheduledJob;
import dev.stagecoach.outbox.BundleUpdater;
import dev.stagecoach.outbox.Job;
import dev.stagecoach.outbox.Outbox;
import dev.stagecoach.outbox.Readers;
import dev.stagecoach.outbox.SendPolicy;
import dev.stagecoach.outbox.Sender;
import dev.stagecoach.people.People;
import dev.stagecoach.people.Retention;
import dev.stagecoach.people.RoleChange;
import dev.stagecoach.people.Roster;
import dev.stagecoach.people.Team;
import dev.stagecoach.picture.FirstPicture;
import dev.stagecoach.slack.BoltAdapter;
import dev.stagecoach.slack.HttpModeAdapter;
import dev.stagecoach.slack.SlackConnection;
import dev.stagecoach.slack.SlackDirectory;
import dev.stagecoach.slack.SlackFiles;
import dev.stagecoach.slack.SlackMessenger;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Transaction;
import dev.stagecoach.web.Endpoint;

/** The wiring: everything is made here, top to bottom, by plain constructors. */
public final class Wiring implements AutoCloseable {
    private final Sender sender;
    private final JobScheduler jobs;
    private final BoltAdapter adapter;
    private final SlackConnection connection;
    private final Reachability reachability;
    private final BooleanSupplier served;
    private final Map<String, SendPolicy> policies;

    /**
     * What may differ from one bot to another.
     *
     * @param retention how long what people say is kept
     * @param calls makes the limit of how fast one person may call
     */
    public record Terms(Retention retention, Supplier<CallLimit> calls) {
        private static final Terms USUAL = of(Retention.USUAL);

        public static Terms of(Retention retention) {
            return new Terms(retention, CallLimit::usual);
        }
    }

    /** A bot beside its line to Slack; nobody is answered and nothing sent before {@link #start}. */
    public Wiring(SlackConnection connection, Database database, Guide guide, Clock clock) {
        this(connection, database, guide, clock, Terms.USUAL);
    }

    public Wiring(SlackConnection connection, Database database, Guide guide, Clock clock, Terms terms) {
        this.connection = connection;
        var retention = terms.retention();
        var api = connection.api();
        var directory = new SlackDirectory(api);
        var people = People.create();
        var outbox = new Outbox();
        reachability = new Reachability(database, people, outbox, retention);
        var messenger = new ReachabilityMessenger(new SlackMessenger(api), reachability, clock);
        var roster = new Roster(database, people, directory);
        var rooms = new Rooms(database, people, guide, directory, roster, reachability,
                retention.legalHold());
        var files = new SlackFiles(api);
        rooms.add(new MyDataRoom(database, people, files, retention));
        rooms.add(new SlotRoom(database, people, guide, files));
        served = () -> !database.read(people.teams()::all).isEmpty();

        policies = rooms.composers().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, composer -> composer.getValue().policy()));
        sender = new Sender(database, rooms.composers(), messenger, new Readers(people, directory), clock);
        jobs = new JobScheduler(jobs(rooms, sender,
                List.of(new IdempotencyCleanup(database), new AccessLogJob(database, people.gate().log()))), clock);
        var tab = new HomeTab(rooms.home()::home, messenger, clock);
        rooms.add(new Room() {
            @Override
            public void roleChanged(Transaction tx, Team team, RoleChange change, Instant now) {
                tab.changes(change.person());
            }
        });
        var bundles = new BundleUpdater(database, outbox, DueRoom.WEEK);
        var dispatcher = new Dispatcher(rooms.features().stream().map(one -> one.afterClick(bundles::keep)).toList(),
                database, people, rooms.home()::nextStep,
                person -> {
                    rooms.due().acted(person, clock.instant());
                    sender.wake();
                    tab.refresh(person);
                    tab.refreshChanged();
                }).limited(terms.calls().get());
        adapter = new BoltAdapter(api, dispatcher, new WorkspaceEvents(roster, reachability, tab), directory, clock);
    }

    private static List<ScheduledJob> jobs(Rooms rooms, Sender sender, List<Job> beside) {
        return Stream
                .concat(Stream.concat(rooms.jobs().stream(), beside.stream()).map(ScheduledJob::of),
                        Stream.of(ScheduledJob.often(sender)))
                .toList();
    }

    /** Begins to answer and to tick. */
    public void start() {
        answer();
        jobs.start();
    }

    /** Begins to answer; what becomes due with time is done when somebody asks {@link #ticks} for it. */
    public void answer() {
        connection.open(adapter);
        adapter.resume();
    }

    /** Makes ready, in the background, for what is needed soon. A bot without a team needs no picture soon. */
    public void settleIn() {
        if (served.getAsBoolean()) {
            FirstPicture.drawAhead();
        }
    }

    /** Where Slack posts to in HTTP mode. */
    public Endpoint endpoint(String signingSecret) {
        var http = new HttpModeAdapter(adapter, signingSecret);
        return (body, headers) -> {
            var answer = http.answer(body, headers);
            return new Endpoint.Answer(answer.status(), answer.contentType(), answer.body());
        };
    }

    /** What keeps the bot from sending at all, in words; empty where nothing does. */
    public Optional<String> trouble() {
        return reachability.trouble();
    }

    public JobScheduler jobs() {
        return jobs;
    }

    /** Sends what is due at {@code now}, and returns when it is recorded. */
    public void send(Instant now) {
        sender.run(now);
    }

    /** How each kind of message meets its reader's day. */
    public Map<String, SendPolicy> policies() {
        return policies;
    }

    /** Ends the work; the line and the database are their makers' to close. */
    @Override
    public void close() {
        jobs.close();
        sender.close();
    }
}
