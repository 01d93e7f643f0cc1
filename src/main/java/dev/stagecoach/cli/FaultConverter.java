package dev.stagecoach.cli;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import ch.qos.logback.classic.spi.ThrowableProxy;
import org.jspecify.annotations.Nullable;

/**
 * A fault in the log, with its causes and where they happened. What it says stands there only where it cannot quote
 * what somebody wrote: where this program threw it, or its kind speaks of machines alone. A parser's fault, for one,
 * repeats what it could not read.
 */
public final class FaultConverter extends ThrowableProxyConverter {
    private static final String LEFT_OUT = "(what it says is left out, because it may quote somebody)";
    private static final String OWN = "dev.stagecoach.";
    /** PostgreSQL's faults come without the server's detail, which would quote the row. */
    private static final List<Class<? extends Throwable>> OF_MACHINES = List.of(IOException.class, SQLException.class,
            NullPointerException.class, IndexOutOfBoundsException.class, ClassCastException.class,
            ArithmeticException.class, InterruptedException.class, Error.class);

    @Override
    protected String throwableProxyToString(IThrowableProxy fault) {
        return super.throwableProxyToString(new Discreet(fault));
    }

    /** What the fault says, or that it is left out. */
    static @Nullable String said(IThrowableProxy fault) {
        var message = fault.getMessage();
        if (message == null) {
            return null;
        }
        var repeatsItsCause = fault.getCause() != null
                && message.equals(fault.getCause().getClassName() + ": " + fault.getCause().getMessage());
        return !repeatsItsCause && (isOwn(fault) || isOfMachines(fault)) ? message : LEFT_OUT;
    }

    private static boolean isOwn(IThrowableProxy fault) {
        return Stream.of(fault.getStackTraceElementProxyArray()).findFirst()
                .map(frame -> frame.getStackTraceElement().getClassName().startsWith(OWN)).orElse(false);
    }

    private static boolean isOfMachines(IThrowableProxy fault) {
        return fault instanceof ThrowableProxy known
                && OF_MACHINES.stream().anyMatch(kind -> kind.isInstance(known.getThrowable()));
    }

    /** The fault, saying only what it may. */
    private record Discreet(IThrowableProxy fault) implements IThrowableProxy {
        @Override
        public @Nullable String getMessage() {
            return said(fault);
        }

        @Override
        public String getClassName() {
            return fault.getClassName();
        }

        @Override
        public StackTraceElementProxy[] getStackTraceElementProxyArray() {
            return fault.getStackTraceElementProxyArray();
        }

        @Override
        public int getCommonFrames() {
            return fault.getCommonFrames();
        }

        @Override
        public @Nullable IThrowableProxy getCause() {
            return fault.getCause() == null ? null : new Discreet(fault.getCause());
        }

        @Override
        public IThrowableProxy[] getSuppressed() {
            return Stream.of(fault.getSuppressed()).filter(Objects::nonNull).map(Discreet::new)
                    .toArray(IThrowableProxy[]::new);
        }

        @Override
        public boolean isCyclic() {
            return fault.isCyclic();
        }
    }
}
