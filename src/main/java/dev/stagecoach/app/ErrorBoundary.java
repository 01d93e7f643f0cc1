package dev.stagecoach.app;

import java.util.Map;
import java.util.function.Supplier;

import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.people.Directory;
import dev.stagecoach.storage.Ids;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one catch-all for calls: a fault is logged with a reference, and the person is told what to do now. */
final class ErrorBoundary {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorBoundary.class);

    private ErrorBoundary() {}

    static Reply caught(Supplier<Reply> answer) {
        try {
            return answer.get();
        } catch (IdempotentCall.Repeated e) {
            // No fault: whoever asked for the work knows what to say.
            throw e;
        } catch (Directory.Unavailable e) {
            LOG.warn("the chat service could not be asked: {}", e.getMessage());
            return Reply.Refused.because("I could not reach the chat service just now. Please try again in a minute.");
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            var id = Ids.next();
            var reference = id.substring(id.length() - 6);
            LOG.error("a call failed, reference {}", reference, e);
            return Reply.Refused.because("Something went wrong on my side. Please try again; if it stays, tell whoever"
                    + " runs me this reference: " + reference + ".");
        } catch (VirtualMachineError e) {
            // Nothing here can go on from it, and whoever waits for this answer would keep it to himself.
            var thread = Thread.currentThread();
            thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
            throw e;
        }
    }

    /** A refused form stays open with what was typed, and the reason beside its first field. */
    static Reply keepForm(Call.Submission submission, Reply.Refused refused) {
        return submission.answers().values().keySet().stream().sorted().findFirst()
                .<Reply>map(field -> new Reply.Mend(Map.of(field, refused.reason()))).orElse(refused);
    }
}
