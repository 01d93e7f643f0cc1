package dev.stagecoach.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

import dev.stagecoach.chat.Messenger;
import dev.stagecoach.people.Address;
import dev.stagecoach.storage.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what the ledger holds. Rows are claimed in one short transaction, sent outside of it, a lane for each address
 * so that its messages keep their order, and recorded one by one; so a kill at any moment leaves rows that are due,
 * or claims that lapse and are found out about. Several senders may share a database.
 */
public final class Sender implements Due, AutoCloseable {
    private static final int AT_ONCE = 8;
    private static final int LANES = 2 * AT_ONCE;
    private static final int BATCH = 64;
    private static final Duration CLOSING = Duration.ofSeconds(15);

    private static final Logger LOG = LoggerFactory.getLogger(Sender.class);

    private final Database database;
    private final Clock clock;
    private final Etiquette etiquette;
    private final Attempt attempt;
    private final FollowUp followUp;
    private final ClaimStore claims = new ClaimStore();
    private final DeliveryStore deliveries = new DeliveryStore();
    private final ReentrantLock running = new ReentrantLock(true);
    private final AtomicInteger wakes = new AtomicInteger();
    private final Semaphore atOnce = new Semaphore(AT_ONCE, true);
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
        // Never behind the time of a run: else what is put off to a later moment would be due again at once.
        InstantSource forward = () -> later(clock.instant(), reached);
        this.etiquette = new Etiquette(composers, readers);
        var words = new Words(composers, etiquette, forward);
        this.attempt = new Attempt(database, words, etiquette, messenger, forward);
        this.followUp = new FollowUp(database, words, etiquette, messenger, forward);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    @Override
    public String name() {
        return "send messages";
    }

    @Override
    public Optional<Instant> next() {
        return database.read(deliveries::next);
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
            for (var lane : etiquette.lanes(batch, later(clock.instant(), due))) {
                open += started(lane, finished) ? 1 : 0;
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

    private List<Claim> claim(Instant due) {
        return database.write(tx -> claims.claim(tx, due, later(clock.instant(), due), BATCH));
    }

    private boolean started(List<Errand> lane, BlockingQueue<Address> finished) {
        try {
            lanes.execute(() -> run(lane, finished));
            return true;
        } catch (RejectedExecutionException e) {
            release(lane, Instant.EPOCH);
            return false;
        }
    }

    private void release(List<Errand> errands, Instant earliest) {
        var rows = errands.stream().flatMap(errand -> errand.claims().stream()).toList();
        database.change(tx -> claims.release(tx, rows, earliest));
    }

    private void run(List<Errand> lane, BlockingQueue<Address> finished) {
        try {
            for (var i = 0; i < lane.size(); i++) {
                var pause = closing ? Optional.of(Instant.EPOCH) : oneOf(lane.get(i));
                if (pause.isPresent()) {
                    release(lane.subList(closing ? i : i + 1, lane.size()), pause.get());
                    return;
                }
            }
        } catch (RuntimeException e) {
            LOG.error("a lane stopped; its claims lapse and are taken up again", e);
        } finally {
            finished.add(lane.getFirst().to());
        }
    }

    /** One errand; its failure is its own. */
    private Optional<Instant> oneOf(Errand errand) {
        atOnce.acquireUninterruptibly();
        try {
            var mine = errand.claims().stream().flatMap(claim -> stillMine(claim).stream()).toList();
            return mine.isEmpty() ? Optional.empty() : work(new Errand(mine, errand.disturbable()));
        } catch (RuntimeException e) {
            LOG.error("delivery {} was not recorded; its claim lapses and is taken up again",
                    errand.claims().getFirst().id(), e);
            return Optional.empty();
        } finally {
            atOnce.release();
        }
    }

    /** A claim that has waited long in its lane is renewed, or is somebody else's by now. */
    private Optional<Claim> stillMine(Claim claim) {
        var now = later(clock.instant(), reached);
        return now.isBefore(claim.until().minus(ClaimStore.LASTS.dividedBy(2)))
                ? Optional.of(claim)
                : database.write(tx -> claims.renew(tx, claim, now));
    }

    private Optional<Instant> work(Errand errand) {
        return switch (errand.work()) {
            case SEND -> attempt.send(errand);
            case FIND_OUT -> {
                errand.claims().forEach(followUp::findOut);
                yield Optional.empty();
            }
            case REWRITE -> {
                errand.claims().forEach(followUp::rewrite);
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
