package dev.stagecoach;

import java.time.LocalDate;
import java.util.Optional;

import dev.stagecoach.guide.GuideFiles;
import dev.stagecoach.simulation.Ground;
import dev.stagecoach.simulation.Scope;
import dev.stagecoach.simulation.Stories;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Weeks of a school year with everything that can go wrong, on one process and on two. */
class SimulationTest {
    private static final SimulatedBot BOT = new SimulatedBot(GuideFiles.load(Optional.empty()), "sandbox-secret");

    @Test
    void onOneProcessOverTheEndOfDaylightSaving() {
        var scope = Scope.of(LocalDate.of(2026, 10, 5), LocalDate.of(2026, 11, 30), 3, 1, 1);
        var ending = new Stories(BOT, new Ground(Optional.empty()), System.out::println).tell(scope);
        ending.lines().forEach(System.out::println);
        assertThat(ending).isInstanceOf(Stories.Ending.Well.class);
    }
}
