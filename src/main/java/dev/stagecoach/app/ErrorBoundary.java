package dev.stagecoach.app;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

import dev.stagecoach.chat.Answers;
import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.people.Directory;
import dev.stagecoach.storage.DatabaseUnavailable;
import dev.stagecoach.storage.Ids;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one catch-all for calls: a fault is logged with a reference, and the person is told what to do now. */
public final class ErrorBoundary {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorBoundary.class);

    /** The same for a form, a button and a command. */
    private static final String NOT_SAVED = "I could not save this. Nothing is lost: wait a minute, then try again.";

    private ErrorBoundary() {}

    static Reply caught(Supplier<Reply> answer) {
        try {
            return answer.get();
        } catch (IdempotentCall.Repeated e) {
            // No fault: whoever asked for the work knows what to say.
            throw e;
        } catch (Answers.Malformed e) {
            return new Reply.Mend(Map.of(e.key(), e.reason()));
        } catch (Directory.Unavailable e) {
            LOG.warn("the chat service could not be asked: {}", e.getMessage());
            return Reply.Refused.forNow("I could not reach the chat service. Please try again in a minute.");
        } catch (DatabaseUnavailable _) {
            // The log has it already, once for all calls.
            return Reply.Refused.forNow(NOT_SAVED);
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            var id = Ids.next();
            var reference = id.substring(id.length() - 6);
            LOG.error("a call failed, reference {}", reference, e);
            return Reply.Refused.forNow("Something went wrong on my side. Please try again; if it keeps happening, "
                    + "give the person who runs me this reference: " + reference + ".");
        } catch (VirtualMachineError e) {
            // Nothing here can go on from it, and whoever waits for this answer would keep it to himself.
            var thread = Thread.currentThread();
            thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
            throw e;
        }
    }

    /** What follows a call whose answer stands already; its fault is no fault of the call. */
    static void beside(Runnable work) {
        try {
            work.run();
        } catch (DatabaseUnavailable _) {
            // The log has it already.
        } catch (RuntimeException e) {
            LOG.error("what follows a call failed", e);
        }
    }

    /** What to tell somebody about a fault that passes by itself, and is in the log already; empty for all others. */
    public static Optional<String> passing(Throwable fault) {
        return Stream.iterate(fault, one -> one != null, Throwable::getCause)
                .anyMatch(DatabaseUnavailable.class::isInstance) ? Optional.of(NOT_SAVED) : Optional.empty();
    }

    /** A refused form stays open with what was typed; a reason for no field in particular stands beside the first. */
    static Reply keepForm(Call.Submission submission, Reply.Refused refused) {
        return submission.answers().values().isEmpty() ? refused : new Reply.Mend(Map.of("", refused.reason()));
    }
}
