package dev.stagecoach.simulation;

import java.sql.SQLException;
import java.time.InstantSource;

import dev.stagecoach.storage.CommitListener;

/** What stands between one process and its database: the process may end there, and the disk may take nothing more. */
record NodeDisk(ProcessLife life, FaultInjector faults, InstantSource clock) implements CommitListener {
    /** "Disk full" in the words of the SQL standard's states. */
    private static final String DISK_FULL = "53100";

    @Override
    public void before() {
        life.point();
        if (faults.refusesToWrite(clock.instant())) {
            throw new Full();
        }
    }

    @Override
    public void after() {
        life.point();
    }

    private static final class Full extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Full() {
            super(new SQLException("the disk is full", DISK_FULL));
        }
    }
}
