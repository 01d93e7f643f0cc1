package dev.stagecoach.outbox;

/** A team's messages of a period, as numbers: no names, no contents. */
public record Tally(int sent, int waiting, int putOff, int skipped, int failed) {

    public int total() {
        return sent + waiting + putOff + skipped + failed;
    }
}
