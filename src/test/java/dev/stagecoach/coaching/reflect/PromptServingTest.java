package dev.stagecoach.coaching.reflect;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import dev.stagecoach.coaching.School;
import dev.stagecoach.guide.Prompt;
import dev.stagecoach.guide.Prompt.Phase;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PromptServingTest {

    @Test
    void noPromptComesTwiceWithinEightWeeksAndNoneIsHeldBackLonger() {
        for (var seed = 0; seed < 200; seed++) {
            var random = new Random(seed);
            var prompts = prompts(random);
            var history = new ArrayList<PromptServing.Served>();
            var now = School.NOW;
            for (var i = 0; i < 40; i++) {
                now = now.plus(Duration.ofHours(random.nextInt(300)));
                var at = now;
                var next = PromptServing.next(prompts, history, now);
                var rested = prompts.stream().filter(prompt -> history.stream().noneMatch(one -> one.prompt()
                        .equals(prompt.id()) && Duration.between(one.at(), at).compareTo(PromptServing.REST) < 0))
                        .toList();
                assertThat(next.isPresent()).as("seed " + seed).isEqualTo(!rested.isEmpty());
                next.ifPresent(prompt -> {
                    assertThat(rested).contains(prompt);
                    history.add(new PromptServing.Served(prompt.id(), prompt.phase(), at, random.nextBoolean()));
                });
            }
        }
    }

    @Test
    void phasesComeInTurnAndAPassedOneIsTriedAgain() {
        var prompts = List.of(prompt(1, Phase.WHAT), prompt(2, Phase.WHAT), prompt(3, Phase.SO_WHAT),
                prompt(4, Phase.NOW_WHAT));
        var first = new PromptServing.Served("P1", Phase.WHAT, School.NOW, false);
        assertThat(PromptServing.next(prompts, List.of(), School.NOW)).contains(prompts.getFirst());
        assertThat(PromptServing.next(prompts, List.of(first), School.NOW)).contains(prompts.get(2));
        var passed = new PromptServing.Served("P1", Phase.WHAT, School.NOW, true);
        assertThat(PromptServing.next(prompts, List.of(passed), School.NOW)).contains(prompts.get(1));
    }

    @Test
    void gapsAreFilledAndTheReadersOwnStayVisible() {
        assertThat(Prompts.fill("By {date} {practice}, since {date}: {cue}", "Talk", "May 1", "June 2"))
                .isEqualTo("By June 2 Talk, since May 1: [cue]");
    }

    private static List<Prompt> prompts(Random random) {
        return IntStream.range(0, 1 + random.nextInt(8))
                .mapToObj(i -> prompt(i, Phase.values()[random.nextInt(Phase.values().length)])).toList();
    }

    private static Prompt prompt(int number, Phase phase) {
        return new Prompt("P" + number, phase, "member", "text");
    }
}
