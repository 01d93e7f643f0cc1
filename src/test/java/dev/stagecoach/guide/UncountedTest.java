package dev.stagecoach.guide;

import java.nio.file.Path;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Facts that a guide asks for and that nothing counts. */
class UncountedTest {

    @Test
    void theShippedGuideAsksForNothingThatIsNotCounted() {
        assertThat(ShippedGuide.GUIDE.uncounted()).isEmpty();
    }

    @Test
    void theExampleGuideAsksForWhatOnlyTheTeamCanSay() {
        assertThat(GuideFiles.load(Optional.of(Path.of("config/guide-team-health"))).uncounted())
                .containsExactly(Fact.TEAM_SAYS);
    }
}
