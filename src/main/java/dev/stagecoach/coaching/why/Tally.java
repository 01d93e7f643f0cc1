package dev.stagecoach.coaching.why;

/** A team's messages of a period, as numbers: no names, no contents. */
record Tally(int sent, int waiting, int putOff, int skipped, int failed) {

    int total() {
        return sent + waiting + putOff + skipped + failed;
    }
}
