package dev.stagecoach.jobs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;

import dev.stagecoach.outbox.Job;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class JobSchedulerTest {
    private static final Instant NOW = Instant.parse("2026-09-14T15:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    @Test
    void runningNowFollowsTheChainToItsEnd() {
        var told = new ArrayList<String>();
        var open = new AtomicInteger(3);
        var feeds = work("plan", _ -> told.add("plan"), () -> Optional.of(NOW.plusSeconds(9)));
        var sends = work("send", _ -> {
            told.add("send");
            open.decrementAndGet();
        }, () -> open.get() > 0 ? Optional.of(NOW) : Optional.empty());
        try (var jobs = new JobScheduler(List.of(ScheduledJob.of(feeds), ScheduledJob.often(sends)), CLOCK)) {
            assertThat(jobs.next()).contains(new JobScheduler.Next("send", NOW, Optional.empty()));
            jobs.runNow();
            assertThat(told).containsExactly("plan", "send", "plan", "send", "plan", "send");
            assertThat(jobs.next()).contains(new JobScheduler.Next("plan", NOW.plusSeconds(9), Optional.empty()));
        }
    }

    @Test
    void jobsThatNoLongerBeginAreTold() throws InterruptedException {
        var hangs = new CountDownLatch(1);
        var job = work("hangs", _ -> {
            try {
                hangs.await();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }, Optional::empty);
        try (var jobs = new JobScheduler(List.of(ScheduledJob.often(job)), CLOCK, Duration.ofMillis(200))) {
            assertThat(jobs.trouble()).isEmpty();
            jobs.start();
            for (var i = 0; i < 100 && jobs.trouble().isEmpty(); i++) {
                Thread.sleep(50);
            }
            assertThat(jobs.trouble()).get().asString().contains("nothing that is due is sent");
            hangs.countDown();
        }
    }

    @Test
    void whatFeedsItselfEnds() {
        var runs = new AtomicInteger();
        var endless = work("endless", _ -> runs.incrementAndGet(), () -> Optional.of(NOW));
        try (var jobs = new JobScheduler(List.of(ScheduledJob.of(endless)), CLOCK)) {
            jobs.runNow();
        }
        assertThat(runs).hasValue(100);
    }

    @Test
    void aFaultStopsNobodyElse() {
        var runs = new AtomicInteger();
        var broken = work("broken", _ -> {
            throw new IllegalStateException("a fault, on purpose");
        }, () -> {
            throw new IllegalStateException("a fault, on purpose");
        });
        var fine = work("fine", _ -> runs.incrementAndGet(), Optional::empty);
        try (var jobs = new JobScheduler(List.of(ScheduledJob.of(broken), ScheduledJob.of(fine)), CLOCK)) {
            jobs.runNow();
            assertThat(jobs.next()).isEmpty();
        }
        assertThat(runs).hasValue(1);
    }

    @Test
    void startedTheyTickAgainAndAgainAndNeverTwiceAtOnce() throws InterruptedException {
        var ticked = new CountDownLatch(5);
        var inside = new AtomicInteger();
        var overlaps = new AtomicInteger();
        var moments = new ArrayList<Instant>();
        var counted = work("counted", now -> {
            overlaps.addAndGet(inside.getAndIncrement());
            moments.add(now);
            inside.decrementAndGet();
            ticked.countDown();
        }, Optional::empty);
        var broken = work("broken", _ -> {
            throw new IllegalStateException("a fault, on purpose");
        }, Optional::empty);
        try (var jobs = new JobScheduler(
                List.of(new ScheduledJob(counted, Duration.ofMillis(1)),
                        new ScheduledJob(broken, Duration.ofMillis(1))),
                CLOCK)) {
            jobs.start();
            jobs.runNow();
            assertThat(ticked.await(30, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(overlaps).hasValue(0);
        assertThat(moments).containsOnly(NOW);
    }

    /** Quartz can lose sight of a job that is handed out while its threads are told to stop, and waits for it for ever. */
    @Test
    void stoppingWaitsForTheTickThatRunsAndForNoOther() {
        var quick = work("quick", _ -> {}, Optional::empty);
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            for (var round = 0; round < 200; round++) {
                var inside = new AtomicInteger();
                var slow = work("slow", _ -> {
                    inside.incrementAndGet();
                    LockSupport.parkNanos(1_000_000);
                    inside.decrementAndGet();
                }, Optional::empty);
                var jobs = new JobScheduler(
                        List.of(new ScheduledJob(quick, Duration.ofMillis(1)),
                                new ScheduledJob(slow, Duration.ofMillis(1))),
                        CLOCK);
                jobs.start();
                LockSupport.parkNanos(2_000_000);
                jobs.close();
                assertThat(inside).hasValue(0);
            }
        });
    }

    private static Job work(String name, Consumer<Instant> run, Supplier<Optional<Instant>> next) {
        return new Job() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public void run(Instant now) {
                run.accept(now);
            }

            @Override
            public Optional<Instant> next() {
                return next.get();
            }
        };
    }
}
