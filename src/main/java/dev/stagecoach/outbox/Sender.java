package dev.stagecoach.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.stagecoach.chat.Messenger;
import dev.stagecoach.outbox.Preparation.Prepared;
import dev.stagecoach.people.Address;
import dev.stagecoach.storage.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what the outbox holds. Rows are claimed in one short transaction, sent outside of it, a lane for each address
 * so that its messages keep their order, and recorded one by one; so a kill at any moment leaves rows that are due,
 * or claims that lapse and are found out about. Several senders may share a database.
 */
public final class Sender implements Job, AutoCloseable {
    /** So many messages are on their way at once. */
    public static final int AT_ONCE = 8;
    /**
     * More than are on their way at once: the others are being composed, or wait together for the disk. So many may
     * have to be found out about after a crash.
     */
    private static final int LANES = 16 * AT_ONCE;
    private static final int BATCH = 128;
    /** So many rows are looked ahead at, where asking about more people costs nothing. */
    private static final int SOON = 200;
    /** Nothing comes back sooner, so that many who wait for close moments come back in one. */
    private static final Duration PAUSE = Duration.ofMillis(5);
    /** Whoever waits longer is seen by a tick. */
    private static final Duration TICK = Duration.ofSeconds(5);
    private static final Duration CLOSING = Duration.ofSeconds(15);

    private static final Logger LOG = LoggerFactory.getLogger(Sender.class);

    private final Database database;
    private final Clock clock;
    private final Messenger messenger;
    private final SendContext sendContext;
    private final Preparation preparation;
    private final Attempt attempt;
    private final Reconciler followUp;
    private final ClaimStore claims = new ClaimStore();
    private final DeliveryStore deliveries = new DeliveryStore();
    private final ReentrantLock running = new ReentrantLock(true);
    private final AtomicInteger wakes = new AtomicInteger();
    private final RateLimiter rateLimiter;
    private final ExecutorService lanes = Executors
            .newThreadPerTaskExecutor(Thread.ofVirtual().name("delivery-", 0).factory());
    private volatile Instant reached = Instant.MIN;
    private volatile boolean closing;

    /**
     * @param composers who writes which kind of delivery
     * @param clock for the moments within a run: attempts, claims, retries
     */
    public Sender(Database database, Map<String, Composer> composers, Messenger messenger, Readers readers,
            Clock clock) {
        this.database = database;
        this.clock = clock;
        this.messenger = messenger;
        // Never behind the time of a run: else what is put off to a later moment would be due again at once.
        InstantSource forward = () -> RateLimiter.later(clock.instant(), reached);
        this.rateLimiter = new RateLimiter(messenger.rates());
        var outgoing = new PacedMessenger(messenger, AT_ONCE, rateLimiter, forward);
        this.sendContext = new SendContext(composers, readers);
        var words = new MessageRendering(composers, sendContext, forward);
        this.preparation = new Preparation(database, words, sendContext, forward);
        this.attempt = new Attempt(database, preparation, sendContext, outgoing, forward);
        this.followUp = new Reconciler(database, words, sendContext, outgoing, forward);
    }

    @Override
    public String name() {
        return "send messages";
    }

    @Override
    public Optional<Instant> next() {
        return database.read(deliveries::next);
    }

    @Override
    public Optional<String> nextFor() {
        return database.read(deliveries::nextFor);
    }

    /** Asks for a run at once, without waiting for it; many calls in a row make few runs. */
    public void wake() {
        if (!closing && wakes.getAndIncrement() == 0) {
            Thread.ofVirtual().name("delivery-wake").start(this::runWhileAsked);
        }
    }

    private void runWhileAsked() {
        int asked;
        do {
            asked = wakes.get();
            try {
                run(clock.instant());
            } catch (RuntimeException e) {
                LOG.error("sending was interrupted by a fault; the next tick goes on", e);
            }
        } while (!wakes.compareAndSet(asked, 0));
    }

    /** Sends until nothing is due at {@code now}, and returns when all of it is recorded. One run at a time. */
    @Override
    public void run(Instant now) {
        running.lock();
        try {
            reached = now;
            drain(now);
            comeBack();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            running.unlock();
        }
    }

    private void drain(Instant due) throws InterruptedException {
        BlockingQueue<Address> finished = new LinkedBlockingQueue<>();
        var open = 0;
        while (true) {
            var batch = open < LANES && !closing ? claim(due) : List.<Claim>of();
            var ready = sendContext.lanes(inTime(batch), () -> database.read(tx -> deliveries.nextPeople(tx, SOON)),
                    RateLimiter.later(clock.instant(), due));
            var prepared = preparation.prepare(ready.stream().flatMap(List::stream).toList());
            for (var lane : ready) {
                open += started(lane, prepared, finished) ? 1 : 0;
            }
            if (batch.isEmpty()) {
                if (open == 0) {
                    return;
                }
                finished.take();
                open--;
            }
        }
    }

    /** What may go out without being too fast; the rest is due again when it may, all of an address together. */
    private List<Claim> inTime(List<Claim> batch) {
        if (batch.isEmpty() || rateLimiter.free()) {
            return batch;
        }
        var waits = new LinkedHashMap<Address, Optional<Instant>>();
        var now = RateLimiter.later(clock.instant(), reached);
        var number = batch.stream().collect(Collectors.groupingBy(claim -> claim.delivery().to(),
                Collectors.counting()));
        batch.forEach(claim -> waits.computeIfAbsent(claim.delivery().to(),
                address -> wait(claim, number.getOrDefault(address, 1L) > 1, now)));
        var late = batch.stream().collect(Collectors.groupingBy(
                claim -> Optional.ofNullable(waits.get(claim.delivery().to())).flatMap(Function.identity())));
        var ready = Optional.ofNullable(late.remove(Optional.<Instant>empty())).orElse(List.of());
        if (!late.isEmpty()) {
            database.change(tx -> late.forEach((moment, rows) -> claims.release(tx, rows, moment.orElseThrow())));
        }
        return ready;
    }

    private Optional<Instant> wait(Claim claim, boolean crowded, Instant now) {
        return rateLimiter.next(claim, sendContext.policy(claim) == SendPolicy.ECHO, crowded, now);
    }

    /** Whoever waits for his moment does not wait for the next tick; a clock that stands still has ticks of its own. */
    private void comeBack() {
        if (closing || !rateLimiter.keeps()) {
            return;
        }
        next().map(at -> Duration.between(clock.instant(), at)).filter(wait -> wait.compareTo(TICK) < 0)
                .ifPresent(wait -> CompletableFuture
                        .delayedExecutor(Math.max(PAUSE.toMillis(), wait.toMillis()), TimeUnit.MILLISECONDS)
                        .execute(this::wake));
    }

    private List<Claim> claim(Instant due) {
        if (messenger.away()) {
            return List.of();
        }
        return database.write(tx -> claims.claim(tx, due, RateLimiter.later(clock.instant(), due), BATCH));
    }

    private boolean started(List<SendTask> lane, Prepared prepared, BlockingQueue<Address> finished) {
        try {
            lanes.execute(() -> run(lane, prepared, finished));
            return true;
        } catch (RejectedExecutionException e) {
            release(lane, Instant.EPOCH);
            return false;
        }
    }

    private void release(List<SendTask> errands, Instant earliest) {
        var rows = errands.stream().flatMap(task -> task.claims().stream()).toList();
        database.change(tx -> claims.release(tx, rows, earliest));
    }

    private void run(List<SendTask> lane, Prepared prepared, BlockingQueue<Address> finished) {
        try {
            for (var i = 0; i < lane.size(); i++) {
                var before = before(lane, i);
                if (before.isPresent()) {
                    release(lane.subList(i, lane.size()), before.get());
                    return;
                }
                var pause = oneOf(lane.get(i), prepared);
                if (pause.isPresent()) {
                    release(lane.subList(i + 1, lane.size()), pause.get());
                    return;
                }
            }
        } catch (RuntimeException e) {
            LOG.error("a lane stopped; its claims lapse and are taken up again", e);
        } finally {
            finished.add(lane.getFirst().to());
        }
    }

    /** Until when a task of a lane waits; the first one has been asked about already. */
    private Optional<Instant> before(List<SendTask> lane, int number) {
        if (closing) {
            return Optional.of(Instant.EPOCH);
        }
        return number == 0
                ? Optional.empty()
                : wait(lane.get(number).claims().getFirst(), true, RateLimiter.later(clock.instant(), reached));
    }

    /** One task; its failure is its own. */
    private Optional<Instant> oneOf(SendTask task, Prepared prepared) {
        try {
            var mine = task.claims().stream().flatMap(claim -> stillMine(claim).stream()).toList();
            return mine.isEmpty() ? Optional.empty() : work(new SendTask(mine, task.disturbable()), prepared);
        } catch (RuntimeException e) {
            LOG.error("delivery {} was not recorded; its claim lapses and is taken up again",
                    task.claims().getFirst().id(), e);
            return Optional.empty();
        }
    }

    /** A claim that has waited long in its lane is renewed, or is somebody else's by now. */
    private Optional<Claim> stillMine(Claim claim) {
        var now = RateLimiter.later(clock.instant(), reached);
        return now.isBefore(claim.until().minus(ClaimStore.LASTS.dividedBy(2)))
                ? Optional.of(claim)
                : database.write(tx -> claims.renew(tx, claim, now));
    }

    private Optional<Instant> work(SendTask task, Prepared prepared) {
        return switch (task.work()) {
            case SEND -> attempt.send(task, prepared);
            case FIND_OUT -> {
                task.claims().forEach(followUp::findOut);
                yield Optional.empty();
            }
            case REWRITE -> {
                task.claims().forEach(followUp::rewrite);
                yield Optional.empty();
            }
        };
    }

    /** Takes up nothing new and waits, for a bounded time, for what is on its way; the rest is due again. */
    @Override
    public void close() {
        closing = true;
        lanes.shutdown();
        try {
            if (!lanes.awaitTermination(CLOSING.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("messages were still on their way; they are found out about at the next start");
                lanes.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
