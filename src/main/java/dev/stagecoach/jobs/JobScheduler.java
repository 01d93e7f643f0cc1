package dev.stagecoach.jobs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobExecutionContext;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.TriggerBuilder;
import org.quartz.impl.StdSchedulerFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs every job again and again; each looks whether anything is due. Quartz only ticks, in memory; what is due is in
 * the rows, so a tick that is missed or comes late costs nothing.
 */
public final class JobScheduler implements AutoCloseable {
    /** More rounds than any chain of work has links; it ends a chain that feeds itself. */
    private static final int ROUNDS = 100;
    /** The sender alone ticks every two seconds, and it is one of several that run side by side. */
    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(2);

    private static final AtomicInteger COUNT = new AtomicInteger();

    private static final Logger LOG = LoggerFactory.getLogger(JobScheduler.class);

    private final List<JobRun> jobs;
    private final Clock clock;
    private final Duration longestSilence;
    private final Scheduler scheduler;
    private volatile long ticked = System.nanoTime();
    private volatile boolean started;

    /** What comes next, when, and for whom, by the chat service's own id; the moment may lie in the past. */
    public record Next(String name, Instant at, Optional<String> to) {}

    /** @param jobs in the order in which one feeds the next: planners first, the sender last */
    public JobScheduler(List<ScheduledJob> jobs, Clock clock) {
        this(jobs, clock, LONGEST_SILENCE);
    }

    JobScheduler(List<ScheduledJob> jobs, Clock clock, Duration longestSilence) {
        this.longestSilence = longestSilence;
        this.jobs = jobs.stream().map(JobRun::new).toList();
        this.clock = clock;
        this.scheduler = scheduler(Math.clamp(jobs.size(), 1, 4));
    }

    private static Scheduler scheduler(int threads) {
        var properties = new Properties();
        // Quartz keeps its schedulers by name for the whole program.
        properties.setProperty("org.quartz.scheduler.instanceName", "jobs-" + COUNT.incrementAndGet());
        properties.setProperty("org.quartz.scheduler.skipUpdateCheck", "true");
        properties.setProperty("org.quartz.scheduler.makeSchedulerThreadDaemon", "true");
        properties.setProperty("org.quartz.jobStore.class", "org.quartz.simpl.RAMJobStore");
        properties.setProperty("org.quartz.threadPool.class", "org.quartz.simpl.SimpleThreadPool");
        properties.setProperty("org.quartz.threadPool.threadCount", String.valueOf(threads));
        properties.setProperty("org.quartz.threadPool.makeThreadsDaemons", "true");
        try {
            return new StdSchedulerFactory(properties).getScheduler();
        } catch (SchedulerException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs from now on, in daemon threads. */
    public void start() {
        var byName = new HashMap<String, Job>();
        try {
            scheduler.setJobFactory((fired, _) -> byName.get(fired.getJobDetail().getKey().getName()));
            for (var i = 0; i < jobs.size(); i++) {
                byName.put("job-" + i, new QuartzJob(jobs.get(i), clock, at -> ticked = at));
            }
            for (var i = 0; i < jobs.size(); i++) {
                schedule("job-" + i, jobs.get(i));
            }
            scheduler.start();
            ticked = System.nanoTime();
            started = true;
        } catch (SchedulerException e) {
            throw new IllegalStateException(e);
        }
    }

    private void schedule(String name, JobRun run) throws SchedulerException {
        var job = JobBuilder.newJob(QuartzJob.class).withIdentity(name).build();
        var rhythm = SimpleScheduleBuilder.simpleSchedule().withIntervalInMilliseconds(run.every().toMillis())
                .repeatForever().withMisfireHandlingInstructionNextWithRemainingCount();
        scheduler.scheduleJob(job, TriggerBuilder.newTrigger().withIdentity(name).withSchedule(rhythm).build());
    }

    /** What only a new start would mend, in words; empty while the jobs tick, or before they do. */
    public Optional<String> trouble() {
        var silent = Duration.ofNanos(System.nanoTime() - ticked);
        return started && silent.compareTo(longestSilence) > 0
                ? Optional.of("no job has begun for " + silent.toSeconds() + " s; nothing that is due is sent")
                : Optional.empty();
    }

    /** Does all that is due now, what follows from it included, and returns when nothing is left or nothing helps. */
    public void runNow() {
        for (var round = 0; round < ROUNDS; round++) {
            var now = clock.instant();
            jobs.forEach(job -> job.run(now));
            if (next().filter(next -> !next.at().isAfter(now)).isEmpty()) {
                return;
            }
        }
        LOG.warn("after {} rounds there is still something due: {}", ROUNDS, next());
    }

    /** The earliest thing that becomes due; empty where nothing is planned. */
    public Optional<Next> next() {
        return ahead().stream().findFirst();
    }

    /** The next thing of each job, soonest first. */
    public List<Next> ahead() {
        return jobs.stream().flatMap(job -> job.next().stream()).sorted(Comparator.comparing(Next::at)).toList();
    }

    /**
     * Waits for the jobs that are running; no new ones come. Quartz itself is not asked to wait: it can lose sight of a
     * job that is handed out while its threads are told to stop, and then waits for ever.
     */
    @Override
    public void close() {
        try {
            scheduler.shutdown(false);
        } catch (SchedulerException e) {
            LOG.warn("the jobs did not stop in order", e);
        }
        jobs.forEach(JobRun::end);
    }

    /** Quartz takes the class as the mark of what must not overlap itself, each job for itself. */
    @DisallowConcurrentExecution
    private record QuartzJob(JobRun run, Clock clock, LongConsumer ticked) implements Job {
        @Override
        public void execute(JobExecutionContext context) {
            try {
                ticked.accept(System.nanoTime());
                run.tryRun(clock.instant());
            } catch (Error e) {
                // Quartz would log it and go on.
                var thread = Thread.currentThread();
                thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
                throw e;
            }
        }
    }
}
