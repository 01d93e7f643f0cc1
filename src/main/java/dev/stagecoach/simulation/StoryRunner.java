package dev.stagecoach.simulation;

import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import dev.stagecoach.simulation.Shrinker.Failure;
import dev.stagecoach.simulation.Simulation.Progress;

/** Tells stories, and where one goes wrong looks for the shortest that goes wrong in the same way. */
public final class StoryRunner {
    private static final Duration SEARCH = Duration.ofMinutes(10);

    private final Program program;
    private final SimulationDatabases databases;
    private final Consumer<String> progress;

    /** @param progress hears how far a story is, in words */
    public StoryRunner(Program program, SimulationDatabases databases, Consumer<String> progress) {
        this.program = program;
        this.databases = databases;
        this.progress = progress;
    }

    /** How a story ended, in lines for people. */
    public sealed interface Ending {
        List<String> lines();

        record Well(List<String> lines) implements Ending {
            public Well {
                lines = List.copyOf(lines);
            }
        }

        record Wrong(List<String> lines) implements Ending {
            public Wrong {
                lines = List.copyOf(lines);
            }
        }
    }

    public Ending tell(Scope scope) {
        try {
            return new Ending.Well(told(scope).lines());
        } catch (Violation violation) {
            wentWrong(scope, violation).forEach(progress);
            progress.accept("Looking for the shortest story that does.");
            InstantSource clock = Clock.systemUTC();
            var search = new Shrinker(this::wrong, SEARCH, clock.instant());
            return new Ending.Wrong(report(search.shortest(new Failure(scope, violation), clock)));
        }
    }

    private Optional<Violation> wrong(Scope scope) {
        try {
            told(scope);
            return Optional.empty();
        } catch (Violation violation) {
            return Optional.of(violation);
        }
    }

    private StoryResult told(Scope scope) {
        try (var plot = databases.fresh(); var simulation = new Simulation(scope, program, plot.url(), this::says)) {
            return simulation.run();
        }
    }

    private void says(Progress far) {
        progress.accept("  " + far.now() + ", " + far.messages() + " messages so far");
    }

    private static List<String> wentWrong(Scope scope, Violation violation) {
        return List.of("Seed %d goes wrong: %s.".formatted(scope.seed(), violation.law().words()),
                "  " + violation.at() + ": " + violation.getMessage());
    }

    private static List<String> report(Failure failure) {
        var scope = failure.scope();
        var lines = new ArrayList<>(wentWrong(scope, failure.violation()));
        lines.add("The shortest story found: %s to %s, teams %s, %d %s. What happens in it beside the everyday:"
                .formatted(scope.from(), scope.to(), scope.teams(), scope.nodes(),
                        scope.nodes() == 1 ? "process" : "processes"));
        var words = Shrinker.words(failure);
        words.forEach(line -> lines.add("  " + line));
        if (words.isEmpty()) {
            lines.add("  nothing");
        }
        return lines;
    }
}
