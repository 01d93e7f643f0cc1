package dev.stagecoach.coaching.feedback;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

import dev.stagecoach.coaching.feedback.FeedbackThread.Decision;
import dev.stagecoach.guide.Feedback.Turn;

/**
 * A thread with all that a card about it needs to know.
 *
 * @param turn the present turn; empty where the thread is over
 * @param turns how many there are
 * @param deciding whether only the presenter's decision is left
 * @param presenter by name
 */
record ThreadView(FeedbackThread thread, Optional<Turn> turn, int turns, boolean deciding, String presenter, Count had,
        Today today) {

    /** How many have had a say in this turn, of how many it waits for. */
    record Count(int spoken, int awaited) {}

    /** Where and when the scene is looked at. */
    record Today(LocalDate day, ZoneId zone) {}

    /** The decision whose day has come and of which nobody has said how it went. */
    Optional<Decision> toBeAsked() {
        return thread.decision().filter(one -> one.outcome().isEmpty())
                .filter(one -> !today.day().isBefore(one.on()) && today.day().isBefore(one.on().plusDays(ASKED_FOR)));
    }

    /** Days after which the question goes away by itself. */
    private static final int ASKED_FOR = 14;
}
