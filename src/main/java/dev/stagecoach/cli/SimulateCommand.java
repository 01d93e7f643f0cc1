package dev.stagecoach.cli;

import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import dev.stagecoach.guide.GuideFiles;
import dev.stagecoach.simulation.Scope;
import dev.stagecoach.simulation.SimulationDatabases;
import dev.stagecoach.simulation.StoryRunner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tells a school year in which everything goes wrong that can, and checks after every step that the bot kept its word. */
@Command(name = "simulate", mixinStandardHelpOptions = true, description = "Simulates a school year with faults, and checks that nothing comes twice, is lost or comes at a wrong time.")
final class SimulateCommand implements Callable<Integer> {
    private static final int MOST_TEAMS = 500;
    private static final int MOST_NODES = 4;

    @Spec
    CommandSpec spec;

    @Option(names = "--from", paramLabel = "DAY", defaultValue = "2026-08-17", description = "The first day (default: ${DEFAULT-VALUE}).")
    LocalDate from = LocalDate.EPOCH;

    @Option(names = "--to", paramLabel = "DAY", defaultValue = "2027-06-04", description = "The last day (default: ${DEFAULT-VALUE}).")
    LocalDate to = LocalDate.EPOCH;

    @Option(names = "--teams", paramLabel = "N", defaultValue = "40", description = "How many teams (default: ${DEFAULT-VALUE}).")
    int teams;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "The same seed is the same story (default: ${DEFAULT-VALUE}).")
    long seed;

    @Option(names = "--seeds", paramLabel = "N", defaultValue = "1", description = "So many stories, each with the next seed (default: ${DEFAULT-VALUE}).")
    int seeds;

    @Option(names = "--nodes", paramLabel = "N", description = "Processes of the bot on one database (default: 2 on PostgreSQL, 1 on SQLite, which takes one).")
    Optional<Integer> nodes = Optional.empty();

    @Option(names = "--database", paramLabel = "URL", defaultValue = "${env:SIMULATION_DATABASE_URL}", description = "The JDBC URL of a PostgreSQL database in which stories may make schemas (default: SIMULATION_DATABASE_URL, for one with a password, or SQLite files).")
    Optional<String> database = Optional.empty();

    @Override
    public Integer call() {
        refuseNonsense();
        logEverythingUnseen();
        var bot = new SimulatedBot(GuideFiles.load(Optional.empty()), SimulatedBot.SECRET);
        var stories = new StoryRunner(bot, new SimulationDatabases(database), this::say);
        var wrong = 0;
        for (var number = seed; number < seed + seeds; number++) {
            var ending = stories.tell(Scope.of(from, to, teams, number, processes()));
            ending.lines().forEach(this::say);
            wrong += ending instanceof StoryRunner.Ending.Wrong ? 1 : 0;
        }
        if (seeds > 1) {
            say("%d of %d stories went well.".formatted(seeds - wrong, seeds));
        }
        return wrong == 0 ? Launcher.DONE : Launcher.FAILED;
    }

    private int processes() {
        return nodes.orElse(database.isPresent() ? 2 : 1);
    }

    private void refuseNonsense() {
        if (to.isBefore(from)) {
            throw new Unstartable("--to is " + to + ", which is before --from, " + from + ".");
        }
        within("--teams", teams, MOST_TEAMS);
        within("--seeds", seeds, Integer.MAX_VALUE);
        within("--nodes", processes(), MOST_NODES);
        if (database.filter(url -> !url.startsWith("jdbc:postgresql:")).isPresent()) {
            throw new Unstartable("--database is for PostgreSQL and begins with jdbc:postgresql:; leave it out for"
                    + " SQLite.");
        }
        if (database.isEmpty() && processes() > 1) {
            throw new Unstartable("--nodes is " + processes() + ", but one SQLite file takes one process. Give"
                    + " --database for more.");
        }
    }

    private static void within(String option, int number, int most) {
        if (number < 1 || number > most) {
            throw new Unstartable(option + " is " + number + "; it goes from 1 to " + most + ".");
        }
    }

    /**
     * Everything is logged, for the simulation to look through; nothing of it is shown, because faults are what a
     * simulation is about. What the Slack SDK may log is left as it ships.
     */
    static void logEverythingUnseen() {
        var root = LogTap.root();
        root.iteratorForAppenders().forEachRemaining(shown -> shown.addFilter(new Filter<>() {
            @Override
            public FilterReply decide(ILoggingEvent event) {
                return event.getLoggerName().equals(Launcher.class.getName()) ? FilterReply.NEUTRAL : FilterReply.DENY;
            }
        }));
        root.setLevel(Level.DEBUG);
        root.getLoggerContext().getLogger("dev.stagecoach").setLevel(Level.DEBUG);
        Thread.setDefaultUncaughtExceptionHandler((_, _) -> {});
    }

    private void say(String words) {
        spec.commandLine().getOut().println(words);
        spec.commandLine().getOut().flush();
    }
}
