package dev.stagecoach.coaching.brief;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.guide.Coaching;
import dev.stagecoach.guide.Coaching.Opening;
import dev.stagecoach.guide.Coaching.Sight;

/**
 * Which questions a coach takes into a meeting: one for each thing that is seen, what is stuck before what is far apart
 * before what moved; questions that fit any week fill up.
 */
final class OpeningQuestions {
    static final int MOST = 2;
    /** A silent team is asked about that first; what the coach owes can be said without a question. */
    private static final List<Sight> ORDER = List.of(Sight.QUIET, Sight.STUCK, Sight.SPREAD, Sight.MOVED,
            Sight.PROMISE_OPEN);

    private OpeningQuestions() {}

    /** @param because why it is asked now; empty for one that fits any week */
    record Question(String words, Optional<String> because) {}

    static List<Question> of(Coaching coaching, Collection<Seen> seen) {
        var chosen = new ArrayList<Question>();
        for (var sight : ORDER) {
            seen.stream().filter(one -> one.sight() == sight).findFirst().ifPresent(one -> openings(coaching, sight)
                    .stream().limit(1).forEach(words -> chosen.add(new Question(words, Optional.of(one.because())))));
        }
        openings(coaching, Sight.ALWAYS).forEach(words -> chosen.add(new Question(words, Optional.empty())));
        return chosen.stream().limit(MOST).toList();
    }

    private static List<String> openings(Coaching coaching, Sight sight) {
        return coaching.openings().stream().filter(one -> one.when() == sight).map(Opening::text).toList();
    }
}
