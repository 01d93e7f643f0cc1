package dev.stagecoach.coaching.stage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.coaching.Counted;
import dev.stagecoach.guide.Fact;
import dev.stagecoach.guide.Gate;
import dev.stagecoach.guide.Stage;
import dev.stagecoach.people.PersonId;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class GateStatusTest {
    private static final Gate RATED = new Gate("rated", "Rated", "Open a round", "EO1",
            List.of(new Gate.Need(Fact.RATED_PERCENT, 70), new Gate.Need(Fact.RESULTS_SHOWN, 1)));
    private static final Stage STAGE = new Stage("explore", "Explore", "", "", "", List.of(), List.of(RATED),
            List.of());
    private static final Waiver WAIVER = new Waiver("rated", new PersonId("T1", "U1"), "Too few of us.", Instant.EPOCH);

    @Test
    void everyNeedMustBeThere() {
        assertThat(states(70, 1)).containsExactly(new GateStatus.State.Met(List.of("seven of ten", "one result")));
        assertThat(states(69, 1)).containsExactly(new GateStatus.State.Open("more.ratings", Optional.empty(), ""));
        assertThat(states(70, 0)).containsExactly(new GateStatus.State.Open("more.results", Optional.empty(), ""));
    }

    @Test
    void whatNobodyCountsIsOpenAndSaysSo_andCanBeWaived() {
        var counted = List.of(counted(70, 1).getFirst());
        assertThat(GateStatus.of(STAGE, counted, List.of())).singleElement()
                .satisfies(one -> assertThat(one.passed()).isFalse()).asString().contains("I cannot count this one");
        assertThat(GateStatus.of(STAGE, counted, List.of(WAIVER))).extracting(GateStatus::state)
                .containsExactly(new GateStatus.State.Waived(WAIVER));
    }

    @Test
    void whatIsMissingMayBeWaived_andWhatIsMetIsMet() {
        assertThat(GateStatus.of(STAGE, counted(0, 0), List.of(WAIVER))).extracting(GateStatus::state)
                .containsExactly(new GateStatus.State.Waived(WAIVER));
        assertThat(GateStatus.of(STAGE, counted(100, 2), List.of(WAIVER))).extracting(GateStatus::state)
                .hasOnlyElementsOfType(GateStatus.State.Met.class);
    }

    private static List<GateStatus.State> states(int rated, int shown) {
        return GateStatus.of(STAGE, counted(rated, shown), List.of()).stream().map(GateStatus::state).toList();
    }

    private static List<Counted> counted(int rated, int shown) {
        return List.of(new Counted(Fact.RATED_PERCENT, rated, List.of("seven of ten"), "more.ratings"),
                new Counted(Fact.RESULTS_SHOWN, shown, List.of("one result"), "more.results"));
    }
}
