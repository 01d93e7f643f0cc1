package dev.stagecoach.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import dev.stagecoach.sandbox.Posted;
import dev.stagecoach.simulation.Violation.Law;

/** Holds each row of the outbox to what must never be. */
final class RowCheck {
    private static final Duration LATE = Duration.ofHours(2);
    /** Longer than finding out takes, with every repeat that is allowed. */
    private static final Duration PATIENCE = Duration.ofHours(3);
    private static final int FEWEST_WORDS = 3;

    private final ExpectedState expected;
    private final PostCheck posts;

    RowCheck(ExpectedState expected, PostCheck posts) {
        this.expected = expected;
        this.posts = posts;
    }

    /** @throws Violation where a row that is done must not be as it is */
    void done(Row row, Instant now) {
        if (row.sent()) {
            stands(row, now);
        }
        var late = row.sentAt().filter(at -> Duration.between(row.dueAt(), at).compareTo(LATE) > 0).isPresent();
        if ((!row.sent() || late) && row.reason().filter(RowCheck::inWords).isEmpty()) {
            throw broken(Law.UNEXPLAINED, row, now, (late ? "it came late" : "it was not sent")
                    + ", and nobody says why");
        }
    }

    private void stands(Row row, Instant now) {
        var post = row.place().flatMap(posts::at);
        if (post.isEmpty()) {
            throw broken(Law.LOST, row, now, "the outbox says that it was sent, and nothing stands at "
                    + row.place().orElse("no place"));
        }
        if (post.flatMap(Posted::mark).filter(mark -> mark.equals(row.id()) || mark.equals(row.mark())).isEmpty()) {
            throw broken(Law.LOST, row, now, "the outbox says that it was sent, and what stands there is another");
        }
    }

    /**
     * @param there how long the bot has been there without a break
     * @throws Violation where a row waits longer than it may
     */
    void open(Row row, Instant now, Duration there) {
        var waits = Duration.between(row.moment(), now);
        if (there.compareTo(PATIENCE) > 0 && waits.compareTo(PATIENCE) > 0) {
            throw broken(Law.LOST, row, now, "nobody has taken it up for " + waits.toMinutes() + " minutes");
        }
    }

    /** For the end of a story, when all should be said. */
    void over(Row row, Instant now) {
        if (row.open() && !row.moment().isAfter(now)) {
            throw broken(Law.LOST, row, now, "the story is over, and nothing has become of it");
        }
    }

    private static boolean inWords(String reason) {
        return reason.split(" ", -1).length >= FEWEST_WORDS;
    }

    private Violation broken(Law law, Row row, Instant now, String why) {
        return new Violation(law, now, expected.team(row.team()).map(Group::number).or(Optional::empty),
                row.words() + ": " + why);
    }
}
