package dev.stagecoach.coaching.tries;

import dev.stagecoach.coaching.workbook.Filled;
import dev.stagecoach.people.PersonId;

/** A try as somebody may see it: what is tried, and how it runs. */
record Try(Filled filled, TryRun run) {

    String id() {
        return filled.id();
    }

    PersonId owner() {
        return filled.author();
    }

    /** Whether the team sees it. */
    boolean shared() {
        return filled.shared().isPresent();
    }

    boolean open() {
        return run.open();
    }
}
