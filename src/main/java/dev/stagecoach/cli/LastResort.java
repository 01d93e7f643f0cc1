package dev.stagecoach.cli;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens to a fault that nobody caught. Where only a new start helps, because memory is used up or the thread that
 * ticks or listens has ended, the process ends at once, so that whatever watches it starts it again: a bot that stays
 * up and does nothing is seen by nobody.
 */
final class LastResort implements Thread.UncaughtExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(LastResort.class);

    private LastResort() {}

    /** For all threads of the process from now on. */
    static void install() {
        Thread.setDefaultUncaughtExceptionHandler(new LastResort());
    }

    @Override
    public void uncaughtException(Thread thread, Throwable fault) {
        var ends = ends(thread, fault);
        try {
            LOG.error("thread {} ended by a fault{}", thread.getName(), ends ? "; the bot stops" : "", fault);
        } finally {
            if (ends) {
                Runtime.getRuntime().halt(Launcher.STOPPED_ITSELF);
            }
        }
    }

    private static boolean ends(Thread thread, Throwable fault) {
        return fault instanceof VirtualMachineError && !(fault instanceof StackOverflowError)
                || thread.getName().startsWith("jobs-") || thread.getName().startsWith("HTTP-Dispatcher");
    }
}
