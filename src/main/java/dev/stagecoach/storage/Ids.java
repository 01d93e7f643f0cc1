package dev.stagecoach.storage;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;

/** New ids: UUID version 7 as text, so that rows made later sort later. */
public final class Ids {
    private static final TimeBasedEpochGenerator GENERATOR = Generators.timeBasedEpochGenerator();

    private Ids() {}

    public static String next() {
        return GENERATOR.generate().toString();
    }
}
