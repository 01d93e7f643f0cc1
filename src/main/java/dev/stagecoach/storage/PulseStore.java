package dev.stagecoach.storage;

/** One row, written to find out whether anything can be. */
final class PulseStore {
    private PulseStore() {}

    static void beat(Transaction tx) {
        tx.handle().execute("""
                insert into pulse (id, beats) values (1, 1) on conflict (id) do update set beats = pulse.beats + 1
                """);
    }
}
