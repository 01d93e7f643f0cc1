package dev.stagecoach.coaching.baseline;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

import dev.stagecoach.coaching.Count;
import dev.stagecoach.coaching.workbook.Entries;
import dev.stagecoach.coaching.workbook.Filled;
import dev.stagecoach.guide.Tool.Kind;

/** One entry of a baseline: somebody looked for something, in one kind of source. */
record Observation(Filled filled) {
    static final String LOOK_FOR = "look_for";
    static final String SOURCE = "source";
    static final String ROOMS = "rooms";
    static final String COUNT = "count";
    static final String FROM = "from";
    static final String UNTIL = "until";
    static final String OBSERVER = "observer";
    static final String PATTERNS = "patterns";
    static final String SUPPORTS = "supports";
    static final String NEXT = "next";
    /** What the guide's form has to ask for. */
    static final Map<String, Kind> NEEDS = Map.of(LOOK_FOR, Kind.LINE, SOURCE, Kind.CHOICE);

    String id() {
        return filled.id();
    }

    Entries entries() {
        return filled.entries();
    }

    String lookFor() {
        return entries().text(LOOK_FOR);
    }

    String source() {
        return entries().text(SOURCE);
    }

    Optional<Count> count() {
        return entries().count(COUNT);
    }

    /** The last day that was looked at. */
    Optional<LocalDate> until() {
        return entries().day(UNTIL);
    }

    /** When to look again. */
    Optional<LocalDate> next() {
        return entries().day(NEXT);
    }

    boolean shared() {
        return filled.shared().isPresent();
    }
}
