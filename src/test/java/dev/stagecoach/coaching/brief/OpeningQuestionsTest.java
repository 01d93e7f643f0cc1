package dev.stagecoach.coaching.brief;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

import dev.stagecoach.coaching.brief.OpeningQuestions.Question;
import dev.stagecoach.guide.Coaching;
import dev.stagecoach.guide.Coaching.Opening;
import dev.stagecoach.guide.Coaching.Sight;
import org.junit.jupiter.api.Test;

import static dev.stagecoach.guide.Coaching.Sight.ALWAYS;
import static dev.stagecoach.guide.Coaching.Sight.MOVED;
import static dev.stagecoach.guide.Coaching.Sight.PROMISE_OPEN;
import static dev.stagecoach.guide.Coaching.Sight.QUIET;
import static dev.stagecoach.guide.Coaching.Sight.SPREAD;
import static dev.stagecoach.guide.Coaching.Sight.STUCK;
import static org.assertj.core.api.Assertions.assertThat;

class OpeningQuestionsTest {
    private static final Coaching ALL = guide(ALWAYS, ALWAYS, QUIET, STUCK, SPREAD, MOVED, PROMISE_OPEN, STUCK);

    @Test
    void whatIsSeenComesFirst_stuckBeforeFarApartBeforeMoved() {
        assertThat(asked()).containsExactly("ALWAYS 0", "ALWAYS 1");
        assertThat(asked(MOVED)).containsExactly("MOVED 5", "ALWAYS 0");
        assertThat(asked(MOVED, SPREAD)).containsExactly("SPREAD 4", "MOVED 5");
        assertThat(asked(PROMISE_OPEN, MOVED, SPREAD, STUCK)).containsExactly("STUCK 3", "SPREAD 4");
        assertThat(asked(PROMISE_OPEN, QUIET)).containsExactly("QUIET 2", "PROMISE_OPEN 6");
        assertThat(asked(PROMISE_OPEN, MOVED)).containsExactly("MOVED 5", "PROMISE_OPEN 6");
    }

    /** Whatever is seen, in whatever order, and whatever the guide asks: two at most, each with its own reason. */
    @Test
    void noQuestionHasAReasonThatIsNotItsOwn() {
        var random = new Random(7);
        for (var run = 0; run < 2000; run++) {
            var coaching = guide(some(random, Sight.values()).toArray(Sight[]::new));
            var seen = some(random, QUIET, STUCK, SPREAD, MOVED, PROMISE_OPEN).stream().map(OpeningQuestionsTest::seen)
                    .toList();
            var questions = OpeningQuestions.of(coaching, seen);
            assertThat(questions).hasSizeLessThanOrEqualTo(2).doesNotHaveDuplicates().allSatisfy(one -> {
                var sight = coaching.openings().stream().filter(opening -> opening.text().equals(one.words()))
                        .findFirst().orElseThrow().when();
                assertThat(one.because()).isEqualTo(sight == ALWAYS ? Optional.empty() : Optional.of("of " + sight));
            });
            var fit = coaching.openings().stream().map(Opening::when)
                    .filter(sight -> sight == ALWAYS || seen.contains(seen(sight))).count();
            assertThat(questions).hasSize((int) Math.min(2, fit));
            var shuffled = new ArrayList<>(seen);
            Collections.shuffle(shuffled, random);
            assertThat(OpeningQuestions.of(coaching, shuffled)).isEqualTo(questions);
        }
    }

    private static List<String> asked(Sight... sights) {
        return OpeningQuestions.of(ALL, Stream.of(sights).map(OpeningQuestionsTest::seen).toList()).stream()
                .map(Question::words).toList();
    }

    private static Seen seen(Sight sight) {
        return new Seen(sight, "of " + sight);
    }

    private static List<Sight> some(Random random, Sight... sights) {
        return Stream.of(sights).filter(_ -> random.nextBoolean()).toList();
    }

    private static Coaching guide(Sight... sights) {
        var openings = new ArrayList<Opening>();
        for (var sight : sights) {
            openings.add(new Opening(sight, sight + " " + openings.size()));
        }
        return new Coaching(List.of(), List.of(), List.of(), openings);
    }
}
