package dev.stagecoach.coaching.leader;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.stagecoach.coaching.Commitment;
import dev.stagecoach.coaching.workbook.Entries;
import dev.stagecoach.coaching.workbook.Filled;

/**
 * Something in a leader's log.
 *
 * @param outcome of what it promises
 */
record LogItem(Kind kind, Filled filled, Commitment.Outcome outcome) {
    static final String ON = "on";
    static final String MINUTES = "minutes";
    static final String WHAT = "kind";
    static final String BARRIER = "barrier";
    static final String NOTE = "note";
    static final String FOLLOW_UP = "follow_up";
    private static final List<String> TYPED = List.of("commitment", "makes_easier", "check", BARRIER, NOTE, FOLLOW_UP);

    /** A goal is a promise; an entry holds one where something follows from it. */
    enum Kind {
        GOAL, ENTRY
    }

    String id() {
        return filled.id();
    }

    boolean shown() {
        return filled.shared().isPresent();
    }

    /** What its leader will do; empty where nothing is promised. */
    Optional<String> promise() {
        var words = switch (kind) {
            case GOAL -> entries().text("commitment");
            case ENTRY -> entries().text(FOLLOW_UP);
        };
        return Optional.of(words).filter(one -> !one.isEmpty());
    }

    /** By when. */
    Optional<LocalDate> by() {
        return switch (kind) {
            case GOAL -> entries().day("by");
            case ENTRY -> entries().day("due");
        };
    }

    /** The practice that it is tied to; empty where there is none. */
    String practice() {
        return switch (kind) {
            case GOAL -> entries().text("practice");
            case ENTRY -> filled.practice();
        };
    }

    /** Whether it waits to be done. */
    boolean open() {
        return promise().isPresent() && outcome.open();
    }

    /** The promise, as others read it. */
    Optional<Commitment> commitment(String who) {
        return promise().map(what -> new Commitment(who, what, by(), filled.made(), outcome));
    }

    /** Everything in it that somebody typed. */
    static String typed(Entries entries) {
        return String.join("\n", TYPED.stream().flatMap(key -> Stream.of(entries.text(key))).toList());
    }

    private Entries entries() {
        return filled.entries();
    }
}
