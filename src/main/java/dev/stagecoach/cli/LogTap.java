package dev.stagecoach.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import org.slf4j.LoggerFactory;

/** Hears what is logged while it is open, faults with all their causes, before secrets are masked. */
final class LogTap extends AppenderBase<ILoggingEvent> {
    private final Queue<String> lines = new ConcurrentLinkedQueue<>();

    private LogTap() {}

    static LogTap open() {
        var tap = new LogTap();
        tap.start();
        root().addAppender(tap);
        return tap;
    }

    /** What was logged since this was last called. */
    List<String> drain() {
        var drained = new ArrayList<String>();
        for (var line = lines.poll(); line != null; line = lines.poll()) {
            drained.add(line);
        }
        return drained;
    }

    @Override
    protected void append(ILoggingEvent event) {
        var line = new StringBuilder(event.getLoggerName()).append(": ").append(event.getFormattedMessage());
        add(line, event.getThrowableProxy());
        lines.add(line.toString());
    }

    private static void add(StringBuilder line, IThrowableProxy fault) {
        for (var one = fault; one != null && !one.isCyclic(); one = one.getCause()) {
            line.append(" | ").append(one.getClassName()).append(": ").append(FaultConverter.said(one));
            for (var beside : one.getSuppressed()) {
                add(line, beside);
            }
        }
    }

    @Override
    public void stop() {
        root().detachAppender(this);
        super.stop();
    }

    static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }
}
