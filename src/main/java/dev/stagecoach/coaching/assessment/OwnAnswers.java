package dev.stagecoach.coaching.assessment;

import java.util.List;
import java.util.stream.IntStream;

/**
 * All that one person said in a round.
 *
 * @param pages one for each practice of the round, in its order
 * @param dots keys of the practices that matter most to the person
 * @param finished whether the person came to the end of the form
 */
record OwnAnswers(List<Page> pages, List<String> dots, boolean finished) {
    OwnAnswers {
        pages = List.copyOf(pages);
        dots = List.copyOf(dots);
    }

    int answered() {
        return (int) pages.stream().filter(Page::answered).count();
    }

    /** Where to go on: the first open page, the dots after the last page, or the beginning for another look. */
    int nextPage() {
        if (finished) {
            return 0;
        }
        return IntStream.range(0, pages.size()).filter(i -> !pages.get(i).answered()).findFirst()
                .orElse(pages.size());
    }
}
