package dev.stagecoach.app;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import dev.stagecoach.people.PersonId;

/**
 * How fast one person may call, so that nobody's script takes the bot from everybody else. It is the generic cell rate
 * algorithm: of each person one moment is kept, at which all of their calls would be used up at the steady rate.
 */
public final class CallLimit {
    /** So many people are remembered; whoever has not called for longest is forgotten first. */
    static final int REMEMBERED = 10_000;
    private static final Duration BETWEEN = Duration.ofSeconds(1);
    private static final int AT_ONCE = 60;

    private final Duration between;
    private final Duration burst;
    private final Map<PersonId, Instant> usedUp = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<PersonId, Instant> eldest) {
            return size() > REMEMBERED;
        }
    };

    /**
     * @param between one more call is free each time this has passed
     * @param atOnce how many calls are free for somebody who has been quiet
     */
    public CallLimit(Duration between, int atOnce) {
        this.between = between;
        this.burst = between.multipliedBy(atOnce);
    }

    /** Sixty calls at once, and one more each second: nobody's fingers are faster. */
    public static CallLimit usual() {
        return new CallLimit(BETWEEN, AT_ONCE);
    }

    /** Counts a call, and tells whether it may be answered; one that may not does not count. */
    synchronized boolean admits(PersonId person, Instant now) {
        var latest = now.plus(burst);
        var before = usedUp.getOrDefault(person, now);
        // Where the clock was put back, nobody waits until it is there again.
        var from = before.isBefore(now) ? now : before.isAfter(latest) ? latest : before;
        var admitted = !from.plus(between).isAfter(latest);
        usedUp.put(person, admitted ? from.plus(between) : from);
        return admitted;
    }

    synchronized int remembered() {
        return usedUp.size();
    }
}
