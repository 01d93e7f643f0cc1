package dev.stagecoach.coaching.tries;

import java.time.Instant;
import java.util.Optional;

import dev.stagecoach.coaching.Count;
import dev.stagecoach.guide.Sides;
import dev.stagecoach.people.PersonId;

/**
 * What somebody counted or saw on the way.
 *
 * @param words one thing that students did; may be empty where there is a count
 */
record TryNote(String id, PersonId by, Instant at, Optional<Count> count, String words) {

    /** As it reads: "9 of 12 students. They asked one another." */
    String line(Sides sides) {
        return count.map(one -> one.words(sides)).map(one -> words.isEmpty() ? one : one + ". " + words).orElse(words);
    }
}
