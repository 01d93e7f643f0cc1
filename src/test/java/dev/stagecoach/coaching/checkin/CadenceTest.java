package dev.stagecoach.coaching.checkin;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import dev.stagecoach.coaching.checkin.Cadence.Choice;
import dev.stagecoach.coaching.checkin.Cadence.Past;
import dev.stagecoach.coaching.checkin.Cadence.Turn;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CadenceTest {
    private static final Instant START = Instant.parse("2026-09-15T21:00:00Z");

    @Test
    void threeUnansweredHalveTheRhythmAndTheNextMessageAsks() {
        assertThat(turns(8, Optional.empty())).containsExactly(Turn.SENT, Turn.SENT, Turn.SENT, Turn.RESTED,
                Turn.ASKING, Turn.RESTED, Turn.SENT, Turn.RESTED);
    }

    @Test
    void aChoiceGoesBefore() {
        assertThat(turns(6, Optional.of(Choice.EVERY))).containsOnly(Turn.SENT);
        assertThat(turns(4, Optional.of(Choice.SECOND))).containsExactly(Turn.SENT, Turn.RESTED, Turn.SENT,
                Turn.RESTED);
    }

    private static List<Turn> turns(int number, Optional<Choice> choice) {
        var past = new ArrayList<Past>();
        var turns = new ArrayList<Turn>();
        for (var i = 0; i < number; i++) {
            var next = new Cadence(past, Optional.empty(), choice).next();
            turns.add(next);
            past.add(new Past(at(i), next != Turn.RESTED));
        }
        return turns;
    }

    @Test
    void whateverPeopleDo_neverTwoRestsInARow_andAfterAnAnswerThreeAreSent() {
        var random = new Random(7);
        for (var story = 0; story < 300; story++) {
            var past = new ArrayList<Past>();
            Optional<Instant> lastAct = Optional.empty();
            var sinceAct = 0;
            var rested = false;
            for (var i = 0; i < 40; i++) {
                var next = new Cadence(past, lastAct, Optional.empty()).next();
                assertThat(rested && next == Turn.RESTED).as("story %s, turn %s", story, i).isFalse();
                if (sinceAct < 3) {
                    assertThat(next).as("story %s, turn %s", story, i).isEqualTo(Turn.SENT);
                }
                rested = next == Turn.RESTED;
                past.add(new Past(at(i), !rested));
                sinceAct++;
                if (random.nextInt(6) == 0) {
                    lastAct = Optional.of(at(i).plusSeconds(60));
                    sinceAct = 0;
                }
            }
        }
    }

    private static Instant at(int week) {
        return START.plus(Duration.ofDays(7L * week));
    }
}
