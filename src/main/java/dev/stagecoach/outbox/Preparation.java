package dev.stagecoach.outbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.stagecoach.outbox.Composer.Composition;
import dev.stagecoach.storage.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether messages may go out and what they say: for a whole batch from few reads, shortly before it goes out, and for
 * each message by itself where that failed or is too long ago.
 */
final class Preparation {
    /** What changes after the words were chosen is written over the message that stands; that should be rare. */
    private static final Duration FRESH = Duration.ofSeconds(2);

    private static final Logger LOG = LoggerFactory.getLogger(Preparation.class);

    private final Database database;
    private final MessageRendering words;
    private final SendContext sendContext;
    private final InstantSource clock;

    Preparation(Database database, MessageRendering words, SendContext sendContext, InstantSource clock) {
        this.database = database;
        this.words = words;
        this.sendContext = sendContext;
        this.clock = clock;
    }

    /**
     * What was found out for a batch; what is missing is found out alone.
     *
     * @param until when it has grown too old
     */
    record Prepared(Map<Claim, SendRules> courtesies, Map<Claim, Composition> words, Instant until) {
        private static final Prepared NOTHING = new Prepared(Map.of(), Map.of(), Instant.MAX);

        private Prepared at(Instant now) {
            return now.isAfter(until) ? NOTHING : this;
        }
    }

    /** For these errands together. */
    Prepared prepare(List<SendTask> errands) {
        var sending = errands.stream().filter(task -> task.work() == Claim.Work.SEND).toList();
        var now = clock.instant();
        try {
            var courtesies = read(sending, now);
            var going = courtesies.entrySet().stream().filter(one -> one.getValue() instanceof SendRules.Now)
                    .map(Map.Entry::getKey).toList();
            return new Prepared(courtesies, words.ahead(going), now.plus(FRESH));
        } catch (RuntimeException | Error e) {
            LOG.error("a batch could not be prepared; each of its messages is prepared by itself", e);
            return Prepared.NOTHING;
        }
    }

    /** Which of the task's rows may go out now, in their order. */
    Map<Claim, SendRules> courtesies(SendTask task, Prepared prepared) {
        var now = clock.instant();
        var known = prepared.at(now).courtesies();
        var own = new LinkedHashMap<Claim, SendRules>();
        task.claims().forEach(claim -> Optional.ofNullable(known.get(claim)).ifPresent(one -> own.put(claim, one)));
        return own.size() == task.claims().size() ? own : read(List.of(task), now);
    }

    private Map<Claim, SendRules> read(List<SendTask> errands, Instant now) {
        var minding = errands.stream().flatMap(task -> task.claims().stream()).anyMatch(sendContext::minds);
        return minding
                ? database.read(tx -> sendContext.courtesies(tx, errands, now))
                : SendContext.atOnce(errands, now);
    }

    /** What the row says now. */
    Composition words(Claim claim, Prepared prepared) {
        return Optional.ofNullable(prepared.at(clock.instant()).words().get(claim)).orElseGet(() -> words.of(claim));
    }
}
