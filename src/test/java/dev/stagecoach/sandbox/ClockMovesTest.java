package dev.stagecoach.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** On to the next thing: past what shows nothing, never into the past, and not without end. */
class ClockMovesTest {
    private static final Instant START = SandboxClock.START;
    private final Workspace workspace = new Workspace(SandboxClock.still(START));
    private final List<NextThing> coming = new ArrayList<>();
    private final List<Instant> said = new ArrayList<>();
    private final ClockMoves moves = new ClockMoves(workspace, () -> List.copyOf(coming), this::work, () -> {});

    @Test
    void goesOnToWhatIsNewToRead() {
        plan(Duration.ofHours(-1), "what is due");
        for (var minutes = 15; minutes < 120; minutes += 15) {
            plan(Duration.ofMinutes(minutes), "check-in repeats");
        }
        plan(Duration.ofHours(2), "send messages");
        said.add(START.plus(Duration.ofHours(2)));
        assertThat(moves.named()).map(NextThing::at).contains(START.plus(Duration.ofHours(2)));

        var seen = moves.toNextSeen();

        assertThat(workspace.clock.instant()).isEqualTo(START.plus(Duration.ofHours(2)));
        var fern = workspace.person("U0FERN").orElseThrow();
        var told = Happening.json(seen, fern, workspace).path(0);
        assertThat(List.of(Json.text(told, "place"), Json.text(told, "words"), Json.text(told, "as")))
                .containsExactly("#grade-7-team", "Good morning", "U0FERN");
    }

    @Test
    void saysWhereAPersonWhoDoesNotSeeItCanSeeIt() {
        plan(Duration.ofHours(1), "send messages");
        said.add(START.plus(Duration.ofHours(1)));
        var oakley = workspace.person("U0OAKLEY").orElseThrow();
        var told = Happening.json(moves.toNextSeen(), oakley, workspace).path(0);
        assertThat(told.path("mine").asBoolean()).isFalse();
        assertThat(Json.text(told, "as")).isNotEqualTo("U0OAKLEY");
    }

    @Test
    void staysWhereNothingIsAheadAndLooksFourWeeksAtMost() {
        plan(Duration.ofMinutes(-15), "send messages");
        assertThat(moves.toNextSeen()).isEmpty();
        assertThat(moves.named()).isEmpty();
        assertThat(workspace.clock.instant()).isEqualTo(START);
        plan(Duration.ofDays(7), "check-ins");
        plan(Duration.ofDays(40), "check-ins");
        assertThat(moves.toNextSeen()).isEmpty();
        assertThat(workspace.clock.instant()).isEqualTo(START.plus(Duration.ofDays(7)));
    }

    private void plan(Duration after, String job) {
        coming.add(NextThing.of(START.plus(after), job, Optional.empty()));
    }

    private void work() {
        var now = workspace.clock.instant();
        if (said.removeIf(at -> !at.isAfter(now))) {
            workspace.alone(() -> workspace.say(workspace.room("C0GRADE7").orElseThrow(), School.BOT, "Good morning",
                    "", ""));
        }
    }
}
