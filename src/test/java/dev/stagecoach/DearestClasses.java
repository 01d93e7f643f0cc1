package dev.stagecoach;

import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Says at the end of the gate which classes took longest, so that growth is seen. Classes run side by side. */
public final class DearestClasses implements TestExecutionListener {
    private static final int SHOWN = 10;

    private final Map<TestIdentifier, Long> begun = new ConcurrentHashMap<>();
    private final Map<String, Duration> took = new ConcurrentHashMap<>();

    @Override
    public void executionStarted(TestIdentifier test) {
        begun.put(test, System.nanoTime());
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        var duration = Duration.ofNanos(System.nanoTime() - begun.getOrDefault(test, System.nanoTime()));
        test.getSource().filter(ClassSource.class::isInstance).map(ClassSource.class::cast)
                .ifPresent(type -> took.merge(type.getClassName(), duration, Duration::plus));
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        if (took.size() <= SHOWN) {
            return;
        }
        System.out.println("The " + SHOWN + " classes that took longest, of " + took.size() + ":");
        took.entrySet().stream().sorted(Map.Entry.<String, Duration>comparingByValue(Comparator.reverseOrder()))
                .limit(SHOWN).forEach(one -> System.out.printf("%8.1f s  %s%n", one.getValue().toMillis() / 1000.0,
                        one.getKey()));
    }
}
