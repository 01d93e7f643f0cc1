package dev.stagecoach.coaching.rounds;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.stagecoach.guide.Side;

/**
 * All that one person said in a round.
 *
 * @param pages one for each practice of the round, in its order
 * @param sent the pages that were sent in, not only begun
 * @param dots keys of the practices that matter most to the person
 * @param finished whether the person came to the end of the form
 * @param frame what the person says about all of it
 */
record OwnAnswers(List<RatingPage> pages, Set<Integer> sent, List<String> dots, boolean finished, Frame frame) {
    OwnAnswers {
        pages = List.copyOf(pages);
        sent = Set.copyOf(sent);
        dots = List.copyOf(dots);
    }

    /** Where the person placed the practice: what adults do before what students do; empty where neither could be said. */
    Optional<Integer> level(String practice) {
        return pages.stream().filter(page -> page.practice().equals(practice))
                .flatMap(page -> Stream.of(Side.SYSTEM, Side.STUDENT).flatMap(side -> page.side(side).stream()))
                .filter(Choice.AtLevel.class::isInstance).map(Choice::number).findFirst();
    }

    int answered() {
        return (int) pages.stream().filter(RatingPage::answered).count();
    }

    /** A page that was begun and closed is not done; one that was sent in with a side left open is. */
    private boolean done(int page) {
        return pages.get(page).complete() || (pages.get(page).answered() && sent.contains(page));
    }

    /** Where to go on: the first open page, the dots after the last page, or the beginning for another look. */
    int nextPage() {
        if (finished) {
            return 0;
        }
        return IntStream.range(0, pages.size()).filter(i -> !done(i)).findFirst()
                .orElse(pages.size());
    }
}
