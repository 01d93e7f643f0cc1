package dev.stagecoach.cli;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.jobs.JobScheduler;
import dev.stagecoach.jobs.ScheduledJob;
import dev.stagecoach.outbox.Job;

/** A program whose job meets what its first argument says; it sleeps for a minute unless it is ended. */
public final class Exhausted {
    private Exhausted() {}

    public static void main(String[] args) throws InterruptedException {
        LastResort.install();
        if (args[0].equals("tick")) {
            Thread.ofPlatform().name("jobs-1_QuartzSchedulerThread").start(() -> {
                throw new IllegalStateException("the thread that ticks, on purpose");
            });
        }
        var jobs = new JobScheduler(List.of(ScheduledJob.often(new Fails(args[0]))), Clock.systemUTC());
        jobs.start();
        Thread.sleep(args[0].equals("fault") ? 3_000 : 60_000);
        System.exit(0);
    }

    private record Fails(String how) implements Job {
        @Override
        public String name() {
            return how;
        }

        @Override
        public void run(Instant now) {
            switch (how) {
                case "memory" -> throw new OutOfMemoryError("on purpose");
                case "fault" -> throw new IllegalStateException("on purpose");
                default -> Thread.onSpinWait();
            }
        }

        @Override
        public Optional<Instant> next() {
            return Optional.empty();
        }
    }
}
